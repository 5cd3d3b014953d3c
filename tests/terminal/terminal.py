"""A person at a terminal: types keys, looks at the screen, waits until something shows. Nothing sleeps."""

import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from tests.terminal.child import Child
from tests.terminal.emulator import Emulator
from tests.terminal.keys import encode

PATIENCE_S: Final = 30.0
_MOUSE_AND_PASTE: Final = frozenset({1000, 1002, 1003, 1004, 1006, 1015, 1016, 2004, 2048})


class Terminal:
    """A program in a terminal of `size` columns and rows; use it in a `with` statement.

    `env` is the program's whole environment; its TERM says which terminal's keys are sent.
    """

    def __init__(
        self,
        command: Sequence[str],
        *,
        env: Mapping[str, str],
        size: tuple[int, int] = (80, 24),
        cwd: Path | None = None,
    ) -> None:
        self.term = env.get("TERM", "xterm-256color")
        self.emulator = Emulator(*size)
        self.child = Child(command, size, env, cwd)
        self.output = bytearray()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def send(self, keys: str) -> None:
        """Press keys: `"<F3>"`, `"<C-s>"`, `"Salon<Tab>"`."""
        self.child.write(encode(keys, self.term, 1 in self.emulator.modes))

    def type(self, text: str) -> None:
        """Type a text as it is, without names of keys in it."""
        self.child.write(text.encode())

    def screen(self) -> str:
        """What is on the screen now, a line a row."""
        self._take(0)
        return self.emulator.text

    def wait_for(self, pattern: str, timeout: float = PATIENCE_S) -> re.Match[str]:
        """Wait until the pattern shows on the screen (`^` and `$` are a line's ends).

        Raises:
            AssertionError: it never showed; the message holds the screen.
        """
        wanted = re.compile(pattern, re.MULTILINE)
        end = time.monotonic() + timeout
        while True:
            if found := wanted.search(self.emulator.text):
                return found
            self._go_on(end, f"{pattern!r} did not show")

    def wait_until_gone(self, pattern: str, timeout: float = PATIENCE_S) -> None:
        """Wait until the pattern no longer shows.

        Raises:
            AssertionError: it is still there.
        """
        wanted = re.compile(pattern, re.MULTILINE)
        end = time.monotonic() + timeout
        while wanted.search(self.emulator.text):
            self._go_on(end, f"{pattern!r} did not go")

    def wait_for_quiet(self, seconds: float = 0.15, timeout: float = PATIENCE_S) -> str:
        """Wait until nothing has been written for so long; gives the screen."""
        end = time.monotonic() + timeout
        while self._take(seconds):
            assert time.monotonic() < end, f"never quiet\n{self.emulator.text}"
        return self.emulator.text

    def wait_for_exit(self, timeout: float = PATIENCE_S) -> int:
        """Wait until the program has ended; gives its exit status.

        Raises:
            AssertionError: it is still running.
        """
        end = time.monotonic() + timeout
        while self.child.poll() is None:
            self._take(0.02)
            assert time.monotonic() < end, f"still running\n{self.emulator.text}"
        while self._take(0):
            pass
        return self.child.wait(0)

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.emulator.columns, self.emulator.rows = columns, rows
        self.emulator.screen.resize(rows, columns)
        self.child.resize(columns, rows)

    def leftovers(self) -> list[str]:
        """What an ended program left wrong in the terminal; empty when it is sane."""
        modes = self.emulator.modes
        wrong = {
            "the alternate screen": self.emulator.is_alternate,
            "no cursor": 25 not in modes,
            "mouse, focus or paste reports": bool(modes & _MOUSE_AND_PASTE),
            "no line mode": not self.child.has_line_mode,
        }
        return [what for what, is_so in wrong.items() if is_so]

    def close(self) -> None:
        """End the program if it still runs."""
        self.child.close()

    def _take(self, timeout: float) -> bool:
        data = self.child.read(timeout)
        self.output += data
        self.emulator.feed(data)
        if self.emulator.answers:
            self.child.write(bytes(self.emulator.answers))
            self.emulator.answers.clear()
        return bool(data)

    def _go_on(self, end: float, what: str) -> None:
        ended = self.child.poll() is not None
        if self._take(0 if ended else 0.1):
            return
        assert not ended, f"{what}: the program ended with {self.child.poll()}\n{self.emulator.text}"
        assert time.monotonic() < end, f"{what} in time\n{self.emulator.text}"
