"""The Textual application: a canvas with the workspace on it, and nothing of Textual's own English."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.console import RenderableType
from textual._compositor import ChopsUpdate
from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.screen import Screen
from textual.timer import Timer

from model.store.problems import PlanUnusableError
from tui.desk import Desk
from tui.driver import QuietDriver
from tui.filters import Inert
from tui.screens.workspace import Workspace
from tui.updates import TightUpdate
from tui.widgets.canvas import Canvas, Scene

if TYPE_CHECKING:
    from tui.screens.start import Opened


class PlanmarkApp(App[int], inherit_bindings=False):
    """Runs one workspace. The panes bring their own colours over the terminal's, and every key is theirs."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, desk: Desk, *, has_plan: bool = True) -> None:
        super().__init__(driver_class=QuietDriver, ansi_color=True)
        self.failure = ""
        self.animation_level = "none"
        self.theme = "ansi-dark"
        self._inert = Inert()
        self._timer: Timer | None = None
        self.desk = desk
        self.canvas = Canvas(Workspace(desk, self) if has_plan else self._start())

    def _start(self) -> Scene:
        # The start screen is loaded only when no file was named.
        from tui.screens.start import Start

        return Start(self.desk, self._open, self.leave)

    def _open(self, asked: "Opened") -> str:
        """Open what was chosen on the start screen; why it cannot be, or nothing."""
        from tui.cli.refusals import lines
        from tui.opening import opened, opened_example

        words = self.desk.words
        try:
            if asked.file is not None:
                self.desk.session = opened(asked.file, words.language)
            else:
                self.desk.session = opened_example(asked.example)
        except PlanUnusableError as error:
            return lines(error, words)[0]
        workspace = Workspace(self.desk, self)
        self.canvas.scene = workspace
        workspace.started()
        self.canvas.repaint()
        return ""

    def compose(self) -> ComposeResult:
        """The canvas alone."""
        yield self.canvas

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, after one that lets nothing a terminal could obey through."""
        return [self._inert, *super().get_line_filters()]

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Send what changed, and only that."""
        tight = TightUpdate(renderable) if isinstance(renderable, ChopsUpdate) else renderable
        super()._display(screen, tight)

    def _fatal_error(self) -> None:
        """An error nobody foresaw: Textual would print the plan's contents with it; its name alone is kept."""
        self.failure = type(self._exception).__name__ if self._exception else "Exception"
        self._close_messages_no_wait()

    def leave(self) -> None:
        """End the program."""
        self.exit(0)

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something, and repaint, once nothing else has been asked for that long."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, lambda: self._do(act))

    def _do(self, act: Callable[[], None]) -> None:
        act()
        self.canvas.repaint()
