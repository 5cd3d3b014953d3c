"""Suppliers' quotes from tables: several a line, on the line's side of the tax, the line chosen and remembered."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan import Plan
from tests.tui.imports.tables import empty_plan, open_table
from tui.imports.quotes.amounts import asked
from tui.imports.quotes.rows import Offer
from tui.imports.receiving import Opened, opened

LINES = """
[budget.B1]
label = "Stand salon"
amount = 12000

[budget.B2]
label = "Plaquette"
prices = "incl_tax"
tax_rate = 5.5

[budget.B2.quotes.Y4]
supplier = "Imprimerie Martin"
amount = 900
reference = "D-17"
"""
TABLE = """\
Devis reçus;;;;;;;
Fournisseur;Objet;N° devis;Date devis;Valable jusqu'au;Montant HT;TVA;Montant TTC
GL events;Stand salon;2027-114;12/01/2027;31/03/2099;11 800,00;20%;14 160,00
Expo+;stand  SALON;E-5;15/01/2027;28/02/2099;10 950,50;20%;13 140,60
Imprimerie Martin;Plaquette;D-17;;30/06/2099;1 000,00;5,5%;1 055,00
Imprimerie Martin;Flyers;D-18;;30/06/2099;300,00;20%;360,00
Agence Ü;Stand salon;A-1;;;sur demande;20%;
Total;;;;;24 050,50;;
"""


@pytest.fixture
def plan(tmp_path: Path) -> Plan:
    return empty_plan(tmp_path, LINES)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "devis.csv"
    file.write_bytes(TABLE.replace("\n", "\r\n").encode("cp1252"))
    return file


def test_several_quotes_a_line(plan: Plan, file: Path) -> None:
    """Two new ones for the stand; the brochure's known one now says its price with tax and its last day."""
    source = open_table(plan, file)
    assert source.kind == "quotes"
    found = source.read(plan)
    stand, brochure = found.plan.budget.values()
    assert [(one.supplier, one.amount, one.date, one.valid_until, one.reference) for one in stand.quotes.values()] == [
        ("GL events", Decimal(11800), date(2027, 1, 12), date(2099, 3, 31), "2027-114"),
        ("Expo+", Decimal("10950.5"), date(2027, 1, 15), date(2099, 2, 28), "E-5"),
    ]
    assert list(stand.quotes) == ["Y5", "Y6"]
    assert brochure.quotes["Y4"].amount == 1055
    assert stand.amount == 12000
    assert [(one.cell, one.why.key) for one in found.kept if one.why] == [
        ("ligne 6", "tables.quote.no_line"),
        ("F7", "tables.kept.unreadable"),
    ]


def test_read_again_it_changes_nothing(plan: Plan, file: Path) -> None:
    after = open_table(plan, file).read(plan).plan
    assert open_table(after, file).read(after).plan is after


def test_the_line_is_chosen_and_remembered(plan: Plan, file: Path) -> None:
    source = open_table(plan, file)
    source.decide("line/Flyers", "B2")
    after = source.read(plan).plan
    assert [quote.amount for quote in after.budget["B2"].quotes.values()] == [Decimal(1055), Decimal(360)]
    source.remember()
    assert open_table(plan, file).read(plan).plan == after


def test_a_comparison_has_a_column_for_each_supplier(plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "comparatif.csv"
    file.write_text(
        "Poste;GL events;Expo+;Viparis\nStand salon;11 800;10 950,50;\nPlaquette;;900;1 050\n", encoding="utf-8"
    )
    found = _as_quotes(plan, file).read(plan)
    assert [
        (line, one.supplier, one.amount)
        for line, of in found.plan.budget.items()
        for key, one in of.quotes.items()
        if key != "Y4"
    ] == [
        ("B1", "GL events", Decimal(11800)),
        ("B1", "Expo+", Decimal("10950.5")),
        ("B2", "Expo+", Decimal(900)),
        ("B2", "Viparis", Decimal(1050)),
    ]


def _as_quotes(plan: Plan, file: Path) -> Opened:
    from tui.formats.values import Reader
    from tui.words import Words

    return opened(plan, file, Reader.of(Words("fr"), "fr", plan), "quotes")


@given(cents=st.integers(0, 10**9), rate=st.sampled_from(["20", "5.5", "0", "10"]))
def test_a_quote_stands_on_its_lines_side_of_the_tax(cents: int, rate: str) -> None:
    """Without tax on a line without, with it on a line with: half a cent is rounded away from zero."""
    from model.budget import Line
    from model.plan import Plan as Whole
    from model.sheet import Sheet

    plan = Whole().replaced({"plan": Sheet().replaced({"currency": "EUR", "prices": "excl_tax"})})
    offer = Offer(1, figures={"amount_excl": Decimal(cents) / 100, "tax_rate": Decimal(rate)})
    per_mille = int(Decimal(rate) * 10)
    wanted = (cents * (1000 + per_mille) * 2 + 1000) // 2000
    assert asked(offer, Line(), plan) == Decimal(cents) / 100
    assert asked(offer, Line().replaced({"prices": "incl_tax"}), plan) == Decimal(wanted) / 100
