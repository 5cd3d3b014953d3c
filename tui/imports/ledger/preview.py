"""A ledger's charges month by month, as they are understood: the dearest accounts apart, the others together."""

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

from model.phasing import month_name, month_number
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.ledger.choices import Choices
from tui.imports.ledger.costs import counted
from tui.imports.ledger.figures import UNIT
from tui.imports.ledger.spending import Ledger
from tui.imports.source import Preview

_MOST_ACCOUNTS, _MOST_MONTHS = 4, 24


def months(ledger: Ledger, choices: Choices, reader: Reader) -> Preview:
    """A row for each month with its accounts and total, then the totals; whole units of the currency."""
    sums: dict[tuple[str, str], int] = {}
    for key in counted(ledger, choices):
        at = (key.month, key.account)
        sums[at] = sums.get(at, 0) + ledger.spent[key].sum
    accounts: dict[str, int] = {}
    for (_, account), amount in sums.items():
        accounts[account] = accounts.get(account, 0) + amount
    dearest = sorted(accounts, key=lambda account: -abs(accounts[account]))
    apart, rest = sorted(dearest[:_MOST_ACCOUNTS]), dearest[_MOST_ACCOUNTS:]
    table = {month: _row(sums, month, apart, rest) for month in _between({month for month, _ in sums})}
    if not table:
        return Preview()
    head = (
        reader.words("ledger.month"),
        *apart,
        *([reader.words("ledger.rest")] if rest else []),
        reader.words("ledger.total"),
    )
    rows = [head, *([month, *map(_whole(reader), row)] for month, row in table.items())]
    sums_below = [sum(column) for column in zip(*table.values(), strict=True)]
    rows.append([reader.words("ledger.total"), *map(_whole(reader), sums_below)])
    return Preview(*_even(rows), title=reader.words("ledger.by_month"))


def _even(rows: list[Sequence[str]]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Figures one under the other: all but the first column to the right."""
    rooms = [max(map(len, column)) for column in zip(*rows, strict=True)]
    head, *rest = ((row[0], *(cell.rjust(room) for cell, room in zip(row[1:], rooms[1:], strict=True))) for row in rows)
    return head, tuple(rest)


def _between(months: Iterable[str]) -> list[str]:
    """Every month from the first to the last; those alone where they lie years apart."""
    known = sorted(months)
    if not known or (last := month_number(known[-1])) - (first := month_number(known[0])) > _MOST_MONTHS:
        return known
    return [month_name(number) for number in range(first, last + 1)]


def _row(sums: dict[tuple[str, str], int], month: str, apart: list[str], rest: list[str]) -> list[int]:
    """A month: the accounts that stand apart, the others where there are any, all of them."""
    row = [sums.get((month, account), 0) for account in apart]
    row += [sum(sums.get((month, account), 0) for account in rest)] if rest else []
    return [*row, sum(row)]


def _whole(reader: Reader) -> Callable[[int], str]:
    return lambda amount: format_number(Decimal(amount) / UNIT, reader.numbers, 0) if amount else "–"
