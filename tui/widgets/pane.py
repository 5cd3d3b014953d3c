"""A rectangle that draws its own lines and repaints only the cells that differ from what is on the screen."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tui.text import visible

Span = tuple[str, Style]


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
        return self.add(" " * gap, Style()) if gap > 0 else self

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
            segments.append(Segment(" " * self.room, Style()))
        return Strip(segments, self.width)


def fitted(text: str, width: int) -> str:
    """The text, cut with an ellipsis when it is wider than the cells it has."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, width - 1).rstrip() + "…" if width > 0 else ""


def _cells(strip: Strip) -> list[tuple[str, Style | None]]:
    """Every cell of a line with its style; the second cell of a wide letter is empty."""
    cells: list[tuple[str, Style | None]] = []
    for text, style, _ in strip:
        for letter in text:
            cells.append((letter, style))
            if cell_len(letter) == 2:
                cells.append(("", style))
    return cells


def difference(old: Strip, new: Strip) -> tuple[int, int] | None:
    """The first and past-the-last cell in which two lines differ; None when they are alike."""
    before, after = _cells(old), _cells(new)
    if before == after:
        return None
    limit = min(len(before), len(after))
    first = next((n for n in range(limit) if before[n] != after[n]), limit)
    while first and after[first : first + 1] and after[first][0] == "":
        first -= 1
    last = len(after)
    while last > first + 1 and len(before) == len(after) and before[last - 1] == after[last - 1]:
        last -= 1
    return first, last


class Pane(Widget):
    """A widget of hand-drawn lines. A subclass gives its rows; `repaint` sends what differs."""

    DEFAULT_CSS = "Pane { height: 1fr; width: 1fr; background: ansi_default; }"

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name for it
        super().__init__(id=id)
        self._strips: list[Strip] = []
        self._drawn_size = (0, 0)

    def rows(self, width: int, height: int) -> Iterable[Row]:
        """The lines of the pane, from the top, at most `height` of them."""
        raise NotImplementedError

    def _drawn(self) -> list[Strip]:
        width, height = self.size
        strips = [row.strip() for row in self.rows(width, height)][:height]
        return strips + [Row(width).strip()] * (height - len(strips))

    def repaint(self) -> None:
        """Draw again and send the cells that changed."""
        if not self.is_mounted or not self.size.width or self._drawn_size != tuple(self.size):
            return
        old, self._strips = self._strips, self._drawn()
        regions = list(_regions(old, self._strips))
        if regions:
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """A line for the compositor; all are drawn again when the pane's size is new."""
        if self._drawn_size != tuple(self.size):
            self._drawn_size = (self.size.width, self.size.height)
            self._strips = self._drawn()
        return self._strips[y] if y < len(self._strips) else Row(self.size.width).strip()


def _regions(old: Sequence[Strip], new: Sequence[Strip]) -> Iterable[Region]:
    for y, strip in enumerate(new):
        if y >= len(old):
            yield Region(0, y, strip.cell_length, 1)
        elif strip is not old[y] and (span := difference(old[y], strip)):
            yield Region(span[0], y, span[1] - span[0], 1)
