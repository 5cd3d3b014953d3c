"""Charts as SVG inside a page: plain shapes and escaped texts, their colours from the page's style."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape

from tui.exports.document import Chart, Series
from tui.exports.scales import Scale, nice_scale, short_text
from tui.exports.wording import money_text
from tui.formats.numbers import format_number
from tui.words import Language

WIDTH = 720
_LETTER = 7.2
"""About how wide a letter of 12 pixels is."""


def chart_svg(chart: Chart, language: Language) -> str:
    """A chart as an `svg` element."""
    draw = {"columns": _columns, "bars": _bars, "lines": _lines}[chart.kind]
    return draw(chart, language)


def value_text(chart: Chart, value: Decimal, language: Language) -> str:
    """A value of the chart in full, with its currency or unit."""
    if chart.currency:
        return money_text(value, chart.currency, language, chart.places)
    return f"{format_number(value, language)} {chart.unit}".strip()


def svg(height: float, title: str, shapes: Sequence[str]) -> str:
    """The element around the shapes."""
    head = f'<svg viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(title)}">'
    return "\n".join((head, f"<title>{escape(title)}</title>", *shapes, "</svg>"))


def text(x: float, y: float, words: str, anchor: str = "start", css: str = "") -> str:
    """A text; `anchor` says which end of it stands at `x`."""
    mark = f' class="{css}"' if css else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{mark}>{escape(words)}</text>'


def cut(words: str, room: float) -> str:
    """A text as long as the room allows."""
    most = max(int(room / _LETTER), 4)
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


# --- bars from a list -------------------------------------------------------------------------------------------

_BAR, _LABEL, _VALUE = 26, 270, 120


def _bars(chart: Chart, language: Language) -> str:
    """A bar for each category, its value beside it."""
    values = [value or Decimal(0) for value in chart.series[0].values]
    scale = nice_scale(values)
    room = WIDTH - _LABEL - _VALUE
    shapes: list[str] = []
    for at, (name, value) in enumerate(zip(chart.categories, values, strict=True)):
        y = at * _BAR
        zero, end = (_LABEL + float(scale.share(v)) * room for v in (Decimal(0), value))
        shapes.append(text(_LABEL - 10, y + 17, cut(name, _LABEL - 10), "end"))
        shapes.append(f'<rect x="{min(zero, end):.1f}" y="{y + 5}" width="{abs(end - zero):.1f}" height="16" rx="2"/>')
        shapes.append(text(max(zero, end) + 6, y + 17, value_text(chart, value, language), css="value"))
    return svg(len(values) * _BAR + 4, chart.title, shapes)


# --- columns over time ------------------------------------------------------------------------------------------

_HIGH, _TOP, _LEFT, _BOTTOM = 200, 14, 64, 26


def _y(scale: Scale, value: Decimal) -> float:
    return _TOP + _HIGH * (1 - float(scale.share(value)))


def _grid(scale: Scale, language: Language) -> Iterator[str]:
    for tick in scale.ticks:
        y = _y(scale, tick)
        yield f'<line class="grid" x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH}" y2="{y:.1f}"/>'
        yield text(_LEFT - 8, y + 4, short_text(tick, language), "end", "axis")


def _columns(chart: Chart, language: Language) -> str:
    """A column for each category."""
    values = [value or Decimal(0) for value in chart.series[0].values]
    scale = nice_scale(values)
    shapes = list(_grid(scale, language))
    room = (WIDTH - _LEFT) / max(len(values), 1)
    every = -(-len(values) * 44 // (WIDTH - _LEFT)) or 1
    zero = _y(scale, Decimal(0))
    for at, (name, value) in enumerate(zip(chart.categories, values, strict=True)):
        x, y = _LEFT + at * room, _y(scale, value)
        wide = min(room * 0.68, 60)
        tip = f"<title>{escape(name)}: {escape(value_text(chart, value, language))}</title>"
        shapes.append(
            f'<rect x="{x + (room - wide) / 2:.1f}" y="{min(y, zero):.1f}" width="{wide:.1f}" '
            f'height="{abs(zero - y):.1f}" rx="2">{tip}</rect>'
        )
        if at % every == 0:
            shapes.append(text(x + room / 2, _TOP + _HIGH + 18, name, "middle", "axis"))
    return svg(_TOP + _HIGH + _BOTTOM, chart.title, shapes)


# --- readings against a path ------------------------------------------------------------------------------------


def _lines(chart: Chart, language: Language) -> str:
    """A line for each series: whole for what was read, dashed for what is expected."""
    values = [value for series in chart.series for value in series.values if value is not None]
    scale = nice_scale(values, from_zero=False)
    shapes = list(_grid(scale, language))
    room = WIDTH - _LEFT - 40
    places = _places(chart)
    for series in chart.series:
        points = [
            (_LEFT + 20 + room * place, _y(scale, value), value)
            for place, value in zip(places, series.values, strict=True)
            if value is not None
        ]
        shapes += _series(chart, series, points, language)
    for at in (0, len(chart.categories) - 1):
        anchor = "start" if at == 0 else "end"
        x = _LEFT + 20 if at == 0 else WIDTH - 20
        shapes.append(text(x, _TOP + _HIGH + 18, chart.categories[at], anchor, "axis"))
    return svg(_TOP + _HIGH + _BOTTOM, chart.title, [*shapes, *_legend(chart)])


def _places(chart: Chart) -> tuple[float, ...]:
    """Where each category stands from 0 to 1."""
    if chart.days:
        span = (chart.days[-1] - chart.days[0]).days or 1
        return tuple((day - chart.days[0]).days / span for day in chart.days)
    count = max(len(chart.categories) - 1, 1)
    return tuple(at / count for at in range(len(chart.categories)))


def _series(
    chart: Chart, series: Series, points: list[tuple[float, float, Decimal]], language: Language
) -> Iterator[str]:
    joined = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    yield f'<polyline class="{series.kind}" points="{joined}"/>'
    if series.kind != "expected":
        for x, y, value in points:
            tip = f"<title>{escape(value_text(chart, value, language))}</title>"
            yield f'<circle class="{series.kind}" cx="{x:.1f}" cy="{y:.1f}" r="4">{tip}</circle>'


def _legend(chart: Chart) -> Iterator[str]:
    x = WIDTH / 2 - 110
    for series in chart.series:
        y = _TOP + _HIGH + 14
        yield f'<line class="{series.kind}" x1="{x:.0f}" y1="{y}" x2="{x + 26:.0f}" y2="{y}"/>'
        yield text(x + 32, y + 4, series.name, css="axis")
        x += 60 + len(series.name) * _LETTER
