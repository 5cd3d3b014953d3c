"""Exact figures for steering: fractions inside, decimals of at most six places outside."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.money import from_minor, to_minor
from model.values import canonical

PLACES = 6
Point = tuple[date, Fraction]


def settled(value: Fraction | Decimal) -> Decimal:
    """The figure to six decimals, half-up, ties away from zero, without trailing zeros."""
    return canonical(from_minor(to_minor(value, PLACES), PLACES))


def slope(points: Sequence[Point]) -> Fraction | None:
    """By how much a day the points rise, by least squares; None with fewer than two days."""
    if len({day for day, _ in points}) < 2:
        return None
    days = [Fraction(day.toordinal()) for day, _ in points]
    values = [value for _, value in points]
    mean_day, mean = sum(days, Fraction()) / len(days), sum(values, Fraction()) / len(values)
    products = sum(((day - mean_day) * (value - mean) for day, value in zip(days, values, strict=True)), Fraction())
    return products / sum(((day - mean_day) ** 2 for day in days), Fraction())
