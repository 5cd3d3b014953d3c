"""The load of each person: the days of effort spread over the months of the actions, against the days there are."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.overlay import applied
from model.phasing import month_name
from model.plain import frozen
from model.plan import Plan
from model.steering.arithmetic import settled
from model.steering.timeline import left_out, span


@frozen
class Load:
    """A person's days by month, in all, and what they have: in all and for each month of the plan.

    `actions` has the days by action; days without any date stand in the month `""`.
    """

    person: str
    months: Mapping[str, Decimal]
    total: Decimal
    actions: Mapping[str, Decimal]
    available: Decimal | None = None
    by_month: Decimal | None = None
    full: tuple[str, ...] = field(default=())
    """The months with more days than the person has in a month."""

    @property
    def excess(self) -> Decimal:
        """How many days too many there are in all."""
        return Decimal(0) if self.available is None else max(self.total - self.available, Decimal(0))


def loads(plan: Plan, scenario: str | None = None) -> tuple[Load, ...]:
    """The load of everybody in the team, then of whoever else effort names; dropped actions are no work."""
    seen, out = applied(plan, scenario), left_out(plan, scenario)
    days: dict[str, dict[str, Fraction]] = {person: defaultdict(Fraction) for person in seen.team}
    by_action: dict[str, dict[str, Decimal]] = {person: {} for person in seen.team}
    for id_, action in seen.actions.items():
        if action.status == "dropped" or id_ in out:
            continue
        months = _months(span(seen, action))
        for person, effort in action.effort.items():
            by_action.setdefault(person, {})[id_] = effort
            for month in months:
                days.setdefault(person, defaultdict(Fraction))[month] += Fraction(effort) / len(months)
    return tuple(_load(seen, person, days[person], by_action[person]) for person in days)


def _months(days: tuple[date, date] | None) -> list[str]:
    if days is None:
        return [""]
    first, last = ((day.year * 12 + day.month - 1) for day in days)
    return [month_name(number) for number in range(first, last + 1)]


def plan_months(plan: Plan) -> list[str]:
    """The months of the plan's year."""
    start, end = plan.plan.start, plan.plan.end
    return _months((start, max(start, end))) if start is not None and end is not None else []


def _load(plan: Plan, person: str, months: Mapping[str, Fraction], actions: Mapping[str, Decimal]) -> Load:
    member, length = plan.team.get(person), len(plan_months(plan))
    available = member.days if member is not None else None
    by_month = Fraction(available) / length if available is not None and length else None
    ordered = {month: months[month] for month in sorted(months, key=lambda month: (not month, month))}
    full = tuple(month for month, days in ordered.items() if by_month is not None and month and days > by_month)
    return Load(
        person,
        {month: settled(days) for month, days in ordered.items()},
        settled(sum((Fraction(effort) for effort in actions.values()), Fraction())),
        actions,
        available,
        None if by_month is None else settled(by_month),
        full,
    )
