"""Rows of a table of lines, cell by cell: texts, figures and what cannot be read in them."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

from model.money import EXACT
from model.plain import frozen, slotted
from model.values import canonical
from tui.imports.lines.meanings import Meanings
from tui.imports.lines.targets import SIDES, TEXTS, is_added, is_figure
from tui.imports.tables.cells import Cells, Uncomputed, Value, column_name, is_blank, is_text, text_of
from tui.imports.tables.days import is_month_first
from tui.imports.tables.figures import Figures, UnreadableError
from tui.imports.tables.headers import Column
from tui.imports.tables.numbers import currency_in, currency_of
from tui.imports.tables.table import Table

_FRACTIONS = Decimal(1)


@frozen
class Problem:
    """A cell that is not what its column holds; `place` is the name that a spreadsheet gives it."""

    column: str
    place: str
    value: str
    expected: str


@slotted
class RowRead:
    """A row: its number from 1, what its columns say, what of it cannot be read.

    `added` has the figures that totals are made of, by the place of their column; `first` is the first text of the
    row and the place it stands in, `filled` how many of its cells hold something.
    """

    number: int
    texts: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Decimal] = field(default_factory=dict)
    months: dict[str, Decimal] = field(default_factory=dict)
    others: dict[str, Any] = field(default_factory=dict)
    added: dict[int, Decimal] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    first: tuple[int, str] = (-1, "")
    filled: int = 0

    @property
    def label(self) -> str:
        """What the line is called."""
        return self.texts.get("label", "")

    @property
    def has_figures(self) -> bool:
        """Whether a number of some kind stands there."""
        return bool(self.figures or self.added)

    @property
    def is_bare(self) -> bool:
        """Whether it has nothing but a name and amounts, as a total has."""
        details = {"supplier", "reference", "unit", "note"} & self.texts.keys()
        return (
            not details
            and not self.others.keys() - {"currency"}
            and not {"quantity", "unit_cost"} & self.figures.keys()
        )


@frozen
class RowReader:
    """Reads the rows of one table as its columns have been decided."""

    table: Table
    columns: Mapping[Column, str]
    months: Mapping[Column, str]
    figures: Mapping[int, Figures]
    meanings: Meanings

    def rows(self) -> Iterator[RowRead]:
        """Every row below the header that holds something."""
        month_first = {
            column.at: is_month_first(self.table.values(column))
            for column, target in self.columns.items()
            if target == "valid_until"
        }
        fractions = self._fractions()
        for number, cells in self.table.rows:
            yield self._row(number, cells, month_first, fractions)

    def _fractions(self) -> set[int]:
        """The columns of tax rates that write 20 % as 0.2: all of their numbers are below one, and none says %."""
        found = set()
        for column, target in self.columns.items():
            if target != "tax_rate":
                continue
            rates = [self._quietly(column, value) for value in self.table.values(column)]
            given = [rate for rate in rates if rate]
            if given and all(0 < rate < _FRACTIONS for rate in given) and not self._says_percent(column):
                found.add(column.at)
        return found

    def _says_percent(self, column: Column) -> bool:
        from tui.imports.tables.cells import Percent

        return any(isinstance(v, Percent) or (isinstance(v, str) and "%" in v) for v in self.table.values(column))

    def _quietly(self, column: Column, value: Value) -> Decimal | None:
        try:
            return self.figures[column.at].rate(value)
        except UnreadableError:
            return None

    def _row(self, number: int, cells: Cells, month_first: Mapping[int, bool], fractions: set[int]) -> RowRead:
        row = RowRead(number)
        row.filled = sum(1 for value in cells if not is_blank(value))
        row.first = next(((at, text_of(value)) for at, value in enumerate(cells) if is_text(value)), (-1, ""))
        for column, target in self.columns.items():
            value = cells[column.at] if column.at < len(cells) else None
            if is_blank(value):
                continue
            try:
                self._put(row, column, target, value, month_first, fractions)
            except UnreadableError as error:
                place = f"{column_name(column.at)}{number}"
                row.problems.append(Problem(column.name, place, text_of(value)[:60], error.expected))
        self._months(row, cells)
        return row

    def _put(
        self,
        row: RowRead,
        column: Column,
        target: str,
        value: Value,
        month_first: Mapping[int, bool],
        fractions: set[int],
    ) -> None:
        if target in TEXTS:
            if isinstance(value, Uncomputed):
                raise UnreadableError("computed")
            row.texts[target] = text_of(value) if target != "note" else str(value).strip()
        elif target == "tax_rate":
            rate = self.figures[column.at].rate(value)
            if rate is not None:
                row.figures[target] = canonical(rate * 100 if column.at in fractions else rate)
        elif is_figure(target):
            self._figure(row, column, target, value)
        else:
            row.others[target] = self.meanings.value(target, value, month_first=month_first.get(column.at, False))

    def _figure(self, row: RowRead, column: Column, target: str, value: Value) -> None:
        number = self.figures[column.at].number(value)
        if number is not None:
            row.figures[target] = number
            self._currency(row, column, value, target)
            if is_added(target):
                row.added[column.at] = number

    def _currency(self, row: RowRead, column: Column, value: Value, target: str) -> None:
        """A line whose amount is in another currency than the plan's says so, unless a column says it."""
        if target not in (*SIDES, "unit_cost") or "currency" in self.columns.values():
            return
        own = currency_of(value) if isinstance(value, str) else ""
        currency = own or currency_in(column.name) or self.table.sheet.currencies.get(column.at, "")
        if currency and currency != (self.meanings.plan.plan.currency or currency):
            row.others.setdefault("currency", currency)

    def _months(self, row: RowRead, cells: Cells) -> None:
        for column, month in self.months.items():
            value = cells[column.at] if column.at < len(cells) else None
            try:
                number = self.figures[column.at].number(value)
            except UnreadableError as error:
                place = f"{column_name(column.at)}{row.number}"
                row.problems.append(Problem(column.name, place, text_of(value)[:60], error.expected))
                continue
            if number is not None:
                row.months[month] = EXACT.add(row.months.get(month, Decimal(0)), number)
                row.added[column.at] = number


def amount_columns(columns: Mapping[Column, str]) -> list[Column]:
    """The columns that say what a line amounts to, the one that counts first."""
    order = ("amount_excl", "amount", "amount_incl")
    found = {target: column for column, target in columns.items() if target in SIDES}
    return [found[target] for target in order if target in found]
