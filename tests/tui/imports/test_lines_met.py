"""Tables as they are met: from accounting software, consultants, an American office; our own CSV; broken ones."""

import re
import time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.differences import differences
from model.incoming import ArrivalRefusedError
from tests.commands import Ask
from tests.sampling import some
from tests.tui.exports.books import example
from tests.tui.imports.tables import Dialect, Written, empty_plan, open_table
from tests.tui.imports.test_lines_book import merged_book
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS
from tui.imports.refusing import ImportRefusedError

Expected = list[tuple[str | None, str | None, str, str]]
AMERICAN = """\
Marketing Budget FY27

Item,Vendor,Qty,Unit Price,Total,Notes
Trade show booth,Freeman,1,"$12,000.00","$12,000.00",
Brochures,Acme Print,"2,500",$1.20,"$3,000.00",A5
Refund,,,,"($500.00)",
,,,Subtotal,"$14,500.00",
,,,Tax (8%),"$1,160.00",
,,,Grand Total,"$15,660.00",
"""
LEVELS = """\
PLAN DE COMMUNICATION 2027;;
Poste;Montant HT;Remarques
1. ÉVÉNEMENTS;;
1.1 Salons;;
Salon A;1000;
Salon B;2000;
Total Salons;3000;
1.2 Soirées;;
Soirée clients;1500;
Total Soirées;1500;
TOTAL ÉVÉNEMENTS;4500;
2. DIGITAL;;
2.1 Site;;
Refonte;8000;
TOTAL DIGITAL;8000;
TOTAL GÉNÉRAL HT;12500;
TVA 20 %;2500;
TOTAL TTC;15000;
;;
Plafond;15000;
* sous réserve de validation;;
"""
ABOVE = """\
Postes;Budget;T1;T2
Salons;3 000;1 000;2 000
  Salon A;1 000;1 000;
  Salon B;2 000;;2 000
Digital;8 500;;8 500
  Refonte;8 000;;8 000
  Hébergement;500;;500
Total;11 500;1 000;10 500
"""
THOUSANDS = """\
Budget;(en K€);;
Nature de la dépense;Budget 2026;Réalisé 2026;Budget 2027
Salons;10,305;9,8;11,25
Presse;5,1;5,05;5
TOTAL;15,405;14,85;16,25
"""
SAGE = """\
"Compte"\t"Intitulé du compte"\t"Budget"\t"Réalisé"\t"Écart"
"623100"\t"Annonces"\t"12000,00"\t"10450,25"\t"1549,75"
"623300"\t"Foires"\t"25000,00"\t"26100,00"\t"-1100,00"
"Total"\t""\t"37000,00"\t"36550,25"\t"449,75"
"""
MET: dict[str, tuple[str, Expected]] = {
    "american": (AMERICAN, [
        (None, None, "Trade show booth", "12000"),
        (None, None, "Brochures", "3000"),
        (None, None, "Refund", "-500"),
    ]),
    "levels": (LEVELS, [
        ("1. ÉVÉNEMENTS", "1.1 Salons", "Salon A", "1000"),
        ("1. ÉVÉNEMENTS", "1.1 Salons", "Salon B", "2000"),
        ("1. ÉVÉNEMENTS", "1.2 Soirées", "Soirée clients", "1500"),
        ("2. DIGITAL", "2.1 Site", "Refonte", "8000"),
    ]),
    "totals above": (ABOVE, [
        ("Salons", None, "Salon A", "1000"),
        ("Salons", None, "Salon B", "2000"),
        ("Digital", None, "Refonte", "8000"),
        ("Digital", None, "Hébergement", "500"),
    ]),
    "thousands": (THOUSANDS, [(None, None, "Salons", "11250"), (None, None, "Presse", "5000")]),
    "sage": (SAGE, [(None, None, "Annonces", "12000"), (None, None, "Foires", "25000")]),
}  # fmt: skip


@pytest.mark.parametrize("name", MET)
def test_the_lines_and_nothing_else(name: str, tmp_path: Path) -> None:
    """Every total agrees, and the lines stand under their titles."""
    text, expected = MET[name]
    file = tmp_path / "table.csv"
    file.write_bytes(text.encode("cp1252"))
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    lines = found.plan.budget.values()
    made = [
        (line.category, line.group, line.label, line.amount or _product(line.unit_cost, line.quantity))
        for line in lines
    ]
    assert made == [(*place, Decimal(amount)) for *place, amount in expected]
    assert not [note for note in found.notes if note.is_trouble and not note.key.startswith("tables.currency")]


