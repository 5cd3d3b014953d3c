"""The actions over the year as SVG: a bar each, milestones as diamonds, months above."""

from collections.abc import Iterator
from datetime import date
from html import escape

from tui.exports.document import Bar, Timeline
from tui.exports.wording import brief_month
from tui.exports.writers.svg import WIDTH, cut, svg, text
from tui.formats.dates import format_date
from tui.words import Words

_LABEL, _ROW, _HEAD = 270, 28, 24


def timeline_svg(timeline: Timeline, words: Words) -> str:
    """The timeline as an `svg` element."""
    height = _HEAD + _ROW * len(timeline.bars) + 6
    shapes = [*_months(timeline, words, height)]
    for at, bar in enumerate(timeline.bars):
        shapes += _bar(bar, timeline, _HEAD + at * _ROW, words)
    return svg(height, words("exports.timeline"), shapes)


def _x(day: date, timeline: Timeline) -> float:
    """Where a day stands; what lies outside the year, at its edge."""
    days = (timeline.end - timeline.start).days or 1
    at = min(max((day - timeline.start).days, 0), days)
    return _LABEL + (WIDTH - _LABEL) * at / days


def _months(timeline: Timeline, words: Words, height: float) -> Iterator[str]:
    months = (timeline.end.year - timeline.start.year) * 12 + timeline.end.month - timeline.start.month + 1
    every = -(-months // 24)
    for at in range(months):
        year, month = divmod(timeline.start.year * 12 + timeline.start.month - 1 + at, 12)
        x = _x(date(year, month + 1, 1), timeline)
        if at:
            yield f'<line class="grid" x1="{x:.1f}" y1="{_HEAD - 4}" x2="{x:.1f}" y2="{height:.0f}"/>'
        if at % every == 0:
            yield text(x + 3, 14, brief_month(month + 1, words.language, months), css="axis")


def _bar(bar: Bar, timeline: Timeline, y: float, words: Words) -> Iterator[str]:
    left, right = (_x(day or edge, timeline) for day, edge in ((bar.start, timeline.start), (bar.end, timeline.end)))
    period = " – ".join(format_date(day, words.language) if day else "…" for day in (bar.start, bar.end))
    yield text(_LABEL - 10, y + 18, cut(f"{bar.id} {bar.title}", _LABEL - 14), "end")
    yield (
        f'<rect x="{left:.1f}" y="{y + 6}" width="{max(right - left, 3):.1f}" height="15" rx="3">'
        f"<title>{period}</title></rect>"
    )
    for mark in bar.marks:
        x, middle = _x(mark.day, timeline), y + 13.5
        css = "done" if mark.is_done else "due"
        points = f"{x:.1f},{middle - 7} {x + 6:.1f},{middle} {x:.1f},{middle + 7} {x - 6:.1f},{middle}"
        yield f'<polygon class="{css}" points="{points}">{_tip(mark.title, mark.day, words)}</polygon>'


def _tip(title: str, day: date, words: Words) -> str:
    return f"<title>{escape(title)} ({format_date(day, words.language)})</title>"
