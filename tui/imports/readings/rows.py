"""Readings, row by row: which indicator, which day, what was read, and what of it cannot be taken."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from model.incoming import Arrival
from model.plain import frozen
from model.plan import Plan
from tui.formats.values import plan_year
from tui.imports.outcome import Kept, Note
from tui.imports.readings.columns import DATE, INDICATOR, NOTE, VALUE, indicator_of, is_day
from tui.imports.readings.periods import last_day
from tui.imports.tables.cells import Cells, Value, column_name, is_blank, text_of
from tui.imports.tables.days import is_month_first
from tui.imports.tables.figures import Figures, UnreadableError
from tui.imports.tables.headers import Column
from tui.imports.tables.table import Table
from tui.words import Words

_LONGEST = 60


@frozen
class ReadingRow:
    """A reading: its indicator's id, its day, its value, its note, the cell that it stands in."""

    indicator: str
    day: date
    value: Decimal
    note: str
    place: str

    @property
    def path(self) -> str:
        """Where it goes in the plan."""
        return f"indicators.{self.indicator}.readings.{self.day.isoformat()}"


class Rows:
    """All readings of a table as its columns have been decided; `named` has the indicators of names unknown."""

    def __init__(
        self,
        plan: Plan,
        table: Table,
        columns: Mapping[Column, str],
        figures: Mapping[int, Figures],
        named: Mapping[str, str],
        words: Words,
    ) -> None:
        self.plan, self.table, self.columns, self.figures, self.named = plan, table, columns, figures, named
        self.words, self.within = words, plan_year(plan)
        self.kept: list[Kept] = []
        self.periods = 0
        dates = [column for column, target in columns.items() if target == DATE]
        self.is_month_first = any(is_month_first(table.values(column)) for column in dates)
        self.found = list(self._once())

    # --- rows -------------------------------------------------------------------------------------------------------

    def _once(self) -> Iterator[ReadingRow]:
        """Every reading; of two for one day that differ, the first."""
        seen: dict[str, ReadingRow] = {}
        for number, cells in self.table.rows:
            for row in self._of(number, cells):
                first = seen.setdefault(row.path, row)
                if first is row:
                    yield row
                elif first.value != row.value:
                    self._keep(row.path, row.place, str(row.value), "readings.kept.twice", first=first.place)

    def _of(self, number: int, cells: Cells) -> list[ReadingRow]:
        """The readings of a row."""
        day, indicator = self._day(number, cells), self._indicator(number, cells)
        found = list(self._values(number, cells, day, indicator))
        note = next((text_of(value) for _, value in self._cells(cells, NOTE)), "")
        if note and len(found) == 1:
            one = found[0]
            return [ReadingRow(one.indicator, one.day, one.value, note, one.place)]
        if note and len(found) > 1:
            self._keep("", self._place(number), note[:_LONGEST], "readings.kept.note", n=str(len(found)))
        return found

    def _cells(self, cells: Cells, target: str) -> Iterator[tuple[Column, Value]]:
        """What stands in the columns of one kind."""
        for column, kind in self.columns.items():
            value = cells[column.at] if column.at < len(cells) else None
            if kind == target and not is_blank(value):
                yield column, value

    def _day(self, number: int, cells: Cells) -> date | None:
        for column, value in self._cells(cells, DATE):
            try:
                found = last_day(value, self.within, month_first=self.is_month_first)
            except UnreadableError as error:
                self._unreadable(number, column, value, error)
                return None
            self.periods += bool(found and found[1])
            return found[0] if found else None
        return None

    def _indicator(self, number: int, cells: Cells) -> str:
        for _, value in self._cells(cells, INDICATOR):
            found = indicator_of(self.plan, value) or self.named.get(text_of(value), "")
            if not found:
                self._keep("", self._place(number), text_of(value)[:_LONGEST], "readings.kept.unknown")
            return found
        return ""

    def _values(self, number: int, cells: Cells, day: date | None, indicator: str) -> Iterator[ReadingRow]:
        for column, target in self.columns.items():
            value = cells[column.at] if column.at < len(cells) else None
            of, on = self._whose(target, day, indicator)
            if is_blank(value) or not of or on is None:
                continue
            try:
                figure = self.figures[column.at].rate(value)
            except UnreadableError as error:
                self._unreadable(number, column, value, error)
                continue
            if figure is not None:
                yield ReadingRow(of, on, figure, "", self._place(number, column))

    def _whose(self, target: str, day: date | None, indicator: str) -> tuple[str, date | None]:
        """Whose reading a column's cell is, and of which day."""
        if target == VALUE:
            return indicator, day
        if is_day(target):
            return indicator, date.fromisoformat(target)
        return (target, day) if target in self.plan.indicators else ("", None)

    # --- what is not taken ------------------------------------------------------------------------------------------

    def _place(self, number: int, column: Column | None = None) -> str:
        place = f"{column_name(column.at)}{number}" if column else self.words("tables.at_row", row=number)
        return f"{self.table.sheet.name}!{place}" if self.table.sheet.name and column else place

    def _keep(self, path: str, place: str, value: str, why: str, **details: str) -> None:
        self.kept.append(Kept(path, place, value, Note(why, {"value": value, **details})))

    def _unreadable(self, number: int, column: Column, value: Value, error: UnreadableError) -> None:
        expected = self.words(f"imports.expected.{error.expected}")
        place, text = self._place(number, column), text_of(value)[:_LONGEST]
        self._keep("", place, text, "readings.kept.unreadable", column=column.name, expected=expected)

    # --- for the plan -----------------------------------------------------------------------------------------------

    def arrivals(self) -> tuple[Arrival, ...]:
        """The readings, and the notes that say something."""
        found = list[Arrival]()
        for row in self.found:
            found.append(Arrival(row.path, row.value, row.place))
            if row.note:
                found.append(Arrival(row.path.replace(".readings.", ".reading_notes."), row.note, row.place))
        return tuple(found)

    def notes(self) -> list[Note]:
        """How many there are, how many are new or other than the plan's; how many days are ends of periods."""
        old = {row.path: self.plan.indicators[row.indicator].readings.get(row.day.isoformat()) for row in self.found}
        new = sum(1 for value in old.values() if value is None)
        changed = sum(1 for row in self.found if old[row.path] not in (None, row.value))
        counts = {"new": str(new), "changed": str(changed), "same": str(len(self.found) - new - changed)}
        notes = [Note("readings.read", counts, len(self.found))]
        return [*notes, Note("readings.periods", number=self.periods)] if self.periods else notes
