"""Invoices on budget lines: proposed with a reason, to the cent, once; credit notes, deposits, other currencies."""

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan import Plan
from model.store.reading import loads
from model.store.writing import dumps
from tests.commands import Ask
from tests.tui.imports.invoices.test_reading import WRITTEN
from tests.tui.imports.invoices.writing import Row, Written, cents, cii, pdf, ubl
from tui.formats.values import Reader
from tui.imports.invoices.opening import Invoices, source
from tui.imports.invoices.posting import figure, of_items
from tui.imports.invoices.reading import invoice_of
from tui.imports.outcome import Returned
from tui.words import Words

TEXT = """\
format = 1

[plan]
title = "Essai"
language = "fr"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20

[budget.B1]
label = "Stand du salon"
supplier = "Azur Expositions"
reference = "BC-2027-118"
amount = 1500

[budget.B2]
label = "Brochures"
supplier = "Imprimerie Durand SARL"
amount = 900

[budget.B3]
label = "Affiches"
supplier = "IMPRIMERIE DURAND"
amount = 100
prices = "incl_tax"

[budget.B4]
label = "Campagne bannières internationales"
currency = "USD"
exchange_rate = 0.9
amount = 1000
"""
ROW = Row(100, 100_000)


def loaded(text: str = TEXT) -> Plan:
    return loads(text.encode())


def _source(plan: Plan, folder: Path, *written: Written) -> Invoices:
    folder.mkdir(exist_ok=True)
    for number, one in enumerate(written):
        (folder / f"{number}.xml").write_bytes(cii(one))
    return source(plan, folder, Reader.of(Words("en"), "en", plan))


def _read(plan: Plan, folder: Path, *written: Written, **answers: str) -> Returned:
    return _source(plan, folder, *written).read(plan, answers)


def _codes(found: Returned) -> list[str]:
    return [one.why.key.rpartition(".")[2] for one in found.kept if one.why]


CASES = [
    (Written(order="bc 2027/118", seller="Somebody"), "B1", "reference BC"),
    (Written(seller="AZUR EXPOSITIONS SAS"), "B1", "only line"),
    (Written(seller="Imprimerie Durand", rows=(Row(100, 900_000),)), "B2", "this amount"),
    (Written(seller="Imprimerie Durand", rows=(Row(100, 83_333),)), "B3", "this amount"),
    (Written(seller="Imprimerie Durand", rows=(Row(name="Affiches A3"),)), "B3", "affiches"),
    (Written(seller="Imprimerie Durand"), "", "B2, B3"),
    (Written(seller="Régie X", rows=(Row(name="Bannières, campagne de mai"),)), "B4", "bannieres, campagne"),
    (Written(seller="Nobody"), "", "choose"),
]


@pytest.mark.parametrize(("written", "line", "why"), CASES, ids=[f"{one[1]}-{one[2]}" for one in CASES])
def test_a_line_is_proposed_with_its_reason(written: Written, line: str, why: str, tmp_path: Path) -> None:
    (question,) = _source(loaded(), tmp_path / "in", written).questions({})
    assert question.target == line
    assert why.lower() in question.why.lower()


def test_what_was_spent_grows(tmp_path: Path) -> None:
    """Two invoices and a credit note that names the first: spent, committed, status, and where it comes from."""
    found = _read(
        loaded(),
        tmp_path / "in",
        Written("F-1", order="BC-2027-118"),
        Written("F-2", order="BC-2027-118", rows=(Row(100, 50_005),)),
        Written("AV-1", order="BC-2027-118", kind="381", rows=(Row(100, 20_000),), preceding="F-1"),
    )
    line = found.plan.budget["B1"]
    assert found.is_fine
    assert (line.spent, line.committed, line.status) == (Decimal("130.01"), Decimal("150.01"), "invoiced")
    assert line.provenance
    assert 'avoir "AV-1" (900000025): -20.00 EUR hors taxes' in line.provenance
    assert found.plan == loads(dumps(found.plan))


