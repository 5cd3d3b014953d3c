"""The plan as a report in Word: real styles, a table of contents, a header, page numbers; in a template when given."""

from typing import Any, BinaryIO

import docx
from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from tui.exports.document import Document
from tui.exports.options import Options
from tui.exports.writers.docx_blocks import Writer
from tui.words import Words

_INK, _ACCENT = RGBColor(0x1F, 0x2A, 0x37), RGBColor(0x1F, 0x4E, 0x79)
_SIZES = {"Title": 30, "Subtitle": 14, "Heading 1": 20, "Heading 2": 14, "Heading 3": 12}


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """Write the report."""
    words = Words(options.language)
    word = docx.Document(str(options.template) if options.template else None)
    if options.template:
        _empty(word)
    else:
        _styled(word)
    _properties(word, document, options)
    writer = Writer(word, words)
    _cover(word, writer, document)
    _contents(word, writer, words("exports.contents"), [chapter.title for chapter in document.chapters])
    for chapter in document.chapters:
        writer.heading(chapter.title, 1)
        writer.blocks(chapter.blocks, 2)
    _edges(word, document)
    word.save(out)


def _empty(word: Word) -> None:
    """A template's own pages go; its styles, header and measures stay."""
    body = word.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)


def _styled(word: Word) -> None:
    """The looks of a report without a template."""
    normal: Any = word.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Calibri", Pt(10.5), _INK
    normal.paragraph_format.space_after = Pt(6)
    for name, size in _SIZES.items():
        style: Any = word.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _ACCENT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    heading: Any = word.styles["Heading 1"]
    heading.paragraph_format.page_break_before = True
    section = word.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)


def _properties(word: Word, document: Document, options: Options) -> None:
    properties = word.core_properties
    properties.title, properties.author = document.cover.title[:255], document.cover.author[:255]
    properties.language, properties.comments = options.language, ""


def _cover(word: Word, writer: Writer, document: Document) -> None:
    cover = document.cover
    for _ in range(6):
        word.add_paragraph()
    writer.styled(cover.kind, "Subtitle")
    writer.styled(cover.title, "Title")
    for text in (cover.client, cover.period, cover.scenario, cover.author, cover.status):
        if text:
            writer.styled(text, "Subtitle")
    for text in document.remarks:
        writer.remark(text)


def _contents(word: Word, writer: Writer, title: str, chapters: list[str]) -> None:
    """The table of contents: a field that Word fills, with the chapters' names until then."""
    paragraph = writer.styled(title, "TOC Heading" if "TOC Heading" in writer.names else "Subtitle")
    paragraph.paragraph_format.page_break_before = True
    _field(word.add_paragraph(), r'TOC \o "1-2" \h \z \u', "\n".join(chapters))
    settings = word.settings.element
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    settings.append(update)


def _edges(word: Word, document: Document) -> None:
    """The title at the top of each page but the first, its number at the foot."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0] if section.header.paragraphs else section.header.add_paragraph()
    if not head.text:
        head.text = " · ".join(filter(None, (document.cover.title, document.cover.client)))
    foot = section.footer.paragraphs[0] if section.footer.paragraphs else section.footer.add_paragraph()
    if not foot.text:
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _field(foot, "PAGE", "1")
        foot.add_run(" / ")
        _field(foot, "NUMPAGES", "1")


def _field(paragraph: Any, code: str, shown: str) -> None:
    for kind, text in (("begin", ""), ("", code), ("separate", ""), ("shown", shown), ("end", "")):
        run = paragraph.add_run(text if kind == "shown" else "")
        if kind in ("begin", "separate", "end"):
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)  # noqa: SLF001 - the library has no fields of its own
        elif not kind:
            instruction = OxmlElement("w:instrText")
            instruction.set(qn("xml:space"), "preserve")
            instruction.text = text
            run._r.append(instruction)  # noqa: SLF001
