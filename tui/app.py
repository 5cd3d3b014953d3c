"""The Textual application: a canvas with the workspace on it, and nothing of Textual's own English."""

import asyncio
import errno
import signal
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.filter import LineFilter
from textual.timer import Timer

from model.recovery.sitting import Sitting
from model.store.problems import PlanUnusableError
from tui.desk import Desk
from tui.driver import QuietDriver, driver_of, say
from tui.filters import Inert
from tui.guard import CRASHED, Guard
from tui.screens.workspace import Workspace
from tui.settings import recovery_folder
from tui.widgets.canvas import Canvas, Scene

if TYPE_CHECKING:
    from model.recovery.journal import Journal
    from tui.screens.start import Opened


class PlanmarkApp(App[int], inherit_bindings=False, inherit_css=False):
    """Runs one workspace. The panes bring their own colours over the terminal's, and every key is theirs."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, desk: Desk, *, has_plan: bool = True) -> None:
        super().__init__(driver_class=QuietDriver, ansi_color=True)
        self.failure = ""
        self.following: Path | None = None
        self.animation_level = "none"
        # Neither is ever shown here, and both would be made, styled and laid out at every start.
        self._disable_tooltips = self._disable_notifications = True
        self.theme = "ansi-dark"
        self._inert = Inert()
        self._timer: Timer | None = None
        self.guard: Guard[Sitting] | None = None
        self._journal: Journal | None = None
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
        workspace.opened()
        workspace.started()
        self.canvas.repaint()
        return ""

    def compose(self) -> ComposeResult:
        """The canvas alone."""
        yield self.canvas

    def on_mount(self) -> None:
        """Hear of errors wherever they arise: Python would print them, and values of the plan with them."""
        asyncio.get_running_loop().set_exception_handler(lambda _, what: self._failed_aside(what.get("exception")))
        threading.excepthook = lambda what: self._failed_aside(what.exc_value)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Textual's filters, after one that lets nothing a terminal could obey through."""
        return [self._inert, *super().get_line_filters()]

    # --- ends that nobody asked for -----------------------------------------------------------------------------

    def _fatal_error(self) -> None:
        """An error nobody foresaw: Textual would print the plan's contents with it; its kind alone is kept."""
        # Loaded when it happens.
        from tui.crash import noted

        self.failure = noted(self._exception) if self._exception else "Exception"
        self._close_messages_no_wait()

    def _failed_aside(self, error: BaseException | None) -> None:
        if error is not None:
            self.failed(error)

    def failed(self, error: BaseException) -> None:
        """An error outside of the messages, in a thread or a callback: as good as any other, the program ends."""
        from tui.crash import noted

        self.failure = noted(error)
        self._end(CRASHED)

    def hung_up(self) -> None:
        """The terminal has gone: what a hang-up signal would do."""
        self._end(signal.SIGHUP)

    def _end(self, reason: int) -> None:
        if self.guard is not None:
            self.guard.end(reason)

    def in_trouble(self, error: OSError) -> None:
        """Typing cannot be kept aside, and why; called by the guard's thread, told on the screen."""
        if self._loop is not None:
            self._loop.call_soon_threadsafe(self._tell_trouble, errno.errorcode.get(error.errno or 0, "EIO"))

    def _tell_trouble(self, reason: str) -> None:
        if isinstance(self.canvas.scene, Workspace):
            self.canvas.scene.tell("keeping_failed", reason=reason)
            self.canvas.repaint()

    def last_words(self, reason: int, *, is_kept: bool) -> None:
        """The terminal given back, and in a sentence why; called by the guard's thread when the process must end."""
        words = self.desk.words
        why = "files.unexpected" if reason == CRASHED else "files.ended"
        name = self.failure if reason == CRASHED else signal.Signals(reason).name
        kept = words("files.kept_aside" if is_kept else "files.not_kept") if self.desk.session.has_unsaved else ""
        self.desk.session.release_lock()
        if (driver := driver_of(self)) is not None:
            driver.give_back()
        say(f"{words(why, kind=name)} {kept}".strip().encode() + b"\r\n")

    # --- what is typed, kept ------------------------------------------------------------------------------------

    def keep(self, sitting: Sitting) -> None:
        """Have the guard keep the sitting as it is now."""
        if self.guard is not None:
            self.guard.changed(sitting)

    def put_aside(self, sitting: Sitting) -> None:
        """Write the sitting down; called by the guard's thread. Raises OSError."""
        if self._journal is None:
            if not sitting.is_worth_keeping:
                return
            # Loaded at the first change.
            from model.recovery.journal import Journal

            self._journal = Journal(recovery_folder())
        self._journal.write(sitting)

    def tidy(self) -> None:
        """The sitting is over: nothing is kept of what somebody gave up; all else stays for the next opening."""
        self.desk.session.release_lock()
        if self._journal is not None and self.desk.session.is_given_up:
            self._journal.remove()
        elif self._journal is not None:
            self._journal.close()

    # --- for the workspace --------------------------------------------------------------------------------------

    def leave(self) -> None:
        """End the program."""
        self.exit(0)

    def open(self, file: Path) -> None:
        """End with this plan as one leaves it, and have the next one opened."""
        self.following = file
        self.leave()

    def later(self, seconds: float, act: Callable[[], None]) -> None:
        """Do something, and repaint, once nothing else has been asked for that long."""
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(seconds, lambda: self._do(act))

    def every(self, seconds: float, act: Callable[[], None]) -> Callable[[], None]:
        """Do something again and again, and repaint, until what is given back is called."""
        return self.set_interval(seconds, lambda: self._do(act)).stop

    def _do(self, act: Callable[[], None]) -> None:
        act()
        self.canvas.repaint()
