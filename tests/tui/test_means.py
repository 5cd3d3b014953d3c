"""The means of actions, the loop, the funding and the reserve, as one reads them."""

from datetime import date

import pytest

from tests.model.test_steering_means import PLAN
from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import Language

LOOP = """
[indicators.K1]
name = "Leads"
action = "A1"
unit = "leads"
target = 100
due = 2027-12-31
baseline = 0
readings = { 2027-02-28 = 3 }
"""


@pytest.fixture(autouse=True)
def may(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 10 May 2027."""
    monkeypatch.setattr("tui.screens.running.steering.today", lambda: date(2027, 5, 10))


def rows(app: Interface) -> list[str]:
    """The lines of the dialog."""
    return [plain(row) for row in app.dialog.splitlines()]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_each_action_tells_what_it_takes(language: Language, size: tuple[int, int]) -> None:
    """Days, what they cost, money; people, mix and segments below; all together."""
    async with Interface.open(PLAN, language, size) as app:
        await app.press("f4", "m")
        figures = [row.replace(",", ".") for row in rows(app)]
        first = next(row for row in figures if row.startswith("A1 Fair"))
        assert "6.5 1 000 14 000" in first or "6.5 1.000 14.000" in first
        assert any(row.startswith("Marie 2.5 · Paul 4") for row in figures)
        assert any(row.startswith("promotion 1 action") for row in rows(app))
        assert any("20" in row for row in rows(app) if row.startswith(app.words("steering.all_actions")))


async def test_the_loop_that_the_facts_suggest_is_noted_by_a_key() -> None:
    """The action says do, its indicator is far behind: rather act; n notes it, Ctrl+Z takes it back."""
    text = PLAN.replace('title = "Fair"', 'title = "Fair"\nstatus = "doing"\npdca = "do"').replace(
        "[plan]", "[plan]\nstart = 2027-01-01\nend = 2027-12-31"
    )
    async with Interface.open(text + LOOP, "en") as app:
        await app.press("f4", "m")
        assert any("rather “act”: its indicator is off its path" in row for row in rows(app))
        await app.press("n")
        assert app.value("actions.A1.pdca") == "act"
        assert not any("rather" in row for row in rows(app))
        await app.press("n")
        assert "Nothing to note" in app.told
        await app.press("ctrl+z")
        assert app.value("actions.A1.pdca") == "do"


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_who_pays_and_where_the_reserve_ends(size: tuple[int, int]) -> None:
    """Sources, what is missing by glyph and word, the reserve against its floor."""
    async with Interface.open(PLAN, "en", size) as app:
        await app.to_section("funding")
        await app.press("r")
        shown = rows(app)
        await app.press("end", "end")
        shown += rows(app)
        for row in (
            "N1 Town grant 9,000.00 ✓ secured",
            "N2 Region grant 30% 4,200.00 ! to be had",
            "Missing 3,800.00 ✗",
            "Missing, with the secured money alone 8,000.00 ✗",
            "At the end 33,200.00",
            "Above the floor 28,200.00 ✓",
        ):
            assert row in shown
        assert any(row.startswith("? An amount is not known") for row in shown)


async def test_enter_leads_to_the_source() -> None:
    """From its line to its form."""
    async with Interface.open(PLAN, "en") as app:
        await app.to_section("funding")
        await app.press("down", "r", "enter")
        assert (app.section, app.record) == ("funding", "N2")


async def test_without_anything_it_says_where_to_begin() -> None:
    """An empty plan."""
    async with Interface.open("format = 1", "en") as app:
        await app.press("f4", "m")
        assert "F4" in app.dialog
        await app.press("n", "escape")
        await app.to_section("funding")
        await app.press("r")
        assert "F10" in app.dialog
