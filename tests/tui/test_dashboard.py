"""The dashboard: every indicator on a line, readings typed one after the other, corrections asked for."""

from datetime import date

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import Language

PLAN = """
format = 1
[plan]
title = "Val"
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
title = "More guests"
[objectives.O2]
title = "Classes"
parent = "O1"
unit = "classes"
baseline = 100
baseline_date = 2026-12-31
target = 465
deadline = 2027-12-31
[actions.A1]
title = "Fair"
objectives = ["O2"]
[indicators.K1]
name = "Classes signed"
objective = "O2"
unit = "classes"
frequency = "monthly"
[indicators.K1.readings]
2027-01-31 = 131
2027-02-28 = 100
[indicators.K2]
name = "Nights"
objective = "O1"
unit = "nights"
aggregate = "sum"
frequency = "monthly"
target = 36500
due = 2027-12-31
[indicators.K2.readings]
2027-01-31 = 3100
"""


@pytest.fixture(autouse=True)
def april(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 5 April 2027."""
    monkeypatch.setattr("tui.screens.running.steering.today", lambda: date(2027, 4, 5))


def line(app: Interface, id_: str) -> str:
    """The dashboard's line of a record."""
    return next((plain(row) for row in app.dialog.splitlines() if f" {id_} " in row), "")


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("language", ["fr", "en"])
async def test_every_indicator_is_told_with_its_path(language: Language, size: tuple[int, int]) -> None:
    """Its last figure, what was expected, the gap, where it lands, its status by glyph and word; the worst rises."""
    async with Interface.open(PLAN, language, size) as app:
        await app.press("f6", "b")
        word = app.words("steering.off")
        assert "100" in line(app, "K1")
        assert "159" in line(app, "K1")
        assert f"✗ {word}" in line(app, "K1")
        assert f"✗ {word}" in line(app, "O2")
        assert f"✗ {word}" in line(app, "O1")
        assert all(len(row) <= size[0] for row in app.screen)


async def test_enter_leads_to_the_indicator() -> None:
    """From the line to the form."""
    async with Interface.open(PLAN) as app:
        await app.press("f6", "b", "down", "enter")
        assert (app.section, app.dialog) == ("indicators", "")
        assert app.record in ("K1", "K2")


async def test_readings_are_typed_from_one_indicator_to_the_next() -> None:
    """r, a figure, Enter; a figure, Enter: each under the last day of its period, until nothing is due."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "r")
        assert "31 Mar 2027" in app.dialog
        await app.press(*"200", "enter")
        assert app.value("indicators.K1.readings.2027-03-31") == 200
        assert "K2 Nights, on 28 Feb 2027" in app.dialog
        await app.press(*"2800", "enter", *"3,200", "enter")
        assert app.value("indicators.K2.readings.2027-03-31") == 3200
        assert "Nights, on" not in app.dialog
        assert "on path" in line(app, "K2")
        await app.press("ctrl+z")
        assert app.value("indicators.K2.readings.2027-03-31") is None


async def test_a_note_follows_the_reading_after_a_semicolon() -> None:
    """Kept with its date; readings stand in order of their dates."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "r")
        await app.type("200; site closed")
        await app.press("enter", "escape")
        assert app.value("indicators.K1.reading_notes.2027-03-31") == "site closed"
        assert list(app.plan.indicators["K1"].readings) == ["2027-01-31", "2027-02-28", "2027-03-31"]


async def test_an_empty_line_passes_and_a_text_that_is_no_number_stays() -> None:
    """Nothing is noted; why it is no value is said."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "r", *"abc", "enter")
        assert "✗" in app.dialog.splitlines()[-1]
        await app.press("ctrl+w", "enter")
        assert "K2 Nights, on 28 Feb 2027" in app.dialog
        await app.press("escape", "escape")
        assert app.dialog == ""
        assert app.plan.indicators["K1"].readings.keys() == {"2027-01-31", "2027-02-28"}


async def test_correcting_makes_an_action_with_its_origin_in_one_step() -> None:
    """The cause, then act: the correction and the action, and one Ctrl+Z for both."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "c")
        await app.type("Fair cancelled")
        await app.press("enter", "enter", "enter")
        assert app.value("corrections.X1.cause") == "Fair cancelled"
        assert app.value("corrections.X1.action") == "A2"
        assert app.value("actions.A2.from") == "X1"
        assert (app.section, app.focused) == ("actions", "actions.A2.owner")
        await app.press("escape", "ctrl+z")
        assert not app.plan.corrections
        assert list(app.plan.actions) == ["A1"]


async def test_accepting_asks_until_when() -> None:
    """A text that is no day is asked about again."""
    async with Interface.open(PLAN, "en") as app:
        await app.press("f6", "b", "down", "down", "c", *"Snow", "enter", "down", "down", "enter")
        await app.press(*["backspace"] * 10, *"soon", "enter")
        assert "no date" in app.dialog
        await app.press(*["backspace"] * 4, *"2027-05-01", "enter")
        correction = app.plan.corrections["X1"]
        assert (correction.decision, correction.review, correction.action) == ("accept", date(2027, 5, 1), None)


async def test_without_indicators_it_says_how_to_make_one() -> None:
    """An empty plan has an empty dashboard, and says so."""
    async with Interface.open("format = 1", "en") as app:
        await app.press("f6", "b")
        assert "F6" in app.dialog
        await app.press("r", "c", "enter", "escape")
        assert app.dialog == ""
