"""When money is spent: months as numbers, and the months over which a line runs."""

from datetime import date
from functools import lru_cache

from model.budget import Line
from model.plan import Plan

LAST_MONTH = 9999 * 12 + 11


@lru_cache(maxsize=4096)
def month_number(month: str) -> int:
    """`"2027-03"` as a count of months, so that months add and compare."""
    year, _, rank = month.partition("-")
    return int(year) * 12 + int(rank) - 1


@lru_cache(maxsize=4096)
def month_name(number: int) -> str:
    """The month of a count, as `"2027-03"`; the nearest one that a calendar holds."""
    year, rank = divmod(within_calendar(number), 12)
    return f"{year:04d}-{rank + 1:02d}"


def _month(of: str | date | None) -> int | None:
    if isinstance(of, date):
        return of.year * 12 + of.month - 1
    return None if of is None else month_number(of)


def bounds(plan: Plan, line: Line, action_id: str | None) -> tuple[int, int] | None:
    """The first and last month of a line's even phasing, for its part of an action; None when nothing is known.

    Each bound is the line's, else the action's, else the plan's; an end before its start leaves the start alone.
    """
    action = plan.actions.get(action_id or "")
    start = _month(line.start or (action and action.start) or plan.plan.start)
    end = _month(line.end or (action and action.end) or plan.plan.end)
    if start is None or end is None:
        known = end if start is None else start
        return None if known is None else (known, known)
    return start, max(start, end)


def day_later(day: date, months: int) -> date:
    """The same day of the month some months later, or the last day of a shorter month."""
    # Only a delay asks for it, and it brings more with it than it does.
    from calendar import monthrange

    year, rank = divmod(within_calendar(day.year * 12 + day.month - 1 + months), 12)
    return date(year, rank + 1, min(day.day, monthrange(year, rank + 1)[1]))


def within_calendar(number: int) -> int:
    """The nearest month that a calendar holds."""
    return min(max(number, 12), LAST_MONTH)


def last_month(plan: Plan, line: Line) -> int | None:
    """The last month in which some of a line is spent."""
    if line.months:
        return max(month_number(month) for month in line.months)
    runs = [bounds(plan, line, id_) for id_ in line.shares or (line.action,)]
    return max((run[1] for run in runs if run), default=None)


def late_lines(plan: Plan) -> tuple[str, ...]:
    """The lines of which some is spent after the plan's end, by id."""
    end = _month(plan.plan.end)
    if end is None:
        return ()
    return tuple(id_ for id_, line in plan.budget.items() if (last_month(plan, line) or end) > end)
