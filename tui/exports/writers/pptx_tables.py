"""Tables on slides: as many slides as they need, heads again on each; in a template its own looks."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from model.plain import frozen
from tui.exports.document import Table
from tui.exports.laying import laid
from tui.exports.writers.pptx_shapes import below, letters, lines_of
from tui.exports.writers.pptx_slides import ACCENT, INK, PALE, Box, Deck, colour

_LARGE, _SMALL = 14, 12
_PAD = 10
_MOST_LETTERS = 240


@frozen
class Grid:
    """A part of a table that fits a slide: rows of texts with the kinds of each, its head first."""

    rows: tuple[tuple[str, ...], ...]
    kinds: tuple[str, ...]
    figures: tuple[bool, ...]
    widths: tuple[int, ...]
    size: float


def grids(block: Table, box: Box, deck: Deck) -> Iterator[Grid]:
    """The table in parts; the first one in what is left of this slide."""
    whole = _grid(block, box, deck, _LARGE)
    if sum(_tall(whole, at) for at in range(len(whole.rows))) > box[3]:
        whole = _grid(block, box, deck, _SMALL)
    yield from _parts(whole, box[3], deck.room[3])


def _grid(block: Table, box: Box, deck: Deck, size: float) -> Grid:
    texts = laid(block, deck.words.language, letters(box[2], size))
    return Grid(
        tuple(tuple(map(_short, row)) for row in (texts.heads, *texts.rows)),
        ("head", *(row.kind for row in block.rows)),
        tuple(column.is_figure for column in block.columns),
        tuple(box[2] * share // 1000 for share in texts.shares),
        size,
    )


def _parts(whole: Grid, first: int, then: int) -> Iterator[Grid]:
    head = _tall(whole, 0)
    start, taken, room = 1, head, first
    for at in range(1, len(whole.rows)):
        tall = _tall(whole, at)
        if at > start and taken + tall > room:
            yield _part(whole, start, at)
            start, taken, room = at, head, then
        taken += tall
    yield _part(whole, start, len(whole.rows))


def _part(whole: Grid, start: int, end: int) -> Grid:
    return replace(whole, rows=(whole.rows[0], *whole.rows[start:end]), kinds=(whole.kinds[0], *whole.kinds[start:end]))


def _tall(grid: Grid, at: int) -> int:
    pairs = zip(grid.rows[at], grid.widths, strict=True)
    lines = max((lines_of(text, letters(width - int(Pt(15)), grid.size)) for text, width in pairs), default=1)
    return int(Pt(lines * grid.size * 1.22 + _PAD))


def draw(slide: Any, grid: Grid, box: Box, deck: Deck) -> Box:
    """A part of a table; what is left below it."""
    left, top, width, _ = box
    shape = slide.shapes.add_table(len(grid.rows), len(grid.widths), *map(Emu, (left, top, width, 300_000)))
    shape.table.horz_banding = deck.has_template
    taken = 0
    for at, (texts, kind) in enumerate(zip(grid.rows, grid.kinds, strict=True)):
        tall = _tall(grid, at)
        shape.table.rows[at].height = Emu(tall)
        taken += tall
        for column, text in enumerate(texts):
            _cell(shape.table.cell(at, column), text, kind, grid, deck, is_figure=grid.figures[column])
    for column, wide in enumerate(grid.widths):
        shape.table.columns[column].width = Emu(wide)
    return below(box, taken + int(Pt(16)))


def _cell(cell: Any, text: str, kind: str, grid: Grid, deck: Deck, *, is_figure: bool) -> None:
    cell.text = text
    cell.margin_top = cell.margin_bottom = Pt(3)
    cell.vertical_anchor = MSO_ANCHOR.MIDDLE
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = Pt(grid.size), kind in ("head", "group", "total")
        paragraph.alignment = PP_ALIGN.RIGHT if is_figure else PP_ALIGN.LEFT
        if not deck.has_template:
            paragraph.font.color.rgb = colour("FFFFFF" if kind == "head" else INK)
    if not deck.has_template:
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(ACCENT if kind == "head" else PALE if kind != "line" else "FFFFFF")


def _short(text: str) -> str:
    """A text of a cell; only one that would fill the slide is cut."""
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1].rstrip() + "…"
