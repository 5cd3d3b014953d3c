"""Pieces of a Word document as its own XML: written straight, ten thousand rows take seconds, not minutes."""

from collections.abc import Iterable, Sequence
from typing import Any
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

_LINE = "D5DBE2"
_LONG = 1500
"""A row with a longer text may go on over the page."""


def element(text: str) -> Any:
    """A paragraph or table of that XML, to be put into a document."""
    return parse_xml(text.replace(">", f" {nsdecls('w')}>", 1))


def run(
    text: str, *, style: str = "", bold: bool = False, italic: bool = False, size: float = 0, colour: str = ""
) -> str:
    """A run of text; its line breaks are kept."""
    looks = f'<w:rStyle w:val="{style}"/>' if style else ""
    looks += ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    looks += f'<w:color w:val="{colour}"/>' if colour else ""
    looks += f'<w:sz w:val="{round(size * 2)}"/>' if size else ""
    parts = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return f"<w:r>{f'<w:rPr>{looks}</w:rPr>' if looks else ''}{parts}</w:r>"


def paragraph(content: str, style: str = "", *, keep: bool = False, right: bool = False, page: bool = False) -> str:
    """A paragraph of runs; `keep` holds it together with what follows, `page` begins a new page."""
    looks = f'<w:pStyle w:val="{style}"/>' if style else ""
    looks += "<w:keepNext/>" if keep else ""
    looks += "<w:pageBreakBefore/>" if page else ""
    looks += '<w:jc w:val="right"/>' if right else ""
    return f"<w:p>{f'<w:pPr>{looks}</w:pPr>' if looks else ''}{content}</w:p>"


def gap(points: float) -> str:
    """A little room: Word wants a paragraph between two tables."""
    twips = round(points * 20)
    return f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{twips}" w:lineRule="exact"/></w:pPr></w:p>'


def cell(content: str, width: int, *, span: int = 1, fill: str = "", edges: str = "", room: str = "") -> str:
    """A cell of paragraphs; `edges` are borders and `room` inner margins, as XML."""
    looks = f'<w:tcW w:w="{width}" w:type="dxa"/>'
    looks += f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    looks += f"<w:tcBorders>{edges}</w:tcBorders>" if edges else ""
    looks += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    looks += f"<w:tcMar>{room}</w:tcMar>" if room else ""
    return f"<w:tc><w:tcPr>{looks}</w:tcPr>{content}</w:tc>"


def edge(side: str, colour: str, size: int = 8) -> str:
    """A border on one side, in eighths of a point."""
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def row(cells: Iterable[str], *, is_head: bool = False, length: int = 0) -> str:
    """A row; a head stands again on each page, a row of usual length is not torn apart."""
    looks = ("" if length > _LONG else "<w:cantSplit/>") + ("<w:tblHeader/>" if is_head else "")
    return f"<w:tr>{f'<w:trPr>{looks}</w:trPr>' if looks else ''}{''.join(cells)}</w:tr>"


def table(widths: Sequence[int], rows: Iterable[str], *, lines: bool = True, gap: int = 0) -> str:
    """A table of columns so many twentieths of a point wide, a hairline under each row."""
    inner = edge("bottom", _LINE, 4) + edge("insideH", _LINE, 4) if lines else ""
    borders = f"<w:tblBorders>{inner}</w:tblBorders>" if lines else ""
    spacing = f'<w:tblCellSpacing w:w="{gap}" w:type="dxa"/>' if gap else ""
    margins = "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in _MARGINS)
    looks = (
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{spacing}{borders}<w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar>"
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{looks}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


_MARGINS = (("top", 30), ("left", 70), ("bottom", 30), ("right", 70))


def field(code: str, shown: str, *, style: str = "") -> str:
    """A field: what Word computes, and what stands there until it does."""
    looks = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    marks = [f'<w:r>{looks}<w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    instruction = f'<w:r>{looks}<w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>'
    return f"{marks[0]}{instruction}{marks[1]}{run(shown, style=style) if shown else ''}{marks[2]}"
