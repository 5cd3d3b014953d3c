"""Tables in Word: figures right, heads again on each page, the SWOT as a quadrant, the year as months."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from tui.exports.document import Bar, Facts, Figures, Quadrant, Quadrants, Row, Table, Timeline
from tui.exports.laying import figure_rows, laid, paired
from tui.exports.wording import brief_month
from tui.exports.writers.docx_styles import CELL, FIGURE, HEAD, LABEL, SOFT, VALUE
from tui.exports.writers.docx_xml import cell, edge, paragraph, row, run, table
from tui.words import Words

_PALE, _INK = "F3F6F9", "1F2A37"
_CORNERS = {
    "strength": ("E9F4EF", "1B7F5C"),
    "weakness": ("FBEFE7", "B3541E"),
    "opportunity": ("E8F1F8", "1F5F8B"),
    "threat": ("F7EAF0", "8B2F5B"),
}
_MOST_MONTHS = 24
_MOST_ROWS = 300
_LETTER = 90
"""About how wide a letter of a table is, in twips."""
_BARE = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'


class Sheet(Protocol):
    """What a table has to know of the document it goes into: widths in twips, the ids of our styles."""

    words: Words
    accent: str
    own: dict[str, str]
    width: int


def plain(block: Table, sheet: Sheet) -> Iterator[str]:
    """A table of the plan; a very long one in several, since layout takes as long as the square of a table's rows."""
    texts = laid(block, sheet.words.language, sheet.width // _LETTER)
    widths = _widths(texts.shares, sheet)
    styles = [sheet.own[FIGURE if column.is_figure else CELL] for column in block.columns]
    heads = _heads(texts.heads, [column.is_figure for column in block.columns], widths, sheet)
    rows = [_row(given, held, styles, widths) for given, held in zip(block.rows, texts.rows, strict=True)]
    for at in range(0, max(len(rows), 1), _MOST_ROWS):
        yield table(widths, [heads, *rows[at : at + _MOST_ROWS]])


def _heads(heads: tuple[str, ...], figures: list[bool], widths: list[int], sheet: Sheet) -> str:
    under = edge("bottom", sheet.accent, 12)
    cells = (
        cell(paragraph(run(text), sheet.own[HEAD], keep=True, right=is_figure), width, edges=under)
        for text, is_figure, width in zip(heads, figures, widths, strict=True)
    )
    return row(cells, is_head=True)


def _row(given: Row, texts: tuple[str, ...], styles: list[str], widths: list[int]) -> str:
    """A row; what heads others stays with them, a sum with what it sums."""
    is_bold, is_italic = given.kind in ("group", "total"), given.kind == "subtotal"
    over = edge("top", _INK, 8) if given.kind == "total" else ""
    fill = _PALE if given.kind == "group" else ""
    cells = (
        cell(
            paragraph(run(text, bold=is_bold, italic=is_italic) if text else "", style, keep=given.kind == "group"),
            width,
            fill=fill,
            edges=over,
        )
        for text, style, width in zip(texts, styles, widths, strict=True)
    )
    return row(cells, length=max(map(len, texts), default=0))


def facts(block: Facts, sheet: Sheet) -> str:
    """Labels with their values, short ones two in a row; all on one page where they fit."""
    widths = _widths((190, 310, 190, 310), sheet)
    label, value = sheet.own[LABEL], sheet.own[CELL]
    pairs = paired(block, sheet.words.language)
    rows = []
    for at, pair in enumerate(pairs):
        keep, cells = at + 1 < len(pairs), []
        for fact, column in zip(pair, (0, 2), strict=False):
            span = 1 if len(pair) == 2 else 3
            cells.append(cell(paragraph(run(fact[0]), label, keep=keep), widths[column]))
            wide = sum(widths[column + 1 : column + 1 + span])
            cells.append(cell(paragraph(run(fact[1]), value, keep=keep), wide, span=span))
        rows.append(row(cells, length=max(len(fact[1]) for fact in pair)))
    return table(widths, rows)


def figures(block: Figures, sheet: Sheet) -> Iterator[str]:
    """Key figures in boxes, a table for each row of them."""
    for shown in figure_rows(block, sheet.words.language, sheet.width // _LETTER):
        widths = _widths(tuple(one.share for one in shown), sheet)
        cells = (
            cell(
                paragraph(run(one.value), sheet.own[VALUE], keep=True)
                + paragraph(run(one.label), sheet.own[LABEL])
                + (paragraph(run(one.detail), sheet.own[LABEL]) if one.detail else ""),
                width,
                fill=_PALE,
                edges=edge("top", sheet.accent, 18),
                room='<w:top w:w="100" w:type="dxa"/><w:bottom w:w="100" w:type="dxa"/>',
            )
            for one, width in zip(shown, widths, strict=True)
        )
        yield table(widths, [row(cells)], lines=False, gap=40)


# --- the SWOT -------------------------------------------------------------------------------------------------------


def quadrants(block: Quadrants, sheet: Sheet) -> str:
    """Two rows of two corners."""
    widths = _widths((1, 1), sheet)
    rows = []
    for at in range(0, len(block.corners), 2):
        cells = (_corner(one, width, sheet) for one, width in zip(block.corners[at : at + 2], widths, strict=False))
        rows.append(row(cells, length=sum(len(item.text) for one in block.corners[at : at + 2] for item in one.items)))
    return table(widths, rows, lines=False, gap=40)


def _corner(corner: Quadrant, width: int, sheet: Sheet) -> str:
    fill, colour = _CORNERS.get(corner.kind, (_PALE, sheet.accent))
    parts = [paragraph(run(corner.title, bold=True, size=11.5, colour=colour), sheet.own[CELL], keep=True)]
    for item in corner.items:
        dots = f"  {'●' * item.weight}{'○' * (5 - item.weight)}" if item.weight else ""
        text = run(f"{item.id} ", colour=SOFT, size=8) + run(item.text) + run(dots, colour=colour, size=7)
        parts.append(paragraph(text, sheet.own[CELL]))
        if item.evidence:
            parts.append(paragraph(run(item.evidence, size=8), sheet.own[LABEL]))
    room = "".join(f'<w:{side} w:w="110" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return cell("".join(parts), width, fill=fill, edges=edge("top", colour, 24), room=room)


# --- the year -------------------------------------------------------------------------------------------------------


def timeline(block: Timeline, sheet: Sheet) -> str:
    """The actions over the months: a shaded cell where one runs, ◆ a milestone to come, ◇ one that is done."""
    first = _month(block.start)
    count = max(1, min(_month(block.end) - first + 1, _MOST_MONTHS))
    share = 600 // count
    widths = _widths((400, *[share] * count), sheet)
    under, room = edge("bottom", sheet.accent, 12), _BARE
    heads = [run(brief_month((first + at) % 12 + 1, sheet.words.language, count), size=8) for at in range(count)]
    cells = [
        cell(paragraph(text, sheet.own[HEAD], keep=True), width, edges=under, room=room)
        for text, width in zip(("", *heads), widths, strict=True)
    ]
    rows = [row(cells, is_head=True)]
    rows += [_bar(bar, block, first, widths, sheet) for bar in block.bars]
    return table(widths, rows)


def _bar(bar: Bar, block: Timeline, first: int, widths: list[int], sheet: Sheet) -> str:
    start, end = _month(bar.start or block.start), _month(bar.end or block.end)
    cells = [
        cell(paragraph(run(f"{bar.id} ", colour=SOFT, size=8) + run(bar.title, size=8.5), sheet.own[CELL]), widths[0])
    ]
    for at, width in enumerate(widths[1:], first):
        signs = "".join("◇" if mark.is_done else "◆" for mark in bar.marks if _month(mark.day) == at)
        is_on = start <= at <= end
        colour = "FFFFFF" if is_on else sheet.accent
        text = run(signs, size=7, colour=colour) if signs else ""
        edges = edge("top", "FFFFFF", 32) + edge("bottom", "FFFFFF", 32) if is_on else ""
        cells.append(
            cell(paragraph(text, sheet.own[CELL]), width, fill=sheet.accent if is_on else "", edges=edges, room=_BARE)
        )
    return row(cells)


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _widths(shares: tuple[int, ...], sheet: Sheet) -> list[int]:
    whole = sum(shares) or 1
    return [sheet.width * share // whole for share in shares]
