"""The rules run over the plan, and what they find shown: glyphs, the rail, the line that says what to do next.

While somebody types they run in slices, so that no key waits for them; a plan that changes meanwhile is begun again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING

from model.checks import checking, completeness, next_step
from tui.pages import section_of, step_of

if TYPE_CHECKING:
    from model.plan import Plan
    from tui.screens.workspace import Workspace

SLICE = 0.006
"""Seconds of work after which whoever types is looked after."""
REST = 0.004
"""Seconds left to them before the next slice."""
SMALL = 200
"""A plan of at most so many budget lines takes no longer than a slice or two: it is checked at once."""


def check(space: Workspace) -> None:
    """Find what is missing at once, and have every pane say it."""
    for _ in _steps(space, space.desk.plan):
        pass


def check_in_slices(space: Workspace) -> None:
    """The same, a few milliseconds at a time with the keys let through in between."""
    if len(space.desk.plan.budget) <= SMALL:
        check(space)
    else:
        _go_on(space, space.desk.plan, _steps(space, space.desk.plan))


def _go_on(space: Workspace, plan: Plan, steps: Iterator[None]) -> None:
    """One slice; the next one comes after a rest."""
    if space.desk.plan is not plan:
        check_in_slices(space)
        return
    until = perf_counter() + SLICE
    for _ in steps:
        if perf_counter() >= until:
            space.machine.later(REST, partial(_go_on, space, plan, steps))
            return


def _steps(space: Workspace, plan: Plan) -> Iterator[None]:
    """Every step of a check; what it found is shown by the last one, all at once."""
    findings = yield from checking(plan)
    yield from space.desk.keeping(plan, findings)
    progress = {str(step): share for step, share in completeness(plan).items()}
    yield
    space.rail.progress = space.top_bar.progress = progress
    show(space)


def show(space: Workspace) -> None:
    """Have every pane say what was found last, in the words of now."""
    space.rail.counts = space.status_bar.counts = space.desk.counts()
    finding = next_step(space.desk.open_findings)
    words = space.desk.words
    if finding is None:
        space.status_bar.next_step = words("messages.nothing_next")
    else:
        key = step_of(section_of(finding.path)).key
        space.status_bar.next_step = words("messages.next", sentence=space.desk.found(finding), key=key)
    space.redraw()
