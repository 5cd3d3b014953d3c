"""The terminal as Planmark uses it: clicks but no motion, output that never holds up the work, and its end noticed."""

import os
import select
import termios
import time
from codecs import getincrementaldecoder
from typing import Protocol, runtime_checkable

from textual._xterm_parser import XTermParser
from textual.app import App
from textual.constants import ESCAPE_DELAY
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from tui.escapes import ESCAPE, Escapes

_LEAVE = b"\x1b[<u\x1b[?1000l\x1b[?1006l\x1b[?1004l\x1b[?2004l\x1b[?7h\x1b[?1049l\x1b[?25h"
_TICK_S = 0.1
_SETTLED_S = 1 + 5 * ESCAPE_DELAY
_WRITABLE_S = 0.2


@runtime_checkable
class Ended(Protocol):
    """What is told when the terminal is no longer there, or its reader fails."""

    def hung_up(self) -> None:
        """There is nobody at the other end."""

    def failed(self, error: BaseException) -> None:
        """Something that nobody foresaw."""


class QuietDriver(LinuxDriver):
    """Textual's driver without mouse motion, which nothing here follows and every report of which costs bytes."""

    is_over = False
    _bell: tuple[int, int] | None = None

    def start_application_mode(self) -> None:
        """Take the terminal; from here on, what it has not read yet waits without holding up the keys."""
        self._bell = os.pipe()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self._writer_thread is not None:
            # A link that stalls would stop the event loop at the thirtieth write.
            self._writer_thread._queue.maxsize = 0  # noqa: SLF001 - Textual has no setting for it

    def write(self, data: str) -> None:
        """Send to the terminal, unless it has been given back."""
        if not self.is_over:
            super().write(data)

    def disable_input(self) -> None:
        """Read no more: the thread that waits for keys is woken, so that nobody waits for it."""
        if self._bell is not None:
            os.write(self._bell[1], b"!")
        super().disable_input()
        if self._bell is not None:
            for end in self._bell:
                os.close(end)
            self._bell = None

    def give_back(self) -> None:
        """The terminal as it was, from any thread and without waiting for anybody: the program is about to end."""
        self.is_over = True
        try:
            # What is on its way may never be read, and must not stand before the last words.
            termios.tcflush(self.fileno, termios.TCOFLUSH)
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        except termios.error:
            return
        say(_LEAVE)

    def _enable_mouse_support(self) -> None:
        if self._mouse:
            self.write("\x1b[?1000h\x1b[?1006h")
            self.flush()

    def _enable_mouse_pixels(self) -> None:
        """Cells are enough."""

    # --- what is typed ------------------------------------------------------------------------------------------

    def _run_input_thread(self) -> None:
        """Read until the terminal is given back; a terminal that has gone ends the program, so does an error here."""
        try:
            is_there = self._read_keys()
        except BaseException as error:  # whatever it is, a thread must not die unnoticed
            if isinstance(self._app, Ended):
                self._app.failed(error)
            return
        if not is_there and isinstance(self._app, Ended):
            self._app.hung_up()

    def _read_keys(self) -> bool:
        """Hand on what is typed; False when the other end is gone."""
        parser, decode = XTermParser(self._debug), getincrementaldecoder("utf-8")("surrogateescape").decode
        heard = [self.fileno, self._bell[0]] if self._bell else [self.fileno]
        escapes, settled = Escapes(), 0.0
        while not self.exit_event.is_set():
            # A lone Escape is told from a key's first byte by waiting; after that, nobody wakes until somebody types.
            wait = ESCAPE_DELAY if escapes.held else _TICK_S if time.monotonic() < settled else None
            if self.fileno in select.select(heard, [], [], wait)[0]:
                data = _read(self.fileno)
                if not data:
                    return False
                settled = time.monotonic() + _SETTLED_S
                self._take(escapes.parts(readable(decode(data))), parser)
            else:
                self._take(escapes.waited(), parser)
            for event in parser.tick():
                self.process_message(event)
        return True

    def _take(self, pieces: list[str | None], parser: XTermParser) -> None:
        for piece in pieces:
            for event in [Key("escape", ESCAPE)] if piece is None else parser.feed(piece):
                self.process_message(event)


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 4096)
    except OSError:  # a line that was hung up
        return b""


def readable(text: str) -> str:
    """Typed text, in which bytes that are no UTF-8 are the letters a Latin-1 terminal meant by them."""
    if text.isascii():
        return text
    return "".join(chr(ord(letter) - 0xDC00) if "\udca0" <= letter <= "\udcff" else _plain(letter) for letter in text)


def _plain(letter: str) -> str:
    return "\ufffd" if "\ud800" <= letter <= "\udfff" else letter


def say(data: bytes) -> None:
    """Last words to the terminal, if it takes them at once."""
    try:
        if select.select([], [2], [], _WRITABLE_S)[1]:
            os.write(2, data)
    except (OSError, ValueError):
        return


def driver_of(app: App[int]) -> QuietDriver | None:
    """The driver of a program that is running in a terminal; None in a test without one."""
    driver = getattr(app, "_driver", None)
    return driver if isinstance(driver, QuietDriver) else None
