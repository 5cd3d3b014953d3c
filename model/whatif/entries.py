"""What an entry in the budget grid makes of the plan, or of the scenario at work: the arithmetic of `what-if`."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from model.amount_edits import with_amount
from model.arithmetic import Value
from model.breakdowns import line_parts
from model.edits import add, change_at, put
from model.exact import known_of, own_amount
from model.money import from_minor, minor_digits, to_minor
from model.phasing import month_number
from model.plain import frozen
from model.plan import Plan
from model.references import next_id
from model.scenarios import changes
from model.whatif.changes import Difference, Goal, Total, differed
from model.whatif.outcome import OutOfReach, proposed
from model.whatif.seek import Strategy
from model.whatif.trial import Trial, started


@frozen
class Entered:
    """The plan that an entry makes, the lines it touched, and what of it was out of reach."""

    plan: Plan
    lines: tuple[str, ...] = ()
    missed: OutOfReach | None = None


def trial_of(plan: Plan, scenario: str | None) -> Trial:
    """The scenario at work as a trial; a fresh one, which nobody keeps, when the plan itself is at work."""
    if scenario is None:
        return started(plan)
    return Trial(plan, scenario, plan.scenarios[scenario].base)


def with_line_amount(plan: Plan, scenario: str | None, id_: str, value: Value | None) -> Plan:
    """The plan, or its scenario, in which a line has an amount; relative changes are for scenarios.

    Raises:
        EditRefusedError: the value cannot stand there.
        ChangeError: a formula without a value.
    """
    if scenario is None:
        return with_amount(plan, id_, value)
    if value is None:
        return put(plan, f"scenarios.{scenario}.budget.{id_}.amount", None)
    return differed(trial_of(plan, scenario), Difference("", f"budget.{id_}.amount", value)).plan


def with_field(plan: Plan, scenario: str | None, id_: str, name: str, value: object) -> Plan:
    """The plan, or its scenario, in which a line's field has a value. Raises what `put` raises."""
    holder = "budget" if scenario is None else f"scenarios.{scenario}.budget"
    return put(plan, f"{holder}.{id_}.{name}", value)


def months_of(plan: Plan, id_: str) -> dict[str, Decimal]:
    """What a line spends in each of its months, in its own currency and prices; the months sum to its amount."""
    line = plan.budget[id_]
    digits = minor_digits(line.currency or plan.plan.currency)
    whole = to_minor(own_amount(line, known_of(plan.drivers)), digits)
    sums: dict[str, int] = {}
    for month, part, _ in line_parts(plan, line, "month", whole, whole):
        # A cost that several actions share comes month by month for each of them.
        sums[month] = sums.get(month, 0) + part
    return {month: from_minor(part, digits) for month, part in sums.items() if month}


def with_month(plan: Plan, scenario: str | None, id_: str, month: str, value: Value | None) -> Plan:
    """The plan, or its scenario, in which a line spends so much in a month, the other months as they were.

    A line of another form is from then on spent by month; in a scenario its amount becomes the sum of its months.

    Raises:
        EditRefusedError: the value cannot stand there.
    """
    seen = trial_of(plan, scenario).seen if scenario else plan
    line = seen.budget[id_]
    if line.amount is None and line.unit_cost is None:
        holder = "budget" if scenario is None else f"scenarios.{scenario}.budget"
        plan = put(plan, f"{holder}.{id_}.months.{month}", value)
        return change_at(plan, f"{holder}.{id_}.months", _in_order)
    months = months_of(seen, id_) | {month: value if isinstance(value, Decimal) else Decimal(0)}
    months = dict(_in_order({name: amount for name, amount in months.items() if amount or name == month}))
    if scenario is None:
        update: dict[str, Any] = {"amount": None, "unit_cost": None, "quantity": None, "months": months}
        return change_at(plan, f"budget.{id_}", lambda old: old.replaced(update))
    plan = with_field(plan, scenario, id_, "amount", sum(months.values(), Decimal(0)))
    for name, amount in months.items():
        plan = with_field(plan, scenario, id_, f"months.{name}", amount)
    return plan


def _in_order(months: Mapping[str, Any]) -> Mapping[str, Any]:
    names = sorted(months, key=month_number)
    return months if names == list(months) else {name: months[name] for name in names}


def with_total(
    plan: Plan,
    scenario: str | None,
    change: Goal | Total,
    strategy: Strategy = "pro-rata",
    spared: frozenset[str] = frozenset(),
) -> Entered:
    """The plan, or its scenario, in which a total is what was typed over it, or as near to a goal as can be.

    Raises:
        ChangeError: a formula without a value.
    """
    trial = trial_of(plan, scenario)
    proposal = proposed(trial, change, strategy, spared)
    digits = minor_digits(plan.plan.currency)
    missed = None
    if proposal.missing:
        code = "goal" if isinstance(change, Goal) else "spread"
        missed = OutOfReach(change.text, code, *(from_minor(n, digits) for n in (proposal.reached, proposal.missing)))
    if not proposal.amounts:
        return Entered(plan, (), missed)
    trial = trial.with_amounts(proposal.amounts)
    touched = tuple(proposal.amounts)
    if scenario is not None:
        return Entered(trial.plan, touched, missed)
    lines = {id_: trial.seen.budget[id_] for id_ in touched}
    return Entered(change_at(plan, "budget", lambda old: {**old, **lines}), touched, missed)


def with_lever(plan: Plan, scenario: str, section: str, id_: str, name: str, value: object) -> Plan:
    """The plan in whose scenario a line (`budget`) or an action is `excluded`, `delay`ed or `scale`d.

    Raises:
        EditRefusedError: the value cannot stand there.
    """
    return _tidy(put(plan, f"scenarios.{scenario}.{section}.{id_}.{name}", value), scenario, section, id_)


def relinked(plan: Plan, scenario: str, id_: str, names: tuple[str, ...]) -> Plan:
    """The plan in whose scenario fields of a line are again what they are below it; `months.2027-03` is one cell."""
    for name in names:
        plan = put(plan, f"scenarios.{scenario}.budget.{id_}.{name}", None)
    return _tidy(plan, scenario, "budget", id_)


def tidied(plan: Plan, scenario: str, id_: str) -> Plan:
    """The plan whose scenario says nothing of a line of which it said nothing any more."""
    return _tidy(plan, scenario, "budget", id_)


def _tidy(plan: Plan, scenario: str, section: str, id_: str) -> Plan:
    """The plan without a difference that says nothing any more."""
    change = getattr(plan.scenarios[scenario], section).get(id_)
    if change is None or changes(change):
        return plan
    return change_at(
        plan, f"scenarios.{scenario}.{section}", lambda old: {key: kept for key, kept in old.items() if key != id_}
    )


def with_scenario(plan: Plan, title: str, base: str | None = None) -> tuple[Plan, str]:
    """The plan with one more scenario, which differs in nothing yet; gives its id."""
    return add(plan, "scenarios", id_=next_id(plan, "Z"), title=title, base=base)