def _product(unit: object, quantity: object) -> Decimal:
    return Decimal(str(unit)) * Decimal(str(quantity))


def test_what_stands_below_the_total_is_kept_out_and_named(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(LEVELS, encoding="utf-8")
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    assert [(one.cell, one.value) for one in found.kept] == [("ligne 20", "15\u202f000,00")]
    assert [note.details["what"] for note in found.notes if note.key == "tables.empty_title"] == [
        "* sous réserve de validation"
    ]


def test_another_currency_is_said(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text(AMERICAN, encoding="utf-8")
    plan = empty_plan(tmp_path)
    found = open_table(plan, file).read(plan)
    assert {line.currency for line in found.plan.budget.values()} == {"USD"}
    assert [note.number for note in found.notes if note.is_trouble] == [3]


@pytest.mark.parametrize("name", ["suisse-tourisme", "twin-cities-gateway"])
@pytest.mark.parametrize("machine", [False, True])
def test_our_own_csv_comes_back_as_what_a_script_changed(name: str, machine: bool, tmp_path: Path) -> None:
    """Unchanged it changes nothing; one amount changed is one amount changed."""
    plan, file = example(name), tmp_path / "lines.csv"
    data = bytes_of(plan, FORMATS["csv"], Options("fr", "internal", machine=machine)).decode("utf-8-sig")
    file.write_text(data, encoding="utf-8-sig")
    assert open_table(plan, file).read(plan).plan is plan
    before, after = ("960000", "960001") if name == "suisse-tourisme" else ("20000", "20001")
    file.write_text(re.sub(rf"(?<!\d){before}(?=[.,]00)", after, data), encoding="utf-8-sig")
    changed = differences(plan, open_table(plan, file).read(plan).plan)
    assert [(one.path.split(".")[-1], one.after) for one in changed if not one.path.endswith("provenance")] == [
        ("amount", Decimal(after))
    ]


_PIECES = st.one_of(
    st.binary(max_size=4), st.sampled_from([b'"', b";", b"\n", b"\x00", b"\xff", b"1,2.3", b"=", b"total "])
)
_CUTS = st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 30), _PIECES), min_size=1, max_size=6)
_SHEET = Dialect().data([Written(f"Poste {n}", "Salons", n * 1000) for n in range(9)])


@settings(max_examples=some(150))
@given(cuts=_CUTS, is_book=st.booleans())
def test_whatever_is_done_to_a_table(cuts: list[tuple[int, int, bytes]], is_book: bool) -> None:
    """It is read, or refused in a sentence."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        plan, file = empty_plan(folder), folder / ("table.xlsx" if is_book else "table.csv")
        content = bytearray(merged_book(file).read_bytes() if is_book else _SHEET)
        for at, gone, piece in cuts:
            content[at % len(content) : at % len(content) + gone] = piece
        file.write_bytes(content)
        try:
            opened = open_table(plan, file)
            opened.source.preview(opened.answers)
            opened.read(plan)
        except (ImportRefusedError, ArrivalRefusedError):
            return


def test_a_hostile_label_is_inert(ask: Ask, tmp_path: Path) -> None:
    """What a terminal could obey stays out of what is said, and what the plan cannot hold is named with its place."""
    (tmp_path / "plan.toml").write_text('format = 1\n\n[plan]\ntitle = "x"\n', encoding="utf-8")
    file = tmp_path / "table.csv"
    file.write_text("Libellé;Montant\n\"=cmd|' /C calc'!A0\";1\n\x1b[31mred\x07;2\n[bold]x[/];3\n", encoding="utf-8")
    told = ask("import", "plan.toml", file)
    assert told.status in (0, 1, 2)
    assert "\x1b" not in told.out + told.err
    assert "\x07" not in told.out + told.err


def test_cells_of_a_megabyte_take_no_time(tmp_path: Path) -> None:
    """Whatever stands in them, no pattern is tried on them over and over."""
    file = tmp_path / "table.csv"
    odd = ["1 " * 200_000, "total " * 100_000, "a.b." * 100_000, "(" * 300_000, "budget " * 90_000 + "x", "1" * 400_000]
    file.write_text(
        "Libellé;Montant\n" + "".join(f"{cell};{cell}\nSalon {n};1\n" for n, cell in enumerate(odd)), encoding="utf-8"
    )
    plan = empty_plan(tmp_path)
    began = time.process_time()
    found = open_table(plan, file).read(plan)
    assert len(found.plan.budget) == len(odd)
    assert len(found.kept) <= len(odd)
    assert time.process_time() - began < 10
