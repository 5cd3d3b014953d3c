"""A ledger into a plan: each cost to its line or a new one, the same ledger twice the same plan, no cent twice."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import last_year
from model.differences import differences
from model.plan import Plan
from model.store.reading import load
from tests.sampling import some
from tests.tui.imports.ledgers import LABELS, SUPPLIERS, USUAL, Invoice, ledger
from tests.tui.imports.test_ledger_reading import invoices
from tui.formats.differences import Teller
from tui.formats.values import Reader
from tui.imports.ledger import apart
from tui.imports.ledger.reading import read_ledger
from tui.imports.ledger.spending import Key, Ledger
from tui.imports.outcome import Returned
from tui.imports.receiving import opened
from tui.imports.refusing import ImportRefusedError
from tui.words import Words

PLAN = """format = 1

[plan]
title = "Plan"
language = "en"
start = {year}-01-01
end = {year}-12-31
currency = "EUR"
prices = "{prices}"
tax_rate = 20
"""
FAIR = """
[budget.B1]
label = "Stand"
category = "Salons"
supplier = "comexposium  sas"
amount = 20000
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def plan_of(folder: Path, lines: str = "", year: int = 2026, prices: str = "excl_tax") -> Plan:
    file = folder / "plan.toml"
    file.write_text(PLAN.format(year=year, prices=prices) + lines, encoding="utf-8")
    return load(file).plan


def taken(plan: Plan, file: Path, answers: Mapping[str, str] | None = None) -> Returned:
    """What the ledger makes of the plan, in English."""
    reader = Reader.of(Words("en"), "en", plan)
    return opened(plan, file, reader, "ledger", answers or {}).read(plan)


def last_years(plan: Plan) -> dict[tuple[str | None, str | None], Decimal | None]:
    return {(line.category, line.supplier): line.last_year for line in plan.budget.values()}


def codes(found: Returned) -> list[str]:
    return [note.key for note in found.notes]


def test_a_line_for_each_category_and_supplier(folder: Path) -> None:
    """Without tax, credit notes taken off, what is no marketing left aside; a line that is there is changed."""
    before = plan_of(folder, FAIR)
    found = taken(before, ledger(folder, USUAL))
    assert last_years(found.plan) == {
        ("Salons", "comexposium  sas"): Decimal(18500),
        ("Honoraires", "Agence Éclat & Cie"): Decimal(9000),
        ("Annonces et insertions", "Régie Océane"): Decimal(4050),
        ("Annonces et insertions", "Google Ireland Ltd"): Decimal("2534.66"),
    }
    stand, new = found.plan.budget["B1"], found.plan.budget["B2"]
    assert (stand.label, stand.amount, stand.source) == ("Stand", Decimal(20000), None)
    assert stand.history == {"2025": Decimal(18500)}
    assert new.source == "last_year"
    assert new.label == "Annonces et insertions – Régie Océane"
    assert new.provenance == "123456789FEC20251231: 62310000, 2 entries"
    assert new.amount is None
    assert found.kept == []


def _sums(found: Ledger) -> dict[Key, tuple[int, int]]:
    return {key: (one.sum, one.lines) for key, one in found.spent.items()}


def test_read_elsewhere_as_here(folder: Path) -> None:
    """What a process of its own says of a ledger is what it would be here, refusals included."""
    file = ledger(folder, USUAL)
    here, there = read_ledger(file), apart.answered(apart.work(apart.asked(file)))
    for name in ("encoding", "siren", "closing", "lines", "entries", "debit", "vat", "labels", "days"):
        assert getattr(here, name) == getattr(there, name)
    assert _sums(here) == _sums(there)
    with pytest.raises(ImportRefusedError) as refused:
        apart.answered(apart.work(apart.asked(folder / "none.txt")))
    assert refused.value.key == "imports.missing"


