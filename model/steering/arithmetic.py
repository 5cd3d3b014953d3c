"""Exact figures for steering: fractions inside, decimals of at most six places outside."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.money import EXACT, from_minor, to_minor

PLACES = 6
Point = tuple[date, Fraction]


def settled(value: Fraction | Decimal) -> Decimal:
    """The figure to six decimals, half-up, ties away from zero, without trailing zeros."""
    figure = from_minor(to_minor(value, PLACES), PLACES).normalize(EXACT)
    # A figure may have more digits than Python's own context keeps.
    return figure.quantize(Decimal(1), context=EXACT) if figure == figure.to_integral_value() else figure


def slope(points: Sequence[Point]) -> Fraction | None:
    """By how much a day the points rise, by least squares; None with fewer than two days."""
    if len({day for day, _ in points}) < 2:
        return None
    count, first = len(points), points[0][0].toordinal()
    days = [day.toordinal() - first for day, _ in points]
    values = [value for _, value in points]
    crossed = sum((day * value for day, value in zip(days, values, strict=True)), Fraction())
    spread = count * sum(day * day for day in days) - sum(days) ** 2
    return (count * crossed - sum(days) * sum(values, Fraction())) / spread
