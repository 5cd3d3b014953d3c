"""An edited workbook comes back as exactly the edits."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from model.amounts import figures
from model.differences import differences
from model.edits import put
from model.incoming import ArrivalRefusedError
from model.overlay import applied
from model.plan import Plan
from tests.tui.exports.books import at, example, workbook
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.redaction import redacted
from tui.exports.registry import FORMATS
from tui.imports.refusing import ImportRefusedError
from tui.imports.workbook import returned as read_file

EXAMPLES = ("suisse-tourisme", "twin-cities-gateway")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return example("twin-cities-gateway")


@pytest.fixture
def file(plan: Plan, tmp_path: Path) -> Path:
    return workbook(plan, tmp_path / "plan.xlsx")


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_board_s_workbook_is_short_and_comes_back_whole(name: str, tmp_path: Path) -> None:
    """Amounts are shown in thousands; what the cells hold is exact, so nothing is taken for an edit."""
    plan = example(name)
    options = Options("fr", "board")
    file = tmp_path / "board.xlsx"
    file.write_bytes(bytes_of(plan, FORMATS["xlsx"], options))
    sheet = load_workbook(file)["Budget"]
    cell = at(sheet, "amount", next(id_ for id_, line in plan.budget.items() if isinstance(line.amount, Decimal)))
    assert "k" in cell.number_format
    assert Decimal(cell.value) in [line.amount for line in plan.budget.values()]
    assert not differences(redacted(plan, "board"), read_file(redacted(plan, "board"), file).plan)


@pytest.mark.parametrize("name", EXAMPLES)
def test_unedited_it_changes_nothing(name: str, tmp_path: Path) -> None:
    plan = example(name)
    found = read_file(plan, workbook(plan, tmp_path / "plan.xlsx", "fr"))
    assert found.plan is plan
    assert not found.kept


def test_exactly_the_edits_come_back(plan: Plan, file: Path) -> None:
    book = load_workbook(file)
    sheet = book["Budget"]
    at(sheet, "amount", "B2").value = 22000.5
    at(sheet, "label", "B3").value = "=not a formula but"
    at(sheet, "label", "B3").data_type = "s"
    at(sheet, "tax_rate", "B4").value = 0.055
    at(book["Objectives"], "deadline", "O1").value = "30/06/2020"
    at(book["Indicators"], "due", "K1").value = date(2020, 12, 15)
    book.save(file)
    found = read_file(plan, file)
    assert {one.path: one.after for one in differences(plan, found.plan)} == {
        "budget.B2.amount": Decimal("22000.5"),
        "budget.B3.label": "=not a formula but",
        "budget.B4.tax_rate": Decimal("5.5"),
        "objectives.O1.deadline": date(2020, 6, 30),
        "indicators.K1.due": date(2020, 12, 15),
    }


def test_rows_added_and_taken_away(plan: Plan, file: Path) -> None:
    book = load_workbook(file)
    sheet = book["Budget"]
    gone = at(sheet, "label", "B5").row
    for cell in sheet[gone]:
        cell.value = None
    row = 6 + len(plan.budget)
    columns = {cell.value: cell.column for cell in sheet[1]}
    for key, value in (("label", "Flags"), ("quantity", 3), ("unit_cost", "=2*100"), ("action", "A2")):
        sheet.cell(row, columns[key]).value = value
    book.save(file)
    after = read_file(plan, file).plan
    (new,) = after.budget.keys() - plan.budget.keys()
    line = after.budget[new]
    assert (line.label, line.quantity, line.unit_cost, line.action) == ("Flags", Decimal(3), "=2*100", "A2")
    assert line.provenance == f"plan.xlsx, Budget, {row}"
    assert plan.budget.keys() - after.budget.keys() == {"B5"}


def test_columns_and_rows_may_have_gone_elsewhere(plan: Plan, file: Path) -> None:
    book = load_workbook(file)
    sheet = book["Objectives"]
    sheet.insert_cols(2)
    sheet.insert_rows(1)
    book.save(file)
    assert read_file(plan, file).plan is plan


def test_what_the_plan_has_changed_since_is_kept(plan: Plan, file: Path) -> None:
    book = load_workbook(file)
    at(book["Budget"], "amount", "B2").value = 22000
    at(book["Budget"], "supplier", "B2").value = "Another"
    book.save(file)
    now = put(plan, "budget.B2.amount", Decimal(30000))
    found = read_file(now, file)
    assert [one.path for one in found.kept] == ["budget.B2.amount"]
    assert [one.path for one in differences(now, found.plan)] == ["budget.B2.supplier"]


@pytest.mark.parametrize(
    ("sheet", "key", "id_", "value", "says"),
    [
        ("Budget", "amount", "B2", "a lot", "a number"),
        ("Budget", "action", "B2", "A999", "the id of a record"),
        ("Objectives", "deadline", "O1", "some day", "a date"),
        ("Budget", "amount", "B2", "=VLOOKUP(1,A1:B2,2)", "computed"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_cell(
    plan: Plan, file: Path, sheet: str, key: str, id_: str, value: str, says: str
) -> None:
    book = load_workbook(file)
    cell = at(book[sheet], key, id_)
    cell.value = value
    book.save(file)
    with pytest.raises(ImportRefusedError) as refused:
        read_file(plan, file)
    assert refused.value.details["cell"] == cell.coordinate
    assert refused.value.details["sheet"] == sheet
    assert says in refused.value.details["expected"]


def test_two_forms_of_amount_are_refused(plan: Plan, file: Path) -> None:
    book = load_workbook(file)
    at(book["Budget"], "unit_cost", "B2").value = 12
    book.save(file)
    with pytest.raises(ArrivalRefusedError):
        read_file(plan, file)


def test_another_workbook_is_refused(plan: Plan, tmp_path: Path) -> None:
    file = tmp_path / "other.xlsx"
    file.write_bytes(b"PK nothing")
    with pytest.raises(ImportRefusedError):
        read_file(plan, file)


def test_a_figure_typed_for_a_scenario_is_what_the_scenario_says(tmp_path: Path) -> None:
    """The line's amount in that scenario; the plan's own line, and everything else, stays."""
    plan = example("suisse-tourisme")
    file = workbook(plan, tmp_path / "plan.xlsx")
    book = load_workbook(file)
    (scenario,) = plan.scenarios
    at(book["Scenarios"], f"{scenario}.excl_tax", "B3").value = 123456.78
    book.save(file)
    found = read_file(plan, file)
    assert not found.kept
    (change,) = differences(plan, found.plan)
    assert change.path.startswith(f"scenarios.{scenario}.budget.B3")
    assert figures(applied(found.plan, scenario))["B3"].excl_tax == Decimal("123456.78")


def test_a_figure_that_no_line_can_hold_there_is_told(tmp_path: Path) -> None:
    """The plan's own column is the budget's; a total with tax alone is no amount of a line without."""
    plan = put(example("suisse-tourisme"), "budget.B3.tax_rate", Decimal(20))
    file = workbook(plan, tmp_path / "plan.xlsx")
    book = load_workbook(file)
    (scenario,) = plan.scenarios
    at(book["Scenarios"], "plan.excl_tax", "B2").value = 1
    at(book["Scenarios"], f"{scenario}.incl_tax", "B3").value = 5000
    book.save(file)
    found = read_file(plan, file)
    assert not differences(plan, found.plan)
    assert [one.why.key for one in found.kept if one.why] == ["imports.scenario.plan", "imports.scenario.elsewhere"]
