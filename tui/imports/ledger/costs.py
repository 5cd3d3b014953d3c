"""What is taken of a ledger: one cost for each category and supplier, or for a line that was chosen."""

from collections.abc import Iterator
from dataclasses import field

from model.plain import slotted
from tui.imports.ledger.choices import Choices, line_of
from tui.imports.ledger.entries import ACCRUAL, USUAL
from tui.imports.ledger.spending import Amount, Key, Ledger
from tui.text import folded


@slotted
class Cost:
    """An amount in millionths for a line that is chosen, or for a category and a supplier; `is_others` gathers some."""

    line: str = ""
    category: str = ""
    supplier: str = ""
    is_others: bool = False
    sum: int = 0
    entries: int = 0
    accounts: dict[str, None] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)

    def add(self, key: Key, amount: Amount) -> None:
        """One more sum of the ledger."""
        self.sum += amount.sum
        self.entries += amount.lines
        self.accounts[key.account] = None
        self.months[key.month] = self.months.get(key.month, 0) + amount.sum

    def join(self, other: "Cost") -> None:
        """All of another cost."""
        self.sum += other.sum
        self.entries += other.entries
        self.accounts |= other.accounts
        for month, amount in other.months.items():
            self.months[month] = self.months.get(month, 0) + amount


def counted(ledger: Ledger, choices: Choices) -> Iterator[Key]:
    """What of the ledger counts: the accounts that are taken, closing and opening entries apart."""
    kinds = (USUAL, ACCRUAL) if choices.with_accruals else (USUAL,)
    return (key for key in ledger.spent if key.kind in kinds and choices.accounts.get(key.account))


def costs(ledger: Ledger, choices: Choices) -> list[Cost]:
    """The costs, by category the dearest first."""
    found: dict[tuple[str, str, str], Cost] = {}
    for key in counted(ledger, choices):
        target = choices.accounts[key.account]
        if line := line_of(target):
            cost = found.setdefault((line, "", ""), Cost(line))
        else:
            cost = found.setdefault(("", folded(target), folded(key.supplier)), Cost("", target, key.supplier))
        cost.add(key, ledger.spent[key])
    places = {name: at for at, name in enumerate(dict.fromkeys(folded(cost.category) for cost in found.values()))}
    return sorted(found.values(), key=lambda cost: (not cost.line, places[folded(cost.category)], -cost.sum))


def gathered(found: list[Cost], small: int, keeps: set[int]) -> tuple[list[Cost], int]:
    """The costs, suppliers below a threshold as one for each category, and how many those were.

    `keeps` has the places of those that stay, such as what has a line of its own already.
    """
    result: list[Cost] = []
    others: dict[str, Cost] = {}
    number = 0
    for at, cost in enumerate(found):
        if cost.line or not cost.supplier or at in keeps or abs(cost.sum) >= small:
            result.append(cost)
            continue
        number += 1
        gathering = others.setdefault(folded(cost.category), Cost("", cost.category, is_others=True))
        gathering.join(cost)
    return [*result, *others.values()], number
