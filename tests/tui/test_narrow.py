"""What fits: on 80×24 and 120×40 nothing is wider than the screen, and no label is cut."""

import pytest
from rich.cells import cell_len

from model.catalogue import sections
from tests.tui.entries import neighbourhood
from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.pages import STEPS
from tui.words import LANGUAGES, Language

SECTIONS = [section for step in STEPS for section in step.sections]
SIZES = pytest.mark.parametrize("size", [NARROW, WIDE], ids=["narrow", "wide"])
LANGUAGE = pytest.mark.parametrize("language", LANGUAGES)


def _fits(ui: Interface, size: tuple[int, int]) -> None:
    assert len(ui.screen) == size[1]
    assert {cell_len(line) for line in ui.screen} == {size[0]}


@SIZES
@LANGUAGE
async def test_no_line_is_wider_than_the_screen(size: tuple[int, int], language: Language) -> None:
    """In every section, in the list, in each field of the form and in the dialogs, lines are as wide as the screen."""
    async with Interface.open(neighbourhood(), language, size) as ui:
        for section in SECTIONS:
            await ui.to_section(section)
            _fits(ui, size)
            await ui.press("enter")
            for _ in ui.fields:
                await ui.press("tab")
                _fits(ui, size)
        for key in ("ctrl+p", "f7"):
            await ui.press("escape", key)
            _fits(ui, size)


@SIZES
@LANGUAGE
@pytest.mark.parametrize("section", SECTIONS)
async def test_labels_are_whole(section: str, size: tuple[int, int], language: Language) -> None:
    """Every label of a form can be read to its last letter: fields, titles of tables, heads of their columns."""
    async with Interface.open(neighbourhood(), language, size) as ui:
        await ui.to_section(section)
        await ui.press(*["insert"] * sections()[section].is_table)
        form = ui.workspace.form
        lines = ["".join(text for text, _ in drawn.row.spans) for drawn in form._drawn_lines]
        shown = plain(" ".join(lines))
        keys = {slot.key for slot in form.state.slots} | {s.key.rsplit(".", 1)[0] for s in form.state.slots if s.table}
        cut = {key for key in keys if plain(ui.words(f"fields.{key}")) not in shown}
        assert cut == set()


@SIZES
@LANGUAGE
async def test_steps_and_keys_are_whole(size: tuple[int, int], language: Language) -> None:
    """The lines at the top and the line of keys at the bottom are never cut in the middle of a word."""
    async with Interface.open(neighbourhood(), language, size) as ui:
        for section in SECTIONS:
            await ui.to_section(section)
            assert "…" not in ui.title
            assert "…" not in ui.screen[-1]


@SIZES
@LANGUAGE
@pytest.mark.parametrize("plan", ["format = 1\n", neighbourhood()], ids=["empty", "begun"])
async def test_what_to_do_next_is_whole(plan: str, size: tuple[int, int], language: Language) -> None:
    """The sentence that says what to do next can be read to its end."""
    async with Interface.open(plan, language, size) as ui:
        await ui.checked()
        assert ui.workspace.status_bar.next_step
        assert plain(ui.workspace.status_bar.next_step) in ui.told


@LANGUAGE
async def test_what_was_done_is_whole_on_eighty_columns(language: Language) -> None:
    """What the line at the bottom answers to a command can be read to its end on 80 columns."""
    async with Interface.open(neighbourhood(), language, NARROW) as ui:
        await ui.press("f3")
        for key in ("ctrl+z", "ctrl+y", "ctrl+v", "ctrl+d", "ctrl+z", "ctrl+y", "ctrl+s", "ctrl+s", "ctrl+e", "ctrl+c"):
            await ui.press(key)
            assert "…" not in ui.told, key
        await ui.press("f10", "insert")
        assert "…" not in ui.told
        await ui.to_field("plan.ceiling")
        await ui.press(*"beaucoup", "ctrl+s")
        assert "…" not in ui.told


@LANGUAGE
@pytest.mark.parametrize("section", SECTIONS)
async def test_every_section_of_a_step_can_be_seen_to_be_there(section: str, language: Language) -> None:
    """On either size the open section's name stands on the screen."""
    for size in (NARROW, WIDE):
        async with Interface.open(neighbourhood(), language, size) as ui:
            await ui.to_section(section)
            assert plain(ui.words(f"sections.{section}")) in plain(ui.text.replace("│", " "))
