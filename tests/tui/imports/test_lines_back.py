"""The exported CSV, edited: exactly those edits, in both dialects, from a French Excel and through LibreOffice."""

import csv
import io
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.amounts import figures
from model.differences import differences
from model.examples import NAMES, text
from model.plan import Plan
from model.store.ids import ids_taken
from model.store.reading import loads
from model.store.writing import dumps
from tests.sampling import some
from tests.strategies import plans
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS
from tui.formats.values import Reader
from tui.imports.lines_back.source import source
from tui.imports.outcome import Returned
from tui.imports.recognition import recognised
from tui.imports.refusing import ImportRefusedError
from tui.words import Language, Words

PLANS = {name: loads(text(name)) for name in NAMES}
PLAN = loads(b"""\
format = 1

[plan]
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20

[actions.A1]
title = "Salon, printemps"

[budget.B1]
label = "Stand"
category = "Salons"
action = "A1"
amount = 1000.05
status = "forecast"

[budget.B2]
label = "=Brochure"
unit_cost = 0.125
quantity = 1000

[budget.B3]
label = "Presse"
prices = "incl_tax"
tax_rate = 5.5
amount = 211

[budget.B3.months]

[budget.B4]
label = "Campagne"

[budget.B4.months]
2027-03 = 100
2027-04 = 300

[budget.B5]
label = "Dollars"
amount = 100
currency = "USD"
exchange_rate = 0.9

[budget.B6]
label = "Compris"
amount = 50
included_in = "B1"
""")
DIALECTS: list[tuple[Language, bool]] = [("fr", False), ("en", False), ("fr", True)]


def _rows(plan: Plan, language: Language = "fr", machine: bool = False) -> list[list[str]]:
    data = bytes_of(plan, FORMATS["csv"], Options(language, "internal", machine=machine)).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(data, newline=""), delimiter="," if machine else ";"))


def _read(plan: Plan, rows: list[list[str]], folder: Path, separator: str = ";", encoding: str = "utf-8") -> Returned:
    text_ = io.StringIO(newline="")
    csv.writer(text_, delimiter=separator).writerows(rows)
    file = folder / "back.csv"
    file.write_bytes(text_.getvalue().encode(encoding))
    assert recognised(file) == "csv"
    return source(plan, file, Reader.of(Words("en"), "en", plan)).read(plan, {})


def _edit(rows: list[list[str]], id_: str, at: str, value: str) -> None:
    next(row for row in rows if row[0] == id_)[rows[0].index(at)] = value


def _changed(found: Returned, before: Plan = PLAN) -> dict[str, Any]:
    return {one.path.removeprefix("budget."): one.after for one in differences(before, found.plan)}


def _why(found: Returned) -> list[str]:
    return [one.why.key.rpartition(".")[2] for one in found.kept if one.why]


@pytest.mark.parametrize(("language", "machine"), DIALECTS)
@pytest.mark.parametrize("name", [*NAMES, "ours"])
def test_nothing_edited_nothing_changes(name: str, language: Language, machine: bool, tmp_path: Path) -> None:
    plan = PLANS.get(name, PLAN)
    found = _read(plan, _rows(plan, language, machine), tmp_path, "," if machine else ";")
    assert found.plan is plan
    assert found.is_fine
    assert found.notes == []


@settings(max_examples=some(60), deadline=None)
@given(plan=plans().filter(lambda plan: bool(plan.budget) and not list(ids_taken(plan))))
def test_any_plan_comes_back_as_it_is(plan: Plan, tmp_path_factory: pytest.TempPathFactory) -> None:
    found = _read(plan, _rows(plan), tmp_path_factory.mktemp("csv"))
    assert dumps(found.plan) == dumps(plan)


