"""Sections whose records are always the same: all of them in view, filled in or not, and nothing empty in the file."""

import pytest

from model.standing import STANDING
from model.store.writing import dumps
from tests.tui.pages import Interface, plain
from tui.words import LANGUAGES, Language

PLAN = 'format = 1\n\n[plan]\ntitle = "Exemple"\n\n[decisions.crm]\nchoice = "Peu"\n'
each_section = pytest.mark.parametrize("section", STANDING)


@pytest.mark.parametrize("language", LANGUAGES)
@each_section
async def test_all_are_there_from_the_start(section: str, language: Language) -> None:
    """The arrows go through every one, in the order of the method, by the name that the method gives it."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section(section)
        seen = []
        for id_ in STANDING[section]:
            seen.append(ui.record)
            assert plain(ui.words(f"choices.{section}.{id_}")) in plain(ui.list)
            await ui.press("down")
        assert tuple(seen) == STANDING[section]


async def test_what_is_typed_makes_the_record_in_its_place() -> None:
    """Entering one that the file does not hold makes it, where the method has it among those that it does."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("decisions")
        await ui.press("end", "enter")
        await ui.to_field("decisions.structure.choice")
        await ui.type("Deux chefs de produit")
        await ui.press("escape", "home", "down", "enter")
        await ui.to_field("decisions.models.choice")
        await ui.type("Ansoff")
        assert list(ui.plan.decisions) == ["models", "crm", "structure"]


async def test_an_emptied_one_leaves_the_file() -> None:
    """The last field erased, nothing of the record is written; going through the list writes nothing either."""
    async with Interface.open(PLAN) as ui:
        before = dumps(ui.plan)
        await ui.to_section("decisions")
        await ui.press("enter", "tab", *"Une", *["backspace"] * 3, "tab", "tab", "right", "backspace", "escape")
        await ui.press("down", "enter", "escape")
        assert dumps(ui.plan) == before


@each_section
async def test_insert_goes_to_the_next_blank_one(section: str) -> None:
    """Insert enters the next record that nothing is written in, and makes none."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section(section)
        await ui.press("end", "insert")
        assert ui.record == STANDING[section][-1]
        assert ui.workspace.is_in_form
        assert dumps(ui.plan) == dumps(ui.desk.session.saved or ui.plan)


async def test_insert_passes_over_what_is_filled_in() -> None:
    """The one that holds something is passed over."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("decisions")
        await ui.press(*["down"] * 14, "insert")
        assert ui.record == "structure"


@each_section
async def test_they_stay_in_order(section: str) -> None:
    """Ctrl+Up and Ctrl+Down move none of them, and say so."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section(section)
        await ui.press("ctrl+down")
        assert plain(ui.words("messages.standing_order")) in ui.told


async def test_delete_empties_one_and_it_still_stands() -> None:
    """Delete takes what is written in it; there is nothing to take from a blank one."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("decisions")
        await ui.press(*["down"] * 14, "delete")
        assert ui.plan.decisions == {}
        assert ui.record == "crm"
        await ui.press("delete")
        assert plain(ui.words("messages.standing_blank")) in ui.told
        await ui.press("ctrl+z")
        assert ui.value("decisions.crm.choice") == "Peu"


async def test_the_palette_knows_each_by_name() -> None:
    """A decision is found by its name, whether or not anything is written of it."""
    async with Interface.open(PLAN) as ui:
        await ui.press("ctrl+p")
        await ui.type("proposition de valeur")
        await ui.press("enter")
        assert (ui.section, ui.record) == ("decisions", "value_proposition")
