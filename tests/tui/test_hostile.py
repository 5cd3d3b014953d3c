"""Text that would command a terminal, or Textual, is shown inert wherever a plan's text is shown."""

import pytest

from model.plan import Plan
from tests.tui.hostile import HOSTILE, assert_inert, hostile_plan
from tests.tui.pages import NARROW, WIDE, Interface
from tui.pages import STEPS

SECTIONS = [section for step in STEPS for section in step.sections]


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@pytest.mark.parametrize("section", SECTIONS)
async def test_hostile_text_is_shown_inert(section: str, size: tuple[int, int]) -> None:
    """In the list and in each field of the form: no control reaches the screen, and markup is letters."""
    async with Interface.open(hostile_plan(), size=size) as ui:
        await ui.to_section(section)
        assert_inert(ui)
        await ui.press("enter")
        for _ in ui.fields:
            assert_inert(ui)
            await ui.press("tab")
        await ui.press(*["enter"] * (not ui.focused))
        assert "[@click=app.quit]" in ui.text or section == "plan"
        assert not ui.has_ended


@pytest.mark.parametrize("key", ["ctrl+p", "f7", "ctrl+s", "ctrl+q"])
async def test_hostile_text_is_inert_in_dialogs(key: str) -> None:
    """The palette, the review and the lines at the bottom show it inert too."""
    async with Interface.open(hostile_plan()) as ui:
        await ui.press("f3", "enter", "end", "!", key)
        for _ in range(6):
            assert_inert(ui)
            await ui.press("pagedown")


@pytest.mark.parametrize("command", ["scenario_menu", "compare", "consequences", "promote"])
async def test_hostile_text_is_inert_in_what_is_said_of_scenarios(command: str) -> None:
    """Titles, names and values show inert in the menu and in the reports."""
    async with Interface.open(hostile_plan()) as ui:
        await ui.press("f8")
        assert_inert(ui)
        await ui.press("ctrl+p", *ui.words(f"commands.{command}"), "enter")
        for _ in range(3):
            assert_inert(ui)
            await ui.press("pagedown")
        assert not ui.has_ended


@pytest.mark.parametrize("keys", [("f5", "v"), ("f5", "w"), ("f3", "v", "enter", "m"), ("f4", "v", "m", "tab", "tab")])
async def test_hostile_text_is_inert_along_the_thread(keys: tuple[str, ...]) -> None:
    """Names, ids of links and whatever stands in the matrix show inert."""
    async with Interface.open(_threaded()) as ui:
        await ui.press(*keys)
        for _ in range(3):
            assert_inert(ui)
            await ui.press("pagedown")
        await ui.press("c")
        assert_inert(ui)
        assert not ui.has_ended


async def test_hostile_text_is_inert_while_the_swot_is_crossed() -> None:
    """The grid, the objective drafted from it, the question about a line set aside."""
    async with Interface.open(_threaded()) as ui:
        await ui.to_section("diagnostic.swot")
        for keys in (("s",), ("escape", "x"), ("enter",)):
            await ui.press(*keys)
            assert_inert(ui)
        assert not ui.has_ended


def _threaded() -> Plan:
    """The hostile plan with links that lead somewhere, some of them hostile themselves."""
    plan = hostile_plan()
    (id_, item) = next(iter(plan.diagnostic.swot.items()))
    swot = {id_: item.replaced({"kind": "strength"}), "S9": item.replaced({"kind": "threat"})}
    links = {f"O1>{id_}": HOSTILE, HOSTILE: "x", f"{HOSTILE}>S9": "y"}
    objective = plan.objectives["O1"].replaced({"answers": (id_,)})
    diagnostic = plan.diagnostic.replaced({"swot": swot})
    return plan.replaced({"diagnostic": diagnostic, "objectives": {"O1": objective}, "links": links})


async def test_removing_a_hostile_record_names_it_inert() -> None:
    """The sentence about what was removed holds the record's name, inert."""
    async with Interface.open(hostile_plan()) as ui:
        await ui.press("f3", "delete")
        assert_inert(ui)
        assert ui.plan.objectives == {}


async def test_hostile_paste_types_letters() -> None:
    """A paste with controls in it may be refused or kept, and shows inert either way."""
    async with Interface.open("format = 1\n") as ui:
        await ui.press("f3", "insert")
        await ui.paste(HOSTILE)
        assert_inert(ui)
        await ui.press("tab", "escape")
        assert_inert(ui)
