"""Charts in Word: parts of the document like any other, each with its workbook, so that the client can edit them."""

from typing import Any

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree

from tui.exports.document import Chart
from tui.exports.writers.office_charts import Looks, parts_of
from tui.words import Language

_EMU = 635
"""English metric units in a twentieth of a point."""
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:pPr><w:keepNext/></w:pPr><w:r><w:drawing>
<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/><wp:effectExtent l="0" t="0"
 r="0" b="0"/><wp:docPr id="{number}" name="Chart {number}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData
 uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart
 xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="{relation}"/></a:graphicData>
</a:graphic></wp:inline></w:drawing></w:r></w:p>"""


def chart_paragraph(word: Word, chart: Chart, number: int, width: int, looks: Looks, language: Language) -> Any:
    """A paragraph with the chart in it; `number` tells it apart, `width` is in twips."""
    element, workbook = parts_of(chart, looks, language)
    package: Any = word.part.package
    book = Part(package.next_partname("/word/embeddings/chart%d.xlsx"), _WORKBOOK, workbook, package)
    part = Part(package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    outside = etree.SubElement(element, etree.QName(element.nsmap["c"], "externalData"))
    outside.set(etree.QName(_RELATIONS, "id"), part.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    etree.SubElement(outside, etree.QName(element.nsmap["c"], "autoUpdate")).set("val", "0")
    part._blob = etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)  # noqa: SLF001
    relation = word.part.relate_to(part, RELATIONSHIP_TYPE.CHART)
    height = round(width * _height(chart))
    made = parse_xml(_DRAWING.format(width=width * _EMU, height=height * _EMU, number=1000 + number, relation=relation))
    made.find(".//{*}docPr").set("descr", chart.title)
    return made


def _height(chart: Chart) -> float:
    """Its height as a part of its width."""
    if chart.kind == "bars":
        return min(0.1 + 0.045 * len(chart.categories), 1.2)
    return 0.4
