"""Totals checked against their lines: which rows each one adds up, and by how much it does not, to the cent."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import field
from decimal import Decimal

from model.money import EXACT, rounded
from model.plain import frozen
from tui.imports.lines.sorting import Sorted
from tui.text import folded


@frozen
class Check:
    """A total: its row, the rows of its first and last line, and in each column that it has what the lines make.

    `gaps` has, by the place of a column, what the total says and what its lines make, where these differ.
    """

    one: Sorted
    first: int
    last: int
    lines: int
    gaps: dict[int, tuple[Decimal, Decimal]] = field(default_factory=dict)
    covers_all: bool = False
    is_unknown: bool = False
    """Whether a line that cannot be read keeps it from being checked."""


class _Sums:
    """Sums of the lines so far, by column; any run of lines that ends at the last one in two look-ups."""

    def __init__(self) -> None:
        self.lines: list[Sorted] = []
        self._sums: dict[int, list[Decimal]] = {}
        self.breaks: list[int] = [0]
        """Where a run may begin: after a title, a total, an empty row."""

    def add(self, one: Sorted) -> None:
        for column in one.row.added:
            self._sums.setdefault(column, [Decimal(0)] * (len(self.lines) + 1))
        self.lines.append(one)
        for column, sums in self._sums.items():
            sums.append(EXACT.add(sums[-1], one.row.added.get(column, Decimal(0))))

    def since(self, start: int, column: int) -> Decimal:
        """What the lines from the `start`-th on make in a column."""
        sums = self._sums.get(column)
        return EXACT.subtract(sums[-1], sums[start]) if sums else Decimal(0)

    def cut(self) -> None:
        """A run may begin with the next line."""
        if self.breaks[-1] != len(self.lines):
            self.breaks.append(len(self.lines))

    @property
    def starts(self) -> list[int]:
        """Where runs may begin that are not empty, the shortest first."""
        return self.breaks[: bisect_left(self.breaks, len(self.lines))][::-1]


def check_totals(found: Sequence[Sorted], currency: str | None) -> list[Check]:
    """Every total with what its lines make."""
    sums, checks, tax = _Sums(), list[Check](), dict[int, Decimal]()
    last_line = max((n for n, one in enumerate(found) if one.kind == "line"), default=-1)
    number = 0
    for n, one in enumerate(found):
        if one.row.number > number + 1 or one.kind == "title":
            sums.cut()
        number = one.row.number
        if one.kind == "line":
            sums.add(one)
        elif one.kind == "tax":
            tax = {c: EXACT.add(tax.get(c, Decimal(0)), v) for c, v in one.row.added.items()}
        elif one.kind == "total":
            if one.under > 0:
                checks.append(_above(found, n))
            else:
                checks.append(_check(one, sums, tax, currency, is_last=n > last_line))
                tax = {} if one.is_incl else tax
            sums.cut()
    return checks


def _above(found: Sequence[Sorted], at: int) -> Check:
    """A total that stands above its lines is known by their sum, so there is nothing left to check."""
    lines = found[at + 1 : at + 1 + found[at].under]
    return Check(found[at], lines[0].row.number, lines[-1].row.number, len(lines))


def _check(one: Sorted, sums: _Sums, tax: dict[int, Decimal], currency: str | None, *, is_last: bool) -> Check:
    if not sums.lines:
        return Check(one, one.row.number, one.row.number, 0, is_unknown=True)
    starts = sums.starts
    agreeing = next((start for start in starts if not _gaps(one, sums, start, tax, currency)), None)
    main = next(iter(one.row.added))
    if agreeing is None:
        near = [start for start in starts if main not in _gaps(one, sums, start, tax, currency)]
        agreeing = near[0] if near else _meant(one, sums, is_last=is_last)
    lines = sums.lines[agreeing:]
    return Check(
        one,
        lines[0].row.number,
        lines[-1].row.number,
        len(lines),
        _gaps(one, sums, agreeing, tax, currency),
        covers_all=agreeing == 0,
        is_unknown=any(line.row.problems for line in lines),
    )


def _meant(one: Sorted, sums: _Sums, *, is_last: bool) -> int:
    """Where the lines begin that a total is most likely about, when it is the sum of none."""
    starts = sums.starts
    text = folded(one.text)
    for n in range(len(sums.lines) - 1, -1, -1):
        category = folded(sums.lines[n].row.texts.get("category", ""))
        if category and category in text:
            return next(start for start in starts if start <= n)
    if one.is_final or (is_last and not one.is_part):
        return 0
    return starts[0]


def _gaps(
    one: Sorted, sums: _Sums, start: int, tax: dict[int, Decimal], currency: str | None
) -> dict[int, tuple[Decimal, Decimal]]:
    found = {}
    for column, said in one.row.added.items():
        made = sums.since(start, column)
        if column in tax:
            # Under a row of tax stands the total with it, whatever it is called.
            with_tax = EXACT.add(made, tax[column])
            made = with_tax if one.is_incl or rounded(said, currency) == rounded(with_tax, currency) else made
        if rounded(said, currency) != rounded(made, currency):
            found[column] = (said, made)
    return found
