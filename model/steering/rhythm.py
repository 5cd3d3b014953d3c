"""When readings are due: at the end of each period of the indicator's rhythm."""

from datetime import date, timedelta

from model.indicators import Indicator
from model.phasing import day_later
from model.plan import Plan
from model.steering.series import Reading

_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
GRACE = {"weekly": 3, "monthly": 10, "quarterly": 20, "yearly": 30}
"""How many days after the end of its period a reading may come before it is late."""


def period_end(plan: Plan, indicator: Indicator, day: date) -> date | None:
    """The last day of the period that a day lies in; None without a rhythm.

    Weeks end on Sunday; quarters and years are counted from the plan's first month.
    """
    if indicator.frequency is None:
        return None
    if indicator.frequency == "weekly":
        return day + timedelta(days=7 - day.isoweekday())
    size, first = _MONTHS[indicator.frequency], plan.plan.start or date(day.year, 1, 1)
    months = (day.year - first.year) * 12 + day.month - first.month
    return day_later(first.replace(day=1), (months // size + 1) * size) - timedelta(days=1)


def next_due(plan: Plan, indicator: Indicator, series: tuple[Reading, ...], due: date | None) -> date | None:
    """The end of the first period without a reading, from the plan's start on and after the last one read.

    None without a rhythm, and once the due date is read.
    """
    start = plan.plan.start
    last = series[-1].day if series else None
    if last is None or (start is not None and last < start):
        end = None if start is None else period_end(plan, indicator, start)
    else:
        read = period_end(plan, indicator, last)
        end = None if read is None else period_end(plan, indicator, read + timedelta(days=1))
        if read is not None and due is not None and read >= due:
            return None
    return end


def is_late(indicator: Indicator, due: date | None, today: date) -> bool:
    """Whether a reading that was due is still missing after the days of grace."""
    return due is not None and today > due + timedelta(days=GRACE[indicator.frequency or "monthly"])
