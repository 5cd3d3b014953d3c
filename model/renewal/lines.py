"""Budget lines a year later: what was spent is last year's figure, and the amount to begin with."""

from collections.abc import Container, Mapping
from decimal import Decimal
from fractions import Fraction

from model.amount_edits import with_amount
from model.amounts import minor_figures
from model.budget import Line
from model.edits import EditRefusedError, validated
from model.money import proportions, rounded, split_whole
from model.paths import locate
from model.plan import Plan
from model.renewal.costs import YearCosts
from model.renewal.years import begins, label_of, later_month, later_months
from model.values import canonical


def carried_line(plan: Plan, id_: str, costs: YearCosts, gone: Container[str]) -> Line | None:
    """The line for the next year; None where all that it pays for is dropped."""
    line = plan.budget[id_]
    kept = {action: share for action, share in line.shares.items() if action not in gone}
    if (line.shares and not kept) or (not line.shares and line.action in gone):
        return None
    part = _part(line.shares, kept)
    last_year = _storable("last_year", _scaled(costs.of_line(id_).amount, part, line.currency or plan.plan.currency))
    update = {
        "last_year": last_year,
        "shares": evened(kept) if len(kept) < len(line.shares) else line.shares,
        "months": later_months(line.months),
        "start": later_month(line.start),
        "end": later_month(line.end),
        "history": _history(plan, line, last_year),
        "quotes": {},
        **dict.fromkeys(("committed", "spent", "landing", "status", "low", "high")),
    }
    moved = line.replaced(update)
    return moved if is_in_force(plan, line) else _begun(plan, id_, moved, is_planned_again(plan, id_, costs))


def is_in_force(plan: Plan, line: Line) -> bool:
    """Whether a contract still holds when the next year begins: its amount stays what was agreed."""
    start = begins(plan)
    return line.source == "contract" and None not in (line.valid_until, start) and line.valid_until >= start  # type: ignore[operator]


def is_planned_again(plan: Plan, id_: str, costs: YearCosts) -> bool:
    """Whether nothing was spent of what was planned: what was put off is not forgotten."""
    return costs.figures[id_] == (0, 0) and minor_figures(plan)[id_] != (0, 0)


def _begun(plan: Plan, id_: str, line: Line, is_put_off: bool) -> Line:
    bare = {"reference": None, "valid_until": None, "source": "estimate" if is_put_off else "last_year"}
    if line.last_year is None:
        return line.replaced({**bare, "source": None if line.source == "quote" else line.source})
    line = line.replaced(bare)
    if is_put_off or not _is_plain(line):
        return line
    alone = plan.replaced({"budget": {id_: line}})
    try:
        begun = with_amount(alone, id_, line.last_year).budget[id_]
    except EditRefusedError:
        return line
    return begun if begun.amount == line.amount and begun.months == line.months else _unproven(begun)


def _is_plain(line: Line) -> bool:
    """Whether the amount is a mere figure; units and formulas say how it is made, which is worth keeping."""
    if line.unit_cost is not None:
        return False
    values = [line.amount] if line.amount is not None or not line.months else list(line.months.values())
    # What was cut or added on last year is not cut or added once more.
    return not any(isinstance(value, str) and "@last_year" not in value for value in values)


def _unproven(line: Line) -> Line:
    """The line without what was said of its former figure."""
    return line.replaced({"approximate": None, "provenance": None})


def _part(shares: Mapping[str, Decimal], kept: Mapping[str, Decimal]) -> Fraction:
    if len(kept) == len(shares):
        return Fraction(1)
    weights = dict(zip(shares, proportions(list(shares.values())), strict=True))
    whole = sum(weights.values())
    return Fraction(sum(weights[action] for action in kept), whole) if whole else Fraction(len(kept), len(shares))


def _scaled(amount: Decimal | None, part: Fraction, currency: str | None) -> Decimal | None:
    return amount if amount is None or part == 1 else canonical(rounded(Fraction(amount) * part, currency))


def _storable(name: str, amount: Decimal | None) -> Decimal | None:
    try:
        return None if amount is None else validated(locate(f"budget.B1.{name}"), amount)
    except EditRefusedError:
        return None


def evened(shares: Mapping[str, Decimal]) -> dict[str, Decimal]:
    """Shares in the same proportions that sum to 100, to the hundredth."""
    parts = split_whole(10_000, proportions(list(shares.values())))
    return {action: canonical(Decimal(part) / 100) for action, part in zip(shares, parts, strict=True)}


def _history(plan: Plan, line: Line, cost: Decimal | None) -> Mapping[str, Decimal]:
    label = label_of(plan.plan)
    return line.history if cost is None or not label else {**line.history, label: cost}
