"""The curve of an indicator: its path, its readings, its breaks, its landing, readable without colour."""

from datetime import date

import pytest
from rich.cells import cell_len

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tests.tui.test_dashboard import PLAN

BROKEN = PLAN.replace('name = "Classes signed"', 'name = "Classes signed"\nbreaks = [2027-03-10]').replace(
    "2027-02-28 = 100",
    '2027-02-28 = 100\n2027-03-20 = 60\n2027-03-31 = 80\n[indicators.K1.reading_notes]\n2027-03-20 = "By mail"',
)


@pytest.fixture(autouse=True)
def april(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 5 April 2027."""
    monkeypatch.setattr("tui.screens.running.steering.today", lambda: date(2027, 4, 5))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_curve_tells_by_glyphs(size: tuple[int, int]) -> None:
    """Readings, path, target, landing, break, today: each has a glyph of its own."""
    async with Interface.open(BROKEN, "en", size) as app:
        await app.press("f6", "g")
        shown = app.dialog
        await app.press("end")
        assert all(glyph in shown for glyph in "●·┊│")
        legend = next(row for row in (shown + app.dialog).splitlines() if "◎ target" in row)
        assert "◇ landing" in legend
        assert "┊ break" in legend


async def test_the_figures_stand_below_apart_at_the_break() -> None:
    """Each reading with what was expected of its own series, and its note."""
    async with Interface.open(BROKEN, "en") as app:
        await app.press("f6", "g", "end")
        rows = [plain(row) for row in app.dialog.splitlines()]
        assert "28 Feb 2027 100 159 −59 −37.1%" in rows
        assert any(row.startswith("┊ series broken on 10 Mar 2027") for row in rows)
        assert "20 Mar 2027 60 60 0 0.0% By mail" in rows


async def test_escape_goes_back_to_the_dashboard_it_came_from() -> None:
    """From the list, to the list; from the dashboard, to its line."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "g", "escape")
        assert app.dialog == ""
        await app.press("b", "g", "escape")
        assert "Dashboard" in app.dialog
        await app.press("escape")
        assert app.dialog == ""


async def test_an_indicator_without_anything_has_no_picture() -> None:
    """It says what is missing instead."""
    async with Interface.open('format = 1\n[indicators.K1]\nname = "Calls"', "en") as app:
        await app.press("f6", "g")
        assert "no target" in app.dialog
        assert "No reading" in app.dialog


async def test_what_was_decided_stands_below() -> None:
    """A correction with its answer, and what the next reading said."""
    text = (
        BROKEN
        + '[corrections.X1]\nindicator = "K1"\ndate = 2027-01-10\ncause = "Snow"\ndecision = "act"\naction = "A1"\n'
    )
    async with Interface.open(text, "en") as app:
        await app.press("f6", "g", "end")
        assert "X1 10 Jan 2027 Snow → act A1 Fair" in plain(app.dialog)


@pytest.mark.parametrize("aggregate", ["sum", "average", "last"])
async def test_any_figures_that_a_plan_can_hold_are_drawn(aggregate: str) -> None:
    """The largest and the smallest ones, days a century apart, text that a terminal would obey."""
    text = f"""
format = 1
[plan]
start = 2027-01-01
end = 2199-12-31
[indicators.K1]
name = "Ca\u0301lls"
unit = "u"
frequency = "weekly"
aggregate = "{aggregate}"
baseline = -0.000000000001
target = 0.000000000001
due = 2199-12-31
breaks = [1950-01-01, 2027-06-01]
readings = {{ 1900-01-01 = 1, 2027-01-02 = 99999999999999.123456789012, 2027-03-01 = -99999999999999, 2027-06-02 = 0 }}
"""
    for size in (WIDE, NARROW):
        async with Interface.open(text, "fr", size) as app:
            await app.press("f6", "b", "g", "end", "home", "escape", "r", "1", "enter")
            assert app.dialog
            assert all(cell_len(row) <= size[0] for row in app.screen)
