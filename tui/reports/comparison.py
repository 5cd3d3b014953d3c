"""The plan and its scenarios side by side: totals, ceiling, groups, and what loses its money."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from rich.cells import cell_len
from rich.style import Style

from model.breakdowns import By
from model.comparison import GROUPS, Comparison, Side, compared
from model.money import EXACT, minor_digits
from model.plain import frozen
from tui.desk import Desk
from tui.formats.consequences import consequence_sentence
from tui.formats.dates import format_month
from tui.formats.naming import named
from tui.formats.numbers import format_gap, format_number
from tui.money import currency_of
from tui.reports.prose import MARGIN, headed, said
from tui.text import visible
from tui.widgets.pane import Row

_GUTTER = 2


@frozen
class _Line:
    """A label, and beside it for each side its figure and how far that is from the plan's; a heading has none."""

    label: str
    figures: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    is_strong: bool = False


class Shown:
    """The comparison as it is looked at: with more scenarios than fit, from which one on."""

    def __init__(self) -> None:
        self.first = 0
        self._last = 0

    def by(self, step: int) -> None:
        """Show the scenarios from the next, or the one before."""
        self.first = max(self.first + step, 0)

    def lines(self, desk: Desk, width: int) -> list[Row]:
        """The whole report at a width."""
        if not desk.plan.scenarios:
            return said(width, desk.words("scenarios.compare_none"), desk.palette.text)
        comparison = compared(desk.plan)
        table = _Table(desk, width, comparison, list(_lines(desk, comparison)))
        self.first = min(self.first, len(comparison.sides) - 1 - table.fitting)
        shown = range(1 + self.first, 1 + self.first + table.fitting)
        rows = [table.heading(shown), *(table.row(line, shown) for line in table.lines)]
        rows += _lost(desk, width, [comparison.sides[at] for at in shown])
        if table.fitting < len(desk.plan.scenarios):
            told = {"first": shown[0], "last": shown[-1], "n": len(desk.plan.scenarios)}
            rows[0:0] = said(width, desk.words("scenarios.compare_shown", **told), desk.palette.muted)
        return rows


