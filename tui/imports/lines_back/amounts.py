"""What edited amounts make of a line: the side of the tax that it counts in, or the other where one gives the other."""

from collections.abc import Mapping
from decimal import Decimal

from model.amount_edits import with_amount
from model.amounts import line_money
from model.edits import EditRefusedError
from model.incoming import Arrival, ArrivalRefusedError
from model.money import Money, from_minor, half_up, minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan
from tui.imports.lines_back.header import SIDES

Figures = Mapping[str, Decimal | None]
"""The three sides of a row, as they stand in it."""


class AmountLeftError(Exception):
    """An amount that is not taken; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@frozen
class Edited:
    """The plan with the row's amount, and whether the row's other figures agree with it."""

    plan: Plan
    agrees: bool = True


def with_figures(before: Plan, plan: Plan, id_: str, given: Figures, place: str) -> Edited:
    """The plan in which a line has the amount of a row; `before` is what was exported from.

    Raises:
        AmountLeftError: `foreign`, `included`, `tax` or `other_side`.
        ArrivalRefusedError: the line cannot hold it.
    """
    was = _sides(line_money(before, id_))
    changed = {name for name in SIDES if name in given and given[name] != was[name]}
    if not changed:
        return Edited(plan)
    line = plan.budget[id_]
    if line.included_in is not None:
        raise AmountLeftError("included")
    if line.exchange_rate is not None and line.currency not in (None, plan.plan.currency):
        raise AmountLeftError("foreign")
    own = line.prices or plan.plan.prices or "excl_tax"
    other = "incl_tax" if own == "excl_tax" else "excl_tax"
    if own in changed:
        edited = _with(plan, id_, given[own], place)
    elif other in changed and given[other] is not None:
        edited = _by_other_side(plan, id_, given[other] or Decimal(0), other, place)
    else:
        raise AmountLeftError("tax" if other not in changed else "other_side")
    now = _sides(line_money(edited, id_))
    return Edited(edited, all(given[name] == now[name] for name in changed if given[name] is not None))


def _sides(money: Money) -> dict[str, Decimal]:
    return {"excl_tax": money.excl_tax, "tax": money.tax, "incl_tax": money.incl_tax}


def _with(plan: Plan, id_: str, amount: Decimal | None, place: str) -> Plan:
    try:
        return with_amount(plan, id_, amount)
    except EditRefusedError as error:
        raise ArrivalRefusedError(Arrival(f"budget.{id_}.amount", amount, place), error) from error


def _by_other_side(plan: Plan, id_: str, figure: Decimal, other: str, place: str) -> Plan:
    """The amount on the line's own side that comes to a figure on the other, to the cent, where there is one."""
    line, digits = plan.budget[id_], minor_digits(plan.plan.currency)
    rate = plan.plan.tax_rate if line.tax_rate is None else line.tax_rate
    numerator, denominator = (rate or Decimal(0)).as_integer_ratio()
    without, with_tax = 100 * denominator, 100 * denominator + numerator
    by, of = (without, with_tax) if other == "incl_tax" else (with_tax, without)
    if not of:
        raise AmountLeftError("other_side")
    edited = _with(plan, id_, from_minor(half_up(to_minor(figure, digits) * by, of), digits), place)
    if _sides(line_money(edited, id_))[other] != figure:
        raise AmountLeftError("other_side")
    return edited
