"""The budget workbench by its keys: the five commonest what-ifs, and what must never happen while they are tried."""

from decimal import Decimal
from pathlib import Path

import pytest

from model.breakdowns import breakdown, total
from model.overlay import applied
from tests.tui.pages import NARROW, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
ceiling = 5000

[objectives.O1]
title = "Devis signés"

[objectives.O2]
title = "Notoriété"

[actions.A1]
title = "Salon"
objectives = ["O1"]

[actions.A1.milestones.J1]
title = "Stand monté"
due = 2027-03-15

[actions.A2]
title = "Site"
objectives = ["O2"]

[drivers.jour]
value = 350

[budget.B1]
label = "Stand"
category = "salons"
action = "A1"
amount = 1000
status = "forecast"
priority = 1

[budget.B2]
label = "Traiteur"
category = "salons"
action = "A1"
amount = 500
priority = 5

[budget.B3]
label = "Refonte"
category = "web"
action = "A2"
amount = "=3*@jour"

[budget.B4]
label = "Publicité"
category = "web"
action = "A2"
amount = 450
status = "committed"
"""
TOTAL = Decimal(3000)


def amounts(ui: Interface) -> dict[str, Decimal]:
    """What each line comes to, as the scenario at work sees it."""
    return {id_: line.excl_tax for id_, line in _figures(ui).items()}


def _figures(ui: Interface):  # type: ignore[no-untyped-def]
    from model.amounts import figures

    return figures(ui.desk.seen)


# --- the five commonest -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [(120, 40), NARROW])
async def test_what_if_this_line_goes(language: Language, size: tuple[int, int]) -> None:
    """X leaves a line out in a scenario that opens by itself; the plan is as it was; x takes it back."""
    async with Interface.open(PLAN, language, size) as ui:
        before = ui.plan.budget
        await ui.press("f5", "x")
        assert ui.desk.scenario is not None
        assert plain(ui.words("grid.banner", title=ui.words("grid.what_if", n=1))) in plain(ui.list)
        assert plain(ui.words("grid.excluded")) in plain(ui.list)
        assert ui.plan.budget is before
        assert total(ui.desk.seen).excl_tax == TOTAL - 1000
        await ui.press("x")
        assert total(ui.desk.seen).excl_tax == TOTAL


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_if_the_action_goes(language: Language) -> None:
    """X leaves a whole action out, and says which objective has no funded action any more."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f5", "X")
        assert total(ui.desk.seen).excl_tax == TOTAL - 1500
        told = plain(ui.list)
        assert plain(ui.words("cli.what_if.objective_unfunded", name="O1 Devis signés", because="")) in told


async def test_what_if_ten_percent_less_on_marked_lines() -> None:
    """Space marks lines; one entry is for all of them, and one undo takes it back."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "space", "space", "up", *"-10%", "enter")
        assert amounts(ui) == {"B1": 900, "B2": 450, "B3": 1050, "B4": 450}
        await ui.press("ctrl+z")
        assert amounts(ui) == {"B1": 1000, "B2": 500, "B3": 1050, "B4": 450}


async def test_what_if_a_category_costs_so_much() -> None:
    """Typed over a sub-total, a sum is spread pro rata over the lines that may move."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "g", "up")
        assert ui.workspace.grid.row.kind == "group"
        await ui.press(*"900", "enter")
        assert amounts(ui) == {"B1": 600, "B2": 300, "B3": 1050, "B4": 450}
        await ui.press("h", "up", *"800", "enter")
        assert amounts(ui) == {"B1": 600, "B2": 200, "B3": 1050, "B4": 450}


