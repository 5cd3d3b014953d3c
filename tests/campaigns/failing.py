"""System calls that fail when their turn comes: counted in Python's own modules, so that a case costs milliseconds."""

import builtins
import fcntl
import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

Manner = Literal["before", "after", "half"]

_OS = (
    *("open", "close", "read", "write", "fsync", "fdatasync", "ftruncate", "fstat", "fchmod", "fchown"),
    *("stat", "lstat", "chmod", "chown", "access", "mkdir", "rmdir", "listdir", "scandir"),
    *("replace", "rename", "unlink", "remove", "link", "symlink", "readlink", "utime"),
)
_FCNTL = ("flock", "lockf", "fcntl")


@dataclass(frozen=True, slots=True)
class Fault:
    """Call number `number` fails with an error, or (no error) the process is killed there.

    `manner` says when: before the call, after it was done, or half way through a write. For ever: every later call
    fails as well.
    """

    number: int
    error: int | None
    manner: Manner = "before"
    for_ever: bool = False

    def __str__(self) -> str:
        what = "killed" if self.error is None else os.strerror(self.error)
        return f"call {self.number}: {what}, {self.manner}{', for ever' * self.for_ever}"


@dataclass(slots=True)
class Calls:
    """The calls made, and the one that failed first."""

    fault: Fault | None
    made: list[str] = field(default_factory=list)
    failed: str = ""
    _count: int = 0
    _owes_error: bool = False

    def call(self, name: str, original: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Make a call, or have it fail when its turn has come."""
        self.made.append(name)
        if not self._is_due(name):
            return original(*arguments, **named)
        assert self.fault is not None
        is_first, self.failed = not self.failed, self.failed or name
        if self.fault.manner == "half" and is_first:
            return self._half(original, *arguments)
        self._owes_error = False
        # Whatever a system says of closing a file, the file is closed.
        if self.fault.manner == "after" or name == "close":
            original(*arguments, **named)
        return self._fail(name)

    def _is_due(self, name: str) -> bool:
        if self.fault is None:
            return False
        if self.failed:
            return self._owes_error or self.fault.for_ever
        self._count += self.fault.manner != "half" or name == "write"
        return self._count == self.fault.number and (self.fault.manner != "half" or name == "write")

    def _half(self, write: Callable[..., int], descriptor: int, data: Any) -> int:
        written = write(descriptor, bytes(data[: max(1, len(data) // 2)]))
        if self.fault is not None and self.fault.error is None:
            self._fail("write")
        self._owes_error = True
        return written

    def _fail(self, name: str) -> Any:
        assert self.fault is not None
        if self.fault.error is None:
            os.kill(os.getpid(), signal.SIGKILL)
        if name == "access":
            return False
        raise OSError(self.fault.error, os.strerror(self.fault.error or 0))


class _Raw(io.RawIOBase):
    """An open file whose reads, writes and closing are calls of `os`, for those who go through `open`."""

    def __init__(self, file: Any, mode: str) -> None:
        self._can_write, self._can_read = bool(set("wax+") & set(mode)), bool(set("r+") & set(mode))
        self._descriptor = file if isinstance(file, int) else os.open(file, _flags(mode), 0o666)

    def fileno(self) -> int:
        return self._descriptor

    def readable(self) -> bool:
        return self._can_read

    def writable(self) -> bool:
        return self._can_write

    def readinto(self, buffer: Any) -> int:
        data = os.read(self._descriptor, len(buffer))
        buffer[: len(data)] = data
        return len(data)

    def write(self, data: Any) -> int:
        return os.write(self._descriptor, data)

    def close(self) -> None:
        if not self.closed:
            super().close()
            os.close(self._descriptor)


def _flags(mode: str) -> int:
    access = os.O_RDWR if "+" in mode else os.O_RDONLY if "r" in mode else os.O_WRONLY
    made = {"w": os.O_CREAT | os.O_TRUNC, "a": os.O_CREAT | os.O_APPEND, "x": os.O_CREAT | os.O_EXCL}
    return access | os.O_CLOEXEC | made.get(mode[0], 0)


def _open(
    file: Any,
    mode: str = "r",
    buffering: int = -1,
    encoding: str | None = None,
    errors: Any = None,
    newline: Any = None,
) -> Any:
    raw = _Raw(file, mode)
    if buffering == 0:
        return raw
    buffered: Any = io.BufferedWriter(raw) if raw.writable() else io.BufferedReader(raw)
    return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline, buffering == 1)


@contextmanager
def failing(fault: Fault | None) -> Iterator[Calls]:
    """Within, the calls of `os` and `fcntl`, and those that `open` makes, are counted, and one of them fails."""
    calls = Calls(fault)
    with ExitStack() as stack:
        for module, names in ((os, _OS), (fcntl, _FCNTL)):
            for name in names:
                original = getattr(module, name)
                stack.callback(setattr, module, name, original)
                setattr(module, name, _watched(calls, name, original))
        for opener in (io, builtins):
            stack.callback(setattr, opener, "open", opener.open)
            opener.open = _open  # type: ignore[attr-defined]
        yield calls


def _watched(calls: Calls, name: str, original: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *arguments, **named: calls.call(name, original, *arguments, **named)
