"""Computed records as a file can hold them: what a scenario makes of a number may have no end, or too many digits."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import TypeVar

from model.arithmetic import Value, as_decimal, as_value
from model.catalogue import FieldSpec, fields
from model.edits import EditRefusedError
from model.formulas import BIT_LIMIT, FormulaError, Known, evaluate
from model.record import Record
from model.validation import ValueRefusedError
from model.values import SMALLEST_EXPONENT

_LONGEST_FORMULA = 500
_MOST_DIGITS = 27
_CLOSEST = Context(prec=_MOST_DIGITS, rounding=ROUND_HALF_EVEN)

Kept = TypeVar("Kept", bound=Record)


def storable(record: Kept, path: str, known: Known) -> Kept:
    """The record with each of its numbers as near as a file holds them, exactly wherever it can.

    Raises:
        EditRefusedError: something in it can stand in no file, a date beyond the calendar for instance.
    """
    specs, last_year = fields(type(record)), getattr(record, "last_year", None)
    given = {name: _field(specs[name], value, known, last_year) for name, value in record.table().items()}
    try:
        return type(record).from_table(given)
    except ValueRefusedError as error:
        raise EditRefusedError(".".join([path, *error.steps]), error.code, error.value, **error.details) from None


def _field(spec: FieldSpec, value: object, known: Known, last_year: Decimal | None) -> object:
    if isinstance(value, dict) and spec.value is not None:
        return {key: _number(spec.value, each, known, last_year) for key, each in value.items()}
    return _number(spec, value, known, last_year)


def _number(spec: FieldSpec, value: object, known: Known, last_year: Decimal | None) -> object:
    if isinstance(value, Decimal) and not spec.takes_formula:
        return _closest(value)
    if isinstance(value, Decimal | str) and spec.takes_formula:
        return _amount(value, known, last_year)
    return value


def _amount(value: Value, known: Known, last_year: Decimal | None) -> Value:
    if isinstance(value, str):
        return value if len(value) <= _LONGEST_FORMULA else _computed(value, known, last_year)
    near = _closest(value)
    return near if near == value else _quotient(Fraction(value))


def _computed(formula: str, known: Known, last_year: Decimal | None) -> Value:
    """What a formula that is too long comes to; nothing where it has no value."""
    try:
        number = evaluate(formula, known, last_year)
    except FormulaError:
        return Decimal(0)
    value = as_value(number)
    return _quotient(number) if isinstance(value, str) else _amount(value, known, last_year)


def _quotient(number: Fraction) -> Value:
    """A number with too many digits as the quotient that it is; the nearest that fits when that is too long as well."""
    numerator, denominator = number.as_integer_ratio()
    text = f"={numerator}/{denominator}"
    is_short = max(numerator.bit_length(), denominator.bit_length()) < BIT_LIMIT // 2
    return text if is_short and len(text) <= _LONGEST_FORMULA else _closest(as_decimal(number))


def _closest(number: Decimal) -> Decimal:
    near = _CLOSEST.plus(number)
    return near if not near or near.adjusted() >= SMALLEST_EXPONENT else Decimal(0)
