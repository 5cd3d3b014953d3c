"""The columns of a table of lines that are months, and which year they are of."""

from model.plan import Plan
from tui.formats.values import plan_year
from tui.imports.source import Answers
from tui.imports.tables.headers import Column
from tui.imports.tables.periods import MonthName, month_of, months_from, year_in
from tui.imports.tables.table import MONTHS, Table
from tui.imports.tables.vocabulary import LINES, fields_called

_LEAST = 2
_OTHER = {"spent", "last_year", "committed", "landing"}


def month_columns(table: Table) -> dict[Column, MonthName]:
    """The columns that are months of the plan's amounts: two at least, none of what was spent."""
    found: dict[Column, MonthName] = {}
    for column in table.columns:
        name = month_of(column.raw)
        if name is None or _OTHER & set(fields_called(column.over, LINES)):
            continue
        year = name.year or year_in(column.over)
        found[column] = MonthName(name.number, year)
    return found if len(found) >= _LEAST else {}


def months(table: Table, plan: Plan, answers: Answers) -> dict[Column, str]:
    """These columns as `2027-03`; none where they are not to be taken."""
    columns, given = month_columns(table), answers.get(MONTHS)
    if given == "":
        return {}
    first = int(given) if given else first_year(table, plan)
    return dict(zip(columns, months_from(list(columns.values()), first), strict=True))


def first_year(table: Table, plan: Plan) -> int:
    """The year of the first month: its own, else the one that puts it into the plan's."""
    names = list(month_columns(table).values())
    start, end = plan_year(plan)
    if not names:
        return start.year
    if names[0].year:
        return names[0].year
    fits = [
        y
        for y in range(start.year, end.year + 1)
        if (start.year, start.month) <= (y, names[0].number) <= (end.year, end.month)
    ]
    return fits[0] if fits else start.year
