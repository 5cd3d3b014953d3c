"""Bars made of block characters: their length says the figure, to an eighth of a cell."""

from collections.abc import Sequence
from fractions import Fraction

EIGHTHS = " ▏▎▍▌▋▊▉"
FULL, RIGHT_HALF = "█", "▐"
MINUS, AXIS = "−", "│"


def bar(figure: int, top: int, width: int) -> str:
    """A bar from the left that fills `width` cells when the figure is `top`; what is not nothing shows a sliver."""
    eighths = _length(figure, top, width * 8)
    return FULL * (eighths // 8) + EIGHTHS[eighths % 8].strip()


def signed_bar(figure: int, top: int, width: int) -> str:
    """A bar after a cell for its sign: `−████` for a credit."""
    return (MINUS if figure < 0 else " ") + bar(abs(figure), top, width - 1)


def diverging(low: int, high: int, top: int, half: int) -> str:
    """Two bars away from an axis: the lower figure to the left in half cells, the higher one to the right.

    Both are offsets from the axis; `top` fills half the picture, which is 2 × `half` + 1 cells wide.
    """
    halves = _length(max(-low, -high, 0), top, half * 2)
    left = RIGHT_HALF * (halves % 2) + FULL * (halves // 2)
    return left.rjust(half) + AXIS + bar(max(low, high, 0), top, half)


def stacked(figures: Sequence[int], top: int, width: int, glyphs: Sequence[str]) -> list[str]:
    """One bar in parts of whole cells, each of its own glyph, as long together as their sum among `top`.

    Parts below zero are not drawn. The end of each part is rounded, not its length, so that the parts never add up to
    more than the sum.
    """
    ends, sum_ = [0], 0
    for figure in figures:
        sum_ += max(figure, 0)
        ends.append(_length(sum_, top, width))
    return [glyph * (end - start) for glyph, start, end in zip(glyphs, ends, ends[1:], strict=False)]


def marked(text: str, at: int, top: int, width: int, mark: str = AXIS) -> str:
    """A bar with a mark where a figure stands among `top`: at the cell in which a bar of that figure ends."""
    place = max(_length(at, top, width) - 1, 0)
    cells = text.ljust(width)
    return cells[:place] + mark + cells[place + 1 :]


def _length(figure: int, top: int, cells: int) -> int:
    """How many of the cells the figure fills: at least one when it is above zero, never more than there are."""
    if figure <= 0 or top <= 0 or cells <= 0:
        return 0
    return min(max(round(Fraction(figure * cells, top)), 1), cells)
