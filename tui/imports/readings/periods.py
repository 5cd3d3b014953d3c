"""The day of a reading: a day, or the last one of a week, a month, a quarter, a year."""

import re
from datetime import date, timedelta

from model.phasing import day_later
from tui.imports.tables.cells import Value, is_blank
from tui.imports.tables.days import day_of
from tui.imports.tables.figures import UnreadableError
from tui.imports.tables.periods import month_of
from tui.text import folded

_QUARTER = re.compile(r"^(?:[tq](?:rim(?:estre)?|uarter)?\.? ?([1-4])[ ./-]*(\d{4})|(\d{4})[ ./-]*[tq]([1-4]))$")
_WEEK = re.compile(r"^(?:(\d{4})[ ./-]*[ws](\d{1,2})|(?:w|s|week|semaine|sem\.?) ?(\d{1,2})[ ./-]*(\d{4}))$")
_YEAR = re.compile(r"^(?:fy ?|annee |year )?(20\d{2})$")


def last_day(value: Value, within: tuple[date, date], *, month_first: bool = False) -> tuple[date, bool] | None:
    """The day that a cell names, and whether it is the last one of a period; None for nothing.

    Raises:
        UnreadableError: it names none.
    """
    if is_blank(value):
        return None
    if (found := period_of(value, within)) is not None:
        return found, True
    day = day_of(value, within, month_first=month_first)
    return None if day is None else (day, False)


def period_of(value: Value, within: tuple[date, date]) -> date | None:
    """The last day of a period; None where a cell names none, or a day."""
    if isinstance(value, date):
        return None
    text = " ".join(folded(str(value)).split())
    try:
        return _quarter(text) or _week(text) or _year(text) or _month(text, within)
    except ValueError as error:
        raise UnreadableError("date") from error


def _quarter(text: str) -> date | None:
    found = _QUARTER.match(text)
    return _end(int(found[2] or found[3]), 3 * int(found[1] or found[4])) if found else None


def _week(text: str) -> date | None:
    found = _WEEK.match(text)
    return date.fromisocalendar(int(found[1] or found[4]), int(found[2] or found[3]), 7) if found else None


def _year(text: str) -> date | None:
    found = _YEAR.match(text)
    return _end(int(found[1]), 12) if found else None


def _month(text: str, within: tuple[date, date]) -> date | None:
    """A month; `2027-03-05` and `01/03/2027` look like one, and are days."""
    found = None if re.match(r"^\d+\D+\d+\D+\d", text) else month_of(text)
    return _end(found.year or _year_within(found.number, within), found.number) if found else None


def _year_within(month: int, within: tuple[date, date]) -> int:
    """The year that puts a month inside the plan's."""
    first, last = within
    return first.year if month >= first.month or last.year == first.year else last.year


def _end(year: int, month: int) -> date:
    return day_later(date(year, month, 1), 1) - timedelta(days=1)
