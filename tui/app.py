"""The Textual application: one plan on a desk, the workspace around it, and nothing of Textual's own English."""

import os
from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter
from textual.screen import Screen

from tui.desk import Desk
from tui.filters import Inert
from tui.screens.workspace import Workspace


class PlanmarkApp(App[int], inherit_bindings=False):
    """Runs one workspace; the panes bring their own colours, so that the terminal's are kept."""

    CSS_PATH = "shell.tcss"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+q", "leave", id="leave", show=False)]

    def __init__(self, desk: Desk) -> None:
        super().__init__(ansi_color=True)
        self.desk = desk
        self.animation_level = "none"
        self.theme = "ansi-dark"
        self._inert = Inert()

    def get_default_screen(self) -> Screen[Any]:
        """The workspace."""
        return Workspace(self.desk)

    def on_mount(self) -> None:
        """The user's own keys replace the declared ones."""
        if self.desk.settings.keys:
            self.set_keymap(self.desk.settings.keys)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, after one that lets nothing a terminal could obey through."""
        return [self._inert, *super().get_line_filters()]

    def action_leave(self) -> None:
        """Quit, where no workspace is there to ask first."""
        self.exit()


def over_ssh() -> bool:
    """Whether the terminal is at the other end of an SSH connection."""
    return bool(os.environ.get("SSH_CONNECTION"))
