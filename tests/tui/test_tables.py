"""The tables inside a form: their rows come from the empty one, stay in order, and go."""

from datetime import date
from decimal import Decimal

from tests.tui.pages import Interface, plain

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
tax_rate = 20

[team.marie]
name = "Marie"

[team.paul]
name = "Paul"

[objectives.O1]
title = "Trente mairies"
target = 30

[actions.A1]
title = "Salon"

[actions.A2]
title = "Brochure"

[budget.B1]
label = "Stand"

[indicators.K1]
name = "Contrats"
objective = "O1"
unit = "contrats"
"""


async def test_rows_are_typed_one_after_the_other() -> None:
    """Tab after a row's last cell goes to the next empty row: a series is typed without another key."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.checkpoints.*")
        await ui.press(*"31/3", "tab", *"10", "tab", *"30/6", "tab", *"20", "tab", *"30/9", "tab", *"25", "tab")
        found = ui.value("objectives.O1.checkpoints")
        assert found == {"2027-03-31": Decimal(10), "2027-06-30": Decimal(20), "2027-09-30": Decimal(25)}


async def test_dated_rows_stand_in_order_of_date() -> None:
    """A day typed late finds its place among the others, in the plan and on the screen."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.checkpoints.*")
        await ui.press(*"30/6", "tab", *"20", "tab", *"31/3", "tab", *"10", "tab")
        assert list(ui.value("objectives.O1.checkpoints")) == ["2027-03-31", "2027-06-30"]  # type: ignore[call-overload]
        assert ui.form.index("31/03/2027") < ui.form.index("30/06/2027")


async def test_a_reading_has_a_note() -> None:
    """A reading takes a day, a number and a note; moved to another day, its note goes with it."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("indicators")
        await ui.to_field("indicators.K1.readings.*")
        await ui.press(*"31/1", "tab", *"12", "tab", *"relevé à la main", "tab")
        assert ui.value("indicators.K1.readings") == {"2027-01-31": Decimal(12)}
        assert ui.value("indicators.K1.reading_notes") == {"2027-01-31": "relevé à la main"}
        await ui.to_field("indicators.K1.readings.2027-01-31")
        await ui.press(*["backspace"] * 10, *"28/02/2027", "tab")
        assert ui.value("indicators.K1.readings") == {"2027-02-28": Decimal(12)}
        assert ui.value("indicators.K1.reading_notes") == {"2027-02-28": "relevé à la main"}


async def test_a_reading_shows_its_distance_to_the_target() -> None:
    """Beside 12 against a target of 30 stands −18."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("indicators")
        await ui.to_field("indicators.K1.readings.*")
        await ui.press(*"31/1", "tab", *"12", "tab", "tab")
        assert "(−18)" in ui.form


async def test_control_d_removes_a_reading_and_its_note() -> None:
    """Ctrl+D in a row removes all of it, and Ctrl+Z brings all of it back."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("indicators")
        await ui.to_field("indicators.K1.readings.*")
        await ui.press(*"31/1", "tab", *"12", "tab", *"estimé", "tab")
        await ui.to_field("indicators.K1.readings.2027-01-31")
        await ui.press("ctrl+d")
        assert (ui.value("indicators.K1.readings"), ui.value("indicators.K1.reading_notes")) == ({}, {})
        await ui.press("ctrl+z")
        assert ui.value("indicators.K1.readings") == {"2027-01-31": Decimal(12)}
        assert ui.value("indicators.K1.reading_notes") == {"2027-01-31": "estimé"}


async def test_a_value_erased_removes_its_row() -> None:
    """A row whose value is emptied goes when it is left."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.checkpoints.*")
        await ui.press(*"30/6", "tab", *"20", "tab", "shift+tab", "backspace", "backspace", "tab")
        assert ui.value("objectives.O1.checkpoints") == {}


async def test_a_milestone_is_made_by_typing_its_title() -> None:
    """Typing in the empty row of the milestones makes one; its day is in the next cell."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("actions")
        await ui.to_field("actions.A1.milestones.*.title")
        await ui.press(*"Stand réservé", "tab", *"15/2", "tab", "tab", *"Stand monté", "tab", *"1/3", "tab")
        first, second = ui.plan.actions["A1"].milestones.values()
        assert (first.title, first.due, first.done) == ("Stand réservé", date(2027, 2, 15), None)
        assert (second.title, second.due) == ("Stand monté", date(2027, 3, 1))


async def test_effort_is_typed_by_name() -> None:
    """Days by team member: part of a name, then the days."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("actions")
        await ui.to_field("actions.A1.effort.*")
        await ui.press(*"mar", "tab", *"3,5", "tab", *"pau", "tab", *"2", "tab")
        assert ui.value("actions.A1.effort") == {"marie": Decimal("3.5"), "paul": Decimal(2)}


async def test_shares_months_and_history_of_a_line() -> None:
    """A line's cost is shared over actions, spread over months, and remembered by year."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("budget")
        await ui.to_field("budget.B1.shares.*")
        await ui.press(*"salon", "tab", *"60", "tab", *"broch", "tab", *"40", "tab")
        await ui.to_field("budget.B1.months.*")
        await ui.press(*"mars", "tab", *"1,5k", "tab", *"04/2027", "tab", *"=2*250", "tab")
        await ui.to_field("budget.B1.history.*")
        await ui.press(*"2025", "tab", *"1900", "tab")
        line = ui.plan.budget["B1"]
        assert line.shares == {"A1": Decimal(60), "A2": Decimal(40)}
        assert line.months == {"2027-03": Decimal(1500), "2027-04": "=2*250"}
        assert line.history == {"2025": Decimal(1900)}


async def test_a_row_cut_short_by_a_step_key_is_kept() -> None:
    """A row whose key and value are there is applied even when one leaves by another step's key."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.checkpoints.*")
        await ui.press(*"30/6", "tab", *"20", "f4")
        assert ui.value("objectives.O1.checkpoints") == {"2027-06-30": Decimal(20)}


async def test_half_a_row_waits() -> None:
    """A day without a number is kept as typed, and is no row of the plan yet."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.checkpoints.*")
        await ui.press(*"30/6", "f4", "f3", "enter")
        await ui.to_field("objectives.O1.checkpoints.*")
        assert ui.value("objectives.O1.checkpoints") == {}
        assert "30/6" in plain(ui.form)


async def test_insert_in_a_table_goes_to_its_empty_row() -> None:
    """Insert, where a table's row is being typed, leads to the empty row rather than to a new record."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("actions")
        await ui.to_field("actions.A1.milestones.*.title")
        await ui.press(*"Un", "tab", "insert", *"Deux", "tab")
        assert [milestone.title for milestone in ui.plan.actions["A1"].milestones.values()] == ["Un", "Deux"]
        assert list(ui.plan.actions) == ["A1", "A2"]


async def test_a_year_label_with_a_point_is_gone_through() -> None:
    """A file may name a fiscal year `2025.1`: Tab goes through its row, and leaves it as it is."""
    plan = PLAN.replace('label = "Stand"', 'label = "Stand"\n\n[budget.B1.history]\n"2025.1" = 12\n')
    async with Interface.open(plan) as ui:
        await ui.to_section("budget")
        await ui.press("enter", *["tab"] * (len(ui.fields) + 1))
        assert ui.plan.budget["B1"].history == {"2025.1": Decimal(12)}
