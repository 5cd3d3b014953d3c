"""The palette finds commands, sections and records; the jump goes to a field by a letter."""

import pytest

from tests.tui.pages import Interface, plain
from tui.commands import COMMANDS
from tui.dialogs.listing import Listing
from tui.pages import STEPS
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[objectives.O1]
title = "Trente mairies"

[actions.A1]
title = "Brochure"

[actions.A2]
title = "Événement de printemps"

[budget.B1]
label = "Stand"
amount = 100
"""


async def test_records_are_found_without_accents() -> None:
    """`evenement` finds « Événement de printemps », and Enter goes to it."""
    async with Interface.open(PLAN) as ui:
        await ui.press("ctrl+p", *"evenement")
        assert "Événement de printemps" in ui.dialog
        assert "Brochure" not in ui.dialog
        await ui.press("enter")
        assert not ui.dialog
        assert (ui.section, ui.record) == ("actions", "A2")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", [section for step in STEPS for section in step.sections if len(step.sections) > 1])
async def test_every_section_is_found_by_its_name(section: str, language: Language) -> None:
    """A section's name in the palette leads to it."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("ctrl+p", *ui.words(f"sections.{section}"))
        while plain(ui.words(f"sections.{section}")) not in plain(_chosen(ui)):
            before = ui.dialog
            await ui.press("down")
            assert ui.dialog != before
        await ui.press("enter")
        assert ui.section == section


def _chosen(ui: Interface) -> str:
    return next(line for line in ui.dialog.splitlines() if "▸" in line)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_every_command_is_in_the_palette(language: Language) -> None:
    """Any key may be lost on the way: every command can be found by its own words."""
    async with Interface.open(PLAN, language) as ui:
        for command in COMMANDS:
            if command.id == "palette":
                continue
            words = plain(ui.words(f"commands.{command.id}"))
            await ui.press("ctrl+p", *words)
            assert words in plain(ui.dialog), command.id
            await ui.press("escape")


async def test_a_command_is_run_from_the_palette() -> None:
    """Typing the words of « Nouvel élément » and Enter does what Insert does."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "ctrl+p", *ui.words("commands.new"), "enter")
        assert list(ui.plan.objectives) == ["O1", "O2"]
        assert ui.focused == "objectives.O2.title"


async def test_nothing_found_is_said() -> None:
    """A name that nothing has: the dialog says so, Enter closes it and nothing changes."""
    async with Interface.open(PLAN) as ui:
        await ui.press("ctrl+p", *"zzzz")
        assert plain(ui.words("messages.palette_none")) in plain(ui.dialog)
        before = ui.section
        await ui.press("enter")
        assert (ui.dialog, ui.section) == ("", before)


async def test_escape_leaves_the_palette_as_it_was() -> None:
    """Escape closes the dialog, the focus where it was."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "tab")
        focused = ui.focused
        await ui.press("ctrl+p", *"bro", "escape")
        assert ui.focused == focused


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_letter_jumps_to_its_field(language: Language) -> None:
    """Ctrl+O puts a letter on each field in view; the letter goes there, and types nothing."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f3", "enter", "ctrl+o")
        labels = dict(ui.workspace.form.view.labels)
        paths = ui.fields
        assert len(labels) >= 8
        assert all(letter in ui.form for letter in labels.values())
        for at, letter in labels.items():
            await ui.press("escape", "ctrl+o", letter)
            assert ui.focused == paths[at]
        assert ui.value("objectives.O1.title") == "Trente mairies"


async def test_the_first_letters_are_those_of_the_home_row() -> None:
    """The letters start with the home row of the reader's keyboard: `q` on AZERTY, `a` on QWERTY."""
    for language, letter in (("fr", "q"), ("en", "a")):
        async with Interface.open(PLAN, "fr" if language == "fr" else "en") as ui:
            await ui.press("f3", "ctrl+o")
            assert next(iter(ui.workspace.form.view.labels.values())) == letter


async def test_the_review_leads_to_the_field_at_fault() -> None:
    """F7 lists what is missing; Enter goes to the field of the finding it is on."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f7")
        assert plain(ui.words("messages.review_title")) in plain(ui.dialog)
        listing = ui.workspace.dialog
        assert isinstance(listing, Listing)
        assert listing.item is not None
        path = listing.item.path
        await ui.press("enter")
        assert ui.focused == path
