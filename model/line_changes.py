"""What a scenario does to a line's fields: replaced, or changed relative to the layer below."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.arithmetic import Value, added, as_decimal, as_value, changed, multiplied, product, relative_change
from model.budget import Line
from model.exact import ONE, value_of
from model.formulas import FormulaError, Known, evaluate
from model.money import proportions
from model.sheet import Sheet

LEVERS = frozenset({"excluded", "delay", "scale"})
FORMULAS = frozenset({"amount", "unit_cost", "quantity", "low", "high"})
NUMBERS = frozenset({"tax_rate", "exchange_rate", "last_year", "committed", "spent", "landing"})

Months = dict[str, Value]


def changed_line(line: Line, changes: Mapping[str, Any], sheet: Sheet, known: Known) -> Line:
    """The line with its fields changed, levers left for later; `known` are the drivers of this layer.

    A change that has no value (a division by zero, a formula that cannot be evaluated) leaves its field as it is.
    """
    update: dict[str, Any] = {}
    if "months" in changes:
        update["months"] = _changed_months(line.months, changes["months"])
    for name, change in changes.items():
        if name in FORMULAS or name in NUMBERS:
            try:
                update |= _changed_number(line.replaced(update), name, change, sheet, known)
            except FormulaError:
                continue
        elif name not in LEVERS and name != "months":
            update[name] = change
    # An amount set on a line made of a unit cost takes their place, also when the cost is changed beside it.
    if update.get("amount") is not None and line.amount is None and line.unit_cost is not None:
        update |= {"unit_cost": None, "quantity": None}
    return line.replaced(update) if update else line


def _changed_months(below: Mapping[str, Value], changes: Mapping[str, Value]) -> Months:
    months = dict(below)
    for month, change in changes.items():
        try:
            value = changed(months.get(month), change)
        except FormulaError:
            continue
        if value is not None:
            months[month] = value
    return months


def _changed_number(line: Line, name: str, change: Value, sheet: Sheet, known: Known) -> dict[str, Any]:
    if name == "amount":
        return _changed_amount(line, change, known)
    value = changed(getattr(line, name), change, _absent(name, sheet))
    if name in NUMBERS and isinstance(value, str):
        value = as_decimal(evaluate(value, known, line.last_year))
    return {name: value}


def _absent(name: str, sheet: Sheet) -> Decimal | None:
    """What a line counts for a number that it does not hold."""
    if name == "tax_rate":
        return sheet.tax_rate
    return ONE if name in ("quantity", "exchange_rate") else None


def _changed_amount(line: Line, change: Value, known: Known) -> dict[str, Any]:
    if line.amount is not None:
        return {"amount": changed(line.amount, change)}
    if line.unit_cost is not None:
        below = product(line.unit_cost, ONE if line.quantity is None else line.quantity)
        return {"amount": changed(below, change)}
    if line.months:
        return {"months": dict(_set_over_months(line, change, known))}
    return {"amount": changed(None, change)}


def _set_over_months(line: Line, change: Value, known: Known) -> Iterator[tuple[str, Value]]:
    """The months of a line whose amount is changed, in proportion to what they were."""
    relative = relative_change(change)
    weights = proportions([value_of(value, known, line) for value in line.months.values()])
    total = sum(weights)
    for (month, value), weight in zip(line.months.items(), weights, strict=True):
        part = Fraction(weight, total)
        if relative is None:
            yield month, multiplied(change, part)
        elif relative.term:
            yield month, added(value, as_value(relative.term * part))
        else:
            yield month, multiplied(value, relative.factor)
