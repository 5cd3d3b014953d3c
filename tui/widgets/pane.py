"""A rectangle that draws its own lines, and the lines themselves."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.events import Key
from textual.strip import Strip

from tui.desk import Desk
from tui.text import visible

Span = tuple[str, Style]
PLAIN = Style.null()


class Row:
    """A line under construction: styled spans, placed from left to right, never longer than its width."""

    __slots__ = ("length", "spans", "width")

    def __init__(self, width: int) -> None:
        self.width, self.length, self.spans = max(width, 0), 0, list[Span]()

    @property
    def room(self) -> int:
        """How many cells are left."""
        return self.width - self.length

    def add(self, text: str, style: Style, limit: int | None = None) -> "Row":
        """Append text, cut with an ellipsis at the limit or at the end of the line."""
        text = fitted(visible(text), self.room if limit is None else min(limit, self.room))
        if text:
            self.spans.append((text, style))
            self.length += cell_len(text)
        return self

    def to(self, column: int) -> "Row":
        """Fill with spaces up to a column."""
        gap = min(column, self.width) - self.length
        return self.add(" " * gap, PLAIN) if gap > 0 else self

    def right(self, text: str, style: Style) -> "Row":
        """Put text at the right end of the line."""
        return self.to(self.width - cell_len(text)).add(text, style)

    def restyled(self, style: Style) -> "Row":
        """The whole line, to its end, in one style added to its own."""
        self.to(self.width)
        self.spans = [(text, old + style) for text, old in self.spans]
        return self

    def strip(self) -> Strip:
        """The finished line."""
        segments = [Segment(text, style) for text, style in self.spans]
        if self.room > 0:
            segments.append(Segment(" " * self.room, PLAIN))
        return Strip(segments, self.width)


def fitted(text: str, width: int) -> str:
    """The text, cut with an ellipsis when it is wider than the cells it has."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def _kept(old: Strip, new: Strip) -> Strip:
    """The old line where the new one is just like it: what is the same object need not be looked at again."""
    return old if list(old) == list(new) else new


class Host(Protocol):
    """What holds the panes: it hears what they say, at once, so that keys typed ahead find the right place."""

    def hear(self, message: object) -> None:
        """Act on what a pane says."""


class Pane:
    """A rectangle of hand-drawn lines. A subclass gives its rows; `repaint` asks for them to be drawn again."""

    def __init__(self, desk: Desk, host: Host) -> None:
        self.desk, self.host = desk, host
        self.width = self.height = 0
        self.is_active = False
        self._strips: list[Strip] = []
        self._is_stale = True

    def rows(self, width: int, height: int) -> Iterable[Row]:
        """The lines of the pane, from the top, at most `height` of them."""
        raise NotImplementedError

    def repaint(self) -> None:
        """Draw again at the next look; only cells that differ will be sent."""
        self._is_stale = True

    def activate(self, *, is_active: bool) -> None:
        """The keys come here now, or no longer."""
        self.is_active = is_active
        self.repaint()

    def drawn(self, width: int, height: int) -> list[Strip]:
        """The lines at this size, each exactly as wide as the pane."""
        if self._is_stale or (width, height) != (self.width, self.height):
            old = self._strips if width == self.width else []
            self.width, self.height, self._is_stale = width, height, False
            strips = [row.strip() for row in self.rows(width, height)][:height]
            strips += [Row(width).strip()] * (height - len(strips))
            self._strips = [_kept(old[y], new) if y < len(old) else new for y, new in enumerate(strips)]
        return self._strips

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys that mean something while this dialog is open, and what they do, for the last line."""
        return ()

    def take_key(self, key: Key) -> bool:  # noqa: ARG002 - for the panes that take keys
        """Act on a key; False where it means nothing here, so that it may be a command."""
        return False

    def take_text(self, text: str) -> None:
        """Act on pasted text."""

    def take_click(self, x: int, y: int) -> None:
        """Act on a click at a cell of the pane."""
