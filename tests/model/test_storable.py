"""What a scenario makes of a line is kept as a file can hold it: formulas too long become their value."""

from fractions import Fraction

import pytest

from model.budget import Line
from model.formulas import NOTHING, FormulaError, Known, evaluate
from model.storable import storable

RATE = Known({"rate": Fraction(1, 10)})


def _value_of(formula: str) -> Fraction:
    line = Line.trusted(label="Stand", amount=formula)
    kept = storable(line, "budget.B1", RATE).amount
    if isinstance(kept, str):
        assert len(kept) <= 500
        return evaluate(kept, RATE, None)
    assert kept is not None
    return Fraction(kept)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=" + "+".join(["1"] * 400), Fraction(400)),
        ("=" + "+".join(["@rate"] * 100), Fraction(10)),
        ("=(" + "+".join(["1"] * 400) + ")/3", Fraction(400, 3)),
        ("=1/0+" + "+".join(["1"] * 400), Fraction(0)),
    ],
)
def test_a_formula_too_long_is_its_value(formula: str, value: Fraction) -> None:
    """Exactly, a quotient where its decimals have no end; nothing where it has no value."""
    assert len(formula) > 500
    assert _value_of(formula) == value


def test_a_formula_that_fits_stays_as_it_is() -> None:
    """Up to five hundred letters it is a formula that people can read; one without a value is no business of ours."""
    line = Line(label="Stand", amount="=12*350")
    assert storable(line, "budget.B1", NOTHING) == line
    with pytest.raises(FormulaError):
        evaluate("=1/0")