@given(invoices, st.sampled_from(["", "100", "1000000"]))
@settings(max_examples=some(60), deadline=None)
def test_the_same_ledger_twice_and_every_cent_once(
    tmp_path_factory: pytest.TempPathFactory, of: list[Invoice], small: str
) -> None:
    """Whatever is gathered, the sum is that of the invoices, and nothing changes the second time."""
    folder = tmp_path_factory.mktemp("fec")
    file, plan = ledger(folder, of), plan_of(folder)
    answers = {"6": "Everything", "@small": small}
    first = taken(plan, file, answers)
    lines = first.plan.budget.values()
    assert sum(line.last_year or 0 for line in lines) * 100 == sum(invoice.amount for invoice in of)
    assert taken(first.plan, file, answers).plan == first.plan
    sums = Counter[str]()
    for invoice in of:
        sums[invoice.supplier] += invoice.amount
    apart = {name for name, amount in sums.items() if amount and abs(amount) >= 100 * int(small or 0)}
    assert {line.supplier for line in lines} - {"Other suppliers"} == apart


@given(invoices, st.lists(st.tuples(st.sampled_from(["A", "B"]), st.sampled_from(SUPPLIERS)), max_size=8))
@settings(max_examples=some(60), deadline=None)
def test_lines_that_are_there_get_theirs(
    tmp_path_factory: pytest.TempPathFactory, of: list[Invoice], pairs: list[tuple[str, str]]
) -> None:
    """A category and supplier that several lines have is not taken and named; all the rest is."""
    folder = tmp_path_factory.mktemp("fec")
    lines = "".join(
        f'\n[budget.B{n}]\nlabel = "x"\ncategory = "{category}"\nsupplier = "{supplier}"\n'
        for n, (category, supplier) in enumerate(pairs, 1)
    )
    plan, targets = plan_of(folder, lines), {account: "AB"[n % 2] for n, account in enumerate(sorted(LABELS))}
    found = taken(plan, ledger(folder, of), targets)
    sums = Counter[tuple[str, str]]()
    for invoice in of:
        sums[targets[invoice.account], invoice.supplier] += invoice.amount
    several = {pair for pair in sums if pairs.count(pair) > 1}
    got = Counter[tuple[str, str]]()
    for line in found.plan.budget.values():
        got[line.category or "", line.supplier or ""] += int((line.last_year or 0) * 100)
    assert {pair: cents for pair, cents in got.items() if cents} == {
        pair: cents for pair, cents in sums.items() if cents and pair not in several
    }
    assert len(found.kept) == len(several)


def test_a_prefix_a_category_a_line(folder: Path) -> None:
    """The longest beginning of an account decides; a line may be named by its id; an empty target leaves aside."""
    answers = {"6": "All", "623": "Ads", "62330000": "@B1", "6064": ""}
    found = taken(plan_of(folder, FAIR), ledger(folder, USUAL), answers)
    assert Counter(line.category for line in found.plan.budget.values()) == {"Salons": 1, "All": 1, "Ads": 2}
    assert found.plan.budget["B1"].last_year == Decimal(18500)


def test_a_line_that_is_not_there_is_refused(folder: Path) -> None:
    with pytest.raises(ImportRefusedError) as refused:
        taken(plan_of(folder), ledger(folder, USUAL), {"62330000": "@B9"})
    assert refused.value.key == "imports.no_target"


@pytest.mark.parametrize(
    ("year", "use", "field"), [(2026, "last_year", "last_year"), (2025, "spent", "spent"), (2028, "history", "")]
)
def test_what_the_year_is_for(folder: Path, year: int, use: str, field: str) -> None:
    """The year before the plan's, the plan's own, any other: told, and to another field each."""
    found = taken(plan_of(folder, FAIR, year), ledger(folder, USUAL))
    line = found.plan.budget["B1"]
    figures = {"last_year": line.last_year, "spent": line.spent}
    assert {name for name, value in figures.items() if value is not None} == ({field} if field else set())
    assert line.history == ({} if use == "spent" else {"2025": Decimal(18500)})
    assert f"ledger.use.{use}" in codes(found)