async def test_what_if_a_total_is_out_of_reach() -> None:
    """What held and committed lines do not leave room for is refused, by how much; nothing changes."""
    async with Interface.open(PLAN) as ui:
        before = ui.plan
        await ui.press("f5", "end", *"400", "enter")
        assert ui.plan is before
        assert "50" in ui.told
        assert "✗" in ui.told


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_if_it_starts_later(language: Language) -> None:
    """D delays the action by months, its milestones with it."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f5", "D", "right", "right", "enter")
        due = ui.desk.seen.actions["A1"].milestones["J1"].due
        assert due is not None
        assert (due.month, due.day) == (5, 15)
        assert ui.plan.actions["A1"].milestones["J1"].due != due


# --- goals ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ((), {"B1": 702, "B2": 351, "B3": 737}),
        (("m",), {"B1": 1000, "B2": 0, "B3": 790}),
        (("space",), {"B1": 1000, "B2": 255, "B3": 535}),
    ],
)
async def test_a_goal_is_walked_before_it_is_kept(keys: tuple[str, ...], expected: dict[str, int]) -> None:
    """`<` proposes; m changes the method, Space spares a line; Enter keeps one step; what is committed stays."""
    async with Interface.open(PLAN) as ui:
        before = ui.plan
        await ui.press("f5", "end", *"<2240", "enter")
        assert ui.plan is before
        await ui.press(*keys, "enter")
        assert total(ui.plan).excl_tax == 2240
        now = amounts(ui)
        assert now.pop("B4") == 450
        assert {id_: round(amount) for id_, amount in now.items()} == expected
        await ui.press("ctrl+z")
        assert ui.plan is before


async def test_a_goal_left_changes_nothing() -> None:
    """Escape leaves the proposal; a goal that is met already only says so."""
    async with Interface.open(PLAN) as ui:
        before = ui.plan
        await ui.press("f5", "end", *"<100", "enter")
        assert "✗" in ui.dialog
        await ui.press("escape", *"<9000", "enter")
        assert ui.plan is before
        assert "3 000" in ui.told


# --- entries ----------------------------------------------------------------------------------------------------


async def test_the_preview_says_cell_plan_and_category() -> None:
    """While one types, before and after of the cell, the plan and the category are said in the same moment."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"-10%")
        for figure in ("1 000 → 900", "3 000 → 2 900", "1 500 → 1 400"):
            assert figure in ui.told


async def test_escape_leaves_file_and_plan_alone(tmp_path: Path) -> None:
    """Whatever was tried and left by Escape, the plan is the same and so are the file's bytes."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN)
    async with Interface.open(file) as ui:
        before = ui.plan
        await ui.press("f5", *"999", "escape", "d", "3", "escape", "end", *"7000", "escape", *"<10", "enter", "escape")
        assert ui.plan is before
    assert file.read_text() == PLAN


@pytest.mark.parametrize("typed", ["=1/0", "=@jour/0", "=@nobody", "=2+", "=" + "9" * 400, "=__import__('os')"])
async def test_a_formula_without_a_value_is_told_in_the_cell(typed: str) -> None:
    """Division by zero, unknown names, absurd sizes, anything but arithmetic: one message, the entry stays open."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *typed, "enter")
        assert ui.value("budget.B1.amount") == 1000
        assert "✗" in ui.told


async def test_a_month_typed_makes_a_line_of_months() -> None:
    """A figure typed in a month leaves the other months as they were; the sum follows."""
    async with Interface.open(PLAN) as ui:
        column = "2027-03"
        await ui.press("f5")
        while ui.workspace.grid.column != column:
            before = ui.workspace.grid.column
            await ui.press("right")
            assert ui.workspace.grid.column != before
        old = breakdown(ui.plan, "month")
        await ui.press(*"500", "enter")
        now = breakdown(ui.plan, "month")
        assert ui.plan.budget["B1"].months[column] == 500
        assert {m: now[m] for m in now if m != column} == {m: old[m] for m in old if m != column}


EVEN = PLAN.replace("amount = 1000", "amount = 1200").replace("amount = 500\n", "amount = 600\n")
"""Lines that come to whole euros in each of twelve months."""


async def _to_column(ui: Interface, column: str) -> None:
    while ui.workspace.grid.column != column:
        before = ui.workspace.grid.column
        await ui.press("right")
        assert ui.workspace.grid.column != before


