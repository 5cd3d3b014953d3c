"""The review: what was found, filtered, put right and waived at a key."""

from datetime import date

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.dialogs.listing import Listing

PLAN = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
[team.marie]
name = "Marie"
[team.paul]
name = "Paul"
[objectives.O1]
title = "Signer 40 devis"
family = "activity"
metric = "Devis signés"
unit = "devis"
baseline = 30
target = 40
owner = "marie"
[objectives.O2]
title = "Gagner 12 clubs"
family = "customers"
metric = "Clubs"
unit = "clubs"
baseline = 10
target = 12
deadline = 2027-06-30
[actions.A1]
title = "Foire"
objectives = ["O1"]
owner = "paul"
[waivers.W1]
rule = "OBJ016"
path = "objectives.O2.baseline_date"
reason = "connue de tous"
"""


def _listing(ui: Interface) -> Listing:
    listing = ui.workspace.dialog
    assert isinstance(listing, Listing)
    return listing


def _codes(ui: Interface) -> set[str]:
    return {item.key.split()[0] for item in _listing(ui)._items if item.path}


async def _stand_on(ui: Interface, code: str) -> None:
    """Go down to the first finding of a rule."""
    await ui.press("home")
    for _ in _listing(ui)._items:
        item = _listing(ui).item
        if item is not None and item.key.startswith(code):
            return
        await ui.press("down")
    raise AssertionError(code)


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_the_counts_stand_above_and_at_each_step(size: tuple[int, int]) -> None:
    """Over all and in each step, how many there are of each severity; the waived are counted apart."""
    async with Interface.open(PLAN, "en", size) as ui:
        await ui.press("f7")
        errors = [finding for finding in ui.desk.open_findings if finding.severity == "error"]
        assert f"{len(errors)} ✗" in ui.dialog
        assert "1 waived" in ui.dialog
        heads = [item.row.spans[0][0] for item in _listing(ui)._items if not item.path and item.row.spans]
        assert " Objectives" in heads


async def test_severities_one_after_the_other() -> None:
    """The key s shows errors alone, then warnings, then advice, then all."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        everything = _codes(ui)
        await ui.press("s")
        assert _codes(ui) == {"OBJ001"}
        await ui.press("s", "s", "s")
        assert _codes(ui) == everything


async def test_one_person_s_findings() -> None:
    """The key o shows what each person is in charge of, then what is nobody's."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7", "o")
        assert "Marie" in ui.dialog
        assert {item.path.split(".")[1] for item in _listing(ui)._items if item.path} == {"O1"}
        await ui.press("o")
        assert {item.path.split(".")[1] for item in _listing(ui)._items if item.path} == {"A1"}


async def test_steps_and_a_text() -> None:
    """The arrows show one step alone, f what holds a text; nothing typed shows all again."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        everything = _codes(ui)
        await ui.press("right")
        assert len(_codes(ui)) < len(everything)
        await ui.press("left", "f", *"obj001", "enter")
        assert _codes(ui) == {"OBJ001"}
        await ui.press("f", *["backspace"] * 6, "enter")
        assert _codes(ui) == everything


async def test_a_fix_is_chosen_and_undone() -> None:
    """The key x offers the ways to put a finding right; the one taken is a step of its own, and the finding goes."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        await _stand_on(ui, "OBJ001")
        await ui.press("x")
        assert ui.desk.plan.objectives["O1"].deadline == date(2027, 12, 31)
        assert "OBJ001" not in _codes(ui)
        assert "Deadline: 31 Dec 2027" in plain(ui.text)
        await ui.press("ctrl+z")
        assert ui.desk.plan.objectives["O1"].deadline is None


async def test_several_ways_are_asked_about() -> None:
    """Where there are several ways, a list shows them."""
    async with Interface.open(PLAN, "en") as ui:
        ui.desk.session.edit("objectives.O1.parent", "O2")
        await ui.press("f7")
        await _stand_on(ui, "OBJ001")
        await ui.press("x")
        assert "30 Jun 2027 (from O2)" in plain(ui.text)
        await ui.press("enter")
        assert ui.desk.plan.objectives["O1"].deadline == date(2027, 6, 30)
        assert "OBJ001" not in _codes(ui)


async def test_what_only_a_person_can_tell_is_said() -> None:
    """The key x on a finding without an obvious remedy says so, and changes nothing."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        await _stand_on(ui, "DIA001")
        await ui.press("x")
        assert plain(ui.words("review.no_fix")) in plain(ui.text)


async def test_a_finding_is_waived_with_a_reason_until_a_day() -> None:
    """The key w asks why and until when; the waiver is a record, the finding goes, and h shows it with its mark."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        await _stand_on(ui, "OBJ001")
        await ui.press("w", *"the board said so", "enter")
        assert plain(ui.words("review.until_title")) in plain(ui.text)
        await ui.press("pagedown", "enter")
        waiver = ui.desk.plan.waivers["W2"]
        assert (waiver.rule, waiver.path) == ("OBJ001", "objectives.O1.deadline")
        assert (waiver.reason, waiver.until) == ("the board said so", None)
        assert "OBJ001" not in _codes(ui)
        await ui.press("h")
        assert "OBJ001" in _codes(ui)
        assert "○" in ui.dialog


async def test_a_waiver_is_taken_back() -> None:
    """The key w on a waived finding removes its waiver."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7", "h", "f", *"obj016", "enter")
        assert [item.path for item in _listing(ui)._items if item.path][-1] == "objectives.O2.baseline_date"
        await ui.press("end", "w")
        assert ui.desk.plan.waivers == {}
        assert "OBJ016" in {finding.code for finding in ui.desk.open_findings}


async def test_no_reason_no_waiver() -> None:
    """Without a reason nothing is waived, and the review is there again."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f7")
        await _stand_on(ui, "OBJ001")
        await ui.press("w", "escape")
        assert list(ui.desk.plan.waivers) == ["W1"]
        assert "OBJ001" in _codes(ui)


async def test_enter_goes_to_the_field_with_the_guidance_open() -> None:
    """The field at fault has the keys, and the guidance is about what the rule asks."""
    async with Interface.open(PLAN, "en") as ui:
        await ui.press("f1", "f7")
        await _stand_on(ui, "OBJ001")
        await ui.press("enter")
        assert ui.focused == "objectives.O1.deadline"
        assert "Deadline" in ui.guidance
