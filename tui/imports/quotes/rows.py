"""Rows of a table of quotes: who offers what, for which line, until when, and what cannot be read in them."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal

from model.plain import frozen, slotted
from tui.imports.lines.rows import Problem
from tui.imports.lines.sorting import is_total
from tui.imports.tables.cells import Cells, Value, column_name, is_blank, is_text, text_of
from tui.imports.tables.days import day_of, is_month_first
from tui.imports.tables.figures import Figures, UnreadableError
from tui.imports.tables.headers import Column
from tui.imports.tables.numbers import currency_in, currency_of
from tui.imports.tables.table import Table

OFFER = "offer"
"""A column that holds what one supplier asks, whose name it bears."""
AMOUNTS = ("amount", "amount_excl", "amount_incl", "amount_tax", OFFER)
FIGURES = (*AMOUNTS, "tax_rate")
DAYS = ("date", "valid_until")
TARGETS = ("line", "line_id", "supplier", "amount", "amount_excl", "amount_incl", "amount_tax", "tax_rate", *DAYS,
           "reference", OFFER)  # fmt: skip


@slotted
class Offer:
    """A quote as a row has it: what it is for as written, its amounts by the side of the tax, the rate if written."""

    number: int
    line: str = ""
    line_id: str = ""
    supplier: str = ""
    reference: str = ""
    days: dict[str, date] = field(default_factory=dict)
    figures: dict[str, Decimal] = field(default_factory=dict)
    currency: str = ""
    problems: list[Problem] = field(default_factory=list)
    is_total: bool = False

    @property
    def key(self) -> str:
        """By what the line is asked for that it belongs to: as written, else by its supplier."""
        return self.line or self.supplier


@frozen
class OfferReader:
    """Reads the rows of one table as its columns have been decided."""

    table: Table
    columns: Mapping[Column, str]
    figures: Mapping[int, Figures]
    within: tuple[date, date]

    def offers(self) -> Iterator[Offer]:
        """Every quote, row by row; of a comparison, supplier by supplier."""
        first = {c.at: is_month_first(self.table.values(c)) for c, target in self.columns.items() if target in DAYS}
        asked = [column for column, target in self.columns.items() if target == OFFER]
        for number, cells in self.table.rows:
            offer = self._row(number, cells, first)
            if not asked:
                yield offer
                continue
            for column in asked:
                if not is_blank(_at(cells, column)):
                    yield self._of(column, cells, offer)

    def _row(self, number: int, cells: Cells, month_first: Mapping[int, bool]) -> Offer:
        offer = Offer(number)
        offer.is_total = any(is_total(text_of(value)) for value in cells if is_text(value))
        for column, target in self.columns.items():
            value = _at(cells, column)
            if is_blank(value) or target == OFFER:
                continue
            try:
                self._put(offer, column, target, value, month_first)
            except UnreadableError as error:
                offer.problems.append(_problem(column, number, value, error))
        return offer

    def _put(self, offer: Offer, column: Column, target: str, value: Value, month_first: Mapping[int, bool]) -> None:
        if target in DAYS:
            day = day_of(value, self.within, month_first=month_first.get(column.at, False))
            if day is not None:
                offer.days[target] = day
        elif target == "tax_rate":
            rate = self.figures[column.at].rate(value)
            if rate is not None:
                offer.figures[target] = rate * 100 if 0 < rate < 1 else rate
        elif target in FIGURES:
            self._amount(offer, column, target, value)
        else:
            setattr(offer, target, text_of(value))

    def _amount(self, offer: Offer, column: Column, target: str, value: Value) -> None:
        number = self.figures[column.at].number(value)
        if number is not None:
            offer.figures[target] = number
        own = currency_of(value) if isinstance(value, str) else self.table.sheet.currencies.get(column.at, "")
        offer.currency = own or currency_in(column.name) or offer.currency

    def _of(self, column: Column, cells: Cells, row: Offer) -> Offer:
        """What one supplier asks in a row of a comparison."""
        offer = Offer(row.number, row.line, row.line_id, column.name, row.reference, dict(row.days), dict(row.figures))
        offer.problems, offer.is_total = list(row.problems), row.is_total
        value = _at(cells, column)
        try:
            self._amount(offer, column, "amount", value)
        except UnreadableError as error:
            offer.problems.append(_problem(column, row.number, value, error))
        return offer


def _at(cells: Cells, column: Column) -> Value:
    return cells[column.at] if column.at < len(cells) else None


def _problem(column: Column, number: int, value: Value, error: UnreadableError) -> Problem:
    return Problem(column.name, f"{column_name(column.at)}{number}", text_of(value)[:60], error.expected)
