"""The budget by month: what is paid, committed and forecast, and how it adds up to the ceiling."""

from itertools import accumulate

from rich.cells import cell_len

from model.breakdowns import total
from model.money import half_up, minor_digits, to_minor
from model.phasing import month_name, month_number
from model.plain import frozen
from model.plan import Plan
from model.spending import STAGES, Stage, by_month_and_stage, spent
from tui.formats.outlooks import percents
from tui.reports.bars import AXIS, MINUS, bar, marked, stacked
from tui.reports.sheet import Sheet, to_right

GLYPHS: dict[Stage, str] = {"paid": "█", "committed": "▓", "forecast": "░"}
LONGEST_GAPLESS = 60
"""Of a plan that runs over more months than this, those without money are left out."""


@frozen
class MonthFigures:
    """A month's money by stage, and all up to it, in minor units on the side of the plan's prices."""

    month: str
    stages: tuple[int, ...]
    so_far: int

    @property
    def sum(self) -> int:
        """The month's money."""
        return sum(self.stages)


def month_figures(plan: Plan) -> list[MonthFigures]:
    """Every month from the first to the last with money, then what has no date."""
    digits, prices = minor_digits(plan.plan.currency), plan.plan.prices
    found = {
        month: tuple(to_minor(stages[stage].priced(prices), digits) for stage in STAGES)
        for month, stages in by_month_and_stage(plan).items()
    }
    months = _gapless([month for month in found if month]) + [""] * ("" in found)
    nothing = (0,) * len(STAGES)
    rows = [found.get(month, nothing) for month in months]
    so_far = accumulate(sum(row) for row in rows)
    return [MonthFigures(*figures) for figures in zip(months, rows, so_far, strict=True)]


def _gapless(months: list[str]) -> list[str]:
    if not months:
        return []
    first, last = month_number(months[0]), month_number(months[-1])
    if last - first >= LONGEST_GAPLESS:
        return months
    return [month_name(number) for number in range(first, last + 1)]


def by_month(sheet: Sheet) -> None:
    """A bar a month in three glyphs, its figure, the sum so far, and that sum as a bar towards the ceiling."""
    sheet.heading(sheet.desk.words("pictures.by_month"), sheet.of_what())
    figures = month_figures(sheet.desk.seen)
    sheet.say(_legend(sheet, figures))
    _Months(sheet, figures).draw()
    sheet.say(_spent(sheet))


def _legend(sheet: Sheet, figures: list[MonthFigures]) -> str:
    sums = [sheet.whole(sum(month.stages[at] for month in figures)) for at in range(len(STAGES))]
    named = [f"{GLYPHS[stage]} {sheet.desk.words(f'pictures.{stage}')}" for stage in STAGES]
    return "   ".join(f"{name} {figure}" for name, figure in zip(named, sums, strict=True))


def _spent(sheet: Sheet) -> str:
    plan = sheet.desk.seen
    digits, prices = minor_digits(plan.plan.currency), plan.plan.prices
    gone, whole = (to_minor(money.priced(prices), digits) for money in (spent(plan), total(plan)))
    share = f" ({percents(half_up(100 * gone, whole), sheet.desk.numbers)})" if whole > 0 else ""
    return sheet.desk.words("pictures.spent", figure=sheet.whole(gone) + share)


class _Months:
    """The rows of the picture in their columns: month, bar, figure, sum so far, bar of the sum."""

    def __init__(self, sheet: Sheet, figures: list[MonthFigures]) -> None:
        self.sheet, self.figures = sheet, figures
        self.palette, self.words = sheet.desk.palette, sheet.desk.words
        plan = sheet.desk.seen.plan
        self.ceiling = None if plan.ceiling is None else to_minor(plan.ceiling, minor_digits(plan.currency))
        heads = [self.words("pictures.month"), self.words("pictures.in_month"), self.words("pictures.so_far")]
        self.names = [sheet.month(month.month) for month in figures]
        own = [sheet.whole(month.sum) for month in figures]
        sums = [sheet.whole(month.so_far) for month in figures]
        self.name_room = max(map(cell_len, [*self.names, heads[0]]))
        self.own_room = max(map(cell_len, [*own, heads[1]]))
        self.sum_room = max(map(cell_len, [*sums, heads[2]]))
        bars = sheet.room - self.name_room - self.own_room - self.sum_room - 6
        self.left = max(bars // 2, 4)
        self.right = max(bars - self.left, 4)

    def draw(self) -> None:
        """The heading of the columns, then the months."""
        self._head()
        top = max((sum(max(part, 0) for part in month.stages) for month in self.figures), default=0)
        far = max([month.so_far for month in self.figures] + [self.ceiling or 0])
        for name, month in zip(self.names, self.figures, strict=True):
            self._month(name, month, top, far)

    def _head(self) -> None:
        row, muted = self.sheet.line().add(self.words("pictures.month"), self.palette.muted), self.palette.muted
        to_right(row, self._own_end, self.words("pictures.in_month"), muted)
        to_right(row, self._sum_end, self.words("pictures.so_far"), muted)
        if self.ceiling is not None:
            figure = self.sheet.whole(self.ceiling)
            named = f"{AXIS} {self.words('pictures.ceiling')} {figure}"
            room = self.sheet.width - self._sum_end - 2
            row.to(self._sum_end + 2).add(named if cell_len(named) <= room else f"{AXIS} {figure}", muted)

    @property
    def _own_end(self) -> int:
        return 1 + self.name_room + 1 + self.left + 1 + self.own_room

    @property
    def _sum_end(self) -> int:
        return self._own_end + 2 + self.sum_room

    def _month(self, name: str, month: MonthFigures, top: int, far: int) -> None:
        palette, row = self.palette, self.sheet.line().add(name, self.palette.text, self.name_room)
        row.to(1 + self.name_room).add(MINUS if month.sum < 0 else " ", palette.text)
        for part in stacked(month.stages, top, self.left, [GLYPHS[stage] for stage in STAGES]):
            row.add(part, palette.text)
        to_right(row, self._own_end, self.sheet.whole(month.sum), palette.text)
        is_over = self.ceiling is not None and month.so_far > self.ceiling
        to_right(row, self._sum_end, self.sheet.whole(month.so_far), palette.error if is_over else palette.text)
        row.to(self._sum_end + 1).add("✗" if is_over else " ", palette.error)
        reached = bar(month.so_far, far, self.right)
        if self.ceiling is not None:
            reached = marked(reached, self.ceiling, far, self.right, "┃" if is_over else AXIS)
        row.add(reached, palette.error if is_over else palette.accent)
