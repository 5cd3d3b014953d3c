"""Days and months as people type them (`30/06/2027`, `2027-06-30`, `30/6`, `30 juin`) and read them."""

import re
from datetime import date, datetime

from tui.formats.numbers import EntryError
from tui.text import folded
from tui.words import Language

_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_DAY_FIRST = re.compile(r"^(\d{1,2})[/. -](\d{1,2}|[^\W\d_]+\.?)(?:[/. -](\d{4}|\d{2}))?$")
_ISO_MONTH = re.compile(r"^(\d{4})-(\d{1,2})$")
_MONTH_FIRST = re.compile(r"^(\d{1,2}|[^\W\d_]+\.?)(?:[/. -](\d{4}|\d{2}))?$")
MONTHS = {
    "fr": [
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ],
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}


def _month_number(text: str) -> int:
    if text.isdigit():
        return int(text)
    start = folded(text.rstrip("."))
    for names in MONTHS.values():
        matches = [n for n, name in enumerate(names, 1) if len(start) >= 3 and folded(name).startswith(start)]
        if len(matches) == 1:
            return matches[0]
    raise EntryError("date", text=text)


def _year(text: str | None, month: int, day: int, within: tuple[date, date]) -> int:
    """The year typed (27 is 2027), else the one that puts the day inside the plan, else the plan's first."""
    if text:
        return int(text) if len(text) == 4 else 2000 + int(text)
    start, end = within
    for year in range(start.year, end.year + 1):
        try:
            if start <= date(year, month, day) <= end:
                return year
        except ValueError:
            continue
    return start.year


def parse_date(text: str, within: tuple[date, date]) -> date:
    """The day somebody typed; `within` is the plan's year, which settles a day without a year.

    Raises:
        EntryError: `date` when it is none.
    """
    bare = " ".join(text.split())
    iso, day_first = _ISO.match(bare), _DAY_FIRST.match(bare)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if day_first:
            month = _month_number(day_first[2])
            return date(_year(day_first[3], month, int(day_first[1]), within), month, int(day_first[1]))
    except ValueError as error:
        raise EntryError("date", text=bare) from error
    raise EntryError("date", text=bare)


def parse_month(text: str, within: tuple[date, date]) -> str:
    """The month somebody typed, as `2027-03`.

    Raises:
        EntryError: `month` when it is none.
    """
    bare = " ".join(text.split())
    iso, month_first = _ISO_MONTH.match(bare), _MONTH_FIRST.match(bare)
    try:
        if iso:
            return f"{date(int(iso[1]), int(iso[2]), 1):%Y-%m}"
        if month_first:
            month = _month_number(month_first[1])
            return f"{date(_year(month_first[2], month, 1, within), month, 1):%Y-%m}"
    except (EntryError, ValueError) as error:
        raise EntryError("month", text=bare) from error
    raise EntryError("month", text=bare)


def format_date(day: date, language: Language) -> str:
    """The day as it is read: `30/06/2027`; English spells the month, since its readers disagree on the order."""
    return f"{day:%d/%m/%Y}" if language == "fr" else f"{day.day} {MONTHS['en'][day.month - 1][:3]} {day.year}"


def format_moment(when: float, language: Language) -> str:
    """A moment of the Unix clock as it is read here: `24 Nov 2026, 15:41`."""
    local = datetime.fromtimestamp(when).astimezone()
    return f"{format_date(local.date(), language)}, {local:%H:%M}"


def editable_date(day: date, language: Language) -> str:
    """The day as it is typed: `30/06/2027`; in English `2027-06-30`, which everybody reads alike."""
    return f"{day:%d/%m/%Y}" if language == "fr" else day.isoformat()


def format_month(month: str, language: Language) -> str:
    """`2027-03` as it is read: `mars 2027`, `March 2027`."""
    year, _, number = month.partition("-")
    return f"{MONTHS[language][int(number) - 1]} {year}"
