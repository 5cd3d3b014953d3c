"""The rules run while somebody types: a little at a time, the keys in between, and the same is found."""

from time import monotonic

import pytest

from model.checks import check
from tests.bench.plans import plan
from tests.checking import plan_of
from tests.tui.pages import Interface
from tui.screens import checking

PATIENCE_S = 30
LINES = 2 * checking.SMALL
FIRST = "budget.B1.label"


@pytest.fixture
def one_step_a_slice(monkeypatch: pytest.MonkeyPatch) -> None:
    """A slice is over after its first step."""
    monkeypatch.setattr(checking, "SLICE", 0)
    monkeypatch.setattr(checking, "REST", 0.0001)


async def _checked(interface: Interface) -> None:
    """Let the slices go on to their end."""
    until = monotonic() + PATIENCE_S
    while monotonic() < until:
        if interface.desk.checked is interface.desk.plan:
            return
        await interface.press()
    raise AssertionError("the check came to no end")


def _found(interface: Interface) -> list[object]:
    return [finding for finding in check(interface.desk.plan) if not finding.waived]


@pytest.mark.usefixtures("one_step_a_slice")
async def test_keys_are_taken_between_slices() -> None:
    """While a large plan is being checked, a key does what it does, and nothing is shown before all is found."""
    async with Interface.open(plan_of(plan(LINES)), "en") as interface:
        interface.workspace.check_in_slices()
        assert interface.desk.checked is None
        await interface.press("f5")
        assert interface.section == "budget"
        assert interface.desk.checked is None
        await _checked(interface)
        assert interface.desk.open_findings == _found(interface)


@pytest.mark.usefixtures("one_step_a_slice")
async def test_a_plan_that_changes_is_checked_anew() -> None:
    """What was found so far of the plan as it was is given up."""
    async with Interface.open(plan_of(plan(LINES)), "en") as interface:
        interface.workspace.check_in_slices()
        interface.desk.edit("objectives.O1.deadline", None)
        await _checked(interface)
        assert "OBJ001" in {finding.code for finding in interface.desk.open_findings}
        assert interface.desk.open_findings == _found(interface)


async def test_a_small_plan_is_checked_at_once() -> None:
    """A plan that takes a slice or two is not cut up."""
    async with Interface.open(plan_of(plan(checking.SMALL)), "en") as interface:
        interface.desk.edit("objectives.O1.deadline", None)
        interface.workspace.check_in_slices()
        assert interface.desk.checked is interface.desk.plan
        assert interface.desk.open_findings == _found(interface)
