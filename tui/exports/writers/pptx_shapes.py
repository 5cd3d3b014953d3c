"""What stands on slides: boxes of figures, the SWOT, tables that go on, the year, native charts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Pt

from tui.exports.document import Bar, Chart, Facts, Figures, Item, Quadrants, Table, Timeline
from tui.exports.laying import figure_rows, laid, paired
from tui.exports.writers.office_charts import data_of, dress, kind_of
from tui.exports.writers.pptx_slides import ACCENT, INK, PALE, SOFT, Box, Deck, colour, paint, write
from tui.formats.dates import MONTHS
from tui.formats.numbers import NARROW

_POINT = 12700
_CORNERS = {
    "strength": ("E9F4EF", "1B7F5C"),
    "weakness": ("FBEFE7", "B3541E"),
    "opportunity": ("E8F1F8", "1F5F8B"),
    "threat": ("F7EAF0", "8B2F5B"),
}
_MOST_BARS = 16
_MOST_LETTERS = 240


def beside(box: Box, count: int) -> list[Box]:
    """Equal parts of a box beside each other."""
    left, top, width, height = box
    each = width // count
    return [(left + at * each, top, each - width // 60, height) for at in range(count)]


def below(box: Box, taken: int) -> Box:
    """What is left of a box below what was taken."""
    left, top, width, height = box
    return left, top + taken, width, max(height - taken, 1)


def chart(slide: Any, block: Chart, box: Box, deck: Deck) -> None:
    """A chart of the program's own."""
    drawn = slide.shapes.add_chart(kind_of(block), *map(Emu, box), data_of(block)).chart
    dress(drawn, block, ACCENT, deck.words.language, 11, block.title)


# --- texts and figures ----------------------------------------------------------------------------------------------