def test_origins_stand_beside_each_other(folder: Path) -> None:
    """What else a line rests on stays in its provenance; this ledger's own part is replaced, not repeated."""
    line = FAIR + "spent = 700\nprovenance = '\"FAC/1\" (732829320): 700.00 EUR'\n"
    file = ledger(folder, USUAL, name="export; copy.txt")
    once = taken(plan_of(folder, line, 2025), file).plan
    twice = taken(once, file, {"6226": "Salons"}).plan.budget["B1"]
    assert once.budget["B1"].spent == Decimal(18500)
    assert twice.provenance == '"FAC/1" (732829320): 700.00 EUR; export, copy.txt: 62330000, 1 entry'


def test_the_year_without_a_name(folder: Path) -> None:
    """A file that does not say when its year closes is of the year that holds its dates."""
    file = ledger(folder, USUAL, name="export.txt")
    assert "ledger.use.last_year" in codes(taken(plan_of(folder), file))
    assert "ledger.use.spent" in codes(taken(plan_of(folder, year=2025), file))
    assert "ledger.use.history" in codes(taken(plan_of(folder, year=2030), file))


def test_small_suppliers_are_gathered_once(folder: Path) -> None:
    """One line for those below the threshold; a supplier that has a line keeps it."""
    lines = '\n[budget.B1]\nlabel = "x"\ncategory = "Ads"\nsupplier = "Google Ireland Ltd"\n'
    answers = {"62": "Ads", "@small": "10000"}
    found = taken(plan_of(folder, lines), ledger(folder, USUAL), answers)
    assert last_years(found.plan) == {
        ("Ads", "Google Ireland Ltd"): Decimal("2534.66"),
        ("Ads", "Comexposium SAS"): Decimal(18500),
        ("Ads", "Other suppliers"): Decimal(13050),
    }
    assert taken(found.plan, ledger(folder, USUAL), answers).plan == found.plan


def test_many_suppliers_are_proposed_as_few(folder: Path) -> None:
    """Nobody reads hundreds of new lines: a threshold is proposed, and can be changed like any answer."""
    many = [Invoice("6231", f"Supplier {n:03d}", USUAL[0].day, 1000 * n, 0) for n in range(1, 200)]
    file, plan = ledger(folder, many), plan_of(folder)
    found = taken(plan, file)
    assert len(found.plan.budget) <= 61
    assert sum(line.last_year or 0 for line in found.plan.budget.values()) == 10 * 199 * 200 // 2
    assert len(taken(plan, file, {"@small": ""}).plan.budget) == 199


def test_another_mapping_is_told_of_what_it_leaves(folder: Path) -> None:
    """What an earlier import of the same ledger filled and this one does not is named: it might count twice."""
    file = ledger(folder, USUAL)
    first = taken(plan_of(folder), file)
    second = taken(first.plan, file, {"6226": "Agencies"})
    told = next(note for note in second.notes if note.key == "ledger.left")
    assert told.is_trouble
    assert first.plan.budget[told.details["lines"]].category == "Honoraires"


def test_next_years_ledger_finds_its_lines_again(folder: Path) -> None:
    """A year later the same client's lines are changed, the year before stays in their history."""
    first = taken(plan_of(folder), ledger(folder, USUAL)).plan
    later = [replace(one, day=one.day.replace(year=2026), amount=2 * one.amount) for one in USUAL]
    plan = first.replaced({"plan": plan_of(folder, year=2027).plan})
    found = taken(plan, ledger(folder, later, name="123456789FEC20261231.txt")).plan
    assert found.budget.keys() == first.budget.keys()
    line = found.budget["B1"]
    assert line.history == {"2025": first.budget["B1"].last_year, "2026": line.last_year}
    assert (line.provenance or "").startswith("123456789FEC20261231")