def test_never_twice(tmp_path: Path) -> None:
    """Known from the plan's file alone; another seller may have the same number."""
    first = _read(loaded(), tmp_path / "a", Written(order="BC-2027-118")).plan
    kept = loads(dumps(first))
    again = _read(kept, tmp_path / "b", Written(order="BC-2027-118"), Written(siren="900000033", order="BC-2027-118"))
    assert _codes(again) == ["already"]
    assert again.plan.budget["B1"].spent == 200
    twice = _read(loaded(), tmp_path / "c", Written(order="BC-2027-118"), Written(order="BC-2027-118"))
    assert _codes(twice) == ["already"]


@pytest.mark.parametrize(("prices", "spent"), [("excl_tax", "100"), ("incl_tax", "105.5")])
def test_with_or_without_tax_as_the_line_says(prices: str, spent: str, tmp_path: Path) -> None:
    plan = loaded(TEXT.replace('prices = "excl_tax"', f'prices = "{prices}"'))
    found = _read(plan, tmp_path / "in", Written(order="BC-2027-118", rows=(Row(100, 100_000, 55),)))
    assert found.plan.budget["B1"].spent == Decimal(spent)


def test_another_currency_takes_the_line_s_rate_or_nothing(tmp_path: Path) -> None:
    """Half-up to the cent of the plan's currency."""
    written = Written(currency="USD", rows=(Row(100, 33_350),))
    found = _read(loaded(), tmp_path / "in", written, **{"F-1": "B4"})
    assert found.plan.budget["B4"].spent == Decimal("30.02")
    for target in ("B1", "new"):
        refused = _read(loaded(), tmp_path / "in", written, **{"F-1": target})
        assert _codes(refused) == ["foreign"]
        assert refused.plan == loaded()


def test_nothing_without_a_line(tmp_path: Path) -> None:
    found = _read(loaded(), tmp_path / "in", Written(seller="Nobody"))
    assert _codes(found) == ["no_line"]
    assert found.plan == loaded()


def test_a_new_line(tmp_path: Path) -> None:
    """What nobody planned: its label, its supplier, the rate of its tax where it is another."""
    found = _read(loaded(), tmp_path / "in", Written(rows=(Row(rate=55, name="Traiteur"),)), **{"F-1": "new"})
    line = found.plan.budget["B5"]
    assert (line.label, line.supplier, line.amount, line.tax_rate) == (
        "Traiteur",
        "Durand",
        Decimal(100),
        Decimal("5.5"),
    )
    assert (line.spent, line.status) == (Decimal(100), "invoiced")


def test_a_deposit_taken_before_counts_once(tmp_path: Path) -> None:
    deposit = Written("A-1", order="BC-2027-118", kind="386", rows=(Row(100, 300_000),))
    plan = _read(loaded(), tmp_path / "a", deposit).plan
    final = Written("F-9", rows=(Row(100, 1_000_000),), prepaid=36000, preceding="A-1")
    source_ = _source(plan, tmp_path / "b", final)
    assert [question.target for question in source_.questions({})] == ["B1", "less"]
    assert source_.read(plan, {}).plan.budget["B1"].spent == 1000
    assert source_.read(plan, {"F-9/less": "whole"}).plan.budget["B1"].spent == 1300


def test_a_deposit_in_the_same_folder_counts_once(tmp_path: Path) -> None:
    """The final invoice follows the deposit to its line, and counts less it."""
    deposit = Written("A-1", kind="386", rows=(Row(100, 300_000),))
    final = Written("F-9", rows=(Row(100, 1_000_000),), prepaid=36000, preceding="A-1")
    source_ = _source(loaded(), tmp_path / "in", deposit, final)
    assert [question.target for question in source_.questions({})] == ["", ""]
    answers = {"A-1": "B2"}
    assert [question.target for question in source_.questions(answers)] == ["B2", "B2", "less"]
    assert source_.read(loaded(), answers).plan.budget["B2"].spent == 1000


def test_what_was_paid_before_is_told_where_no_deposit_is_known(tmp_path: Path) -> None:
    final = Written("F-9", order="BC-2027-118", prepaid=3600)
    assert [note.key for note in _read(loaded(), tmp_path / "in", final).notes] == ["invoices.whole"]


