"""Bars: as long as their figure says, to an eighth of a cell, and never longer than their room."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.reports.bars import EIGHTHS, bar, diverging, marked, signed_bar, stacked

FIGURES = st.integers(0, 10**15)
WIDTHS = st.integers(1, 80)


def _eighths(text: str) -> int:
    return sum(8 if cell == "█" else EIGHTHS.index(cell) for cell in text)


@given(FIGURES, FIGURES, WIDTHS)
def test_proportion(figure: int, other: int, width: int) -> None:
    """The largest figure fills the room, zero is empty, another one is as long as its share, to half an eighth."""
    top = max(figure, other, 1)
    assert bar(top, top, width) == "█" * width
    assert bar(0, top, width) == ""
    length = _eighths(bar(figure, top, width))
    assert abs(length - 8 * width * figure / top) <= 1
    assert bool(length) == bool(figure)


@pytest.mark.parametrize(("figure", "shown"), [(50, " ██"), (-50, "−██"), (0, " "), (-1, "−▏")])
def test_sign(figure: int, shown: str) -> None:
    """A figure below zero has the bar of its opposite after a minus."""
    assert signed_bar(figure, 100, 5) == shown


@given(FIGURES, FIGURES, st.integers(1, 40))
def test_both_sides_of_an_axis(left: int, right: int, half: int) -> None:
    """The axis stands in the middle, the larger side is full, and each side is as long as its share."""
    top = max(left, right, 1)
    shown = diverging(-left, right, top, half)
    assert shown.index("│") == half
    assert cell_len(shown) <= 2 * half + 1
    before, after = shown.split("│")
    assert abs(2 * before.count("█") + before.count("▐") - 2 * half * left / top) <= 1
    assert after == bar(right, top, half)


@given(st.lists(FIGURES, min_size=3, max_size=3), WIDTHS)
def test_parts_of_a_stack(figures: list[int], width: int) -> None:
    """The parts are together as long as their sum, each with its own glyph and its share to a cell."""
    top = max(sum(figures), 1)
    parts = stacked(figures, top, width, "█▓░")
    assert sum(map(len, parts)) == (width if sum(figures) else 0)
    for glyph, figure, part in zip("█▓░", figures, parts, strict=True):
        assert set(part) <= {glyph}
        assert abs(len(part) - width * figure / top) <= 1.5


def test_parts_below_zero_are_not_drawn() -> None:
    """A credit shortens nothing: what is above zero is drawn."""
    assert stacked([-50, 50, 50], 100, 10, "█▓░") == ["", "▓▓▓▓▓", "░░░░░"]


@given(FIGURES, FIGURES, WIDTHS)
def test_mark(figure: int, at: int, width: int) -> None:
    """The mark stands in the cell where a bar of that figure ends, in a bar that keeps its room."""
    top = max(figure, at, 1)
    shown = marked(bar(figure, top, width), at, top, width)
    assert len(shown) == width
    assert abs(shown.index("│") + 1 - width * at / top) <= 1