@settings(max_examples=some(60), deadline=None)
@given(data=st.data())
def test_exactly_the_amounts_that_were_edited(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    """On either side of the tax, in either dialect; the others stay to the cent."""
    name = data.draw(st.sampled_from(NAMES))
    plan, (language, machine) = PLANS[name], data.draw(st.sampled_from(DIALECTS))
    rows = _rows(plan, language, machine)
    editable = [row for row in rows[1:] if plan.budget[row[0]].included_in is None and not plan.budget[row[0]].currency]
    expected = {id_: money.excl_tax for id_, money in figures(plan).items()}
    for row in data.draw(st.lists(st.sampled_from(editable), max_size=4, unique_by=lambda row: row[0])):
        cents = data.draw(st.integers(-(10**8), 10**8))
        own = "incl_tax" if (plan.budget[row[0]].prices or plan.plan.prices) == "incl_tax" else "excl_tax"
        at = {"excl_tax": -4, "incl_tax": -2}[own]
        row[at] = f"{Decimal(cents) / 100:.2f}".replace(".", "." if machine else ",")
        rate = plan.budget[row[0]].tax_rate if plan.budget[row[0]].tax_rate is not None else plan.plan.tax_rate
        if not rate:
            row[-2] = row[-4] = row[at]
            expected[row[0]] = Decimal(cents) / 100
        else:
            expected.pop(row[0])
    found = _read(plan, rows, tmp_path_factory.mktemp("csv"), "," if machine else ";")
    now = {id_: money.excl_tax for id_, money in figures(found.plan).items() if id_ in expected}
    assert now == expected


EDITS = [
    ("B1", "HT", "1 200,10", {"B1.amount": Decimal("1200.1")}),
    ("B1", "TTC", "1440,12", {"B1.amount": Decimal("1200.1")}),
    ("B1", "Intitulé", "Stand d'angle", {"B1.label": "Stand d'angle"}),
    ("B1", "Catégorie", "", {"B1.category": None}),
    ("B1", "État", "Engagé", {"B1.status": "committed"}),
    ("B1", "Action", "", {"B1.action": None}),
    ("B2", "Action", "A1", {"B2.action": "A1"}),
    ("B2", "Action", "salon, printemps", {"B2.action": "A1"}),
    ("B2", "Intitulé", "'=Brochure A5", {"B2.label": "=Brochure A5"}),
    ("B2", "Intitulé", "=Brochure", {}),
    ("B2", "HT", "250,00", {"B2.unit_cost": Decimal("0.25")}),
    ("B1", "Taux de taxe", "10", {"B1.tax_rate": 10}),
    ("B3", "TTC", "422,00", {"B3.amount": 422}),
    ("B3", "HT", "400,00", {"B3.amount": 422}),
    ("B4", "HT", "800,00", {"B4.months.2027-03": 200, "B4.months.2027-04": 600}),
]


@pytest.mark.parametrize(("id_", "at", "value", "changed"), EDITS, ids=[f"{e[0]}-{e[1]}-{e[2]}" for e in EDITS])
def test_each_cell_is_its_field(id_: str, at: str, value: str, changed: dict[str, Any], tmp_path: Path) -> None:
    """Whatever form a line has; Latin-9 and commas between cells as another spreadsheet saves them."""
    rows = _rows(PLAN)
    _edit(rows, id_, at, value)
    for separator, encoding in ((";", "utf-8"), ("\t", "iso-8859-15"), (",", "utf-8-sig")):
        found = _read(PLAN, rows, tmp_path, separator, encoding)
        assert _changed(found) == changed
        assert not found.kept


LEFT = [
    ("B5", "HT", "100,00", "foreign"), ("B6", "HT", "1,00", "included"), ("B1", "Taxe", "1,00", "tax"),
    ("B1", "HT", "beaucoup", "unreadable"), ("B1", "Monnaie", "USD", "currency"), ("B1", "Action", "A9", "no_action"),
    ("B1", "État", "perdu", "no_choice"), ("B1", "id", "B99", "unknown"), ("B1", "id", "B2", "twice"),
    ("B1", "TTC", "1200,05", ""),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "at", "value", "why"), LEFT, ids=[one[3] or "derived" for one in LEFT])
def test_what_cannot_be_taken_is_told(id_: str, at: str, value: str, why: str, tmp_path: Path) -> None:
    rows = _rows(PLAN)
    _edit(rows, id_, at, value)
    found = _read(PLAN, rows, tmp_path)
    if why:
        assert why in _why(found)
        assert _changed(found) == {}
    else:
        assert _changed(found) == {"B1.amount": Decimal("1000.04")}


def test_rows_come_and_go(tmp_path: Path) -> None:
    """One without an id is a new line; one that is gone stays in the plan, and is told."""
    rows = _rows(PLAN)
    rows[2] = ["", "Nouvelle", "Salons", *rows[2][3:9], "10,00", "2,00", "12,00", "EUR"]
    found = _read(PLAN, rows, tmp_path)
    line = found.plan.budget["B7"]
    assert (line.label, line.amount, line.provenance) == ("Nouvelle", Decimal(10), "back.csv, row 3")
    assert [(note.key, note.number) for note in found.notes] == [("lines_back.missing", 1)]
    assert "B2" in found.plan.budget


def test_a_total_below_is_no_line(tmp_path: Path) -> None:
    rows = _rows(PLAN)
    rows += [["", "Total", *[""] * 7, "5000,00", "0,00", "5000,00", "EUR"], ["", "", "x", *[""] * 10]]
    found = _read(PLAN, rows, tmp_path)
    assert found.plan is PLAN
    assert _why(found) == ["total", "unnamed"]


def test_sides_that_disagree_are_told(tmp_path: Path) -> None:
    rows = _rows(PLAN)
    _edit(rows, "B1", "HT", "100,00")
    _edit(rows, "B1", "TTC", "121,00")
    found = _read(PLAN, rows, tmp_path)
    assert _changed(found) == {"B1.amount": 100}
    assert [note.key for note in found.notes if note.is_trouble] == ["lines_back.disagrees"]


def test_another_header_is_none_of_ours(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("id;Intitulé;Montant\nB1;Stand;5\n", encoding="utf-8")
    assert recognised(file) == "lines"
    with pytest.raises(ImportRefusedError, match="not_ours"):
        source(PLAN, file, Reader.of(Words("en"), "en", PLAN))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice")
def test_through_libreoffice(tmp_path: Path) -> None:
    """Opened as French people open it, saved as a workbook and as a CSV again: nothing changed, but one amount."""
    rows = _rows(PLAN)
    _edit(rows, "B1", "HT", "2000,00")
    text_ = io.StringIO(newline="")
    csv.writer(text_, delimiter=";").writerows(rows)
    (tmp_path / "in.csv").write_bytes(text_.getvalue().encode("utf-8-sig"))
    for kind in ("xlsx", "csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,false"):
        command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
        command += ["--infilter=CSV:59,34,76,1,,1036", "--convert-to", kind, "--outdir", str(tmp_path / "out")]
        subprocess.run([*command, str(tmp_path / "in.csv")], check=True, capture_output=True, timeout=120)
    for name in ("in.xlsx", "in.csv"):
        file = tmp_path / "out" / name
        assert recognised(file) == "csv"
        found = source(PLAN, file, Reader.of(Words("fr"), "fr", PLAN)).read(PLAN, {})
        assert _changed(found) == {"B1.amount": 2000}
        assert not found.kept
