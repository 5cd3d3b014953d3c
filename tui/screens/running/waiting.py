"""Work that takes a while: a line says what is being done and for how long, keys go on living, Escape gives it up."""

from __future__ import annotations

from errno import errorcode
from time import monotonic
from typing import TYPE_CHECKING

from tui.apart import DiedError, Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from tui.screens.workspace import Workspace

_TICK = 0.1
"""Seconds between two looks at it."""


class Work:
    """What is being done elsewhere; `then` gets its result."""

    def __init__(self, space: Workspace, sentence: str, job: Job, then: Callable[[bytes], None]) -> None:
        self.space, self.sentence, self.job, self.then = space, sentence, job, then
        self.began = monotonic()
        self.stop = space.machine.every(_TICK, self.look)
        self.show()

    def look(self) -> None:
        """Whether it is over; else how long it has taken."""
        if self.space.work is not self:
            return
        if not self.job.is_over:
            self.show()
            return
        self.end()
        try:
            result = self.job.result()
        except DiedError as error:
            reason = f" ({error.reason})" if error.reason else ""
            self.tell("died", reason=reason)
        else:
            self.then(result)

    def show(self) -> None:
        """The line, a new one each second."""
        seconds = int(monotonic() - self.began)
        key = f"waiting.{'line' if seconds else 'begun'}"
        self.space.status_bar.show_work(self.space.desk.words(key, sentence=self.sentence, seconds=seconds))

    def give_up(self) -> None:
        """End it without a result."""
        self.end()
        self.job.give_up()
        self.tell("given_up")

    def end(self) -> None:
        """Nothing is waited for any more."""
        self.stop()
        self.space.work = None
        self.space.status_bar.show_work("")

    def tell(self, key: str, **values: str) -> None:
        """A sentence on what became of it."""
        self.space.status_bar.tell(self.space.desk.words(f"waiting.{key}", sentence=self.sentence, **values))


def wait_for(space: Workspace, sentence: str, module: str, given: bytes, then: Callable[[bytes], None]) -> None:
    """Have the function `work` of a module at work in a process of its own (`tui.apart`), one at a time.

    `sentence` says what is done (`Exporting plan.pdf`). `then` gets what the function gave, between two keys; what it
    raised is told on the status line by its kind alone, so a module gives what it refuses as a result.
    """
    if space.work is not None:
        space.work.tell("busy")
        return
    try:
        job = Job(module, given)
    except OSError as error:  # no room for what is handed over, or no other process
        reason = f" ({errorcode.get(error.errno or 0, 'OSError')})"
        space.status_bar.tell(space.desk.words("waiting.died", sentence=sentence, reason=reason))
        return
    space.work = Work(space, sentence, job, then)
