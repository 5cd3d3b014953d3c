"""Which cells of the screen are others than before: lines compared cell by cell."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.updates import Changed

Cell = tuple[str, Style | None]
Spans = list[tuple[int, int]]
"""Spans of cells, each as its first and past-the-last cell."""
_FAR = 12
"""Fewer cells than it takes to move over are sent again rather than passed over."""


def changes(old: Sequence[Strip], new: Sequence[Strip]) -> Iterator[Changed]:
    """The lines that are others than before, with the spans in which they differ."""
    for y, strip in enumerate(new):
        if y >= len(old):
            yield Changed(y, strip, [(0, strip.cell_length)])
        elif strip is not old[y] and (spans := differences(old[y], strip)):
            yield Changed(y, strip, spans)


def differences(old: Strip, new: Strip) -> Spans:
    """The spans of cells in which two lines of one width differ."""
    before, after = list(old), list(new)
    start = _trimmed(before, after)
    cells = _cells(after)
    spans: Spans = []
    for n, (was, is_) in enumerate(zip(_cells(before), cells, strict=False)):
        if was == is_:
            continue
        if spans and n - spans[-1][1] < _FAR:
            spans[-1] = (spans[-1][0], n + 1)
        else:
            spans.append((n, n + 1))
    return [_whole(span, cells, start) for span in spans]


def _trimmed(before: list[Segment], after: list[Segment]) -> int:
    """Take away what both begin with and what both end with; gives how many cells they begin with."""
    while before and after and before[-1] == after[-1]:
        before.pop()
        after.pop()
    same = 0
    for was, is_ in zip(before, after, strict=False):
        if was != is_:
            break
        same += 1
    start = sum(segment.cell_length for segment in after[:same])
    del before[:same], after[:same]
    return start


def _cells(segments: Sequence[Segment]) -> list[Cell]:
    """Every cell with its style; the second cell of a wide letter is empty."""
    cells: list[Cell] = []
    for text, style, _ in segments:
        if text.isascii() or cell_len(text) == len(text):
            # No wide letter, as nearly everywhere.
            cells.extend([(letter, style) for letter in text])
            continue
        for letter in text:
            cells.append((letter, style))
            if cell_len(letter) == 2:
                cells.append(("", style))
    return cells


def _whole(span: tuple[int, int], cells: Sequence[Cell], start: int) -> tuple[int, int]:
    """The span with no wide letter cut in two, counted from the start of the line."""
    first, last = span
    while first and cells[first][0] == "":
        first -= 1
    while last < len(cells) and cells[last][0] == "":
        last += 1
    return start + first, start + last
