"""Actions in time and the load of people, as one walks them."""

from datetime import date

import pytest

from tests.model.test_steering_time import PLAN
from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import Language


@pytest.fixture(autouse=True)
def may(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 10 May 2027."""
    monkeypatch.setattr("tui.screens.running.steering.today", lambda: date(2027, 5, 10))


def rows(app: Interface) -> list[str]:
    """The lines of the dialog."""
    return [plain(row) for row in app.dialog.splitlines()]


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_each_action_has_its_bar(language: Language, size: tuple[int, int]) -> None:
    """Its months filled by its status, today as a line, its milestones, what is late and crossed in words."""
    async with Interface.open(PLAN, language, size) as app:
        await app.press("f4", "t")
        first = next(row for row in rows(app) if row.startswith("A1 Fair"))
        assert "◆" in first
        assert "✗" in first
        assert "▓" in first
        assert any(row.startswith("✗ Follow-up") for row in rows(app))
        assert any(row.startswith("! ") and "A1" in row for row in rows(app))
        campaign = next(row for row in rows(app) if row.startswith("A2 Campaign"))
        assert "←A1" in campaign
        assert any(row.startswith(f"! {app.words('steering.unstarted', date='')[:8]}") for row in rows(app))
        assert "░" in campaign
        assert "›" in campaign


async def test_every_milestone_has_its_line_when_asked_for() -> None:
    """M shows them all; Enter on one goes to its day."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f4", "t")
        assert not any("Stand" in row for row in rows(app))
        await app.press("m")
        assert "◆ Stand: done 20 Feb 2027" in rows(app)
        await app.press("down", "enter")
        assert app.focused == "actions.A1.milestones.J1.due"


async def test_enter_leads_to_the_action_and_o_sorts_by_date() -> None:
    """A3 has no dates of its own: it begins with the plan, and comes first."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f4", "t", "o", "home", "enter")
        assert (app.section, app.record) == ("actions", "A3")


async def test_a_scenario_moves_the_bars() -> None:
    """Where it was is told by dots; what is left out says so."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f8", "f4", "t")
        assert "∙" in next(row for row in rows(app) if row.startswith("A1 Fair"))
        assert "[left out]" in next(row for row in rows(app) if row.startswith("A2 Campaign"))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_load_is_told_by_person_and_month(size: tuple[int, int]) -> None:
    """Days against days there are, too many by glyph and word; Enter leads to the action, t to the timeline."""
    async with Interface.open(PLAN, "en", size) as app:
        await app.press("f4", "l")
        assert "Marie 28 d of 24 ✗ 4 d too many" in rows(app)
        assert any("5!" in row for row in rows(app))
        assert "ghost 2 d · days available not known" in rows(app)
        await app.press("down", "enter")
        assert (app.section, app.record) == ("actions", "A1")
        await app.press("l", "t")
        assert "Timeline" in app.dialog


async def test_without_actions_or_days_it_says_so() -> None:
    """An empty plan."""
    async with Interface.open("format = 1", "en") as app:
        await app.press("f4", "t")
        assert "F4" in app.dialog
        await app.press("l")
        assert "F4" in app.dialog


async def test_an_action_is_shifted_with_its_milestones() -> None:
    """A number of months, one step; anything else is asked about again; in a scenario it is a delay there."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f4", "t", "d", *"soon", "enter")
        assert "whole number" in app.dialog
        await app.press(*["backspace"] * 4, *"-1", "enter")
        assert "Timeline" in app.dialog
        assert app.value("actions.A1.start") == date(2027, 1, 1)
        assert app.value("actions.A1.end") == date(2027, 4, 30)
        assert app.value("actions.A1.milestones.J2.due") == date(2027, 3, 15)
        await app.press("ctrl+z")
        assert app.value("actions.A1.start") == date(2027, 2, 1)
        await app.press("escape", "f8", "f4", "home", "t", "d", "1", "enter")
        assert app.value("scenarios.late.actions.A1.delay") == 3
        assert app.value("actions.A1.start") == date(2027, 2, 1)
