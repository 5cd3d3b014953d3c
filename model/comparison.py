"""The plan and its scenarios side by side: totals, groups, what is left under the ceiling, what loses its money."""

from decimal import Decimal

from model.breakdowns import By, breakdown, total
from model.money import EXACT, ZERO, Money
from model.overlay import applied, left_out
from model.plain import frozen
from model.plan import Plan
from model.scenarios import Scenario, changes
from model.whatif.consequences import Consequence, lost

GROUPS: tuple[By, ...] = ("category", "objective", "month")


@frozen
class Side:
    """The plan (`scenario` is None) or the plan as a scenario sees it, in figures.

    `left` is what remains under the ceiling, in the plan's prices; None without a ceiling.
    """

    scenario: str | None
    total: Money
    groups: dict[By, dict[str, Money]]
    left: Decimal | None
    lost: tuple[Consequence, ...] = ()

    def of(self, by: By, key: str) -> Money:
        """What goes to a group; nothing where the side does not know it."""
        return self.groups[by].get(key, ZERO)


@frozen
class Comparison:
    """The plan first, then each scenario in the order of the file."""

    sides: tuple[Side, ...]

    @property
    def plan(self) -> Side:
        """The plan itself."""
        return self.sides[0]

    def keys(self, by: By) -> list[str]:
        """Every group that some side knows: the plan's first, months in their order, `""` last."""
        found = dict.fromkeys(key for side in self.sides for key in side.groups[by])
        return sorted(found, key=lambda key: (not key, key if by == "month" else ""))


def compared(plan: Plan, groups: tuple[By, ...] = GROUPS) -> Comparison:
    """The plan beside all of its scenarios."""
    return Comparison((_side(plan, None, groups), *(_side(plan, id_, groups) for id_ in plan.scenarios)))


def _side(plan: Plan, scenario: str | None, groups: tuple[By, ...]) -> Side:
    seen, ceiling = applied(plan, scenario), plan.plan.ceiling
    whole = total(seen)
    left = None if ceiling is None else EXACT.subtract(ceiling, whole.priced(plan.plan.prices))
    costs = () if scenario is None else lost(plan, seen, left_out(plan, scenario))
    return Side(scenario, whole, {by: breakdown(seen, by) for by in groups}, left, costs)


_recent: list[tuple[Plan, dict[str | None, Money]]] = []


def totals(plan: Plan) -> dict[str | None, Money]:
    """The totals of the plan (under None) and of each scenario, computed once for each version of the plan."""
    if not _recent or _recent[0][0] is not plan:
        _recent[:] = [(plan, {id_: total(applied(plan, id_)) for id_ in (None, *plan.scenarios)})]
    return _recent[0][1]


def differences_in(scenario: Scenario) -> int:
    """How many fields, levers, months and drivers a scenario changes by itself, its base left aside."""
    records = [*scenario.budget.values(), *scenario.actions.values(), *scenario.drivers.values()]
    return sum(len(value) if isinstance(value, dict) else 1 for record in records for value in changes(record).values())
