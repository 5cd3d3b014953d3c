"""Which fiscal year a ledger is of, and what that year is for a plan."""

from datetime import date, timedelta

from model.phasing import day_later
from model.plain import frozen
from model.plan import Plan
from model.renewal.years import MONTHS

LAST_YEAR, SPENT, HISTORY = "last_year", "spent", "history"
USES = (LAST_YEAR, SPENT, HISTORY)
"""The year before the plan's, the plan's own, any other."""
_DAY = timedelta(days=1)


@frozen
class FiscalYear:
    """First and last day; `is_guessed` where the file's name does not say."""

    start: date
    end: date
    is_guessed: bool = False

    @property
    def label(self) -> str:
        """What the year is called in a line's history: `2027`, `2027-2028` where it runs over two."""
        return "-".join(dict.fromkeys((str(self.start.year), str(self.end.year))))

    def holds(self, day: date) -> bool:
        """Whether a day is in it."""
        return self.start <= day <= self.end


def year_of(closing: date | None, days: tuple[date, date], plan: Plan) -> FiscalYear:
    """The year that ends at the closing, else the plan's last or own year if it holds all days, else theirs."""
    if closing is not None:
        return _ending(closing)
    start, end = plan.plan.start, plan.plan.end
    for year in (_ending(start - _DAY) if start else None, FiscalYear(start, end) if start and end else None):
        if year is not None and all(map(year.holds, days)):
            return FiscalYear(year.start, year.end, is_guessed=True)
    found = _ending(day_later(days[1].replace(day=1), 1) - _DAY)
    return FiscalYear(found.start, found.end, is_guessed=True)


def _ending(end: date) -> FiscalYear:
    """The twelve months that end on a day."""
    return FiscalYear(day_later(end + _DAY, -MONTHS), end)


def use_of(year: FiscalYear, plan: Plan) -> str:
    """What a year is for a plan: the one before it, its own, or one of its history."""
    start, end = plan.plan.start, plan.plan.end
    if start is None or end is None:
        return HISTORY
    before = start - _DAY
    if (year.end.year, year.end.month) == (before.year, before.month):
        return LAST_YEAR
    return SPENT if start <= year.start + _DAY * 31 and start <= year.end <= end else HISTORY
