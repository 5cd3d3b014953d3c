"""The styles of the report: Word's own, dressed where there is no template, and a few of ours for what tables hold."""

from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from model.plain import frozen

INK, ACCENT, SOFT = "1F2A37", "1F4E79", "5B6675"
_FONT = "Calibri"
_SIZES = {"Title": 32, "Subtitle": 14, "Heading 1": 22, "Heading 2": 14, "Heading 3": 12, "Heading 4": 10.5}
_BEFORE = {"Heading 1": 0, "Heading 2": 20, "Heading 3": 14, "Heading 4": 8}


@frozen
class _Style:
    size: float | None = None
    is_bold: bool = False
    is_italic: bool = False
    colour: str = ""
    after: float = 0
    is_right: bool = False


CELL, FIGURE, HEAD, LABEL, VALUE = "Cell", "Figure", "Head", "Label", "Value"
LEAD, REMARK, STATE = "Lead", "Remark", "State"
_OWN = {
    CELL: _Style(9),
    FIGURE: _Style(9, is_right=True),
    HEAD: _Style(9, is_bold=True, colour="accent"),
    LABEL: _Style(9, colour=SOFT),
    VALUE: _Style(15, is_bold=True, colour="accent"),
    LEAD: _Style(11.5, after=8),
    REMARK: _Style(9, is_italic=True, colour=SOFT, after=6),
    STATE: _Style(9.5, is_bold=True, colour="accent", after=4),
}


def dress(word: Word) -> None:
    """The looks of a report without a template."""
    normal: Any = word.styles["Normal"]
    _font(normal, 10.5, INK)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.12
    for name, size in _SIZES.items():
        style: Any = word.styles[name]
        _font(style, size, ACCENT if name != "Heading 3" else INK)
        style.font.italic, style.font.bold = False, name not in ("Subtitle",)
        style.paragraph_format.space_before = Pt(_BEFORE.get(name, 0))
        style.paragraph_format.space_after = Pt(6)
        style.paragraph_format.keep_with_next = True
    word.styles["Heading 1"].paragraph_format.page_break_before = True
    word.styles["Heading 1"].paragraph_format.space_after = Pt(12)
    for name in ("Title", "Subtitle"):
        _plain(word.styles[name])
    section = word.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.PORTRAIT, Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)


def _font(style: Any, size: float, colour: str) -> None:
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor.from_string(colour)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _plain(style: Any) -> None:
    """Without the line and the letter spacing of Word's own cover styles."""
    for name in ("w:pBdr", "w:spacing", "w:kern"):
        for holder in (style.element.pPr, style.element.rPr):
            for found in [] if holder is None else holder.findall(qn(name)):
                if name != "w:spacing" or holder is style.element.rPr:
                    holder.remove(found)


def own(word: Word, accent: str) -> dict[str, str]:
    """Our styles' ids by name; a template that has them already keeps its own looks for them."""
    ids = {}
    known = {style.name: style for style in word.styles}
    for name, looks in _OWN.items():
        full = f"Planmark {name}"
        ids[name] = str((known[full] if full in known else _made(word, full, looks, accent)).style_id)
    return ids


def _made(word: Word, name: str, looks: _Style, accent: str) -> Any:
    style: Any = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.quick_style = _known(word, "Normal"), False
    style.font.size = Pt(looks.size) if looks.size else None
    style.font.bold, style.font.italic = looks.is_bold or None, looks.is_italic or None
    if looks.colour:
        style.font.color.rgb = RGBColor.from_string(accent if looks.colour == "accent" else looks.colour)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(0), Pt(looks.after), 1.0
    if looks.is_right:
        form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return style


def contents_styles(word: Word, width: int) -> tuple[str, str]:
    """The ids of the table of contents' two levels, made where the document has none; `width` in twips."""
    known = {(style.name or "").lower(): style for style in word.styles}
    ids = []
    for level in (1, 2):
        name = f"toc {level}"
        style: Any = known.get(name)
        if style is None:
            style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            style.base_style = word.styles["Normal"]
            form = style.paragraph_format
            form.space_before, form.space_after = Pt(6 if level == 1 else 0), Pt(1)
            style.font.size = Pt(10 if level == 1 else 9.5)
            form.left_indent, style.font.bold = Cm(0.6 * (level - 1)), level == 1
            tabs = OxmlElement("w:tabs")
            tab = OxmlElement("w:tab")
            for key, value in (("val", "right"), ("leader", "dot"), ("pos", str(width))):
                tab.set(qn(f"w:{key}"), value)
            tabs.append(tab)
            style.element.get_or_add_pPr().insert_element_before(tabs, "w:spacing", "w:ind", "w:jc")
        ids.append(str(style.style_id))
    return ids[0], ids[1]


def _known(word: Word, name: str) -> Any:
    return next((style for style in word.styles if style.name == name), None)


def body_font(word: Word) -> str:
    """The type of running text: by its name, else as the theme has it."""
    normal = _known(word, "Normal")
    return str((normal and normal.font.name) or "+mn-lt")


def accent_of(word: Word) -> str:
    """The colour of a template: its first heading's, else its theme's first accent."""
    heading: Any = _known(word, "Heading 1")
    if heading is not None and heading.font.color is not None and heading.font.color.rgb is not None:
        return str(heading.font.color.rgb)
    for related in word.part.rels.values():
        if related.reltype == RELATIONSHIP_TYPE.THEME and not related.is_external:
            theme = parse_xml(related.target_part.blob)
            found = theme.find(".//{*}accent1/{*}srgbClr")
            if found is not None:
                return str(found.get("val"))
    return ACCENT