def test_tax_included_where_the_plan_counts_so(folder: Path) -> None:
    """A line that counts with tax gets last year with its tax; a new one says that it is without."""
    found = taken(plan_of(folder, FAIR, prices="incl_tax"), ledger(folder, USUAL))
    assert found.plan.budget["B1"].last_year == Decimal(22200)
    assert all(line.prices == "excl_tax" for id_, line in found.plan.budget.items() if id_ != "B1")


def test_a_foreign_line_is_left_alone(folder: Path) -> None:
    line = FAIR + 'currency = "USD"\nexchange_rate = 0.9\n'
    found = taken(plan_of(folder, line), ledger(folder, USUAL))
    assert found.plan.budget["B1"].last_year is None
    assert [one.why.key for one in found.kept if one.why] == ["ledger.kept.foreign"]


def test_another_companys_figures_stay(folder: Path) -> None:
    """Two companies with the same supplier: the second, which would take the first's place, is named and not taken."""
    first = taken(plan_of(folder), ledger(folder, USUAL)).plan
    found = taken(first, ledger(folder, USUAL, name="987654321FEC20251231.txt"))
    assert found.plan == first
    assert {one.why.key for one in found.kept if one.why} == {"ledger.kept.other_ledger"}
    assert len(found.kept) == len(first.budget)


def test_months_of_last_year(folder: Path) -> None:
    """New lines begin with last year's months, which sum to last year; those that are there keep theirs."""
    found = taken(plan_of(folder, FAIR), ledger(folder, USUAL), {"@months": "yes"})
    assert found.plan.budget["B2"].months == {"2026-01": Decimal(4500), "2026-12": Decimal(-450)}
    assert found.plan.budget["B1"].months == {}
    assert all(
        sum(map(Decimal, line.months.values())) == line.last_year for line in found.plan.budget.values() if line.months
    )


def test_start_from_last_year(folder: Path) -> None:
    """What came in is where *start from last year* starts: new lines are filled, phased ones keep their proportions."""
    file, three = ledger(folder, USUAL), Decimal(3)
    open_ = taken(plan_of(folder), file).plan
    begun = last_year.taken(open_, last_year.filled(open_, three)).budget["B1"]
    assert (begun.last_year, begun.amount) == (Decimal(4050), Decimal("4171.5"))
    phased = taken(plan_of(folder), file, {"@months": "yes"}).plan
    begun = last_year.taken(phased, last_year.filled(phased, three, overwrite=True)).budget["B1"]
    assert begun.months == {"2026-01": Decimal(4635), "2026-12": Decimal("-463.5")}


@pytest.mark.parametrize(
    ("year", "figure"), [(2026, "last year 9,000"), (2025, "spent 9,000"), (2029, "history 2025 9,000")]
)
def test_what_is_new_says_its_figures(folder: Path, year: int, figure: str) -> None:
    """Before it is taken, a new line is read with what the ledger gives it."""
    before = plan_of(folder, year=year)
    after = taken(before, ledger(folder, USUAL)).plan
    teller = Teller(before, after, Reader.of(Words("en"), "en", after))
    told = [sentence for _, sentence in teller.sentences(differences(before, after))]
    assert any(figure in sentence and "Agence Éclat" in sentence for sentence in told)


def test_a_mapping_is_remembered_for_the_client(folder: Path) -> None:
    """The next ledger of the same SIREN is read as this one was; what its year is for is asked anew."""
    plan = plan_of(folder)
    reader = Reader.of(Words("en"), "en", plan)
    source = opened(plan, ledger(folder, USUAL), reader)
    source.decide("62260000", "Agencies")
    source.decide("@small", "500")
    source.remember()
    again = opened(plan, ledger(folder, USUAL, name="123456789FEC20261231.txt"), reader)
    asked = {question.key: question.target for question in again.source.questions(again.answers)}
    assert again.is_recalled
    assert (asked["62260000"], asked["@small"], asked["@use 2026"]) == ("Agencies", "500", "spent")
    other = opened(plan, ledger(folder, USUAL, name="987654321FEC20251231.txt"), reader)
    assert not other.is_recalled
