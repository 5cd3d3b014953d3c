"""Plain text in columns: wrapping, labels beside their values, tables, all measured in the columns of a terminal."""

import textwrap
import unicodedata
from collections.abc import Sequence

from tui.text import visible

_WIDEST_LABEL = 28


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF") for char in text)


def wrapped(text: str, width: int, indent: str = "", further: str | None = None) -> list[str]:
    """A text in lines of at most `width` columns; its own line breaks stay."""
    further = indent if further is None else further
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines += textwrap.wrap(
            visible(paragraph),
            max(width, 20),
            initial_indent=further if lines else indent,
            subsequent_indent=further,
            break_on_hyphens=False,
        ) or [""]
    return lines


def headed(title: str) -> list[str]:
    """A title underlined."""
    title = visible(title)
    return [title, "-" * cells(title)]


def labelled(rows: Sequence[tuple[str, str]], width: int, indent: int = 0) -> list[str]:
    """Labels in one column, their texts wrapped in the next."""
    margin = " " * indent
    room = min(max((cells(visible(label)) for label, _ in rows), default=0), _WIDEST_LABEL)
    lines: list[str] = []
    for label, text in rows:
        label = visible(label)
        body = wrapped(text, width - indent - room - 2)
        if cells(label) > room:
            lines.append(margin + label)
            label = ""
        for part in body:
            lines.append(f"{margin}{label}{' ' * (room - cells(label))}  {part}".rstrip())
            label = ""
    return lines


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows of cells, the first column to the left, the others to the right."""
    cleaned = [[visible(cell) for cell in row] for row in rows]
    rooms = [max(map(cells, column)) for column in zip(*cleaned, strict=True)]
    return [_row(row, rooms) for row in cleaned]


def _row(row: Sequence[str], rooms: Sequence[int]) -> str:
    first, *rest = row
    padded = [first + " " * (rooms[0] - cells(first))]
    padded += [" " * (room - cells(cell)) + cell for cell, room in zip(rest, rooms[1:], strict=True)]
    return "  ".join(padded).rstrip()
