"""What a line amounts to before any rounding: its form, its formulas, its exchange rate."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from model.budget import Driver, Line
from model.drivers import driver_values
from model.formulas import FormulaError, Known, evaluate
from model.money import EXACT, Exact
from model.sheet import Sheet

NONE = Decimal(0)
ONE = Decimal(1)


def value_of(value: Decimal | str | None, known: Known, line: Line) -> Exact:
    """A number, or what a formula gives; 0 for nothing and for a formula without a value."""
    if isinstance(value, str):
        try:
            return evaluate(value, known, line.last_year)
        except FormulaError:
            return NONE
    return NONE if value is None else value


def times(left: Exact, right: Exact) -> Exact:
    """The exact product."""
    if isinstance(left, Decimal) and isinstance(right, Decimal):
        return EXACT.multiply(left, right)
    return Fraction(left) * Fraction(right)


def total_of(values: Iterable[Exact]) -> Exact:
    """The exact sum of all."""
    numbers, fractions = NONE, Fraction(0)
    for value in values:
        if isinstance(value, Decimal):
            numbers = EXACT.add(numbers, value)
        else:
            fractions += value
    return Fraction(numbers) + fractions if fractions else numbers


def own_amount(line: Line, known: Known) -> Exact:
    """The exact amount in the line's own currency, whether or not another line includes it."""
    if line.amount is not None:
        return value_of(line.amount, known, line)
    if line.unit_cost is not None:
        quantity = ONE if line.quantity is None else line.quantity
        return times(value_of(line.unit_cost, known, line), value_of(quantity, known, line))
    return total_of([value_of(month, known, line) for month in line.months.values()])


def plain_amount(line: Line) -> Decimal | None:
    """The amount that counts of a line in which all is written down: nothing computed, converted or included.

    Nearly all lines are like that. The fields that a line was given say it without the others being asked for.
    """
    given = line.__dict__
    if "included_in" in given or "exchange_rate" in given:
        return None
    if "amount" in given:
        amount = given["amount"]
        return amount if amount.__class__ is Decimal else None
    if "unit_cost" in given:
        cost, quantity = given["unit_cost"], given.get("quantity", ONE)
        return EXACT.multiply(cost, quantity) if cost.__class__ is quantity.__class__ is Decimal else None
    total = NONE
    for month in given.get("months", {}).values():
        if month.__class__ is not Decimal:
            return None
        total = EXACT.add(total, month)
    return total


def _is_multiplied(line: Line, sheet: Sheet) -> bool:
    # A rate on a line that names the plan's own currency has nothing to convert.
    return line.exchange_rate is not None and (line.currency is None or line.currency != sheet.currency)


def converted_amount(line: Line, sheet: Sheet, known: Known) -> Exact:
    """The exact amount that counts, in the plan's currency: 0 for a line that another one includes."""
    if line.included_in is not None:
        return NONE
    return converted(own_amount(line, known), line, sheet)


def converted(amount: Exact, line: Line, sheet: Sheet) -> Exact:
    """An amount that a line says, in the plan's currency."""
    return times(amount, line.exchange_rate or NONE) if _is_multiplied(line, sheet) else amount


_MEMORY = 8
_knowns: list[tuple[Mapping[str, Driver], Known]] = []


def known_of(drivers: Mapping[str, Driver]) -> Known:
    """What the drivers stand for, computed once for a table of drivers and for all that say the same."""
    for table, known in _knowns:
        if table is drivers:
            return known
    fresh = driver_values(drivers)
    same = (k for t, k in _knowns if t.keys() == drivers.keys() and all(t[i].value == drivers[i].value for i in t))
    known = next(same, fresh)
    _knowns.insert(0, (drivers, known))
    del _knowns[_MEMORY:]
    return known
