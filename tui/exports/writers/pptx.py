"""The plan as slides: one a step, with what is to be seen from afar; charts are the program's own, not pictures."""

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION
from pptx.enum.text import MSO_AUTO_SIZE, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from tui.exports.document import (
    Block,
    Card,
    Chapter,
    Chart,
    Document,
    Figures,
    Paragraph,
    Quadrants,
    Section,
    Table,
    Timeline,
)
from tui.exports.options import Options
from tui.exports.wording import text_of
from tui.words import Language

_RGB: Any = RGBColor
_INK, _ACCENT, _PALE = (_RGB.from_string(code) for code in ("1F2A37", "1F4E79", "EAF1F8"))
_CORNERS = tuple(_RGB.from_string(code) for code in ("E3F1E5", "FBE9E1", "E4EEF8", "F8E7EC"))
_KINDS = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
_MOST_ROWS, _MOST_COLUMNS, _MOST_ITEMS = 9, 6, 6
Box = tuple[int, int, int, int]
chart_data: Any = CategoryChartData


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """Write the slides, in the client's own template when given."""
    deck = pptx.Presentation(str(options.template) if options.template else None)
    if not options.template:
        deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    deck.core_properties.title = document.cover.title[:255]
    writer = _Slides(deck, options.language)
    writer.cover(document)
    for chapter in document.chapters:
        writer.chapter(chapter)
    deck.save(out)


