"""The guidance beside the form is that of the field in focus."""

import pytest

from guides.loader import section as guide_section
from guides.loader import topic_for
from model.catalogue import sections
from tests.tui.entries import neighbourhood
from tests.tui.pages import NARROW, Interface, plain
from tui.pages import STEPS
from tui.words import LANGUAGES, Language

SECTIONS = [section for step in STEPS for section in step.sections]


def _title(path: str, language: Language) -> str:
    topic = topic_for(path)
    assert topic is not None, path
    found = guide_section(language, topic)
    assert found is not None, topic
    return found.title


def _first_words(path: str, language: Language) -> str:
    """How the guidance about a place begins, as far as its first emphasis."""
    found = guide_section(language, topic_for(path) or "")
    assert found is not None
    return plain(found.blocks[0].spans[0].text)[:20]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("section", SECTIONS)
async def test_every_field_shows_its_own_guidance(section: str, language: Language) -> None:
    """In every form, in both languages: Tab by Tab, the guidance shows the section of the field in focus."""
    async with Interface.open(neighbourhood(), language, size=(120, 60)) as ui:
        await ui.to_section(section)
        await ui.press(*["insert"] * sections()[section].is_table)
        for slot in list(ui.workspace.form.state.slots):
            shown = plain(ui.guidance.replace("│", " "))
            assert shown.startswith(plain(_title(slot.guide_path, language))), slot.path
            assert _first_words(slot.guide_path, language) in shown, slot.path
            await ui.press("tab")


@pytest.mark.parametrize("section", SECTIONS)
async def test_every_plain_field_has_guidance_of_its_own(section: str) -> None:
    """No two fields of a record share their guidance: each has a section that is about it alone."""
    names = [f"{section}.x.{name}" for name in sections()[section].record.FIELDS if name != "reading_notes"]
    single = [f"{section}.{name}" for name in sections()[section].record.FIELDS]
    topics = [topic_for(path.removesuffix("_")) for path in (names if sections()[section].is_table else single)]
    assert None not in topics
    assert len(set(topics)) == len(topics)


async def test_the_list_shows_the_sections_guidance() -> None:
    """Where the list has the keys, the guidance introduces the section."""
    async with Interface.open(neighbourhood()) as ui:
        await ui.press("f3", "enter", "tab", "escape")
        assert plain(_title("objectives", "fr")) in plain(ui.guidance)


async def test_f1_hides_and_shows_the_guidance() -> None:
    """F1 gives the guidance's room to the form, and takes it back."""
    async with Interface.open(neighbourhood()) as ui:
        await ui.press("f3", "enter")
        assert ui.guidance
        await ui.press("f1")
        assert not ui.guidance
        await ui.press("f1")
        assert plain(_title("objectives.O1.title", "fr")) in plain(ui.guidance)


async def test_the_guidance_can_be_read_while_typing() -> None:
    """Alt+Down and Alt+Up go through a guidance longer than its pane; typing still goes to the field."""
    async with Interface.open(neighbourhood(), size=(120, 24)) as ui:
        await ui.press("f3", "enter")
        top = ui.guidance
        await ui.press("alt+down")
        assert ui.guidance != top
        await ui.press("alt+up", "end", "x")
        assert ui.guidance == top
        assert ui.value("objectives.O1.title") == "Événementx"


@pytest.mark.parametrize("language", LANGUAGES)
async def test_on_eighty_columns_f1_shows_the_guidance(language: Language) -> None:
    """On 80×24 F1 shows the guidance of the field in focus above it, and F1 again gives the list back."""
    async with Interface.open(neighbourhood(), language, size=NARROW) as ui:
        await ui.press("f3", "enter", "tab")
        assert not ui.guidance
        await ui.press("f1")
        assert plain(_title("objectives.O1.family", language)) in plain(ui.guidance)
        assert plain(ui.words("fields.objectives.family")) in plain(ui.form)
        await ui.press("tab")
        assert plain(_title("objectives.O1.parent", language)) in plain(ui.guidance)
        await ui.press("f1")
        assert not ui.guidance
        assert ui.list
