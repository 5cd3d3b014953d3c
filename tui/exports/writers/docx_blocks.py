"""The document's blocks in Word: paragraphs by style, tables, the SWOT as a quadrant, timeline and charts as tables."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from tui.exports.document import (
    Amount,
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Facts,
    Figures,
    Paragraph,
    Quadrants,
    Section,
    Table,
    Timeline,
)
from tui.exports.wording import money_text, text_of
from tui.formats.numbers import format_number
from tui.words import Words

_HEAD, _PALE, _BAR = "1F4E79", "EAF1F8", "1F4E79"
_CORNERS = {"strength": "E3F1E5", "weakness": "FBE9E1", "opportunity": "E4EEF8", "threat": "F8E7EC"}
_LONGEST_BAR = 24


class Writer:
    """Adds blocks to a Word document, by the styles that it has."""

    def __init__(self, word: Word, words: Words) -> None:
        self.word, self.words = word, words
        self.names = {style.name for style in word.styles}
        self.makers: dict[type, Any] = {
            Paragraph: self._paragraph,
            Bullets: self._bullets,
            Facts: self._facts,
            Figures: self._figures,
            Table: self._table,
            Quadrants: self._quadrants,
            Chart: self._chart,
            Timeline: self._timeline,
        }

    def blocks(self, blocks: Iterable[Block], level: int) -> None:
        """Blocks in turn, the headings in them from this level on."""
        for block in blocks:
            if isinstance(block, Section):
                self.heading(block.title, level)
                self.blocks(block.blocks, level + 1)
            elif isinstance(block, Card):
                self.heading(" · ".join(filter(None, (f"{block.id} {block.title}", block.state))), level)
                self.blocks(block.blocks, level + 1)
            else:
                self.makers[type(block)](block)

    def heading(self, text: str, level: int) -> None:
        """A heading by its real style, which the table of contents is made from."""
        self.styled(text, f"Heading {min(level, 4)}").paragraph_format.keep_with_next = True

    def styled(self, text: str, style: str) -> Any:
        """A paragraph in a style, where the document has it."""
        return self.word.add_paragraph(text, style if style in self.names else None)

    def remark(self, text: str) -> None:
        """A paragraph in small."""
        run = self.word.add_paragraph().add_run(text)
        run.italic, run.font.size = True, Pt(9)

    def _paragraph(self, block: Paragraph) -> None:
        if block.kind == "remark":
            self.remark(block.text)
        elif block.kind == "lead":
            self.styled(block.text, "Normal").runs[0].bold = True
        else:
            self.styled(block.text, "Normal")

    def _bullets(self, block: Bullets) -> None:
        for item in block.items:
            self.styled(item, "List Bullet")

    def _facts(self, block: Facts) -> None:
        table = self._grid(len(block.rows), 2)
        for row, (label, cell) in zip(table.rows, block.rows, strict=True):
            self._fill(row.cells[0], label, bold=True, shade=_PALE)
            self._fill(row.cells[1], self._text(cell))
        self._widths(table, (1, 3))

    def _figures(self, block: Figures) -> None:
        table = self._grid(1, len(block.items), "")
        for cell, figure in zip(table.rows[0].cells, block.items, strict=True):
            self._fill(cell, figure.label, shade=_PALE, size=9)
            run = cell.add_paragraph().add_run(self._text(figure.value))
            run.bold, run.font.size, run.font.color.rgb = True, Pt(15), RGBColor.from_string(_HEAD)
            if figure.detail:
                cell.add_paragraph().add_run(figure.detail).font.size = Pt(8.5)
        self.word.add_paragraph()

    def _table(self, block: Table) -> None:
        if block.title:
            self.styled(block.title, "Caption")
        table = self._grid(1, len(block.columns))
        for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
            self._fill(cell, column.title, bold=True, shade=_HEAD, colour="FFFFFF", right=column.is_figure)
        self._repeat(table.rows[0])
        for row in block.rows:
            cells = table.add_row().cells
            is_sum = row.kind in ("total", "subtotal", "group")
            for cell, value, column in zip(cells, row.cells, block.columns, strict=True):
                self._fill(cell, self._text(value), bold=is_sum, shade=_PALE if is_sum else "", right=column.is_figure)
        self._widths(table, tuple(column.weight for column in block.columns))
        self.word.add_paragraph()

    def _quadrants(self, block: Quadrants) -> None:
        table = self._grid(2, 2)
        for at, corner in enumerate(block.corners[:4]):
            cell = table.rows[at // 2].cells[at % 2]
            self._fill(cell, corner.title, bold=True, shade=_CORNERS.get(corner.kind, _PALE), size=11)
            for item in corner.items:
                weight = f" ({item.weight})" if item.weight else ""
                paragraph = cell.add_paragraph()
                paragraph.add_run(f"{item.id} ").bold = True
                paragraph.add_run(f"{item.text}{weight}").font.size = Pt(9.5)
        self.word.add_paragraph()

    def _chart(self, block: Chart) -> None:
        """A chart as rows of bars, which print alike everywhere; beside each the value."""
        self.styled(block.title, "Caption")
        most = max((abs(value) for one in block.series for value in one.values if value is not None), default=0)
        table = self._grid(0, 3, "")
        for one in block.series:
            for category, value in zip(block.categories, one.values, strict=True):
                if value is None:
                    continue
                cells = table.add_row().cells
                name = category if len(block.series) == 1 else f"{category} · {one.name}"
                self._fill(cells[0], name, size=9)
                length = int(abs(value) * _LONGEST_BAR / most + (1 if value else 0)) if most else 0
                self._fill(cells[1], "█" * length, colour=_BAR if one.kind != "expected" else "A9B4C0", size=9)
                self._fill(cells[2], self._value(block, value), right=True, size=9)
        self._widths(table, (3, 4, 2))
        self.word.add_paragraph()

    def _value(self, block: Chart, value: Any) -> str:
        if block.currency:
            return money_text(value, block.currency, self.words.language, block.places)
        return " ".join(filter(None, (format_number(value, self.words.language), block.unit)))

    def _timeline(self, block: Timeline) -> None:
        """The actions over the months: a shaded cell where one runs, ◆ a milestone, ◇ one that is done."""
        first = block.start.year * 12 + block.start.month - 1
        count = max(1, min(block.end.year * 12 + block.end.month - first, 24))
        table = self._grid(1, count + 1)
        self._fill(table.rows[0].cells[0], "", shade=_HEAD)
        for at in range(count):
            month = (first + at) % 12 + 1
            self._fill(table.rows[0].cells[at + 1], str(month), bold=True, shade=_HEAD, colour="FFFFFF", size=8)
        self._repeat(table.rows[0])
        for bar in block.bars:
            cells = table.add_row().cells
            self._fill(cells[0], f"{bar.id} {bar.title}", size=8.5)
            for at in range(count):
                here = [mark for mark in bar.marks if _month(mark.day) == first + at]
                signs = "".join("◇" if mark.is_done else "◆" for mark in here)
                start, end = _month(bar.start or block.start), _month(bar.end or block.end)
                self._fill(cells[at + 1], signs, shade="9DBAD5" if start <= first + at <= end else "", size=8)
        self._widths(table, (8, *[1] * count))
        self.word.add_paragraph()

    # --- cells ------------------------------------------------------------------------------------------------

    def _text(self, cell: Cell) -> str:
        return text_of(cell, self.words.language) if not isinstance(cell, Amount) or cell.value is not None else ""

    def _grid(self, rows: int, columns: int, style: str = "Table Grid") -> Any:
        table = self.word.add_table(rows, columns)
        if style in self.names:
            table.style = style
        table.autofit = False
        return table

    def _widths(self, table: Any, weights: tuple[int, ...]) -> None:
        section = self.word.sections[0]
        room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        widths = [room * weight // sum(weights) for weight in weights]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row in table.rows:
            for cell, width in zip(row.cells, widths, strict=True):
                cell.width = width

    def _fill(
        self,
        cell: Any,
        text: str,
        *,
        bold: bool = False,
        shade: str = "",
        colour: str = "",
        right: bool = False,
        size: float = 9.5,
    ) -> None:
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(2)
        run = paragraph.add_run(text)
        run.bold, run.font.size = bold or None, Pt(size)
        if colour:
            run.font.color.rgb = RGBColor.from_string(colour)
        if right:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if shade:
            mark = OxmlElement("w:shd")
            for name, value in (("val", "clear"), ("color", "auto"), ("fill", shade)):
                mark.set(qn(f"w:{name}"), value)
            cell._tc.get_or_add_tcPr().append(mark)  # noqa: SLF001 - the library has no shading of its own

    def _repeat(self, row: Any) -> None:
        """The heads of columns, again on each page."""
        mark = OxmlElement("w:tblHeader")
        mark.set(qn("w:val"), "true")
        row._tr.get_or_add_trPr().append(mark)  # noqa: SLF001


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1
