"""The guard: a thread that keeps what is being typed, and ends the program well when it has to end.

It rests neither on the event loop nor on the terminal: either may hang when the line drops.
"""

import os
import select
import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import Generic, Protocol, TypeVar

PATIENCE_S = 0.5
"""Changes are written together, at most so long after the first of them."""
RETRY_S = 5.0
LAST_S = 2.5
"""From the signal to the end of the process, whatever hangs; the system's own clock sees to it."""

ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGINT)
CRASHED = 255
_CHANGED, _STOP = 0, 254

State = TypeVar("State")


class Last(Protocol):
    """What is still to be done when the program has to end: let the plan go, give the terminal back, say why."""

    def __call__(self, reason: int, *, is_kept: bool) -> None:
        """`reason` is a signal's number or `CRASHED`; `is_kept` whether nothing typed is lost."""


class Guard(Generic[State]):
    """Keeps the newest state by `keep` (which may raise OSError), and tells `trouble` when it cannot."""

    def __init__(self, keep: Callable[[State], None], last: Last, trouble: Callable[[OSError], None]) -> None:
        self._keep, self._last, self._trouble = keep, last, trouble
        self._latest: State | None = None
        self._kept: State | None = None
        self._is_told = self._has_failed = False
        self._ear, self._mouth = os.pipe()
        self._thread = threading.Thread(target=self._listen, name="planmark-guard", daemon=True)

    def start(self) -> None:
        """Listen from now on, to signals too; in the main thread."""
        os.set_blocking(self._mouth, False)
        # Python writes a signal's number there at once, even while the main thread hangs in a call.
        signal.set_wakeup_fd(self._mouth, warn_on_full_buffer=False)
        for number in ENDING:
            signal.signal(number, _heard)
        self._thread.start()

    def changed(self, state: State) -> None:
        """The newest state; it is kept within a second."""
        self._latest = state
        if not self._is_told:
            self._is_told = True
            self._tell(_CHANGED)

    def end(self, reason: int) -> None:
        """Keep what there is and end the process; from any thread, without waiting."""
        self._tell(reason)

    def stop(self) -> None:
        """Keep what there is and listen no more: the program ends by itself. Signals act as they do by default."""
        self._tell(_STOP)
        self._thread.join(LAST_S)
        signal.set_wakeup_fd(-1)
        for number in ENDING:
            signal.signal(number, signal.SIG_DFL)

    def _tell(self, what: int) -> None:
        try:
            os.write(self._mouth, bytes([what]))
        except BlockingIOError:
            # Full of what it has not listened to yet: there will be one more look at the newest state anyway.
            return

    def _listen(self) -> None:
        # The terminal is given back from the background too, where asking for it would stop the process.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTTOU})
        is_over = False
        while not is_over:
            said = self._heard_within(RETRY_S) if self._has_failed else os.read(self._ear, 512)
            is_over = self._act(said)

    def _heard_within(self, seconds: float) -> bytes:
        ready, _, _ = select.select([self._ear], [], [], seconds)
        return os.read(self._ear, 512) if ready else bytes([_CHANGED])

    def _act(self, said: bytes) -> bool:
        """Do what was asked for; whether it was the last."""
        reason = next((code for code in said if code in ENDING or code == CRASHED), None)
        if reason is not None:
            self._end(reason)
        if _CHANGED in said and _STOP not in said:
            select.select([self._ear], [], [], PATIENCE_S)
        if _CHANGED in said or _STOP in said:
            self._write()
        return _STOP in said

    def _write(self) -> bool:
        """Keep the newest state; whether it is kept."""
        self._is_told = False
        latest = self._latest
        if latest is None or latest is self._kept:
            return True
        try:
            self._keep(latest)
        except OSError as error:
            if not self._has_failed:
                self._trouble(error)
            self._has_failed = True
        else:
            self._kept, self._has_failed = latest, False
        return not self._has_failed

    def _end(self, reason: int) -> None:
        try:
            signal.setitimer(signal.ITIMER_REAL, LAST_S)
            self._last(reason, is_kept=self._write())
        finally:
            os._exit(1 if reason == CRASHED else 128 + reason)


def _heard(number: int, frame: FrameType | None) -> None:
    """The guard has been told by then; only the default, which ends the process at once, must not happen."""
