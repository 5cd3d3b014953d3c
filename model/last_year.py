"""Last year's spend as this year's starting point: the lines it would fill, more or less a percentage."""

from collections.abc import Collection, Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.amount_edits import with_amount
from model.amounts import minor_figures
from model.budget import Line
from model.edits import EditRefusedError, change_at, validated
from model.exact import known_of, own_amount
from model.money import Exact, from_minor, minor_digits, rounded
from model.overlay import applied
from model.paths import locate
from model.plain import frozen
from model.plan import Plan
from model.values import canonical
from model.whatif.dials import is_fixed
from model.whatif.entries import trial_of


@frozen
class Fill:
    """What a line would amount to, in its own currency; `before` is None where nothing stands yet.

    `line` is the line once filled in its own form; None where a scenario is to say the amount.
    """

    id: str
    before: Exact | None
    after: Decimal
    line: Line | None = None


@frozen
class Proposal:
    """The lines to fill, in the order of the plan.

    `typed` counts the lines with another amount that are left alone, `refused` those whose form cannot hold it.
    """

    fills: tuple[Fill, ...] = ()
    typed: int = 0
    refused: int = 0


def raised(last_year: Decimal, percent: Decimal, currency: str | None) -> Decimal:
    """Last year's figure × (1 + percent / 100), half-up to the currency's minor unit."""
    return canonical(rounded(Fraction(last_year) * (1 + Fraction(percent) / 100), currency))


def filled(
    plan: Plan,
    percent: Decimal,
    ids: Collection[str] | None = None,
    *,
    overwrite: bool = False,
    takes_any: bool = False,
) -> Proposal:
    """What last year, more or less a percentage, would make of the lines, or of some of them.

    `takes_any` where an amount may stand in place of any other form, as it does in a scenario.
    """
    fills, typed, refused = list[Fill](), 0, 0
    for id_, line in plan.budget.items():
        if line.last_year is None or is_fixed(line) or (ids is not None and id_ not in ids):
            continue
        former, after = before(plan, line), raised(line.last_year, percent, line.currency or plan.plan.currency)
        if former == after:
            continue
        if former is not None and not overwrite:
            typed += 1
        elif takes_any:
            fills.append(Fill(id_, former, after))
        elif (full := _amounting(plan, id_, after)) is not None:
            fills.append(Fill(id_, former, after, full))
        else:
            refused += 1
    return Proposal(tuple(fills), typed, refused)


def before(plan: Plan, line: Line) -> Exact | None:
    """What a line amounts to in its own currency; None while it has no amount of any form."""
    if line.amount is None and line.unit_cost is None and not line.months:
        return None
    return own_amount(line, known_of(plan.drivers))


def _amounting(plan: Plan, id_: str, amount: Decimal) -> Line | None:
    """The line once filled; None when its form cannot hold the amount."""
    # Alone in its table: ten thousand lines are not copied for each of them.
    alone = plan.replaced({"budget": {id_: plan.budget[id_]}})
    try:
        return with_amount(alone, id_, amount).budget[id_]
    except EditRefusedError:
        return None


def taken(plan: Plan, proposal: Proposal, scenario: str | None = None) -> Plan:
    """The plan, or its scenario, with what was proposed; a line without a source rests on last year from then on.

    Raises:
        EditRefusedError: in a scenario, an amount larger than a plan can hold.
    """
    if not proposal.fills:
        return plan
    if scenario is None:
        lines = {fill.id: _rested(fill.line) for fill in proposal.fills if fill.line is not None}
        return change_at(plan, "budget", lambda old: {**old, **lines})
    amounts = {fill.id: validated(locate(f"budget.{fill.id}.amount"), fill.after) for fill in proposal.fills}
    trial = trial_of(plan, scenario)
    seen, path = trial.seen.budget, f"scenarios.{scenario}.budget"
    differing = trial.with_amounts(amounts).plan
    return change_at(
        differing, path, lambda old: {**old, **{id_: _rested(old[id_], seen[id_].source) for id_ in amounts}}
    )


def _rested(record: Any, source: str | None = None) -> Any:
    return record if source or record.source else record.replaced({"source": "last_year"})


def consequence(plan: Plan, proposal: Proposal, scenario: str | None = None) -> tuple[Decimal, Decimal]:
    """What the lines to fill come to before and after, in the plan's currency and prices."""
    ids = [fill.id for fill in proposal.fills]
    return sum_of(applied(plan, scenario), ids), sum_of(applied(taken(plan, proposal, scenario), scenario), ids)


def sum_of(plan: Plan, ids: Iterable[str]) -> Decimal:
    """What some lines come to, in the plan's currency and prices."""
    side, figures = int(plan.plan.prices == "incl_tax"), minor_figures(plan)
    return from_minor(sum(figures[id_][side] for id_ in ids if id_ in figures), minor_digits(plan.plan.currency))
