"""Very long tables as lines in a type of one width: ten thousand rows of cells take a typesetter a gigabyte."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from tui.exports.document import Table
from tui.exports.laying import Laid

LONG = 1500
"""Rows from which a table is set as a listing."""
_LETTERS = 117
"""Letters on a line, at the size of `page.typ`."""
_TOGETHER = 40
"""Lines that are set at once: each costs the typesetter as much as a cell."""
_GAP = 2


def listing(table: Table, texts: Laid) -> dict[str, Any]:
    """The table's heads and its lines, in runs of one weight."""
    widths = [max(share * _LETTERS // 1000 - _GAP, 1) for share in texts.shares]
    figures = [column.is_figure for column in table.columns]
    runs: list[dict[str, Any]] = []
    for row, held in zip(table.rows, texts.rows, strict=True):
        lines, is_strong = _lines(held, widths, figures), row.kind != "line"
        last = runs[-1] if runs else None
        if last and last["strong"] == is_strong and len(last["lines"]) < _TOGETHER:
            last["lines"] += lines
        else:
            runs.append({"strong": is_strong, "lines": lines})
    return {"kind": "listing", "heads": _lines(texts.heads, widths, figures), "runs": runs}


def _lines(texts: tuple[str, ...], widths: list[int], figures: list[bool]) -> list[str]:
    """A row as lines of equal columns; long texts go on below."""
    parts = [_wrapped(text, width) for text, width in zip(texts, widths, strict=True)]
    return list(_joined(parts, widths, figures))


def _wrapped(text: str, width: int) -> list[str]:
    if len(text) <= width and "\n" not in text:
        return [text]
    return [part for line in text.split("\n") for part in wrap(line, width) or [""]] or [""]


def _joined(parts: list[list[str]], widths: list[int], figures: list[bool]) -> Iterator[str]:
    for at in range(max(map(len, parts))):
        cells = (part[at] if at < len(part) else "" for part in parts)
        line = (" " * _GAP).join(
            cell.rjust(width) if is_figure else cell.ljust(width)
            for cell, width, is_figure in zip(cells, widths, figures, strict=True)
        )
        yield line.rstrip().replace(" ", "\u00a0")
