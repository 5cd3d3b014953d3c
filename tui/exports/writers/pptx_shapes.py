"""What stands on slides: boxes of figures, the SWOT, tables that go on, the year, native charts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu, Pt

from tui.exports.document import Bar, Chart, Facts, Figures, Item, Quadrants, Timeline
from tui.exports.laying import figure_rows, paired
from tui.exports.wording import brief_month
from tui.exports.writers.office_charts import data_of, dress, kind_of
from tui.exports.writers.pptx_slides import INK, PALE, SOFT, Box, Deck, colour, paint, write

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
    frame = slide.shapes.add_chart(kind_of(block), *map(Emu, box), data_of(block))
    frame._element.nvGraphicFramePr.cNvPr.set("descr", block.title)  # noqa: SLF001 - for who cannot see it
    dress(frame.chart, block, deck.looks, deck.words.language, block.title)


# --- texts and figures ----------------------------------------------------------------------------------------------


def prose(slide: Any, text: str, box: Box) -> Box:
    """A running text, as large as it fits."""
    _, _, width, height = box
    size = next((one for one in (20, 18, 16, 14, 12, 11) if _tall(text, width, one) <= height), 10)
    write(slide, text, box, size).text_frame.margin_left = 0
    return below(box, _tall(text, width, size) + height // 20)


def _tall(text: str, width: int, size: float) -> int:
    return lines_of(text, letters(width, size)) * round(size * 1.25) * _POINT


def letters(width: int, size: float) -> int:
    """About how many letters stand in a width."""
    return max(int(width / _POINT / (size * 0.52)), 1)


def lines_of(text: str, room: int) -> int:
    """About how many lines a text takes where so many letters stand beside each other."""
    return sum(max(-(-len(line) // room), 1) for line in text.split("\n"))


def figures(slide: Any, block: Figures, box: Box, deck: Deck) -> Box:
    """Key figures in boxes."""
    for row in figure_rows(block, deck.words.language, letters(box[2], 13)):
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
            font.size, font.bold, font.color.rgb = Pt(20), True, colour(deck.accent)
            left += each
        box = below(box, tall + int(Pt(12)))
    return box


def facts(slide: Any, block: Facts, box: Box, deck: Deck) -> Box:
    """A few facts, a line each."""
    colon = deck.words("exports.colon")
    rows = [fact for row in paired(block, deck.words.language) for fact in row]
    return prose(slide, "\n".join(f"{label}{colon}{text}" for label, text in rows), box)


# --- the SWOT -------------------------------------------------------------------------------------------------------


def quadrants(slide: Any, block: Quadrants, box: Box, deck: Deck) -> Box:
    """Four corners, each as large as its texts allow, with what they rest on if it fits; what does not is counted."""
    left, top, width, height = box
    wide, tall, space = width // 2, height // 2, width // 120
    size, has_evidence = _corner_size(block, wide - space, tall - space)
    for at, corner in enumerate(block.corners[:4]):
        fill, code = _CORNERS.get(corner.kind, (PALE, deck.accent))
        place = (left + at % 2 * wide, top + at // 2 * tall, wide - space, tall - space)
        shape = write(slide, corner.title, place, 16, code=code, is_bold=True)
        shape.fill.solid()
        shape.fill.fore_color.rgb = colour(fill)
        shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP
        for text, evidence in _fitting(corner.items, place, size, deck):
            _line(shape.text_frame, text, size, INK, 5)
            if evidence and has_evidence:
                _line(shape.text_frame, evidence, size * _SMALLER, SOFT, 0)
    return below(box, height)


_SMALLER = 0.78


def _line(frame: Any, text: str, size: float, code: str, before: float) -> None:
    paragraph = frame.add_paragraph()
    paragraph.text, paragraph.space_before = text, Pt(before)
    paragraph.font.size, paragraph.font.color.rgb = Pt(size), colour(code)


def _corner_size(block: Quadrants, width: int, height: int) -> tuple[float, bool]:
    """The size of its texts, and whether what they rest on fits below them."""
    for size, has_evidence in ((16, True), (14, True), (12.5, True), (14, False), (12.5, False)):
        if all(_corner_tall(one.items, width, size, has_evidence=has_evidence) <= height for one in block.corners):
            return size, has_evidence
    return 11, False


def _corner_tall(items: Sequence[Item], width: int, size: float, *, has_evidence: bool = False) -> int:
    tall, room = int(Pt(34)), width - int(Pt(16))
    for one in items:
        tall += _tall(f"{one.id} {one.text}", room, size) + int(Pt(5))
        if has_evidence and one.evidence:
            tall += _tall(one.evidence, room, size * _SMALLER)
    return tall


def _fitting(items: Sequence[Item], place: Box, size: float, deck: Deck) -> list[tuple[str, str]]:
    """As many items as fit, the weightiest first where some do not; how many more there are."""
    _, _, width, height = place
    if _corner_tall(items, width, size) <= height:
        return [(f"{one.id} {one.text}", one.evidence) for one in items]
    kept: list[Item] = []
    for one in sorted(items, key=lambda item: -(item.weight or 0)):
        if _corner_tall([*kept, replace(one, text=_short(one.text))], width, size) > height - int(Pt(size * 1.4)):
            break
        kept.append(replace(one, text=_short(one.text)))
    more = (deck.words("exports.more", number=len(items) - len(kept)), "")
    return [*((f"{one.id} {one.text}", "") for one in kept), more]


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
        room = letters(label - int(Pt(16)), size)
        shape = write(slide, _cut(f"{bar.id} {bar.title}", room), (left, y, label, each), size)
        shape.text_frame.vertical_anchor, shape.text_frame.margin_left = MSO_ANCHOR.MIDDLE, 0
        shape.text_frame.margin_top = shape.text_frame.margin_bottom = 0
        _bar(slide, block, bar, (axis[0], y, axis[2], each), deck)


def _x(day: date, block: Timeline, axis: Box) -> int:
    days = max((block.end - block.start).days, 1)
    return axis[0] + axis[2] * min(max((day - block.start).days, 0), days) // days


def _months(slide: Any, block: Timeline, axis: Box, deck: Deck) -> None:
    months = (block.end.year - block.start.year) * 12 + block.end.month - block.start.month + 1
    for at in range(0, months, -(-months // 18)):
        year, month = divmod(block.start.year * 12 + block.start.month - 1 + at, 12)
        x = _x(date(year, month + 1, 1), block, axis)
        name = brief_month(month + 1, deck.words.language, months)
        shape = write(slide, name, (x, axis[1], axis[2] // 10, int(Pt(18))), 10, code=SOFT)
        shape.text_frame.margin_left = shape.text_frame.margin_top = 0
        line = slide.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, Emu(x), Emu(axis[1] + int(Pt(16))), Emu(6350), Emu(axis[3] - int(Pt(16)))
        )
        paint(line, "DFE4EA")


def _bar(slide: Any, block: Timeline, bar: Bar, axis: Box, deck: Deck) -> None:
    _, y, _, each = axis
    start, end = (_x(day, block, axis) for day in (bar.start or block.start, bar.end or block.end))
    tall = min(each * 6 // 10, int(Pt(18)))
    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE, Emu(start), Emu(y + (each - tall) // 2), Emu(max(end - start, 40_000)), Emu(tall)
    )
    paint(shape, deck.accent)
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
