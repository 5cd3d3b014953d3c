"""Money: the three figures of an amount, a currency's minor unit, rounding and splitting to the cent."""

from collections.abc import Sequence
from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from fractions import Fraction
from math import lcm

from model.plain import frozen

Exact = Decimal | Fraction
"""A number that nothing has been rounded off: a `Fraction` as soon as a division may have taken part."""

# Sums and products of plan amounts may pass the 28 digits of Python's default context, which would round silently.
EXACT = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN, traps=[DivisionByZero, InvalidOperation, Overflow])

# ISO 4217: the currencies whose minor unit is not the hundredth.
_WITHOUT_MINOR = ("BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV")
_FRANCS = ("XAF", "XOF", "XPF")
_THOUSANDTHS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_MINOR_DIGITS = {**dict.fromkeys((*_WITHOUT_MINOR, *_FRANCS), 0), **dict.fromkeys(_THOUSANDTHS, 3), "CLF": 4, "UYW": 4}


def minor_digits(currency: str | None) -> int:
    """How many decimals the currency's amounts have: 2 for the euro, 0 for the yen, 3 for the Tunisian dinar."""
    return _MINOR_DIGITS.get(currency or "", 2)


def half_up(numerator: int, denominator: int) -> int:
    """The quotient to the nearest integer, ties away from zero; the denominator is not zero."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    if numerator < 0:
        return -((denominator - 2 * numerator) // (2 * denominator))
    return (2 * numerator + denominator) // (2 * denominator)


def from_minor(minor: int, digits: int) -> Decimal:
    """Minor units (cents) as an amount with exactly `digits` decimals."""
    return Decimal(minor).scaleb(-digits, EXACT)


def to_minor(value: Exact | int, digits: int) -> int:
    """An amount in minor units, rounded half-up, ties away from zero."""
    numerator, denominator = value.as_integer_ratio()
    return half_up(numerator * 10**digits, denominator)


def rounded(value: Exact | int, currency: str | None) -> Decimal:
    """An amount to the currency's minor unit, half-up, ties away from zero."""
    digits = minor_digits(currency)
    return from_minor(to_minor(value, digits), digits)


def proportions(weights: Sequence[Exact | int]) -> list[int]:
    """Weights in the same proportions, as integers whose sum is not negative; all 1 when they sum to zero."""
    ratios = [weight.as_integer_ratio() for weight in weights]
    common = lcm(*(denominator for _, denominator in ratios))
    whole = [numerator * (common // denominator) for numerator, denominator in ratios]
    total = sum(whole)
    if not total:
        return [1] * len(whole)
    return whole if total > 0 else [-weight for weight in whole]


def split(total: int, weights: Sequence[Exact | int]) -> list[int]:
    """Minor units in proportion to weights by largest remainder, ties to the first; the parts sum to the total.

    Weights that sum to zero split equally; a negative total is split as its opposite is.
    """
    return split_whole(total, proportions(weights))


def split_whole(total: int, weights: Sequence[int]) -> list[int]:
    """Like `split`, for weights that `proportions` has already made whole."""
    if len(weights) == 1:
        return [total]
    if total < 0:
        return [-part for part in split_whole(-total, weights)]
    sum_ = sum(weights)
    shares = [divmod(total * weight, sum_) for weight in weights]
    parts = [quotient for quotient, _ in shares]
    missing = total - sum(parts)
    if missing:
        # The sort is stable, so equal remainders keep their order and the first is served first.
        for index in sorted(range(len(parts)), key=lambda i: -shares[i][1])[:missing]:
            parts[index] += 1
    return parts


def split_equally(total: int, count: int) -> list[int]:
    """Minor units in `count` equal parts, the odd cents to the first ones."""
    if total < 0:
        return [-part for part in split_equally(-total, count)]
    part, odd = divmod(total, count)
    return [part + 1] * odd + [part] * (count - odd)


@frozen
class Money:
    """An amount as it is without tax, the tax, and with tax; the tax is the difference of the other two."""

    excl_tax: Decimal
    tax: Decimal
    incl_tax: Decimal

    def __add__(self, other: "Money") -> "Money":
        return Money(
            EXACT.add(self.excl_tax, other.excl_tax),
            EXACT.add(self.tax, other.tax),
            EXACT.add(self.incl_tax, other.incl_tax),
        )

    def __sub__(self, other: "Money") -> "Money":
        return Money(
            EXACT.subtract(self.excl_tax, other.excl_tax),
            EXACT.subtract(self.tax, other.tax),
            EXACT.subtract(self.incl_tax, other.incl_tax),
        )

    def priced(self, prices: str | None) -> Decimal:
        """The figure that a plan's `prices` speaks of: with tax for `incl_tax`, else without."""
        return self.incl_tax if prices == "incl_tax" else self.excl_tax


ZERO = Money(Decimal(0), Decimal(0), Decimal(0))


def money(excl_tax: int, incl_tax: int, digits: int) -> Money:
    """Money from its two figures in minor units."""
    return Money(from_minor(excl_tax, digits), from_minor(incl_tax - excl_tax, digits), from_minor(incl_tax, digits))
