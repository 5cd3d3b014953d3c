"""Giving a line an amount, whichever of the three forms it has: an amount, a unit cost, or months."""

from decimal import Decimal
from fractions import Fraction

from model.arithmetic import Value, multiplied
from model.budget import Line
from model.edits import EditRefusedError, put
from model.money import minor_digits, split, to_minor
from model.plan import Plan


def with_amount(plan: Plan, id_: str, value: Decimal | str | None) -> Plan:
    """The plan in which a line amounts to a value, in the form the line has.

    Months keep their proportions, to the currency's minor unit, largest remainder first; a unit cost becomes the
    amount divided by the quantity, a formula where no decimal says it. Nothing can only stand in `amount`, a formula
    there or in a unit cost.

    Raises:
        EditRefusedError: `not_editable` when the form cannot hold the value, or what `put` refuses.
    """
    line, path = plan.budget[id_], f"budget.{id_}"
    if line.amount is not None or (line.unit_cost is None and not line.months):
        return put(plan, f"{path}.amount", value)
    if line.unit_cost is not None and value is not None:
        return put(plan, f"{path}.unit_cost", _unit_cost(line, value, path))
    if not isinstance(value, Decimal):
        raise EditRefusedError(f"{path}.amount", "not_editable", value)
    for month, amount in _months(plan, line, value, path).items():
        plan = put(plan, f"{path}.months.{month}", amount)
    return plan


def _unit_cost(line: Line, value: Value, path: str) -> Value:
    quantity = Decimal(1) if line.quantity is None else line.quantity
    if not isinstance(quantity, Decimal) or not quantity:
        raise EditRefusedError(f"{path}.amount", "not_editable", value)
    return multiplied(value, 1 / Fraction(quantity))


def _months(plan: Plan, line: Line, value: Decimal, path: str) -> dict[str, Decimal]:
    amounts = line.months.values()
    if not all(isinstance(amount, Decimal) for amount in amounts):
        raise EditRefusedError(f"{path}.amount", "not_editable", value)
    digits = minor_digits(line.currency or plan.plan.currency)
    weights = [Decimal(amount) for amount in amounts]
    parts = split(to_minor(value, digits), weights)
    return {month: Decimal(part).scaleb(-digits) for month, part in zip(line.months, parts, strict=True)}
