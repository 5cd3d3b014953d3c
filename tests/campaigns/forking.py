"""Something done in a process of its own, made by forking: quick, and whatever becomes of it is told. Linux only."""

import json
import os
import resource
import select
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Never

# What is done may have put others in their places.
_read, _write, _close = os.read, os.write, os.close
_CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of it: what it returned, or the signal that ended it, or the traceback it ended with."""

    value: Any = None
    signal: int = 0
    failure: str = ""
    seconds: float = 0.0
    peak_kib: int = 0


def forked(act: Callable[[], Any], limit_s: float = 30.0) -> Ended:
    """Do something that returns what JSON can say; killed when it takes longer than the limit."""
    reading, writing = os.pipe()
    start = time.monotonic()
    pid = os.fork()
    if not pid:
        _close(reading)
        _in_child(act, writing)
    _close(writing)
    said = _heard(reading, start + limit_s)
    if said is None:
        os.kill(pid, signal.SIGKILL)
    _, status, usage = os.wait4(pid, 0)
    seconds = time.monotonic() - start
    number = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if not said:
        failure = "" if number and said is not None else f"no end after {seconds:.1f} s" if said is None else "no word"
        return Ended(None, number, failure, seconds, usage.ru_maxrss)
    value, failure = json.loads(said)
    return Ended(value, number, failure, seconds, usage.ru_maxrss)


def _heard(reading: int, end: float) -> bytes | None:
    """All that the child says; None when it goes on for too long."""
    said = b""
    try:
        while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
            if not (data := _read(reading, _CHUNK)):
                return said
            said += data
        return None
    finally:
        _close(reading)


def _in_child(act: Callable[[], Any], writing: int) -> Never:
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        said = memoryview(json.dumps(_told(act)).encode())
        while said:
            said = said[_write(writing, said) :]
    finally:
        # Whatever happens, this process never goes on as if it were the one that it was made from.
        os._exit(0)


def _told(act: Callable[[], Any]) -> tuple[Any, str]:
    try:
        return act(), ""
    except BaseException:  # whatever it is, it is told
        return None, traceback.format_exc()
