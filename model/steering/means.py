"""What each action takes: people's days and what they cost, material, money of the budget; by mix and by segment."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from model.actions import Action
from model.breakdowns import breakdown
from model.money import from_minor, minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan


@frozen
class Means:
    """What an action, or some of them, take. `money` is of the budget, in the plan's prices.

    `work` is what the days cost at the rates of those who have one; it is not in the budget's total.
    """

    days: Decimal
    work: Decimal
    money: Decimal
    actions: int = 1

    def __add__(self, other: "Means") -> "Means":
        """Both together."""
        return Means(
            self.days + other.days, self.work + other.work, self.money + other.money, self.actions + other.actions
        )


NOTHING = Means(Decimal(0), Decimal(0), Decimal(0), 0)


def means_of(plan: Plan) -> dict[str, Means]:
    """What each action takes; a dropped one still takes what the budget holds for it, and no days."""
    money = breakdown(plan, "action")
    return {
        id_: _means(plan, action, money[id_].priced(plan.plan.prices) if id_ in money else Decimal(0))
        for id_, action in plan.actions.items()
    }


def _means(plan: Plan, action: Action, money: Decimal) -> Means:
    effort = {} if action.status == "dropped" else action.effort
    digits = minor_digits(plan.plan.currency)
    rates = {id_: member.day_rate or Decimal(0) for id_, member in plan.team.items()}
    work = sum(
        (Fraction(days) * Fraction(rates.get(person, Decimal(0))) for person, days in effort.items()), Fraction()
    )
    return Means(sum(effort.values(), Decimal(0)), from_minor(to_minor(work, digits), digits), money)


def by_mix(plan: Plan) -> dict[str, Means]:
    """What each part of the marketing mix takes; `""` for actions that name none."""
    return _grouped(plan, lambda action: (action.mix or "",))


def by_segment(plan: Plan) -> dict[str, Means]:
    """What is done for each segment, an action for several counting whole for each; `""` for those that name none."""
    return _grouped(plan, lambda action: tuple(dict.fromkeys(action.segments)) or ("",))


def total_of(means: Iterable[Means]) -> Means:
    """All together."""
    return sum(means, NOTHING)


def _grouped(plan: Plan, keys: Callable[[Action], Iterable[str]]) -> dict[str, Means]:
    found: dict[str, Means] = {}
    means: Mapping[str, Means] = means_of(plan)
    for id_, action in plan.actions.items():
        for key in keys(action):
            found[key] = found.get(key, NOTHING) + means[id_]
    return found
