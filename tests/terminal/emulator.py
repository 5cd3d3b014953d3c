"""A terminal's screen: pyte, with what it lacks and real programs use, and the answers that xterm gives."""

import re
from typing import Final

import pyte

_SEQUENCE: Final = re.compile(
    rb"\x1b(?:\[(?P<prefix>[<=>?]?)(?P<body>[0-9;:]*)(?P<middle>[ -/]*)(?P<final>[@-~])"
    rb"|\](?P<osc>[^\x07\x1b]*)(?:\x07|\x1b\\)"
    rb"|[PX^_][^\x1b]*\x1b\\"
    rb"|(?P<charset>[ -/]+[0-~])"
    rb"|(?P<short>[0-OQ-WYZ\\`-~]))"
)
_LONGEST_HELD: Final = 65536
_ALTERNATE: Final = frozenset({47, 1047, 1049})
_KNOWN_TO_PYTE: Final = b"@ABCDEFGHJKLMPXadefgr`"
_REPORTED_MODES: Final = frozenset({1, 6, 7, 25, 1000, 1002, 1003, 1004, 1006, 1047, 1049, 2004})
_MODES_AT_START: Final = frozenset({7, 25})


class Emulator:
    """A screen of so many columns and rows; `answers` gathers what the terminal has to say back."""

    def __init__(self, columns: int, rows: int) -> None:
        self.columns, self.rows = columns, rows
        self.modes: set[int] = set(_MODES_AT_START)
        self.answers = bytearray()
        self.titles: list[str] = []
        self._held = b""
        self._last = " "
        self._below: pyte.Screen | None = None
        self._use(pyte.Screen(columns, rows))

    def _use(self, screen: pyte.Screen) -> None:
        self.screen = screen
        self._stream = pyte.ByteStream(screen)

    @property
    def is_alternate(self) -> bool:
        """Whether the program has the screen for itself, with the shell's lines kept below."""
        return self._below is not None

    @property
    def text(self) -> str:
        """What is on the screen, a line a row, without the blanks at the ends."""
        return "\n".join(line.rstrip() for line in self.screen.display)

    def snapshot(self) -> tuple[object, ...]:
        """Everything that an eye could tell apart: cells with their colours, and the cursor."""
        rows = tuple(tuple(self.screen.buffer[y][x] for x in range(self.columns)) for y in range(self.rows))
        return rows, self.screen.cursor.x, self.screen.cursor.y, 25 in self.modes

    def feed(self, data: bytes) -> None:
        """Take what the program wrote; a sequence cut in two waits for its other half."""
        data, self._held = self._held + data, b""
        position = 0
        for match in _SEQUENCE.finditer(data):
            self._draw(data[position : match.start()])
            self._obey(match)
            position = match.end()
        rest = data[position:]
        escape = rest.find(b"\x1b")
        if escape >= 0 and len(rest) - escape < _LONGEST_HELD:
            rest, self._held = rest[:escape], rest[escape:]
        self._draw(rest)

    def _draw(self, data: bytes) -> None:
        if data:
            self._stream.feed(data)
            self._last = data.decode("utf-8", "ignore")[-1:] or self._last

    def _obey(self, match: re.Match[bytes]) -> None:
        if match["final"] is not None:
            self._control(match)
        elif match["osc"] is not None:
            self._command(match["osc"].decode("utf-8", "replace"))
        elif match["short"] is not None and match["short"] in b"78MDEHc":
            self._stream.feed(match[0])

    def _command(self, osc: str) -> None:
        number, _, value = osc.partition(";")
        if number in {"10", "11"} and value == "?":
            colour = "dcdc/dcdc/dcdc" if number == "10" else "0000/0000/0000"
            self.answers += f"\x1b]{number};rgb:{colour}\x1b\\".encode()
        elif number in {"0", "2"}:
            self.titles.append(value)

    def _control(self, match: re.Match[bytes]) -> None:
        prefix, body, middle, final = match["prefix"], match["body"], match["middle"], match["final"]
        if prefix == b"?" and final in b"hl":
            for mode in body.split(b";"):
                self._set_mode(int(mode or 0), final == b"h")
        elif not self._answer(prefix + body + middle + final) and not prefix and not middle:
            self._plain_control(body, final, match[0])

    def _plain_control(self, body: bytes, final: bytes, sequence: bytes) -> None:
        if final == b"m":
            self._stream.feed(b"\x1b[" + re.sub(rb":[0-9:]*", b"", body) + b"m")
        elif final in b"bST":
            self._repeat(final, int(body or 1))
        elif final in _KNOWN_TO_PYTE or (final in b"hl" and body):
            self._stream.feed(sequence)

    def _repeat(self, final: bytes, count: int) -> None:
        if final == b"b":
            self.screen.draw(self._last * count)
            return
        x, y = self.screen.cursor.x, self.screen.cursor.y
        self.screen.cursor.y = self.screen.margins.top if self.screen.margins else 0
        (self.screen.delete_lines if final == b"S" else self.screen.insert_lines)(count)
        self.screen.cursor.x, self.screen.cursor.y = x, y

    def _set_mode(self, mode: int, is_on: bool) -> None:
        (self.modes.add if is_on else self.modes.discard)(mode)
        if mode in _ALTERNATE:
            self._switch(is_on)
        elif mode in {6, 7, 25}:
            self._stream.feed(b"\x1b[?%d%s" % (mode, b"h" if is_on else b"l"))

    def _switch(self, to_alternate: bool) -> None:
        if to_alternate and self._below is None:
            self._below = self.screen
            self._use(pyte.Screen(self.columns, self.rows))
        elif not to_alternate and self._below is not None:
            self._use(self._below)
            self._below = None

    def _answer(self, question: bytes) -> bool:
        cursor = self.screen.cursor
        known = {
            b"c": b"\x1b[?64;1;2;6;22c",
            b"0c": b"\x1b[?64;1;2;6;22c",
            b">c": b"\x1b[>41;379;0c",
            b">0c": b"\x1b[>41;379;0c",
            b"5n": b"\x1b[0n",
            b"6n": b"\x1b[%d;%dR" % (cursor.y + 1, cursor.x + 1),
            b"18t": b"\x1b[8;%d;%dt" % (self.rows, self.columns),
        }
        if question.startswith(b"?") and question.endswith(b"$p"):
            mode = int(question[1:-2] or 0)
            state = (1 if mode in self.modes else 2) if mode in _REPORTED_MODES else 0
            known[question] = b"\x1b[?%d;%d$y" % (mode, state)
        self.answers += known.get(question, b"")
        return question in known
