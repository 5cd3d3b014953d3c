"""Charts that office programs draw themselves, a workbook behind each; one look for reports and slides."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE
from pptx.oxml import parse_xml
from pptx.util import Pt

from model.plain import frozen
from tui.exports.document import Chart, Series
from tui.exports.scales import nice_scale
from tui.exports.wording import symbol_of
from tui.words import Language

_KINDS: dict[str, Any] = {
    "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
_RGB: Any = RGBColor
_INK, _SOFT, _GRID = "1F2A37", "5B6675", "DFE4EA"
_EXPECTED = "C76A15"
_MOST_LABELS = 6
_MONTHS = {"fr": r"[$-40C]mmm\ yyyy", "en": r"[$-809]mmm\ yyyy"}


@frozen
class Looks:
    """The colour, the type and its size in points."""

    accent: str
    size: float = 9
    font: str = "Calibri"


def data_of(chart: Chart) -> Any:
    """The chart's data, as a workbook holds them."""
    data: Any = CategoryChartData(number_format=_code(chart))  # type: ignore[no-untyped-call]
    data.categories = chart.days or chart.categories
    for one in chart.series:
        data.add_series(one.name or chart.title, [None if value is None else float(value) for value in one.values])
    return data


def kind_of(chart: Chart) -> Any:
    """The office programs' name of its kind."""
    return _KINDS[chart.kind]


def parts_of(chart: Chart, looks: Looks, language: Language) -> tuple[Any, bytes]:
    """The chart's element and the workbook behind it."""
    data = data_of(chart)
    element: Any = parse_xml(data.xml_bytes(kind_of(chart)))
    dress(Drawn(element, None), chart, looks, language)  # type: ignore[no-untyped-call]
    return element, CategoryWorkbookWriter(data).xlsx_blob  # type: ignore[no-untyped-call]


def dress(drawn: Any, chart: Chart, looks: Looks, language: Language, title: str = "") -> None:
    """The looks: one colour, what was expected dashed beside what was read, values where they fit."""
    size, accent = looks.size, looks.accent
    drawn.font.size, drawn.font.name, drawn.font.color.rgb = Pt(size), looks.font, _RGB.from_string(_INK)
    _title(drawn, " · ".join(filter(None, (title, _subject(chart)))), size)
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for line, series in zip(drawn.plots[0].series, chart.series, strict=True):
        (_line if chart.kind == "lines" else _fill)(line, series, accent)
    _axes(drawn, chart, language)
    if chart.kind != "lines":
        drawn.plots[0].gap_width = 45
        _labels(drawn.plots[0], chart, size)
    _frameless(drawn._chartSpace)  # noqa: SLF001
    for blanks in drawn._chartSpace.iter("{*}dispBlanksAs"):  # noqa: SLF001 - a day without a reading breaks no line
        blanks.set("val", "span")


def _frameless(space: Any) -> None:
    """No frame around the chart."""
    frame = space.makeelement(f"{_TAGS}spPr", {})
    lines = f"{{{space.nsmap['a']}}}"
    frame.append(frame.makeelement(f"{lines}noFill", {}))
    frame.append(frame.makeelement(f"{lines}ln", {}))
    frame[-1].append(frame.makeelement(f"{lines}noFill", {}))
    space.find(f"{_TAGS}chart").addnext(frame)


def _subject(chart: Chart) -> str:
    """What the figures are, with their currency or unit."""
    name = chart.series[0].name if len(chart.series) == 1 else ""
    unit = symbol_of(chart.currency) or chart.unit
    return f"{name} ({unit})" if name and unit else name or unit


def _title(drawn: Any, text: str, size: float) -> None:
    drawn.has_title = bool(text)
    if text:
        drawn.chart_title.text_frame.text = text
        font = drawn.chart_title.text_frame.paragraphs[0].font
        font.size, font.bold, font.color.rgb = Pt(size + 1), False, _RGB.from_string(_SOFT)
        drawn.chart_title.include_in_layout = False


def _code(chart: Chart) -> str:
    """The number format of its values: their decimals, two at most."""
    values = [value for one in chart.series for value in one.values if value is not None]
    places = chart.places if chart.currency else min(max((_decimals(value) for value in values), default=0), 2)
    return _places(places)


def _places(places: int) -> str:
    return "#,##0." + "0" * places if places else "#,##0"


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def _fill(bars: Any, _series: Series, accent: str) -> None:
    bars.format.fill.solid()
    bars.format.fill.fore_color.rgb = _RGB.from_string(accent)
    bars.invert_if_negative = False


def _line(line: Any, series: Series, accent: str) -> None:
    is_expected = series.kind == "expected"
    colour = _RGB.from_string(_EXPECTED if is_expected else accent)
    line.smooth = False
    line.format.line.color.rgb, line.format.line.width = colour, Pt(2)
    if is_expected:
        line.format.line.dash_style = MSO_LINE.DASH
        line.marker.style = XL_MARKER_STYLE.NONE
        return
    line.marker.style, line.marker.size = XL_MARKER_STYLE.CIRCLE, 7
    line.marker.format.fill.solid()
    line.marker.format.fill.fore_color.rgb = colour
    line.marker.format.line.color.rgb = colour


def _axes(drawn: Any, chart: Chart, language: Language) -> None:
    value, category = drawn.value_axis, drawn.category_axis
    value.format.line.fill.background()
    value.tick_labels.number_format, value.tick_labels.number_format_is_linked = _code(chart), False
    value.has_major_gridlines = chart.kind != "bars"
    if value.has_major_gridlines:
        value.major_gridlines.format.line.color.rgb = _RGB.from_string(_GRID)
    category.format.line.color.rgb = _RGB.from_string(_GRID)
    category.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if chart.kind == "bars":
        category.reverse_order = True
        value.visible = False
    else:
        _scale(value, [held for one in chart.series for held in one.values if held is not None], chart)
    if chart.days:
        _days(category, (chart.days[-1] - chart.days[0]).days, language)


_TAGS = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _days(axis: Any, span: int, language: Language) -> None:
    """A tick each year where there are several, else each month or each third one."""
    unit, step, code = ("years", 1, "yyyy") if span > 800 else ("months", 3 if span > 300 else 1, _MONTHS[language])
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = code, False
    element = axis._element  # noqa: SLF001 - the library has no units of time
    for tag, value in (("baseTimeUnit", "days"), ("majorUnit", str(step)), ("majorTimeUnit", unit)):
        for old in element.findall(f"{_TAGS}{tag}"):
            element.remove(old)
        made = element.makeelement(f"{_TAGS}{tag}", {"val": value})
        element.append(made)


def _scale(axis: Any, values: Iterable[Decimal], chart: Chart) -> None:
    scale = nice_scale(values, from_zero=chart.kind != "lines")
    axis.tick_labels.number_format = _places(max(map(_decimals, scale.ticks)))
    axis.minimum_scale, axis.maximum_scale = float(scale.ticks[0]), float(scale.ticks[-1])
    axis.major_unit = float(scale.ticks[1] - scale.ticks[0])


def _labels(plot: Any, chart: Chart, size: float) -> None:
    """The value at the end of each bar; above columns only where there is room."""
    if chart.kind == "columns" and len(chart.categories) > _MOST_LABELS:
        return
    plot.has_data_labels = True
    labels = plot.data_labels
    labels.number_format, labels.number_format_is_linked = _code(chart), False
    labels.font.size, labels.show_value, labels.position = Pt(size), True, XL_LABEL_POSITION.OUTSIDE_END