@pytest.mark.parametrize("size", [(120, 40), NARROW])
@pytest.mark.parametrize("with_scenario", [False, True])
async def test_a_month_of_a_group_takes_an_entry(size: tuple[int, int], with_scenario: bool) -> None:
    """It is told before and after, spread over the group's lines in one step, and left as it was where it cannot be."""
    async with Interface.open(EVEN, size=size) as ui:
        before = ui.plan.budget
        await ui.press("f5", *("xx" if with_scenario else ""), "g", "home")
        assert ui.workspace.grid.row.kind == "group"
        await _to_column(ui, "2027-03")
        await ui.press(*"300")
        assert ui.plan.budget == before
        assert "mars 150 → 300 (+150,00)" in ui.told
        await ui.press("enter")
        assert amounts(ui) == {"B1": 2400, "B2": 1200, "B3": 1050, "B4": 450}
        assert breakdown(ui.desk.seen, "month")["2027-03"].excl_tax == 425
        await ui.press("ctrl+z")
        assert amounts(ui) == {"B1": 1200, "B2": 600, "B3": 1050, "B4": 450}
        await ui.press("end", "up", "up", "up", *"10", "enter")
        assert ui.workspace.grid.row.key == "web"
        assert "✗" in ui.told
        assert "27,50" in ui.told
        assert amounts(ui)["B3"] == 1050


async def test_a_goal_for_a_month_of_a_group_is_walked() -> None:
    """`<` on the same cell shows which lines would move, and keeps them as one step."""
    async with Interface.open(EVEN) as ui:
        await ui.press("f5", "g", "home")
        await _to_column(ui, "2027-03")
        await ui.press(*"<75", "enter")
        assert "B1" in ui.dialog
        assert "B3" not in ui.dialog
        await ui.press("enter")
        assert amounts(ui) == {"B1": 600, "B2": 300, "B3": 1050, "B4": 450}


async def test_cells_come_from_a_spreadsheet_and_go_back() -> None:
    """Tab-separated rows fill the cells they fall on, as one step; a selection is copied as rows."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5")
        await ui.paste("1 200,50\t\t900\n700\n")
        assert amounts(ui) == {"B1": Decimal("1200.50"), "B2": 700, "B3": 1050, "B4": 450}
        assert ui.value("budget.B1.last_year") == 900
        await ui.press("ctrl+z")
        assert amounts(ui)["B1"] == 1000
        await ui.press("home", "shift+down", "ctrl+c")
        assert ui.app.clipboard == "1000,00\n500,00"


async def test_a_paste_that_is_no_number_changes_nothing() -> None:
    """One cell that is no value refuses the whole paste, and is named."""
    async with Interface.open(PLAN) as ui:
        before = ui.plan
        await ui.press("f5")
        await ui.paste("100\nbeaucoup\n")
        assert ui.plan is before
        assert "beaucoup" in ui.told


async def test_the_filter_narrows_as_one_types() -> None:
    """f, then letters: accents aside; Escape shows all lines again."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "f", *"publicite")
        assert ui.workspace.grid._ids == ["B4"]
        await ui.press("escape")
        assert ui.workspace.grid._ids == ["B1", "B2", "B3", "B4"]


async def test_lines_are_sorted_and_back() -> None:
    """O sorts by the current column, largest first, then smallest, then as in the plan."""
    async with Interface.open(PLAN) as ui:
        grid = ui.workspace.grid
        await ui.press("f5", "o")
        assert grid._ids == ["B3", "B1", "B2", "B4"]
        await ui.press("o")
        assert grid._ids == ["B4", "B2", "B1", "B3"]
        await ui.press("o")
        assert grid._ids == ["B1", "B2", "B3", "B4"]


async def test_groups_fold() -> None:
    """Enter on a group's row hides its lines and keeps its sum; again shows them."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "g", "up", "enter")
        assert ui.workspace.grid._ids == ["B3", "B4"]
        assert "1 500,00" in plain(ui.list)
        await ui.press("enter")
        assert ui.workspace.grid._ids == ["B1", "B2", "B3", "B4"]


# --- scenarios --------------------------------------------------------------------------------------------------


async def test_with_a_scenario_every_edit_goes_to_it() -> None:
    """Cells and the form of a line write into the scenario at work; Delete gives a cell back to the plan."""
    async with Interface.open(PLAN) as ui:
        budget = ui.plan.budget
        await ui.press("f5", "down", "x", "x", "up", *"+500", "enter", "up")
        assert amounts(ui)["B1"] == 1500
        assert ui.value(f"scenarios.{ui.desk.scenario}.budget.B1.amount") == "+500"
        await ui.to_field("budget.B1.category")
        await ui.type("foires")
        assert ui.desk.seen.budget["B1"].category == "foires"
        assert ui.plan.budget == budget
        await ui.press("escape", "delete")
        assert amounts(ui)["B1"] == 1000


async def test_a_scenario_keeps_following_the_plan() -> None:
    """A change relative to the plan stays so when the plan moves: a scenario is no copy."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "x", "x", *"-10%", "enter")
        scenario = ui.desk.scenario
        ui.desk.session.asked_scenario = None
        await ui.press("up", *"2000", "enter")
        assert applied(ui.plan, scenario).budget["B1"].amount == 1800


