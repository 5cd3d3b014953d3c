"""From a command's id to what it does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tui.commands import STEP_COMMANDS
from tui.screens.running import (
    asking,
    budgeting,
    carrying,
    changing,
    crossing,
    going,
    holding,
    keeping,
    last_year,
    mastering,
    reviewing,
    scenarios,
    showing,
    steering,
    tracing,
)

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace

RUNNING = (
    going,
    changing,
    asking,
    keeping,
    carrying,
    budgeting,
    showing,
    scenarios,
    last_year,
    holding,
    mastering,
    steering,
    tracing,
    crossing,
    reviewing,
)
STAYING = ("jump", "guide", "guide_down", "guide_up", "copy", "paste")
"""Commands that leave the field in focus as it is being typed."""
BESIDE = ("guide", "guide_down", "guide_up", "undo", "redo", "save")
"""Commands that leave a listing open."""


def run(space: Workspace, name: str) -> None:
    """Do what a command does: each is a function of its name."""
    if name in STEP_COMMANDS:
        going.open_step(space, name)
        return
    function: Callable[[Workspace], None] = next(getattr(module, name) for module in RUNNING if hasattr(module, name))
    function(space)