class _Table:
    """Columns as wide as what stands in them: labels, the plan, and as many scenarios as there is room for."""

    def __init__(self, desk: Desk, width: int, comparison: Comparison, lines: list[_Line]) -> None:
        self.desk, self.width, self.comparison, self.lines = desk, width, comparison, lines
        figured = [line for line in lines if line.figures]
        columns = range(len(comparison.sides))
        self.figure = max(cell_len(line.figures[at]) for line in figured for at in columns)
        self.gap = max(cell_len(line.gaps[at]) for line in figured for at in columns)
        self.label = min(max(cell_len(line.label) for line in lines), max(width * 3 // 10, 16))
        self.column = self.figure + 1 + self.gap
        room = width - 2 * MARGIN - self.label - _GUTTER - self.figure
        self.fitting = min(max(room // (self.column + _GUTTER), 1), len(comparison.sides) - 1)
        # What the figures leave free goes to the labels that were cut.
        spare = room - self.fitting * (self.column + _GUTTER)
        self.label = min(max(cell_len(line.label) for line in lines), self.label + max(spare, 0))

    def _start(self, text: str, style: Style) -> Row:
        return Row(self.width).to(MARGIN).add(text, style, self.label)

    @property
    def _plan_end(self) -> int:
        return MARGIN + self.label + _GUTTER + self.figure

    def heading(self, shown: Sequence[int]) -> Row:
        """What the columns are: the money they are in, the plan, the titles of the scenarios."""
        desk, palette = self.desk, self.desk.palette
        row = self._start(currency_of(desk), palette.muted)
        _ended(row, self._plan_end, desk.words("scenarios.the_plan"), palette.accent, self.figure + _GUTTER)
        for n, at in enumerate(shown):
            id_ = self.comparison.sides[at].scenario or ""
            title = visible(desk.plan.scenarios[id_].title or id_)
            mark = "● " if id_ == desk.scenario else ""
            _ended(row, self._end(n), mark + title, palette.accent, self.column)
        return row

    def _end(self, n: int) -> int:
        return self._plan_end + (n + 1) * (self.column + _GUTTER)

    def row(self, line: _Line, shown: Sequence[int]) -> Row:
        """A line of figures: the plan's, then each scenario's with the difference."""
        palette = self.desk.palette
        if not line.figures:
            return Row(self.width).to(MARGIN).add(line.label, palette.accent)
        style = palette.strong if line.is_strong else palette.text
        row = self._start(line.label, style)
        _ended(row, self._plan_end, line.figures[0], self._style(line.figures[0], style), self.figure)
        for n, at in enumerate(shown):
            end = self._end(n)
            _ended(row, end - self.gap - 1, line.figures[at], self._style(line.figures[at], style), self.figure)
            _ended(row, end, line.gaps[at], self._style(line.gaps[at], palette.muted), self.gap)
        return row

    def _style(self, text: str, usual: Style) -> Style:
        palette = self.desk.palette
        return {"✗": palette.error, "▲": palette.warning, "▼": palette.good}.get(text[:1], usual)


def _ended(row: Row, end: int, text: str, style: Style, size: int) -> None:
    """Text whose last cell stands before a column, cut to a size."""
    row.to(end - min(cell_len(text), size)).add(text, style, size)


# --- what stands in the table -----------------------------------------------------------------------------------


def _lines(desk: Desk, comparison: Comparison) -> Iterator[_Line]:
    digits, words, prices = minor_digits(desk.plan.plan.currency), desk.words, desk.plan.plan.prices or "excl_tax"
    for side in ("excl_tax", "incl_tax"):
        yield _amounts(desk, words(f"scenarios.{side}"), _sides(comparison, side), digits, is_strong=side == prices)
    if comparison.plan.left is not None:
        label = words("scenarios.ceiling", side=words(f"messages.{prices}"))
        ceiling = format_number(desk.plan.plan.ceiling or Decimal(0), desk.numbers, digits)
        count = len(comparison.sides)
        yield _Line(label, (ceiling,) * count, ("",) * count)
        left = tuple(_left(desk, side.left or Decimal(0), digits) for side in comparison.sides)
        yield _Line(words("scenarios.left"), left, ("",) * count)
    lost = tuple(str(len(side.lost)) if side.lost else "—" for side in comparison.sides)
    yield _Line(words("scenarios.lost"), lost, ("",) * len(lost))
    for by in GROUPS:
        yield _Line("")
        yield _Line(words(f"scenarios.by.{by}", side=words(f"messages.{desk.tax_side}")))
        for key in comparison.keys(by):
            amounts = [getattr(side.of(by, key), desk.tax_side) for side in comparison.sides]
            yield _amounts(desk, _label(desk, by, key), amounts, 0)


def _sides(comparison: Comparison, side: str) -> list[Decimal]:
    return [getattr(each.total, side) for each in comparison.sides]


def _left(desk: Desk, left: Decimal, digits: int) -> str:
    return ("✗ " if left < 0 else "") + format_number(left, desk.numbers, digits)


def _amounts(desk: Desk, label: str, amounts: Sequence[Decimal], digits: int, *, is_strong: bool = False) -> _Line:
    figures = tuple(format_number(amount, desk.numbers, digits) for amount in amounts)
    gaps = tuple(_gap(desk, EXACT.subtract(amount, amounts[0]), digits) for amount in amounts)
    return _Line(label, figures, gaps, is_strong)


def _gap(desk: Desk, gap: Decimal, digits: int) -> str:
    """`▲ +500`, `▼ −500`, `=`: the sign says it again, without colour."""
    return f"{'▲' if gap > 0 else '▼'} {format_gap(gap, desk.numbers, digits)}" if gap else "="


def _label(desk: Desk, by: By, key: str) -> str:
    if not key:
        return desk.words(f"scenarios.nothing.{by}")
    if by == "month":
        return format_month(key, desk.words.language)
    return visible(named(desk.plan, key, ("objectives",)) if by == "objective" else key)


def _lost(desk: Desk, width: int, sides: Sequence[Side]) -> list[Row]:
    """For each scenario in view, who loses what."""
    words, palette, plan = desk.words, desk.palette, desk.plan
    rows = headed(width, words("scenarios.lost_title"), palette.accent)
    tell = partial(said, width, indent=2)
    for side in sides:
        id_ = side.scenario or ""
        title = visible(plan.scenarios[id_].title or id_)
        rows += said(width, title if side.lost else f"{title} — {words('scenarios.lost_none')}", palette.strong)
        for cost in side.lost:
            rows += tell(f"· {consequence_sentence(cost, plan, words)}", palette.text)
    return rows