async def test_keys_typed_ahead_are_never_lost() -> None:
    """A figure, Enter and the next figure written at once land in their cells."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"123", "enter", *"456", "enter", "down", *"789", "enter")
        assert amounts(ui) == {"B1": 123, "B2": 456, "B3": 1050, "B4": 789}


MONTHLY = PLAN.replace("amount = 500\n", "", 1).replace(
    "[budget.B3]", "[budget.B2.months]\n2027-03 = 300\n2027-05 = 200\n\n[budget.B3]"
)


async def test_a_month_renamed_in_a_scenario_is_no_longer_spent_where_it_was() -> None:
    """In the form of a line the month's new name takes the money along, not the plan's; passing by says nothing."""
    async with Interface.open(MONTHLY) as ui:
        budget = ui.plan.budget
        await ui.press("f5", "x", "x", "down")
        scenario = ui.desk.scenario
        await ui.to_field("budget.B2.months.2027-05")
        await ui.press("tab", "tab", "shift+tab")
        assert "B2" not in ui.plan.scenarios[scenario or ""].budget
        await ui.to_field("budget.B2.months.2027-05")
        assert ui.part == "key"
        await ui.press(*"06/2027", "tab", "tab")
        months = {month: amount for month, amount in ui.desk.seen.budget["B2"].months.items() if amount}
        assert months == {"2027-03": 300, "2027-06": 200}
        assert ui.plan.budget == budget
        await ui.press("ctrl+z")
        assert ui.desk.seen.budget["B2"].months == budget["B2"].months


async def test_a_month_removed_in_a_scenario_counts_nothing() -> None:
    """Ctrl+D takes the month's money out of the scenario, not out of the plan."""
    async with Interface.open(MONTHLY) as ui:
        budget = ui.plan.budget
        await ui.press("f5", "x", "x", "down")
        await ui.to_field("budget.B2.months.2027-05")
        await ui.press("ctrl+d")
        assert amounts(ui)["B2"] == 300
        assert ui.plan.budget == budget


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_shares_of_a_line_are_a_scenario_s_to_change(language: Language) -> None:
    """They are in its form, and replace the plan's as a whole; whose the quotes and the history are is said there."""
    shared = PLAN.replace('action = "A2"\namount = 450', "amount = 450\nshares = { A1 = 60, A2 = 40 }")
    async with Interface.open(shared, language) as ui:
        budget = ui.plan.budget
        await ui.press("f5", "x", "x", "end", "up")
        assert ui.record == "B4"
        await ui.press("enter")
        await ui.to_field(ui.fields[-1])
        assert plain(ui.words("grid.aside", key="F8")) in plain(ui.form)
        await ui.to_field("budget.B4.shares.A1")
        await ui.press("tab", *"10", "tab")
        scenario = ui.plan.scenarios[ui.desk.scenario or ""]
        assert scenario.budget["B4"].shares == {"A1": 10, "A2": 40}
        assert ui.desk.seen.budget["B4"].shares == {"A1": 10, "A2": 40}
        await ui.to_field("budget.B4.shares.A1")
        await ui.press("tab", *"60", "tab")
        assert "B4" not in ui.plan.scenarios[ui.desk.scenario or ""].budget
        assert ui.plan.budget == budget
        await ui.press("f8")
        assert "budget.B4.quotes" in {slot.table for slot in ui.workspace.form.state.slots}
