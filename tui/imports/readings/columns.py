"""What the columns of a table of readings are: days, indicators, values, notes, one indicator, one day."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cached_property

from model.plain import frozen
from model.plan import Plan
from tui.formats.values import plan_year
from tui.imports.readings.periods import last_day
from tui.imports.tables.cells import Cells, Value, is_blank, text_of
from tui.imports.tables.figures import UnreadableError
from tui.imports.tables.headers import Column, Header, header_of
from tui.imports.tables.source import Proposal
from tui.imports.tables.table import HEADER, Table
from tui.imports.tables.vocabulary import plain
from tui.text import folded

DATE, INDICATOR, VALUE, NOTE = "date", "indicator", "value", "note"
NAMES: Mapping[str, str] = {
    DATE: r"(date|jour|day|periode|period|mois|month|semaine|week|trimestre|quarter)s?( d[eu]s? .*| of .*)?",
    INDICATOR: r"(indicateur|indicator|kpi|mesure|measure|metric|metrique|nom|name|id|code)s?( .*)?",
    VALUE: r"(valeur|value|releve|reading|resultat|result|realise|actual|chiffre|figure)s?( .*)?",
    NOTE: r"(note|remarque|remark|commentaire|comment|source|observation)s?( .*)?",
}
_ROWS = 30


def indicator_of(plan: Plan, value: Value) -> str:
    """The indicator that a text names: by its id, by id and name, by its name alone; empty for none or several."""
    text = text_of(value)
    first = (text.split() or [""])[0].rstrip(":.-")
    if first in plan.indicators:
        return first
    named = [id_ for id_, one in plan.indicators.items() if one.name and plain(one.name) == plain(text)]
    close = [id_ for id_ in plan.indicators if folded(id_) == folded(first)]
    found = named or close
    return found[0] if len(found) == 1 else ""


def meaning(plan: Plan, value: Value) -> str:
    """What a header's cell says its column is; empty where it says nothing."""
    if found := indicator_of(plan, value):
        return found
    if (day := day_named(plan, value)) is not None:
        return day.isoformat()
    words = plain(text_of(value))
    return next((name for name, pattern in NAMES.items() if re.fullmatch(pattern, words)), "")


def day_named(plan: Plan, value: Value) -> date | None:
    """The day or the end of the period that a header names."""
    try:
        found = last_day(value, plan_year(plan))
    except UnreadableError:
        return None
    return found[0] if found else None


@frozen
class ReadingsTable(Table):
    """A table whose header is told by the indicators of a plan."""

    plan: Plan

    @cached_property
    def header(self) -> Header:
        """The header asked for, else the first row of which most cells say what their columns are."""
        if self.answers.get(HEADER, "").isdigit():
            return super().header
        rows = self.sheet.rows[:_ROWS]
        scores = [self._score(row) for row in rows]
        best = max(scores, default=0)
        return header_of(self.sheet, scores.index(best)) if best else super().header

    def _score(self, row: Cells) -> int:
        """How many cells say what their columns are; a row of figures, or one that begins with a day, is none."""
        meanings = [meaning(self.plan, value) for value in row if not is_blank(value)]
        known = [one for one in meanings if one]
        is_data = bool(known) and known[0] not in NAMES and known[0] not in self.plan.indicators
        return 0 if is_data else len(known)


def proposals(table: Table, plan: Plan) -> dict[str, Proposal]:
    """What each column is taken for: each of date, indicator, value and note once."""
    found, seen = dict[str, Proposal](), set[str]()
    for column in table.columns:
        target = meaning(plan, column.raw) or meaning(plan, column.name)
        if target in seen:
            target = ""
        seen.add(target)
        found[column.key] = Proposal(target, "name" if target else "none")
    if INDICATOR in seen or not seen & NAMES.keys():
        _first_is_indicator(table, plan, found)
    return found


def _first_is_indicator(table: Table, plan: Plan, found: dict[str, Proposal]) -> None:
    """A column without a known name that holds indicators, where none is said to."""
    if any(one.target == INDICATOR for one in found.values()):
        return
    for column in table.columns:
        values = [value for value in table.values(column) if not is_blank(value)]
        if values and all(indicator_of(plan, value) for value in values) and not found[column.key].target:
            found[column.key] = Proposal(INDICATOR, "content")
            return


def is_day(target: str) -> bool:
    """Whether a target is a day: `2027-03-31`."""
    return re.fullmatch(r"\d{4}-\d{2}-\d{2}", target) is not None


def column_day(column: Column, plan: Plan) -> date | None:
    """The day that a column's header names."""
    return day_named(plan, column.raw) or day_named(plan, column.name)
