"""Money: minor units, rounding, splitting, sums."""

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.money import ZERO, Money, minor_digits, money, rounded, split, split_equally, to_minor


@pytest.mark.parametrize(
    ("currency", "digits"), [("EUR", 2), ("XPF", 0), ("JPY", 0), ("KWD", 3), ("TND", 3), (None, 2)]
)
def test_minor_unit(currency: str | None, digits: int) -> None:
    """A currency has as many decimals as ISO 4217 says; two when nothing is known."""
    assert minor_digits(currency) == digits


@pytest.mark.parametrize(
    ("value", "currency", "expected"),
    [
        ("0.005", "EUR", "0.01"),
        ("-0.005", "EUR", "-0.01"),
        ("0.00499999999999999999999999999999999999", "EUR", "0.00"),
        ("-0.0049", "EUR", "0.00"),
        ("2.675", "EUR", "2.68"),
        ("0.5", "JPY", "1"),
        ("-1.5", "JPY", "-2"),
        ("1.2345", "TND", "1.235"),
        ("999999999999999.995", "EUR", "1000000000000000.00"),
    ],
)
def test_rounding_is_half_up_away_from_zero(value: str, currency: str, expected: str) -> None:
    """Amounts are rounded half-up to the minor unit, ties away from zero, and written with its decimals."""
    assert str(rounded(Decimal(value), currency)) == expected


@given(st.fractions(max_denominator=10_000))
def test_rounding_is_within_half_a_cent(value: Fraction) -> None:
    """The rounded amount is the nearest one; at a tie, the one further from zero."""
    error = Fraction(to_minor(value, 2)) - value * 100
    assert abs(error) <= Fraction(1, 2)
    assert abs(error) < Fraction(1, 2) or (error > 0) == (value > 0)


@pytest.mark.parametrize(
    ("total", "weights", "parts"),
    [
        (100, ["1", "1", "1"], [34, 33, 33]),
        (-100, ["1", "1", "1"], [-34, -33, -33]),
        (10, ["60", "40"], [6, 4]),
        (1, ["50", "50"], [1, 0]),
        (7, ["0", "0"], [4, 3]),
        (7, ["5", "-5"], [4, 3]),
        (5, ["0.2", "0.3", "0.5"], [1, 2, 2]),
        (1001, ["33.3", "33.3", "33.4"], [333, 333, 335]),
        (-300, ["-100", "-200"], [-100, -200]),
        (9, ["1"], [9]),
        (3, ["0", "1"], [0, 3]),
    ],
)
def test_split_by_largest_remainder(total: int, weights: list[str], parts: list[int]) -> None:
    """Cents go to the largest remainders, ties to the first; weights that sum to zero split equally."""
    assert split(total, [Decimal(weight) for weight in weights]) == parts


@given(st.integers(-(10**9), 10**9), st.lists(st.decimals(0, 1000, places=3), min_size=1, max_size=8))
def test_split_is_the_largest_remainder_method(total: int, weights: list[Decimal]) -> None:
    """Each part is its exact share rounded down, plus at most one cent given in the order of the remainders."""
    exact = [Fraction(weight) for weight in weights]
    exact = exact if sum(exact) else [Fraction(1)] * len(exact)
    shares = [abs(total) * weight / sum(exact) for weight in exact]
    expected = [floor(share) for share in shares]
    order = sorted(range(len(shares)), key=lambda i: (floor(shares[i]) - shares[i], i))
    for index in order[: abs(total) - sum(expected)]:
        expected[index] += 1
    assert split(total, weights) == [part if total >= 0 else -part for part in expected]


@given(st.integers(-1000, 1000), st.lists(st.fractions(max_denominator=50), min_size=1, max_size=6))
def test_split_sums_to_the_total(total: int, weights: list[Fraction]) -> None:
    """Whatever the weights, the parts sum to the total and the opposite total has the opposite parts."""
    parts = split(total, weights)
    assert sum(parts) == total
    assert split(-total, weights) == [-part for part in parts]


@given(st.integers(-1000, 1000), st.integers(1, 30))
def test_equal_split_is_a_split(total: int, count: int) -> None:
    """Equal parts are the split by equal weights."""
    assert split_equally(total, count) == split(total, [1] * count)


def test_money_adds_and_subtracts_exactly() -> None:
    """Sums of money keep every digit, beyond the 28 of ordinary decimals."""
    large = money(10**40, 10**40 + 1, 2)
    cent = Money(Decimal("0.01"), Decimal("0.00"), Decimal("0.01"))
    assert str((large + cent).excl_tax) == "1" + "0" * 38 + ".01"
    assert large + cent - large == cent
    assert ZERO + cent == cent


def test_priced() -> None:
    """A plan in prices with tax looks at the figure with tax, any other at the one without."""
    figure = money(1000, 1200, 2)
    assert [str(figure.priced(side)) for side in ("incl_tax", "excl_tax", None)] == ["12.00", "10.00", "10.00"]