def _flat(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks of a chapter without its cards, sections opened."""
    for block in blocks:
        if isinstance(block, Section):
            yield from _flat(block.blocks)
        elif not isinstance(block, Card):
            yield block


class _Slides:
    """Adds slides to a presentation."""

    def __init__(self, deck: Any, language: Language) -> None:
        self.deck, self.language = deck, language
        width, height = int(deck.slide_width), int(deck.slide_height)
        self.width, self.margin = width, width // 20
        self.room: Box = (self.margin, height // 5, width - 2 * self.margin, height * 7 // 10)

    def cover(self, document: Document) -> None:
        """The first slide."""
        slide, cover = self._slide(""), document.cover
        left, _, width, height = self.room
        text = "\n".join(filter(None, (cover.kind, cover.client, cover.period, cover.scenario, cover.author)))
        self._text(slide, cover.title, (left, height // 3, width, height // 3), 40, bold=True, colour=_ACCENT)
        self._text(slide, text, (left, height * 2 // 3 + height // 20, width, height // 2), 20)

    def chapter(self, chapter: Chapter) -> None:
        """The slide of a step."""
        blocks = list(_flat(chapter.blocks))
        slide = self._slide(chapter.title)
        left, top, width, height = self.room
        if figures := next((block for block in blocks if isinstance(block, Figures)), None):
            self._figures(slide, figures, (left, top, width, height // 5))
            top, height = top + height // 4, height - height // 4
        box = (left, top, width, height)
        charts = [block for block in blocks if isinstance(block, Chart) and block.categories]
        drawers: tuple[tuple[type, Any], ...] = ((Quadrants, self._quadrants), (Timeline, self._timeline))
        for kind, draw in drawers:
            if found := next((block for block in blocks if isinstance(block, kind)), None):
                draw(slide, found, box)
                return
        if charts:
            half = width // min(len(charts), 2)
            for at, chart in enumerate(charts[:2]):
                self._chart(slide, chart, (left + at * half, top, half - self.margin // 4, height))
        elif table := next((block for block in blocks if isinstance(block, Table)), None):
            self._table(slide, table, box)
        else:
            cards = [f"{block.id} {block.title}" for block in self._cards(chapter.blocks)]
            texts = [block.text for block in blocks if isinstance(block, Paragraph)]
            self._text(slide, "\n".join(cards[:12] or texts)[:900], box, 16)

    def _cards(self, blocks: Iterable[Block]) -> Iterator[Card]:
        for block in blocks:
            if isinstance(block, Card):
                yield block
            elif isinstance(block, Section):
                yield from self._cards(block.blocks)

    def _slide(self, title: str) -> Any:
        layouts = self.deck.slide_layouts
        layout = next(
            (one for one in layouts if one.name in ("Title Only", "Titre seul")), layouts[min(5, len(layouts) - 1)]
        )
        slide = self.deck.slides.add_slide(layout)
        for shape in list(slide.placeholders):
            if shape.placeholder_format.type == 1 and title:  # the title's own place, with the template's looks
                shape.text_frame.text = title
                shape.left, shape.top, shape.width, shape.height = (
                    self.margin,
                    self.margin // 2,
                    self.room[2],
                    self.room[1] * 3 // 4,
                )
                paragraph = shape.text_frame.paragraphs[0]
                paragraph.alignment, paragraph.font.size, paragraph.font.bold = PP_ALIGN.LEFT, Pt(30), True
                paragraph.font.color.rgb = _ACCENT
            else:
                shape._element.getparent().remove(shape._element)  # noqa: SLF001 - an empty place would show its prompt
        return slide

    # --- what stands on them --------------------------------------------------------------------------------------

    def _text(
        self, slide: Any, text: str, box: Box, size: float, *, bold: bool = False, colour: Any = _INK, fill: Any = None
    ) -> Any:
        shape = slide.shapes.add_textbox(*map(Emu, box))
        frame = shape.text_frame
        frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
        frame.text = text
        for paragraph in frame.paragraphs:
            paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(size), bold, colour
        if fill is not None:
            shape.fill.solid()
            shape.fill.fore_color.rgb = fill
        return shape

    def _figures(self, slide: Any, block: Figures, box: Box) -> None:
        left, top, width, height = box
        each = width // len(block.items)
        for at, figure in enumerate(block.items):
            text = f"{figure.label}\n{text_of(figure.value, self.language)}"
            shape = self._text(slide, text, (left + at * each, top, each - self.margin // 6, height), 13, fill=_PALE)
            value = shape.text_frame.paragraphs[1]
            value.font.size, value.font.bold, value.font.color.rgb = Pt(18), True, _ACCENT

    def _quadrants(self, slide: Any, block: Quadrants, box: Box) -> None:
        left, top, width, height = box
        for at, corner in enumerate(block.corners[:4]):
            items = [f"{item.id} {_short(item.text)}" for item in corner.items[:_MOST_ITEMS]]
            place = (
                left + at % 2 * (width // 2),
                top + at // 2 * (height // 2),
                width // 2 - 60_000,
                height // 2 - 60_000,
            )
            shape = self._text(slide, "\n".join((corner.title, *items)), place, 15, fill=_CORNERS[at])
            shape.text_frame.paragraphs[0].font.bold = True

    def _timeline(self, slide: Any, block: Timeline, box: Box) -> None:
        left, top, width, height = box
        bars, days = block.bars[:14], max((block.end - block.start).days, 1)
        each, label = height // max(len(bars), 1), width * 2 // 5
        for at, bar in enumerate(bars):
            y = top + at * each
            self._text(slide, _short(f"{bar.id} {bar.title}", 60), (left, y, label, each), 11)
            start = min(max((max(bar.start or block.start, block.start) - block.start).days, 0), days)
            end = min(max((min(bar.end or block.end, block.end) - block.start).days, start), days)
            room = width - label
            x, long = left + label + room * start // days, max(room * (end - start) // days, 60_000)
            shape = slide.shapes.add_shape(1, Emu(x), Emu(y + each // 6), Emu(long), Emu(each // 2))
            shape.fill.solid()
            shape.fill.fore_color.rgb = _ACCENT
            shape.line.fill.background()

    def _chart(self, slide: Any, block: Chart, box: Box) -> None:
        data: Any = chart_data(number_format="#,##0")
        data.categories = block.categories
        for one in block.series:
            data.add_series(one.name or block.title, [None if value is None else float(value) for value in one.values])
        chart = slide.shapes.add_chart(_KINDS[block.kind], *map(Emu, box), data).chart
        chart.has_title = True
        chart.chart_title.text_frame.text = block.title
        chart.chart_title.text_frame.paragraphs[0].font.size = Pt(14)
        chart.font.size = Pt(10)
        labels = chart.value_axis.tick_labels
        labels.number_format, labels.number_format_is_linked = "#,##0", False
        chart.value_axis.major_gridlines.format.line.color.rgb = _PALE
        chart.has_legend = len(block.series) > 1
        if chart.has_legend:
            chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
        elif block.kind != "lines":
            fill = chart.plots[0].series[0].format.fill
            fill.solid()
            fill.fore_color.rgb = _ACCENT
        if block.kind == "bars":
            chart.category_axis.reverse_order = True

    def _table(self, slide: Any, block: Table, box: Box) -> None:
        rows, columns = block.rows[:_MOST_ROWS], block.columns[:_MOST_COLUMNS]
        left, top, width, _ = box
        grid = slide.shapes.add_table(len(rows) + 1, len(columns), Emu(left), Emu(top), Emu(width), Emu(300_000)).table
        weights = [column.weight for column in columns]
        for at, column in enumerate(columns):
            grid.columns[at].width = Emu(width * weights[at] // sum(weights))
            texts = [column.title, *(_short(text_of(row.cells[at], self.language), 90) for row in rows)]
            for line, text in enumerate(texts):
                cell = grid.cell(line, at)
                cell.text = text
                for paragraph in cell.text_frame.paragraphs:
                    paragraph.font.size = Pt(12)
                    paragraph.alignment = PP_ALIGN.RIGHT if column.is_figure else PP_ALIGN.LEFT


def _short(text: str, most: int = 110) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"
