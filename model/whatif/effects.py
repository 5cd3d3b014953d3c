"""How a change moves what money is for: the share of each family of objectives, the cost of a unit of a target."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from model.breakdowns import breakdown, total
from model.money import EXACT, from_minor, minor_digits, to_minor
from model.objectives import Objective
from model.plain import frozen
from model.plan import Plan

FAMILIES = ("activity", "communication", "customers", "")


@frozen
class FamilyShare:
    """A family of objectives (`""`: money that serves none), its money in the plan's prices, and its percent."""

    family: str
    money_before: Decimal
    money_after: Decimal
    before: Fraction
    after: Fraction


@frozen
class UnitCost:
    """The money spent on an objective for each unit of change that it asks for, in the plan's prices."""

    objective: str
    before: Fraction
    after: Fraction


def families(before: Plan, after: Plan) -> tuple[FamilyShare, ...]:
    """The families whose share of the budget moves by a tenth of a percent, in a fixed order.

    None where one of the totals is not positive: nothing is a share of it.
    """
    old, new = _by_family(before), _by_family(after)
    whole, new_whole = (total(plan).priced(plan.plan.prices) for plan in (before, after))
    if whole <= 0 or new_whole <= 0:
        return ()
    shares = (
        FamilyShare(
            family,
            old[family],
            new[family],
            100 * Fraction(old[family]) / Fraction(whole),
            100 * Fraction(new[family]) / Fraction(new_whole),
        )
        for family in FAMILIES
    )
    return tuple(share for share in shares if percent(share.before) != percent(share.after))


def _by_family(plan: Plan) -> dict[str, Decimal]:
    sums = dict.fromkeys(FAMILIES, Decimal(0))
    for id_, money in _by_objective(plan).items():
        objective = plan.objectives.get(id_)
        family = (objective.family if objective else None) or ""
        sums[family] = EXACT.add(sums[family], money)
    return sums


def _by_objective(plan: Plan) -> dict[str, Decimal]:
    return {id_: money.priced(plan.plan.prices) for id_, money in breakdown(plan, "objective").items()}


def unit_costs(before: Plan, after: Plan) -> tuple[UnitCost, ...]:
    """The objectives whose cost of a unit moves, in the order of the plan; those paid for on both sides only."""
    return tuple(_unit_costs(before, after))


def _unit_costs(before: Plan, after: Plan) -> Iterator[UnitCost]:
    old, new = _by_objective(before), _by_objective(after)
    for id_, objective in after.objectives.items():
        units, was, is_ = units_of(objective), old.get(id_, Decimal(0)), new.get(id_, Decimal(0))
        # What nothing is spent on has no cost of its own: it is told as having lost its money.
        if units and was > 0 and is_ > 0 and was != is_:
            yield UnitCost(id_, Fraction(was) / units, Fraction(is_) / units)


def units_of(objective: Objective) -> Fraction | None:
    """How many units an objective asks for: what is gained on the baseline, or what is to be counted in all.

    A level asks for its distance from the baseline, an increase for itself (or that share of the baseline), `at_least`
    for the whole figure, which is counted from nothing. The other kinds, and what is not positive, ask for none.
    """
    target, baseline = objective.target, objective.baseline
    if target is None:
        return None
    kind = objective.target_kind or "level"
    units: Fraction | None = None
    if kind in ("increase", "at_least"):
        units = Fraction(target)
    elif baseline is not None and kind == "level":
        units = Fraction(target) - Fraction(baseline)
    elif baseline is not None and kind == "increase_percent":
        units = Fraction(baseline) * Fraction(target) / 100
    return units if units is not None and units > 0 else None


def unit_price(cost: Fraction, currency: str | None) -> Decimal:
    """The cost of a unit to the minor unit, half-up; below one unit of the currency with two decimals more."""
    digits = minor_digits(currency) + (2 if cost < 1 else 0)
    return from_minor(to_minor(cost, digits), digits)


def percent(share: Fraction) -> Decimal:
    """A share with one decimal, half-up."""
    return from_minor(to_minor(share, 1), 1)
