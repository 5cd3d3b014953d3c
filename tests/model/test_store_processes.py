"""Whether a process is still there: what locks and journals go by."""

import os
import signal
from pathlib import Path

import pytest

from model.store import processes
from model.store.processes import host_name, is_running, user_name

NOWHERE = Path("/nowhere/stat")


def test_this_process_is_there() -> None:
    """And so is somebody else's, whom one may not signal."""
    assert is_running(os.getpid())
    assert is_running(1)


@pytest.mark.parametrize("pid", [0, -1, 2**31 - 1, 2**40])
def test_numbers_that_no_process_has(pid: int) -> None:
    """No number of a group or beyond the largest is asked for."""
    assert not is_running(pid)


def test_a_process_that_has_ended_is_gone_though_nobody_asked() -> None:
    """Its number is taken until its parent asks: it does nothing any more."""
    pid = os.fork()
    if not pid:
        signal.pause()
    assert is_running(pid)
    os.kill(pid, signal.SIGKILL)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    assert not is_running(pid)
    os.waitpid(pid, 0)


def test_a_system_that_tells_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where processes are not described in files, a number that answers counts."""
    monkeypatch.setattr(processes, "Path", lambda _: NOWHERE)
    assert is_running(os.getpid())


def test_names() -> None:
    """A user without a name is a number; the machine has one."""
    assert user_name(2**31 - 7) == str(2**31 - 7)
    assert host_name()
