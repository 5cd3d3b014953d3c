"""Columns that are months or years: `janv.`, `Jan 27`, `2027-01`, `M1`, `01/2027`, `Réalisé 2026`, `FY26`."""

import re
from datetime import date

from model.plain import frozen
from tui.formats.dates import MONTHS
from tui.imports.tables.cells import Value
from tui.text import folded

_NAMES = {
    "jan": 1, "janv": 1, "fev": 2, "fevr": 2, "feb": 2, "mar": 3, "mrs": 3, "avr": 4, "apr": 4, "mai": 5, "may": 5,
    "juin": 6, "jun": 6, "juil": 7, "jul": 7, "aou": 8, "aug": 8, "sep": 9, "sept": 9, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
_FULL = {folded(name): number for names in MONTHS.values() for number, name in enumerate(names, 1)}
_NAMED = re.compile(r"^([a-z]+)\.?(?:[ ./'-]*(\d{4}|\d{2}))?$")
_YEAR_FIRST = re.compile(r"^(\d{4})[-/. ](\d{1,2})(?:-\d{1,2}(?: 00:00:00)?)?$")
_YEAR_LAST = re.compile(r"^(?:0?1/)?(\d{1,2})[-/. ](\d{4})$")
_NUMBERED = re.compile(r"^(?:m|mois|month|p|periode|period) ?(\d{1,2})$")
_LONGEST = 100
_YEAR = re.compile(r"(?<!\d)(20\d{2})(?!\d)|\bfy ?'?(\d{2})\b")


@frozen
class MonthName:
    """A month as a column names it; without a year, which year it is has to follow from the plan."""

    number: int
    year: int | None = None


def month_of(name: Value) -> MonthName | None:
    """The month that a column's name is; None when it is none."""
    if isinstance(name, date):
        return MonthName(name.month, name.year)
    if len(str(name or "")) > _LONGEST:
        return None
    text = " ".join(folded(str(name or "")).split())
    if found := _NAMED.match(text):
        number = _FULL.get(found[1]) or _NAMES.get(found[1])
        return MonthName(number, _year(found[2])) if number else None
    if found := _YEAR_FIRST.match(text):
        return MonthName(int(found[2]), int(found[1])) if 1 <= int(found[2]) <= 12 else None
    if found := _YEAR_LAST.match(text):
        return MonthName(int(found[1]), int(found[2])) if 1 <= int(found[1]) <= 12 else None
    if found := _NUMBERED.match(text):
        return MonthName(int(found[1])) if 1 <= int(found[1]) <= 12 else None
    return None


def _year(text: str | None) -> int | None:
    return None if not text else int(text) if len(text) == 4 else 2000 + int(text)


def year_in(name: str) -> int | None:
    """The year that a column's name holds: 2026 of `Réalisé 2026`, of `FY26`; None when it holds none or several."""
    if len(name) > _LONGEST:
        return None
    years = {int(long) if long else 2000 + int(short) for long, short in _YEAR.findall(folded(name))}
    return years.pop() if len(years) == 1 else None


def months_from(names: list[MonthName], first_year: int) -> list[str]:
    """Months as `2027-03`: those without a year run on from the first year, a new one beginning when they fall back."""
    months, year, before = [], first_year, 0
    for name in names:
        if name.year is None and name.number < before:
            year += 1
        before = name.number
        months.append(f"{name.year or year:04d}-{name.number:02d}")
    return months
