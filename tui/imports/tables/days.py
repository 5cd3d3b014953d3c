"""Days as somebody else's software writes them; whether the day or the month comes first is told by a whole column."""

import re
from collections.abc import Iterable
from datetime import date

from tui.formats.dates import parse_date, parse_month
from tui.formats.numbers import EntryError
from tui.imports.tables.cells import Value, is_blank
from tui.imports.tables.figures import UnreadableError

_NUMBERS = re.compile(r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?$")
_COMPACT = re.compile(r"^(20\d{2})(\d{2})(\d{2})$")
_TIMED = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}.*$")


def is_month_first(values: Iterable[Value]) -> bool:
    """Whether a column writes 12/31/2027: some second number can be no month, and no first one is past 12."""
    found = [match for value in values if isinstance(value, str) and (match := _NUMBERS.match(value.strip()))]
    return any(int(match[2]) > 12 for match in found) and all(int(match[1]) <= 12 for match in found)


def day_of(value: Value, within: tuple[date, date], *, month_first: bool = False) -> date | None:
    """The day of a cell; None for nothing.

    Raises:
        UnreadableError: it is no day.
    """
    if isinstance(value, date) or is_blank(value):
        return value if isinstance(value, date) else None
    text = " ".join(str(value).split())
    try:
        if found := _COMPACT.match(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _NUMBERS.match(text):
            first, second, year = int(found[1]), int(found[2]), int(found[3])
            day, month = (second, first) if month_first else (first, second)
            return date(year if year > 99 else 2000 + year, month, day)
        return parse_date(found[1] if (found := _TIMED.match(text)) else text, within)
    except (ValueError, EntryError) as error:
        raise UnreadableError("date") from error


def month_of_cell(value: Value, within: tuple[date, date]) -> str | None:
    """The month of a cell, `2027-03`; None for nothing.

    Raises:
        UnreadableError: it is no month.
    """
    if isinstance(value, date):
        return f"{value:%Y-%m}"
    if is_blank(value):
        return None
    try:
        return parse_month(str(value), within)
    except EntryError:
        day = day_of(value, within)
        return f"{day:%Y-%m}" if day else None