def test_a_paid_invoice_pays_its_line(tmp_path: Path) -> None:
    """One that is paid whole; a line paid before keeps what it says of itself."""
    found = _read(loaded(), tmp_path / "a", Written(order="BC-2027-118", prepaid=12000))
    assert found.plan.budget["B1"].status == "paid"
    paid = loaded(TEXT.replace("amount = 1500\n", 'amount = 1500\nstatus = "paid"\n'))
    assert _read(paid, tmp_path / "b", Written(order="BC-2027-118")).plan.budget["B1"].status == "paid"


def test_line_by_line(tmp_path: Path) -> None:
    """Lines of the invoice on lines of the budget, its allowance spread over those of its rate."""
    rows = (Row(name="Stand"), Row(name="Affiches", rate=55), Row(name="Café"))
    written = Written(rows=rows, allowance=100)
    answers = {"F-1": "items", "F-1/1": "B1", "F-1/2": "B3", "F-1/3": ""}
    found = _read(loaded(), tmp_path / "in", written, **answers)
    assert _codes(found) == ["item"]
    assert found.plan.budget["B1"].spent == Decimal("99.5")
    assert found.plan.budget["B3"].spent == Decimal("105.5")


@given(WRITTEN, st.sampled_from(["excl_tax", "incl_tax"]))
def test_the_lines_of_an_invoice_are_the_whole_of_it(of: Written, prices: str) -> None:
    invoice = invoice_of(ubl(of))
    total = Decimal(cents(of.sums()[prices]))
    assert figure(invoice, prices) == (-abs(total) if of.kind == "381" else total)
    assert sum(of_items(invoice, prices)) == figure(invoice, prices)


def test_what_does_not_add_up_is_told_and_what_cannot_be_read_left(tmp_path: Path) -> None:
    source_ = _source(loaded(), tmp_path / "in", Written(order="BC-2027-118", wrong={"incl_tax": 1, "due": 1}))
    (tmp_path / "in" / "scan.pdf").write_bytes(pdf())
    source_ = source(loaded(), tmp_path / "in", source_.reader)
    found = source_.read(loaded(), {})
    assert [note.key for note in found.notes if note.is_trouble] == ["invoices.sum.incl_tax"]
    assert "120.01" in found.notes[0].told(Words("en"))
    assert _codes(found) == ["pdf_bare"]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_from_the_command_line(ask: Ask, tmp_path: Path, language: str) -> None:
    """A PDF, shown first, then taken; the second time it is refused as taken."""
    plan, file = tmp_path / "plan.toml", tmp_path / "f.pdf"
    plan.write_bytes(dumps(loaded()))
    file.write_bytes(pdf(("factur-x.xml", cii(Written(order="BC-2027-118")))))
    before = plan.read_bytes()
    told = ask("import", plan, file, "--lang", language)
    assert told.status == 0
    assert plan.read_bytes() == before
    assert all(word in told.plain for word in ("F-1", "Durand", "900000025", "BC-2027-118", "B1"))
    assert ask("import", plan, file, "--yes").status == 0
    again = ask("import", plan, file, "--yes", "--json")
    assert again.status == 1
    assert again.json["kept"][0]["why"]["code"] == "invoices.kept.already"
    lines = plan.read_text(encoding="utf-8").splitlines()
    new = [line for line in lines if line not in before.decode().splitlines()]
    assert [line.partition(" ")[0] for line in new] == ["committed", "spent", "status", "provenance"]


def test_hostile_texts_stay_inert(ask: Ask, tmp_path: Path) -> None:
    plan, file = tmp_path / "plan.toml", tmp_path / "f.xml"
    plan.write_bytes(dumps(loaded()))
    evil = 'Ev\u202eil\x9b31m {x} [bold] \\ "q" (y): 999.00 EUR'
    file.write_bytes(cii(Written(number=evil, seller=evil, siren="", order="BC-2027-118", rows=(Row(name=evil),))))
    told = ask("import", plan, file, "--yes")
    assert told.status == 0
    assert not set(told.out) & {"\u202e", "\x9b"}
    assert ask("import", plan, file, "--yes").status == 1
    assert loads(plan.read_bytes()).budget["B1"].spent == 100
