"""Commands that show the budget to be read: its risk, its pictures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.report import Deed, Report

if TYPE_CHECKING:
    from tui.reports.pictures import Pictures
    from tui.screens.workspace import Workspace


def risk(space: Workspace) -> None:
    """Where the total may end, and which lines weigh most."""
    from tui.reports.risk import lines

    space.read(space.desk.words("risk.title"), lines)


def pictures(space: Workspace) -> None:
    """The budget in pictures; a letter leads to each."""
    from tui.reports.pictures import PICTURES, Pictures

    words, shown = space.desk.words, Pictures()
    deeds = {key: Deed(partial(_jump, space, shown, key), words(f"pictures.jump.{key}")) for key in PICTURES}
    space.read(words("pictures.title"), shown.lines, deeds)


def _jump(space: Workspace, shown: Pictures, key: str) -> None:
    if isinstance(space.dialog, Report):
        shown.in_view = space.dialog.body_of(space.dialog.height)
        space.dialog.top = shown.starts.get(key, 0)