def prose(slide: Any, text: str, box: Box) -> Box:
    """A running text, as large as it fits."""
    _, _, width, height = box
    size = next((one for one in (20, 18, 16, 14, 12, 11) if _tall(text, width, one) <= height), 10)
    write(slide, text, box, size).text_frame.margin_left = 0
    return below(box, _tall(text, width, size) + height // 20)


def _tall(text: str, width: int, size: float) -> int:
    return _lines(text, _letters(width, size)) * round(size * 1.25) * _POINT


def _letters(width: int, size: float) -> int:
    """About how many letters stand in a width."""
    return max(int(width / _POINT / (size * 0.52)), 1)


def _lines(text: str, letters: int) -> int:
    return sum(max(-(-len(line) // letters), 1) for line in text.split("\n"))


def figures(slide: Any, block: Figures, box: Box, deck: Deck) -> Box:
    """Key figures in boxes."""
    for row in figure_rows(block, deck.words.language, 110):
        left, top, width, _ = box
        tall = int(Pt(66))
        for one in row:
            each = width * one.share // 1000
            shape = write(slide, f"{one.value}\n{one.label}", (left, top, each - width // 90, tall), 12, code=SOFT)
            shape.fill.solid()
            shape.fill.fore_color.rgb = colour(PALE)
            shape.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
            shape.text_frame.word_wrap = True
            font = shape.text_frame.paragraphs[0].font
            font.size, font.bold, font.color.rgb = Pt(20), True, colour(ACCENT)
            left += each
        box = below(box, tall + int(Pt(12)))
    return box


def facts(slide: Any, block: Facts, box: Box, deck: Deck) -> Box:
    """A few facts, a line each."""
    colon = f"{NARROW}: " if deck.words.language == "fr" else ": "
    rows = [fact for row in paired(block, deck.words.language) for fact in row]
    return prose(slide, "\n".join(f"{label}{colon}{text}" for label, text in rows), box)


# --- the SWOT -------------------------------------------------------------------------------------------------------


def quadrants(slide: Any, block: Quadrants, box: Box, deck: Deck) -> Box:
    """Four corners, each as large as its texts allow; what does not fit is counted."""
    left, top, width, height = box
    wide, tall, space = width // 2, height // 2, width // 120
    size = _corner_size(block, wide - space, tall - space)
    for at, corner in enumerate(block.corners[:4]):
        fill, code = _CORNERS.get(corner.kind, (PALE, ACCENT))
        place = (left + at % 2 * wide, top + at // 2 * tall, wide - space, tall - space)
        texts = _fitting(corner.items, place, size, deck)
        shape = write(slide, "\n".join((corner.title, *texts)), place, size)
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        font = shape.text_frame.paragraphs[0].font
        font.size, font.bold, font.color.rgb = Pt(16), True, colour(code)
        for paragraph in shape.text_frame.paragraphs[1:]:
            paragraph.space_before = Pt(4)
    return below(box, height)


def _corner_size(block: Quadrants, width: int, height: int) -> float:
    for size in (16, 14, 12.5):
        if all(_corner_tall(one.items, width, size) <= height for one in block.corners):
            return size
    return 11


def _corner_tall(items: Sequence[Item], width: int, size: float) -> int:
    each = (_tall(f"{one.id} {one.text}", width - int(Pt(16)), size) + int(Pt(4)) for one in items)
    return int(Pt(34)) + sum(each)


def _fitting(items: Sequence[Item], place: Box, size: float, deck: Deck) -> list[str]:
    """As many items as fit, the weightiest first where some do not; how many more there are."""
    _, _, width, height = place
    if _corner_tall(items, width, size) <= height:
        return [f"{one.id} {one.text}" for one in items]
    kept: list[Item] = []
    for one in sorted(items, key=lambda item: -(item.weight or 0)):
        if _corner_tall([*kept, replace(one, text=_short(one.text))], width, size) > height - int(Pt(size * 1.4)):
            break
        kept.append(replace(one, text=_short(one.text)))
    return [*(f"{one.id} {one.text}" for one in kept), deck.words("exports.more", number=len(items) - len(kept))]


# --- tables ---------------------------------------------------------------------------------------------------------

_SIZE = 12
_PAD = 10


def parts(block: Table, box: Box, deck: Deck) -> Iterator[Table]:
    """The table in pieces that each fit a slide; the first one what is left of this one."""
    texts = laid(block, deck.words.language, 120)
    widths = [box[2] * share // 1000 for share in texts.shares]
    room = box[3] - _row_tall(texts.heads, widths)
    start, taken = 0, 0
    for at, held in enumerate(texts.rows):
        tall = _row_tall(held, widths)
        if at > start and taken + tall > room:
            yield replace(block, rows=block.rows[start:at])
            start, taken, room = at, 0, deck.room[3] - _row_tall(texts.heads, widths)
        taken += tall
    yield replace(block, rows=block.rows[start:])


def _row_tall(texts: Sequence[str], widths: Sequence[int]) -> int:
    lines = (
        _lines(_short(text), _letters(width - int(Pt(15)), _SIZE)) for text, width in zip(texts, widths, strict=True)
    )
    return int(Pt(max(lines, default=1) * _SIZE * 1.22 + _PAD))


def table(slide: Any, block: Table, box: Box, deck: Deck) -> Box:
    """A table; in a template its own looks."""
    texts = laid(block, deck.words.language, 120)
    left, top, width, _ = box
    shape = slide.shapes.add_table(len(texts.rows) + 1, len(texts.heads), *map(Emu, (left, top, width, 300_000)))
    grid = shape.table
    grid.horz_banding = deck.has_template
    widths = [width * share // 1000 for share in texts.shares]
    taken = 0
    for at, held in enumerate((texts.heads, *texts.rows)):
        kind = "head" if at == 0 else block.rows[at - 1].kind
        tall = _row_tall(held, widths)
        grid.rows[at].height = Emu(tall)
        taken += tall
        for column, text in enumerate(held):
            _cell(grid.cell(at, column), text, kind, deck, is_figure=block.columns[column].is_figure)
    for column, wide in enumerate(widths):
        grid.columns[column].width = Emu(wide)
    return below(box, taken + int(Pt(16)))


def _cell(cell: Any, text: str, kind: str, deck: Deck, *, is_figure: bool) -> None:
    cell.text = _short(text)
    cell.margin_top = cell.margin_bottom = Pt(3)
    for paragraph in cell.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = Pt(_SIZE), kind in ("head", "group", "total")
        paragraph.alignment = PP_ALIGN.RIGHT if is_figure else PP_ALIGN.LEFT
        if not deck.has_template:
            paragraph.font.color.rgb = colour("FFFFFF" if kind == "head" else INK)
    if not deck.has_template:
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(ACCENT if kind == "head" else PALE if kind != "line" else "FFFFFF")


# --- the year -------------------------------------------------------------------------------------------------------


def chunks(bars: Sequence[Bar]) -> Iterator[Sequence[Bar]]:
    """The actions of each slide, about as many on each."""
    count = -(-len(bars) // _MOST_BARS) or 1
    each = -(-len(bars) // count) or 1
    yield from (bars[at : at + each] for at in range(0, len(bars), each))


def timeline(slide: Any, block: Timeline, bars: Sequence[Bar], box: Box, deck: Deck) -> None:
    """A bar for each action over the months, a diamond for each milestone."""
    left, top, width, height = box
    label, head = width * 36 // 100, int(Pt(20))
    each = min((height - head) // max(len(bars), 1), int(Pt(40)))
    axis = (left + label, top, width - label, head + each * len(bars))
    _months(slide, block, axis, deck)
    for at, bar in enumerate(bars):
        y = top + head + at * each
        size = 12 if each > int(Pt(22)) else 10
        letters = _letters(label - int(Pt(16)), size)
        shape = write(slide, _cut(f"{bar.id} {bar.title}", letters), (left, y, label, each), size)
        shape.text_frame.vertical_anchor, shape.text_frame.margin_left = MSO_ANCHOR.MIDDLE, 0
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = 0
        _bar(slide, block, bar, (axis[0], y, axis[2], each))


def _x(day: date, block: Timeline, axis: Box) -> int:
    days = max((block.end - block.start).days, 1)
    return axis[0] + axis[2] * min(max((day - block.start).days, 0), days) // days


def _months(slide: Any, block: Timeline, axis: Box, deck: Deck) -> None:
    months = (block.end.year - block.start.year) * 12 + block.end.month - block.start.month + 1
    for at in range(0, months, -(-months // 18)):
        year, month = divmod(block.start.year * 12 + block.start.month - 1 + at, 12)
        x = _x(date(year, month + 1, 1), block, axis)
        name = MONTHS[deck.words.language][month][: 3 if months <= 12 else 1]
        shape = write(slide, name, (x, axis[1], axis[2] // 10, int(Pt(18))), 10, code=SOFT)
        shape.text_frame.margin_left = shape.text_frame.margin_top = 0
        line = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(x), Emu(axis[1] + int(Pt(16))), Emu(6350), Emu(axis[3] - int(Pt(16)))
        )
        paint(line, "DFE4EA")


def _bar(slide: Any, block: Timeline, bar: Bar, axis: Box) -> None:
    _, y, _, each = axis
    start, end = (_x(day, block, axis) for day in (bar.start or block.start, bar.end or block.end))
    tall = min(each * 6 // 10, int(Pt(18)))
    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Emu(start), Emu(y + (each - tall) // 2), Emu(max(end - start, 40_000)), Emu(tall)
    )
    paint(shape, ACCENT)
    shape.name = f"{bar.id} {bar.title}"[:80]
    for mark in bar.marks:
        size = int(Pt(9))
        x = _x(mark.day, block, axis) - size // 2
        diamond = slide.shapes.add_shape(MSO_SHAPE.DIAMOND, Emu(x), Emu(y + (each - size) // 2), Emu(size), Emu(size))
        paint(diamond, "9AD0B5" if mark.is_done else "F2B56B")
        diamond.name = mark.title[:80]


def _short(text: str) -> str:
    """A text of a cell; only one that would fill the slide is cut."""
    return _cut(text, _MOST_LETTERS) if len(text) > _MOST_LETTERS else text


def _cut(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
