"""The plan as a report in Word: real styles, a table of contents, a header, page numbers; in a template when given."""

from typing import Any, BinaryIO

import docx
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from tui.exports.document import Document
from tui.exports.options import Options
from tui.exports.templates import opened
from tui.exports.writers.docx_blocks import Writer
from tui.exports.writers.docx_styles import ACCENT, SOFT, accent_of, contents_styles, dress
from tui.exports.writers.docx_xml import element, field, run
from tui.words import Words


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """Write the report."""
    words = Words(options.language)
    word = opened(options.template, docx.Document)
    accent = ACCENT
    if options.template:
        _empty(word)
        accent = accent_of(word)
    else:
        dress(word)
    _properties(word, document, options)
    writer = Writer(word, words, accent)
    _cover(word, writer, document)
    place = _contents_title(word, words("exports.contents"))
    for chapter in document.chapters:
        writer.heading(chapter.title, 1)
        writer.blocks(chapter.blocks, 2)
    _contents(word, writer, place)
    _edges(word, document)
    word.save(out)


def _empty(word: Word) -> None:
    """A template's own pages go; its styles, header and measures stay."""
    body = word.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)


def _properties(word: Word, document: Document, options: Options) -> None:
    properties = word.core_properties
    properties.title, properties.author = document.cover.title[:255], document.cover.author[:255]
    properties.language, properties.comments = options.language, ""


def _cover(word: Word, writer: Writer, document: Document) -> None:
    cover = document.cover
    writer.styled(cover.kind, "Subtitle")
    word.paragraphs[-1].paragraph_format.space_before = Pt(170)
    writer.styled(cover.title, "Title")
    for text in (cover.client, cover.scenario):
        if text:
            writer.styled(text, "Subtitle")
    for text in (cover.period, cover.author, " · ".join(filter(None, (cover.status, cover.made)))):
        if text:
            paragraph = word.add_paragraph(text)
            paragraph.runs[0].font.color.rgb = RGBColor.from_string(SOFT)
    for text in document.remarks:
        writer.remark(text)


# --- the table of contents ------------------------------------------------------------------------------------------


def _contents_title(word: Word, title: str) -> Any:
    """The heading of the contents, after which they are put once they are known."""
    paragraph = word.add_paragraph(title, "TOC Heading" if "TOC Heading" in [one.name for one in word.styles] else None)
    paragraph.paragraph_format.page_break_before = True
    return paragraph._p  # noqa: SLF001 - its place in the document


def _contents(word: Word, writer: Writer, place: Any) -> None:
    """The table of contents: Word's own field, filled already; Word adds the numbers of pages as it opens the file."""
    styles = contents_styles(word, writer.width)
    shown = [one for one in writer.headings if one[0] <= len(styles)]
    for at, (level, text, mark) in enumerate(shown):
        begin = _marks("begin", r'TOC \o "1-2" \h \z \u', "separate") if at == 0 else ""
        end = _marks("end") if at + 1 == len(shown) else ""
        link = f'<w:hyperlink w:anchor="{mark}" w:history="1">{run(text)}</w:hyperlink>'
        line = f'<w:p><w:pPr><w:pStyle w:val="{styles[level - 1]}"/></w:pPr>{begin}{link}{end}</w:p>'
        made = element(line)
        place.addnext(made)
        place = made
    update = OxmlElement("w:updateFields")
    update.set(qn("w:val"), "true")
    word.settings.element.append(update)


def _marks(first: str, code: str = "", last: str = "") -> str:
    """The begin of a field up to what it shows, or its end."""
    parts = [f'<w:r><w:fldChar w:fldCharType="{first}"/></w:r>']
    if code:
        parts.append(f'<w:r><w:instrText xml:space="preserve"> {code.replace(chr(34), "&quot;")} </w:instrText></w:r>')
    if last:
        parts.append(f'<w:r><w:fldChar w:fldCharType="{last}"/></w:r>')
    return "".join(parts)


# --- header and footer ----------------------------------------------------------------------------------------------


def _edges(word: Word, document: Document) -> None:
    """The title at the top of each page but the first, its number at the foot; a template's own stay as they are."""
    section = word.sections[0]
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0] if section.header.paragraphs else section.header.add_paragraph()
    if not _says(section.header):
        _small(head, document.cover.title)
    foot = section.footer.paragraphs[0] if section.footer.paragraphs else section.footer.add_paragraph()
    if not _says(section.footer):
        foot.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        for part in element(f"<w:p>{field('PAGE', '1')}{run(' / ')}{field('NUMPAGES', '1')}</w:p>"):
            foot._p.append(part)  # noqa: SLF001


def _says(edge: Any) -> bool:
    """Whether a header or footer holds anything: words, a table, a picture."""
    drawn = edge._element.findall(f".//{qn('w:drawing')}")  # noqa: SLF001
    return bool(edge.tables or drawn or any(one.text.strip() for one in edge.paragraphs))


def _small(paragraph: Any, text: str) -> None:
    made = paragraph.add_run(text)
    made.font.size, made.font.color.rgb = Pt(8.5), RGBColor.from_string(SOFT)
