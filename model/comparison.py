"""The plan and its scenarios side by side: totals, what is left of the ceiling, breakdowns, what each one loses."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from model.breakdowns import By, breakdown, total
from model.money import EXACT, ZERO, Money
from model.overlay import applied
from model.plan import Plan
from model.whatif.consequences import Consequence, lost

COMPARED: tuple[By, ...] = ("category", "objective", "month")


@dataclass(frozen=True, slots=True)
class Column:
    """One version's figures; `id` is its scenario, None for the plan; `left` of the ceiling, in the plan's prices."""

    id: str | None
    total: Money
    left: Decimal | None
    parts: dict[By, dict[str, Money]]
    lost: tuple[Consequence, ...] = ()

    def part(self, by: By, key: str) -> Money:
        """What goes to a group; nothing where this version has none."""
        return self.parts[by].get(key, ZERO)


def compared(plan: Plan, scenarios: Sequence[str]) -> tuple[Column, ...]:
    """The plan, then each scenario.

    Raises:
        KeyError: the plan has no such scenario.
    """
    return tuple(_column(plan, id_) for id_ in (None, *scenarios))


def _column(plan: Plan, id_: str | None) -> Column:
    seen = applied(plan, id_)
    whole, ceiling = total(seen), plan.plan.ceiling
    left = None if ceiling is None else EXACT.subtract(ceiling, whole.priced(plan.plan.prices))
    return Column(id_, whole, left, {by: breakdown(seen, by) for by in COMPARED}, lost(plan, seen) if id_ else ())


def groups(columns: Sequence[Column], by: By) -> list[str]:
    """The groups of any of the columns: months in their order, others as they come, `""` last."""
    keys = list(dict.fromkeys(key for column in columns for key in column.parts[by]))
    if by == "month":
        keys.sort()
    return [key for key in keys if key] + [key for key in keys if not key]
