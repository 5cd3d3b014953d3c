"""A listing: its lines are walked through, the guidance beside it follows, and the step keys lead out of it."""

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.dialogs.listing import Listing
from tui.words import LANGUAGES, Language

PLAN = """
format = 1
[plan]
title = "Trois objectifs"
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
title = "Un"
family = "activity"
[objectives.O2]
title = "Deux"
family = "customers"
"""


def _listing(ui: Interface) -> Listing:
    assert isinstance(ui.workspace.dialog, Listing)
    return ui.workspace.dialog


def _stood_on(ui: Interface) -> str:
    item = _listing(ui).item
    assert item is not None
    return item.key


async def test_headings_are_passed_over_both_ways() -> None:
    """Down and Up go from finding to finding, past the names of steps; the ends stop there."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f7")
        seen = [_stood_on(ui)]
        await ui.press("end")
        last = _stood_on(ui)
        await ui.press("home")
        while seen[-1] != last:
            await ui.press("down")
            assert _stood_on(ui) not in seen
            seen.append(_stood_on(ui))
        await ui.press("down")
        assert _stood_on(ui) == last
        for key in reversed(seen[:-1]):
            await ui.press("up")
            assert _stood_on(ui) == key


async def test_what_is_written_below_the_last_line_can_be_read() -> None:
    """End, and End again: the words below come into view; Up goes back to the lines."""
    actions = "".join(f'[actions.A{at}]\ntitle = "Deed {at}"\n' for at in range(1, 30))
    async with Interface.open(PLAN + actions, "en", NARROW) as ui:
        await ui.press("f4", "m", "end")
        assert "not in the budget" not in plain(ui.dialog)
        last = _stood_on(ui)
        await ui.press("end")
        assert "not in the budget" in plain(ui.dialog)
        assert _stood_on(ui) == last
        await ui.press("up", "down")
        assert "Deed 29" in ui.dialog


async def test_the_guidance_is_that_of_the_line() -> None:
    """What stands beside the listing explains the rule of the line; closed, it is the field's again."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter")
        before = ui.guidance
        await ui.press("f7", "end")
        beside = ui.guidance
        assert beside != before
        await ui.press("up")
        assert ui.guidance != beside
        await ui.press("escape")
        assert ui.guidance == before


async def test_a_step_key_leads_out_and_undo_stays() -> None:
    """F4 closes the listing and goes there; an undo is seen in the listing itself."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "delete", "f7")
        assert "O1" not in plain(ui.dialog)
        await ui.press("ctrl+z")
        await ui.checked()
        assert "O1" in plain(ui.dialog)
        await ui.press("f4")
        assert ui.workspace.dialog is None
        assert ui.section == "actions"


async def test_narrow_the_guidance_is_asked_for() -> None:
    """At eighty columns the listing has the width; F1 puts the guidance under it, and takes it away."""
    async with Interface.open(PLAN, size=NARROW) as ui:
        await ui.press("f7")
        assert ui.guidance == ""
        await ui.press("f1")
        assert ui.guidance != ""
        await ui.press("f1")
        assert ui.guidance == ""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_last_line_shows_the_keys_of_what_is_open(language: Language, size: tuple[int, int]) -> None:
    """Of a listing, a sheet, a question: its own and not the list's, which come back with the list."""
    async with Interface.open(PLAN + '[budget.B1]\nlabel = "Stand"\n', language, size) as ui:
        await ui.press("f5")
        of_list = ui.keys
        words = {key: plain(ui.words(key)) for key in ("reports.escape", "reports.close", "commands.exclude.short")}
        closing = f"{words['reports.escape']} {words['reports.close']}"
        assert f"x {words['commands.exclude.short']}" in of_list
        await ui.press("f7")
        assert ui.keys.startswith(closing)
        assert words["commands.exclude.short"] not in ui.keys
        await ui.press("escape", "r")
        assert ui.keys == closing
        await ui.press("escape", "ctrl+p")
        assert not ui.keys
        await ui.press("escape")
        assert ui.keys == of_list
