"""A year later: days, months, and the names that people give to a year."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from model.phasing import day_later
from model.plan import Plan
from model.sheet import Sheet
from model.values import LATEST

MONTHS = 12
_LAST_MONTH = "2999-12"
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def later(day: date | None) -> date | None:
    """The same day a year later, the last of February for the 29th; the last day that a plan can hold at most."""
    return None if day is None else min(day_later(day, MONTHS), LATEST)


def later_end(day: date | None) -> date | None:
    """The end of a year a year later: the last day of a month stays the last, whatever February does."""
    moved = later(day)
    if day is None or moved is None or (day + timedelta(days=1)).day != 1:
        return moved
    return min(day_later(date(moved.year, moved.month, 1), 1) - timedelta(days=1), LATEST)


def later_month(month: str | None) -> str | None:
    """The same month a year later."""
    return None if month is None else min(f"{int(month[:4]) + 1:04d}{month[4:]}", _LAST_MONTH)


def later_days(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table by day, each of its days a year later."""
    return {str(later(date.fromisoformat(day))): value for day, value in table.items()}


def later_months(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table by month, each of its months a year later."""
    return {str(later_month(month)): value for month, value in table.items()}


def label_of(sheet: Sheet) -> str:
    """What the plan's year is called: `2027`, `2027-2028` where it runs over two; empty where it has no dates."""
    years = [str(day.year) for day in (sheet.start, sheet.end) if day is not None]
    return "-".join(dict.fromkeys(years))


def renamed(text: str | None, sheet: Sheet) -> str | None:
    """A name with the plan's years, and the one before them, a year later: `Plan 2027` is `Plan 2028`."""
    if text is None or sheet.start is None:
        return text
    last = (sheet.end or sheet.start).year
    years = range(sheet.start.year - 1, max(sheet.start.year, last) + 1)
    return _YEAR.sub(lambda found: str(int(found[0]) + 1) if int(found[0]) in years else found[0], text)


def begins(plan: Plan) -> date | None:
    """The first day of the plan's next year."""
    return later(plan.plan.start)
