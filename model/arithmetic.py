"""Arithmetic on what a number field holds, a number or a formula: exact, formulas staying formulas."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction

from model.formulas import BIT_LIMIT, FormulaError, is_well_formed, quotient
from model.money import EXACT, Exact
from model.plain import frozen
from model.values import CHANGE_PATTERN

Value = Decimal | str
"""A number, or a formula with its leading `=`."""

# Enough for a number that no decimal writes exactly, where a formula cannot stand (a rate).
_CLOSE = Context(prec=60, rounding=ROUND_HALF_EVEN)


@frozen
class Change:
    """A change relative to the layer below: the value × `factor` + `term`."""

    factor: Fraction = Fraction(1)
    term: Fraction = Fraction(0)


def relative_change(text: Value) -> Change | None:
    """What `"+500"`, `"-10%"`, `"*1.2"`, `"/2"` do; None for a number or a formula, which replace.

    Raises:
        FormulaError: a division by zero.
    """
    if not isinstance(text, str) or not CHANGE_PATTERN.match(text):
        return None
    number = Fraction(Decimal(text[1:].rstrip("%\n")))
    if text[0] == "*":
        return Change(factor=number)
    if text[0] == "/":
        if not number:
            raise FormulaError("division_by_zero")
        return Change(factor=1 / number)
    signed = -number if text[0] == "-" else number
    return Change(factor=1 + signed / 100) if "%" in text else Change(term=signed)


def _decimals(denominator: int) -> int | None:
    """How many decimals a fraction with this denominator has; None when they never end."""
    twos = (denominator & -denominator).bit_length() - 1
    rest, fives = denominator >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def as_decimal(number: Exact) -> Decimal:
    """The number in decimals: exactly where they end, else to 60 digits."""
    numerator, denominator = number.as_integer_ratio()
    decimals = _decimals(denominator)
    if decimals is None:
        return _CLOSE.divide(Decimal(numerator), Decimal(denominator))
    return Decimal(numerator * 10**decimals // denominator).scaleb(-decimals, EXACT)


def as_value(number: Exact) -> Value:
    """The number as a field holds it: in decimals where they end, else as a formula (`=100/3`)."""
    numerator, denominator = number.as_integer_ratio()
    if _decimals(denominator) is None and max(numerator.bit_length(), denominator.bit_length()) < BIT_LIMIT // 2:
        return f"={numerator}/{denominator}"
    return as_decimal(number)


def _number(value: Value) -> Fraction | None:
    """The number that a value is, None for a formula that has to be computed."""
    return quotient(value) if isinstance(value, str) else Fraction(value)


def _is_readable(value: Value) -> bool:
    return not isinstance(value, str) or is_well_formed(value)


def _body(value: Value) -> str:
    return f"({value[1:]})" if isinstance(value, str) else f"({value:f})"


def multiplied(value: Value, factor: Exact) -> Value:
    """The value × factor; a formula that cannot be read is left as it is."""
    if not factor:
        return Decimal(0)
    if factor == 1:
        return value
    number = _number(value)
    if number is not None:
        return as_value(number * Fraction(factor))
    numerator, denominator = factor.as_integer_ratio()
    # Parentheses around an unbalanced text could give it a meaning that it has not.
    return f"={_body(value)}*{numerator}/{denominator}" if _is_readable(value) else value


def added(left: Value, right: Value) -> Value:
    """The sum of two values; one that cannot be read is left as it is."""
    one, two = _number(left), _number(right)
    if one is not None and two is not None:
        return as_value(one + two)
    for value in (left, right):
        if not _is_readable(value):
            return value
    return f"={_body(left)}+{_body(right)}"


def product(left: Value, right: Value) -> Value:
    """The product of two values; one that cannot be read is left as it is."""
    if not isinstance(left, str):
        return multiplied(right, left)
    if not isinstance(right, str):
        return multiplied(left, right)
    for value in (left, right):
        if not is_well_formed(value):
            return value
    return f"={_body(left)}*{_body(right)}"


def changed(below: Value | None, change: Value, absent: Decimal | None = None) -> Value | None:
    """What a field holds once changed: replaced, or changed relative to what it held.

    `absent` is what a field that holds nothing counts for; without it, a sum starts from 0 and a proportion of
    nothing is nothing.

    Raises:
        FormulaError: a division by zero.
    """
    relative = relative_change(change)
    if relative is None:
        return change
    start = absent if below is None else below
    if start is None:
        return as_value(relative.term) if relative.term else None
    scaled = multiplied(start, relative.factor)
    return added(scaled, as_value(relative.term)) if relative.term else scaled
