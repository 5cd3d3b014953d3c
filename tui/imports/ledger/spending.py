"""What a ledger says was spent: by account, supplier, month and kind of entry, in millionths of the currency."""

from collections.abc import Callable, Iterable
from dataclasses import field
from datetime import date
from typing import NamedTuple

from model.plain import slotted


class Key(NamedTuple):
    """What an amount is for."""

    account: str
    supplier: str
    month: str
    kind: str


@slotted
class Amount:
    """A sum and the number of lines in it."""

    sum: int = 0
    lines: int = 0


@slotted
class Balance:
    """An entry that does not balance: its journal and number, the line it begins on, debit less credit."""

    journal: str
    number: str
    line: int
    difference: int


@slotted
class Ledger:
    """A ledger that was read."""

    encoding: str = ""
    separator: str = ""
    siren: str = ""
    closing: date | None = None
    entries: int = 0
    debit: int = 0
    credit: int = 0
    vat: int = 0
    days: dict[date, int] = field(default_factory=dict)
    spent: dict[Key, Amount] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    unbalanced: list[Balance] = field(default_factory=list)
    mended: dict[str, int] = field(default_factory=dict)

    @property
    def lines(self) -> int:
        """How many lines were read."""
        return sum(self.days.values())

    def total(self, fits: Callable[[Key], bool] = lambda _: True) -> Amount:
        """The sum of what fits."""
        found = Amount()
        for key, amount in self.spent.items():
            if fits(key):
                found.sum += amount.sum
                found.lines += amount.lines
        return found

    def by(self, trait: str, keys: Iterable[Key] | None = None) -> dict[str, Amount]:
        """Sums by `account`, `supplier`, `month` or `kind`, in the order in which they come."""
        sums: dict[str, Amount] = {}
        for key in self.spent if keys is None else keys:
            found = sums.setdefault(getattr(key, trait), Amount())
            found.sum += self.spent[key].sum
            found.lines += self.spent[key].lines
        return sums
