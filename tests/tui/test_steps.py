"""Going about: steps and sections by their keys, new records where one is."""

import pytest

from model.catalogue import sections
from model.paths import read
from model.standing import STANDING
from tests.tui.entries import neighbourhood
from tests.tui.pages import Interface
from tui.editing.slots import slots
from tui.pages import STEPS, Step
from tui.words import LANGUAGES, Language, Words

PLAN = 'format = 1\n[plan]\ntitle = "Exemple"\nstart = 2027-01-01\nend = 2027-12-31\n'
TABLES = [
    section for step in STEPS for section in step.sections if sections()[section].is_table and section not in STANDING
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
async def test_every_step_opens_by_its_function_key(step: Step, language: Language) -> None:
    """A step's key opens its first section, from wherever one is."""
    for start in ("f3", "f6"):
        async with Interface.open(PLAN, language) as ui:
            await ui.press(start)
            if ui.section not in step.sections:
                await ui.press(step.key.lower())
            assert ui.section == step.sections[0]
            first = step.sections[0]
            said = "empty" if sections()[first].is_table else "one"
            sentence = Words(language)(f"sections.{first}.{said}")[:24]
            standing = [Words(language)(f"choices.{first}.{id_}") for id_ in STANDING.get(first, ())]
            assert all(word.casefold() in ui.text.casefold() for word in standing[:4] or [sentence])


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.id)
async def test_a_steps_key_pressed_again_goes_through_its_sections(step: Step) -> None:
    """Pressed again, a step's key opens each of its sections in turn, and then the first again."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section(step.sections[0])
        seen = []
        for _ in step.sections:
            await ui.press(step.key.lower())
            seen.append(ui.section)
        assert seen == [*step.sections[1:], step.sections[0]]


async def test_control_page_keys_go_through_the_steps() -> None:
    """Ctrl+PageDown opens the steps one after the other, Ctrl+PageUp goes back; the ends hold."""
    async with Interface.open(PLAN) as ui:
        seen = []
        for key in ["ctrl+pagedown"] * len(STEPS) + ["ctrl+pageup"] * len(STEPS):
            await ui.press(key)
            seen.append(ui.section)
        firsts = [step.sections[0] for step in STEPS]
        assert seen == [*firsts[1:], firsts[-1], *reversed(firsts[:-1]), firsts[0]]


async def test_a_step_opens_where_it_was_left() -> None:
    """A step comes back at the section and the record seen last."""
    async with Interface.open(neighbourhood()) as ui:
        await ui.to_section("diagnostic.media")
        await ui.press("down", "f4", "f2")
        assert (ui.section, ui.record) == ("diagnostic.media", "M2")


@pytest.mark.parametrize("key", ["insert", "ctrl+n"])
@pytest.mark.parametrize("section", TABLES)
async def test_insert_makes_a_record_after_the_current_one(section: str, key: str) -> None:
    """In every table, Insert and Ctrl+N make a record right after the current one, the focus in its first field."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section(section)
        await ui.press(key, "escape", key, "escape")
        first, last = read(ui.plan, section)
        await ui.press("home", *["left", "up"] * (section == "diagnostic.swot"))
        assert ui.record == first
        await ui.press(key)
        made = ui.record
        assert list(read(ui.plan, section)) == [first, made, last]
        assert ui.focused == slots(ui.plan, f"{section}.{made}")[0].path
