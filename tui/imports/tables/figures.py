"""The numbers of a table's columns: one decimal mark for each, told by its own numbers, else by the other columns'."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from model.money import EXACT
from model.plain import frozen
from tui.imports.tables.cells import Cells, Percent, Uncomputed, Value, is_blank
from tui.imports.tables.numbers import Evidence, Mark, Written, evidence_of, is_nothing, number_of, written

Why = Literal["shown", "file", "language", "given"]
"""By what a mark is known: the column itself, the file's other columns, the language of its words, somebody."""


class UnreadableError(Exception):
    """A cell that is not what its column holds; `expected` is a key of the words, `imports.expected.…`."""

    def __init__(self, expected: str) -> None:
        super().__init__(expected)
        self.expected = expected


@frozen
class Figures:
    """How the numbers of a column are written: its mark and why, how many numbers could be read both ways.

    `scale` is what the header says that its numbers count: 1000 for `Montant (k€)`.
    """

    mark: Mark
    why: Why = "shown"
    either: int = 0
    scale: int = 1

    def number(self, value: Value) -> Decimal | None:
        """The number of a cell; None for nothing.

        Raises:
            UnreadableError: it is no number, or not one with this decimal mark.
        """
        if isinstance(value, Decimal):
            return EXACT.multiply(value, Decimal(self.scale))
        found = self._written(value)
        if found is None:
            return None
        if found.is_percent:
            raise UnreadableError("number")
        number = self._marked(found)
        return number if found.scale != 1 else EXACT.multiply(number, Decimal(self.scale))

    def rate(self, value: Value) -> Decimal | None:
        """The percents of a cell, 20 for `20 %`, for `20` and for a workbook's 20 %; None for nothing.

        Raises:
            UnreadableError: it is no number.
        """
        if isinstance(value, Percent):
            return value.value
        found = value if isinstance(value, Decimal) else self._written(value)
        if isinstance(found, Written):
            number = self._marked(found)
            return number * self.scale if not found.is_percent else number
        return None if found is None else found * self.scale

    def _written(self, value: Value) -> Written | None:
        if is_blank(value) or (isinstance(value, str) and is_nothing(value)):
            return None
        if isinstance(value, Uncomputed):
            raise UnreadableError("computed")
        found = written(value) if isinstance(value, str) else None
        if found is None:
            raise UnreadableError("number")
        return found

    def _marked(self, found: Written) -> Decimal:
        number = number_of(found, self.mark)
        if number is None:
            raise UnreadableError("number_comma" if self.mark == "," else "number_point")
        return number


def figures_of(
    rows: Sequence[Cells], scales: Mapping[int, int], mark: Mark | None, language: str
) -> dict[int, Figures]:
    """How each of some columns writes its numbers.

    Args:
        rows: the rows below the header.
        scales: what the numbers of each column count, by its place.
        mark: the decimal mark somebody has given; None to tell it.
        language: of the words of the table, which settles what nothing else does.
    """
    found = {at: _evidence(rows, at) for at in scales}
    whole = sum(found.values(), Evidence()).mark
    figures: dict[int, Figures] = {}
    for at, scale in scales.items():
        own = found[at].mark
        why: Why = "given" if mark else "shown" if own or not found[at].either else "file" if whole else "language"
        usual: Mark = "," if language == "fr" else "."
        figures[at] = Figures(mark or own or whole or usual, why, found[at].either, scale)
    return figures


def _evidence(rows: Sequence[Cells], at: int) -> Evidence:
    return evidence_of(value for row in rows if at < len(row) and isinstance(value := row[at], str))
