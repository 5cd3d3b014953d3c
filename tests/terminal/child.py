"""A program started in a pseudo-terminal of its own: bytes in, bytes out, and what it costs. Linux only."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

_CHUNK: Final = 65536
_GOING_S: Final = 3.0
_LOCAL_FLAGS: Final = 3


class Child:
    """A program in a pseudo-terminal of so many columns and rows. Only what was started here is ever signalled."""

    def __init__(
        self, command: Sequence[str], size: tuple[int, int], env: Mapping[str, str], cwd: Path | None = None
    ) -> None:
        self._master, self._slave = pty.openpty()
        self.resize(*size)
        self.modes_before = termios.tcgetattr(self._slave)
        self._process = subprocess.Popen(
            list(command),
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=dict(env),
            cwd=cwd,
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # the terminal becomes the one it is run from
        )
        self.pid = self._process.pid
        self._is_closed = self._is_hung_up = False

    def resize(self, columns: int, rows: int) -> None:
        """Change the size of the terminal, as dragging its window does."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def write(self, data: bytes) -> None:
        """Type bytes."""
        while data:
            data = data[os.write(self._master, data) :]

    def read(self, timeout: float) -> bytes:
        """What the program has written, at most `timeout` seconds awaited; empty when it wrote nothing."""
        ready, _, _ = select.select([self._master], [], [], max(timeout, 0))
        try:
            return os.read(self._master, _CHUNK) if ready else b""
        except OSError:
            return b""

    def hang_up(self) -> None:
        """Close the terminal under the program, as the end of a connection does."""
        if not self._is_hung_up:
            self._is_hung_up = True
            os.close(self._slave)
            os.close(self._master)

    def poll(self) -> int | None:
        """The exit status, negative for a signal; None while it runs."""
        return self._process.poll()

    def wait(self, timeout: float) -> int:
        """The exit status, awaited.

        Raises:
            subprocess.TimeoutExpired: still running.
        """
        return self._process.wait(timeout)

    @property
    def has_line_mode(self) -> bool:
        """Whether the terminal is as a shell wants it: lines, echo and signals, as they were before."""
        flags = termios.tcgetattr(self._slave)[_LOCAL_FLAGS]
        return bool(flags == self.modes_before[_LOCAL_FLAGS])

    def processes(self) -> list[int]:
        """The ids of the program and of all that descends from it."""
        found, todo = [], [self.pid]
        while todo:
            pid = todo.pop()
            found.append(pid)
            for task in Path(f"/proc/{pid}/task").glob("*/children"):
                todo += [int(child) for child in _read(task).split()]
        return found

    def peak_memory(self) -> int:
        """The sum of the peak resident sizes, in KiB."""
        lines = [line for pid in self.processes() for line in _read(Path(f"/proc/{pid}/status")).splitlines()]
        return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM:"))

    def processor_time(self) -> float:
        """Seconds of processor used so far by the program and what descends from it."""
        ticks = 0
        for pid in self.processes():
            fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
        return ticks / os.sysconf("SC_CLK_TCK")

    def close(self) -> None:
        """End the program, politely first, and give the terminal back. A second time does nothing."""
        if self._is_closed:
            return
        self._is_closed = True
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._process.poll() is not None:
                break
            os.killpg(self.pid, number)
            try:
                self._process.wait(_GOING_S)
            except subprocess.TimeoutExpired:
                continue
        self.hang_up()


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:
        return ""
