"""Records of a list: removed, moved, renamed; undo and redo across the screens."""

from decimal import Decimal

import pytest

from tests.tui.pages import Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[objectives.O1]
title = "Trente mairies"

[objectives.O2]
title = "Vingt écoles"

[objectives.O3]
title = "Dix musées"

[actions.A1]
title = "Salon"
objectives = ["O2"]

[drivers.jour]
value = 350

[drivers.nuit]
value = "=2*@jour"

[budget.B1]
label = "Stand"
amount = "=3*@jour"

[scenarios.prudent]
title = "Prudent"

[scenarios.prudent.drivers.jour]
value = 300
"""


@pytest.mark.parametrize("key", ["delete", "ctrl+d"])
async def test_a_record_is_removed_at_once(key: str) -> None:
    """Delete and Ctrl+D on a list remove the current record, and the one after it is current."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "down", key)
        assert list(ui.plan.objectives) == ["O1", "O3"]
        assert ui.record == "O3"
        assert "Vingt écoles" not in ui.list


@pytest.mark.parametrize("language", LANGUAGES)
async def test_removing_says_what_still_points_there(language: Language) -> None:
    """The line at the bottom names what was removed and the records that still name it; they keep naming it."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f3", "down", "delete")
        said = plain(ui.words("messages.removed_pointed", name="O2 Vingt écoles", paths="A1"))
        assert said in ui.told
        assert ui.value("actions.A1.objectives") == ("O2",)


async def test_removing_what_nothing_names_says_so_plainly() -> None:
    """Where nothing pointed at the record, its name alone is said."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "delete")
        assert plain(ui.words("messages.removed", name="O1 Trente mairies")) in ui.told


async def test_delete_in_a_text_takes_a_letter() -> None:
    """While text is typed Delete takes the letter at the cursor, never the record."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "home", "delete")
        assert ui.value("objectives.O1.title") == "rente mairies"


async def test_control_d_in_a_plain_field_removes_nothing() -> None:
    """Ctrl+D is for lists, tables and the grid: in a field of the form it leaves the record alone."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "ctrl+d")
        assert list(ui.plan.objectives) == ["O1", "O2", "O3"]


async def test_control_arrows_move_a_record() -> None:
    """Ctrl+Down and Ctrl+Up move the current record among the others, which stays current; the ends hold."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "ctrl+down")
        assert list(ui.plan.objectives) == ["O2", "O1", "O3"]
        assert ui.record == "O1"
        await ui.press("ctrl+up", "ctrl+up")
        assert list(ui.plan.objectives) == ["O1", "O2", "O3"]


async def test_a_field_is_undone_as_one_step_and_redone() -> None:
    """All that was typed in a field goes back at once, comes again with Ctrl+Y, and the cursor goes there."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "end", *" fidèles", "tab", "f5")
        await ui.press("ctrl+z")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        assert ui.focused == "objectives.O1.title"
        await ui.press("f6", "ctrl+y")
        assert ui.value("objectives.O1.title") == "Trente mairies fidèles"
        assert ui.focused == "objectives.O1.title"
        assert "Trente mairies fidèles" in ui.form


async def test_undo_shows_in_the_field_being_typed() -> None:
    """Ctrl+Z in the field itself gives its old text back under the cursor."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "end", *"xyz", "ctrl+z")
        assert "xyz" not in ui.form
        await ui.press("end", "!")
        assert ui.value("objectives.O1.title") == "Trente mairies!"


async def test_a_removed_record_comes_back_where_it_was() -> None:
    """Undoing a removal puts the record in its place, current in its own section."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "down", "delete", "f4", "ctrl+z")
        assert list(ui.plan.objectives) == ["O1", "O2", "O3"]
        assert (ui.section, ui.record) == ("objectives", "O2")


async def test_steps_of_several_screens_are_undone_in_order() -> None:
    """Undo goes back through what was done on every screen, the last first, to the plan as it was opened."""
    async with Interface.open(PLAN) as ui:
        opened = ui.plan
        await ui.press("f3", "insert", *"Un", "tab", "f4", "insert", *"Deux", "tab", "f3", "ctrl+up")
        await ui.press(*["ctrl+z"] * 8)
        assert ui.plan == opened
        await ui.press("ctrl+z")
        assert plain(ui.words("messages.nothing_to_undo")) in ui.told
        await ui.press(*["ctrl+y"] * 8)
        assert [objective.title for objective in ui.plan.objectives.values()].count("Un") == 1
        assert [action.title for action in ui.plan.actions.values()] == ["Salon", "Deux"]


async def test_renaming_a_driver_renames_it_in_formulas() -> None:
    """A driver's name is a field: changed, it changes in the formulas of lines, drivers and scenarios."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("drivers")
        await ui.press("enter", *["backspace"] * 4, *"journee", "tab")
        assert list(ui.plan.drivers) == ["journee", "nuit"]
        assert ui.value("drivers.nuit.value") == "=2*@journee"
        assert ui.value("budget.B1.amount") == "=3*@journee"
        assert list(ui.plan.scenarios["prudent"].drivers) == ["journee"]
        assert ui.record == "journee"


@pytest.mark.parametrize(("typed", "code"), [("nuit", "id_taken"), ("une nuit", "id_form")])
async def test_a_driver_keeps_its_name_when_the_new_one_cannot_be(typed: str, code: str) -> None:
    """A name taken or with a space in it is not applied; the text stays, and why is said there."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("drivers")
        await ui.press("enter", *["backspace"] * 4, *typed, "tab", "shift+tab")
        assert list(ui.plan.drivers) == ["jour", "nuit"]
        assert typed in ui.form
        assert plain(ui.words(f"errors.{code}")) in plain(ui.form.replace("│", " "))


async def test_a_new_driver_is_named_before_it_is_used() -> None:
    """Insert in the drivers asks for the name first; the name and the value typed make `@name` known to formulas."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("drivers")
        await ui.press("insert", *["backspace"] * 8, *"visites", "tab", *"1200", "tab")
        assert ui.value("drivers.visites.value") == Decimal(1200)


async def test_a_driver_is_renamed_by_a_click_elsewhere_too() -> None:
    """The list shows the new name when the field is left with the mouse, as when it is left with a key."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("drivers")
        await ui.press("enter", *"journee")
        space = ui.workspace
        space.take_click(space.records, 4, 2)
        await ui.press("up")
        assert list(ui.plan.drivers) == ["journee", "nuit"]
        assert "journee" in ui.list
