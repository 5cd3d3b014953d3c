"""The deck: a cover, then slides with a title, the plan's name and their number; or the layouts of a template."""

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE, PP_PLACEHOLDER
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt

from tui.exports.document import Document
from tui.exports.writers.office_charts import Looks
from tui.words import Words

ACCENT, INK, SOFT, PALE = "1F4E79", "1F2A37", "5B6675", "EEF3F8"
Box = tuple[int, int, int, int]
"""Left, top, width, height."""
_RGB: Any = RGBColor
_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_KEPT = (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER, PP_PLACEHOLDER.DATE)
_NUMBER = (
    '<a:fld xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" type="slidenum"'
    ' id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}"><a:rPr lang="{language}" sz="1000"/><a:t>{number}</a:t></a:fld>'
)


def colour(code: str) -> Any:
    """A colour from its six digits."""
    return _RGB.from_string(code)


class Deck:
    """Adds slides to a presentation; `room` is what is left on each under its title: left, top, width, height."""

    def __init__(self, deck: Any, words: Words, name: str, *, has_template: bool) -> None:
        self.deck, self.words, self.name, self.has_template = deck, words, name, has_template
        self.width, self.height = int(deck.slide_width), int(deck.slide_height)
        self.margin = self.width // 22
        self.accent = _accent_of(deck) if has_template else ACCENT
        self.looks = Looks(self.accent, 11, "+mn-lt")
        self.titles: dict[str, int] = {}
        if has_template:
            _empty(deck)
        top = int(self.height * 0.19)
        self.layout = _title_only(deck)
        title = next((one for one in self.layout.placeholders if one.placeholder_format.type in _TITLES), None)
        if has_template and title is not None and title.top is not None:
            top = int(title.top) + int(title.height) + self.height // 40
        self.room = (self.margin, top, self.width - 2 * self.margin, int(self.height * 0.92) - top)

    def cover(self, document: Document) -> None:
        """The first slide."""
        cover = document.cover
        below = "\n".join(filter(None, (cover.client, cover.period, cover.scenario, cover.author, cover.made)))
        if self.has_template and self._own_cover(cover.title, below):
            return
        slide = self._bare()
        band = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, Emu(self.margin // 2), Emu(self.height))
        paint(band, ACCENT)
        left, width, tall = self.margin * 3 // 2, self.width - 3 * self.margin, self.height
        write(slide, cover.kind, (left, tall * 26 // 100, width, tall // 12), 18, code=ACCENT)
        write(slide, cover.title, (left, tall * 34 // 100, width, tall * 26 // 100), 40, code=INK, is_bold=True)
        write(slide, below, (left, tall * 62 // 100, width, tall // 5), 20, code=INK)
        write(slide, " ".join(document.remarks), (left, tall * 88 // 100, width, tall // 12), 12, code=SOFT)

    def _own_cover(self, title: str, below: str) -> bool:
        """The template's first layout, if it has a place for a title."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[0])
        places = {one.placeholder_format.type: one for one in slide.placeholders}
        found = next((places[kind] for kind in _TITLES if kind in places), None)
        if found is None:
            _drop(self.deck, len(self.deck.slides) - 1)
            return False
        found.text_frame.text = title
        for kind, place in places.items():
            if kind is PP_PLACEHOLDER.SUBTITLE:
                place.text_frame.text = below
            elif place is not found and kind not in _KEPT:
                place._element.getparent().remove(place._element)  # noqa: SLF001 - it would show its prompt
        return True

    def slide(self, title: str) -> Any:
        """A new slide; one that goes on from the last says so."""
        self.titles[title] = self.titles.get(title, 0) + 1
        shown = title if self.titles[title] == 1 else f"{title} ({self.titles[title]})"
        slide = self.deck.slides.add_slide(self.layout)
        own = next((one for one in slide.placeholders if one.placeholder_format.type in _TITLES), None)
        if own is not None:
            own.text_frame.text = shown
        for place in list(slide.placeholders):
            if place.placeholder_format.type not in (*_TITLES, *_KEPT):
                place._element.getparent().remove(place._element)  # noqa: SLF001
        if not self.has_template:
            self._title(slide, own)
            self._foot(slide)
        return slide

    def _bare(self) -> Any:
        """A slide without any place."""
        slide = self.deck.slides.add_slide(self.layout)
        for place in list(slide.placeholders):
            place._element.getparent().remove(place._element)  # noqa: SLF001
        return slide

    def _title(self, slide: Any, title: Any) -> None:
        """The title's own place, which outlines and screen readers know, set and dressed as ours."""
        wide, left = self.width - 2 * self.margin, self.margin
        title.left, title.top, title.width, title.height = map(Emu, (left, self.height // 18, wide, self.height // 9))
        title.text_frame.vertical_anchor, title.text_frame.margin_left = MSO_ANCHOR.BOTTOM, 0
        for paragraph in title.text_frame.paragraphs:
            paragraph.alignment, paragraph.font.size, paragraph.font.bold = PP_ALIGN.LEFT, Pt(28), True
            paragraph.font.color.rgb = colour(ACCENT)
        box = (left, self.height * 17 // 100, wide, 19050)
        paint(slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Emu, box)), ACCENT)

    def _foot(self, slide: Any) -> None:
        box = (self.margin, self.height * 94 // 100, self.width - 4 * self.margin, self.height // 20)
        write(slide, self.name, box, 10, code=SOFT).text_frame.margin_left = 0
        box = (self.width - 3 * self.margin, self.height * 94 // 100, 2 * self.margin, self.height // 20)
        shape = write(slide, "", box, 10, code=SOFT)
        paragraph = shape.text_frame.paragraphs[0]
        paragraph.alignment = PP_ALIGN.RIGHT
        number = _NUMBER.format(language=self.words.language, number=len(self.deck.slides))
        paragraph._p.insert(0, parse_xml(number))  # noqa: SLF001 - the library has no fields


def write(slide: Any, text: str, box: Box, size: float, *, code: str = INK, is_bold: bool = False) -> Any:
    """A text in a box."""
    shape = slide.shapes.add_textbox(*map(Emu, box))
    frame = shape.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.text = text
    for paragraph in frame.paragraphs:
        paragraph.font.size, paragraph.font.bold, paragraph.font.color.rgb = Pt(size), is_bold, colour(code)
    return shape


def paint(shape: Any, code: str) -> None:
    """A plain shape in one colour, without a line or a shadow."""
    for style in shape._element.findall("{*}style"):  # noqa: SLF001 - the theme's shadow is in it
        shape._element.remove(style)  # noqa: SLF001
    shape.fill.solid()
    shape.fill.fore_color.rgb = colour(code)
    shape.line.fill.background()
    shape.shadow.inherit = False


def _title_only(deck: Any) -> Any:
    """The layout with a title and the fewest places beside it."""

    def others(layout: Any) -> int:
        kinds = [one.placeholder_format.type for one in layout.placeholders]
        return 100 * (not set(kinds) & {PP_PLACEHOLDER.TITLE}) + sum(kind not in (*_TITLES, *_KEPT) for kind in kinds)

    return min(deck.slide_layouts, key=others)


def _accent_of(deck: Any) -> str:
    """The first accent of a template's theme."""
    for related in deck.slide_master.part.rels.values():
        if related.reltype == RELATIONSHIP_TYPE.THEME:
            found = parse_xml(related.target_part.blob).find(".//{*}accent1/{*}srgbClr")
            return ACCENT if found is None else str(found.get("val"))
    return ACCENT


def _empty(deck: Any) -> None:
    """A template's own slides go; its layouts stay."""
    for _ in range(len(deck.slides)):
        _drop(deck, 0)


def _drop(deck: Any, at: int) -> None:
    listed = deck.slides._sldIdLst  # noqa: SLF001 - the library removes no slides
    deck.part.drop_rel(listed[at].rId)
    del listed[at]
