"""The document's blocks in Word: headings and texts by style, tables, charts of Word's own."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document as Word
from docx.oxml.ns import qn

from tui.exports.document import (
    Block,
    Bullets,
    Card,
    Chart,
    Facts,
    Figures,
    Paragraph,
    Quadrants,
    Section,
    Table,
    Timeline,
)
from tui.exports.writers import docx_tables as tables
from tui.exports.writers.docx_charts import chart_paragraph
from tui.exports.writers.docx_styles import LEAD, REMARK, STATE, body_font, own
from tui.exports.writers.docx_xml import element, gap, paragraph, run
from tui.exports.writers.office_charts import Looks
from tui.words import Words

_DEEPEST = 4


class Writer:
    """Adds blocks to the end of a Word document, by the styles that it has."""

    def __init__(self, word: Word, words: Words, accent: str) -> None:
        self.word, self.words, self.accent = word, words, accent
        self.ids = {style.name: str(style.style_id) for style in word.styles}
        self.own = own(word, accent)
        self.looks = Looks(accent, font=body_font(word))
        self.headings: list[tuple[int, str, str]] = []
        """Level, text and bookmark of each, for the table of contents."""
        section = word.sections[0]
        room = int(section.page_width or 0) - int(section.left_margin or 0) - int(section.right_margin or 0)
        self.width = max(room // 635, 4000)
        self.charts = 0
        self.is_in_card = False
        body: Any = word.element.body
        self.end = body.find(qn("w:sectPr"))
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

    def add(self, made: Any) -> None:
        """An element after all the others."""
        self.end.addprevious(made)

    def blocks(self, blocks: Iterable[Block], level: int) -> None:
        """Blocks in turn, the headings in them from this level on."""
        for block in blocks:
            if isinstance(block, Section):
                self.heading(block.title, level)
                self.blocks(block.blocks, level + 1)
            elif isinstance(block, Card):
                self.heading(f"{block.id} {block.title}", level)
                if block.state:
                    self.add(element(paragraph(run(block.state), self.own[STATE], keep=True)))
                self.is_in_card = True  # its text stays with what follows it
                self.blocks(block.blocks, level + 1)
                self.is_in_card = False
            else:
                self.makers[type(block)](block)

    def heading(self, text: str, level: int) -> None:
        """A heading by its real style, which the table of contents is made from."""
        level = min(level, _DEEPEST)
        number = len(self.headings) + 1
        mark = f"_Toc{900000 + number}"
        self.headings.append((level, text, mark))
        content = f'<w:bookmarkStart w:id="{number}" w:name="{mark}"/>{run(text)}<w:bookmarkEnd w:id="{number}"/>'
        self.add(element(paragraph(content, self.ids.get(f"Heading {level}", ""), keep=True, page=level == 1)))

    def styled(self, text: str, style: str) -> None:
        """A paragraph in a style, where the document has it."""
        self.add(element(paragraph(run(text), self.ids.get(style, ""))))

    def remark(self, text: str) -> None:
        """A paragraph in small."""
        self.add(element(paragraph(run(text), self.own[REMARK])))

    def _paragraph(self, block: Paragraph) -> None:
        style = {"remark": self.own[REMARK], "lead": self.own[LEAD]}.get(block.kind, "")
        for part in block.text.split("\n\n"):
            if part.strip():
                self.add(element(paragraph(run(part.strip()), style, keep=self.is_in_card)))

    def _bullets(self, block: Bullets) -> None:
        for item in block.items:
            self.styled(item, "List Bullet")

    def _facts(self, block: Facts) -> None:
        if block.rows:
            self._put(tables.facts(block, self))

    def _figures(self, block: Figures) -> None:
        for made in tables.figures(block, self):
            self._put(made, 6)

    def _table(self, block: Table) -> None:
        if block.title:
            self.styled(block.title, "Caption")
        for made in tables.plain(block, self):
            self._put(made)

    def _quadrants(self, block: Quadrants) -> None:
        self._put(tables.quadrants(block, self))

    def _timeline(self, block: Timeline) -> None:
        self._put(tables.timeline(block, self))

    def _chart(self, block: Chart) -> None:
        self.charts += 1
        made = chart_paragraph(self.word, block, self.charts, self.width, self.looks, self.words.language)
        self.add(made)

    def _put(self, xml: str, points: float = 9) -> None:
        self.add(element(xml))
        self.add(element(gap(points)))
