"""The rules run over the plan, and what they find shown: glyphs, the rail, the line that says what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.checks import check as found_in
from model.checks import completeness, next_step
from tui.pages import section_of, step_of

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace


def check(space: Workspace) -> None:
    """Find what is missing, and have every pane say it."""
    findings = found_in(space.desk.plan)
    space.desk.keep_findings(findings)
    progress = {str(step): share for step, share in completeness(space.desk.plan).items()}
    space.rail.progress = space.top_bar.progress = progress
    space.rail.counts = space.status_bar.counts = space.desk.counts()
    finding = next_step(findings)
    words = space.desk.words
    if finding is None:
        space.status_bar.next_step = words("messages.nothing_next")
    else:
        key = step_of(section_of(finding.path)).key
        space.status_bar.next_step = words("messages.next", sentence=space.desk.found(finding), key=key)
    space.redraw()
