"""The guard, in this process: what it keeps, what it does when keeping fails, and how it ends the program."""

import errno
import os
import signal
import threading
from collections.abc import Iterator

import pytest

from tui import guard as guarding
from tui.guard import CRASHED, Guard

PATIENCE_S = 20.0
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")


class Watched:
    """A guard with what it kept, what it was told, and how it ended."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.kept: list[str] = []
        self.troubles: list[OSError] = []
        self.last: list[tuple[int, bool]] = []
        self.status: list[int] = []
        self.failing = False
        self.failures = 0
        self.heard = threading.Condition()
        self.guard: Guard[str] = Guard(self._keep, self._last, self._trouble)
        monkeypatch.setattr(os, "_exit", self._exit)
        monkeypatch.setattr(signal, "setitimer", lambda *_: None)
        monkeypatch.setattr(guarding, "PATIENCE_S", 0.01)
        monkeypatch.setattr(guarding, "RETRY_S", 0.01)

    def _note(self) -> None:
        with self.heard:
            self.heard.notify_all()

    def _keep(self, state: str) -> None:
        if self.failing:
            self.failures += 1
            self._note()
            raise OSError(errno.ENOSPC, "full")
        self.kept.append(state)
        self._note()

    def _last(self, reason: int, *, is_kept: bool) -> None:
        self.last.append((reason, is_kept))

    def _trouble(self, error: OSError) -> None:
        self.troubles.append(error)
        self._note()

    def _exit(self, status: int) -> None:
        self.status.append(status)
        self._note()
        raise SystemExit  # a thread ends with it, and says nothing

    def until(self, is_so: object) -> None:
        """Wait until something is so."""
        assert callable(is_so)
        with self.heard:
            assert self.heard.wait_for(is_so, PATIENCE_S)


@pytest.fixture
def watched(monkeypatch: pytest.MonkeyPatch) -> Iterator[Watched]:
    before = {number: signal.getsignal(number) for number in guarding.ENDING}
    found = Watched(monkeypatch)
    found.guard.start()
    yield found
    found.guard.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_the_newest_state_is_kept(watched: Watched) -> None:
    """States that come together are one write of the newest; the same state is not written again."""
    watched.guard.changed("a")
    watched.guard.changed("b")
    watched.until(lambda: watched.kept[-1:] == ["b"])
    watched.guard.stop()
    assert watched.kept.count("b") == 1


def test_a_full_disk_is_told_once_and_tried_again(watched: Watched) -> None:
    """Whoever types is told at the first failure; when there is room again, what was typed last is kept."""
    watched.failing = True
    watched.guard.changed("a")
    watched.until(lambda: watched.failures > 1)
    watched.guard.changed("b")
    watched.failing = False
    watched.until(lambda: watched.kept == ["b"])
    assert [error.errno for error in watched.troubles] == [errno.ENOSPC]


@pytest.mark.parametrize(
    ("reason", "status"),
    [(signal.SIGHUP, 128 + signal.SIGHUP), (signal.SIGTERM, 128 + signal.SIGTERM), (CRASHED, 1)],
)
def test_an_end_keeps_first(watched: Watched, reason: int, status: int) -> None:
    """What was typed is kept, what is still to be done is done, and the process ends with the shell's status."""
    watched.guard.changed("a")
    watched.guard.end(reason)
    watched.until(lambda: watched.status)
    assert (watched.kept, watched.last, watched.status) == (["a"], [(reason, True)], [status])


def test_an_end_without_room_says_so(watched: Watched) -> None:
    """The last words know when something is lost."""
    watched.failing = True
    watched.guard.changed("a")
    watched.guard.end(signal.SIGTERM)
    watched.until(lambda: watched.status)
    assert watched.last == [(signal.SIGTERM, False)]


def test_a_signal_is_an_end(watched: Watched) -> None:
    """A signal that arrives ends the program as if it had been asked for."""
    os.kill(os.getpid(), signal.SIGTERM)
    watched.until(lambda: watched.status)
    assert watched.last == [(signal.SIGTERM, True)]


def test_more_than_the_pipe_holds_is_not_waited_for(watched: Watched, monkeypatch: pytest.MonkeyPatch) -> None:
    """A guard that listens late never makes the keys wait: a full pipe is one look more anyway."""

    def full(*_: object) -> int:
        raise BlockingIOError

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", full)
        watched.guard.changed("a")
    watched.guard.end(signal.SIGTERM)
    watched.until(lambda: watched.status)
    assert watched.kept == ["a"]


def test_a_signal_of_no_concern_keeps_nothing(watched: Watched) -> None:
    """A window that changes its size wakes the thread too: there is nothing to write, and no end."""
    assert not watched.guard._act(bytes([signal.SIGWINCH]))
    assert not watched.kept
