"""Formulas: what they compute, exactly, and why some have no value."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.budget import Driver
from model.drivers import driver_values
from model.formulas import FormulaError, Known, evaluate, is_well_formed, names

Tree = tuple[str, Fraction | None]


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("=12*350", "4200"),
        ("=-500", "-500"),
        ("=2+3*4", "14"),
        ("=(2+3)*4", "20"),
        ("=10-4-3", "3"),
        ("=100/3", "100/3"),
        ("=100/3*3", "100"),
        ("=8/4/2", "1"),
        ("=2*-3", "-6"),
        ("=--4", "4"),
        ("=-2*-(3-1)", "4"),
        ("= 1.50 + 0.25 ", "7/4"),
        ("=0.1+0.2", "3/10"),
        ("=+5", "5"),
    ],
)
def test_value(formula: str, value: str) -> None:
    """Operations bind as in arithmetic, from left to right, and nothing is rounded."""
    assert evaluate(formula) == Fraction(value)


@pytest.mark.parametrize(
    "formula",
    ["=", "=()", "=1+", "=*2", "=(1", "=1)", "=1 2", "=1,5", "=12k", "=1e5", "=.5", "=1.", "=@", "=rate", "=2(3)",
     "=(2)3", "=__import__('os')", "=1**2", "=1//2", "=٣", "=@rate@rate", "=1)+(2"],
)  # fmt: skip
def test_syntax(formula: str) -> None:
    """What is not a formula in machine notation is refused, and said to be so."""
    with pytest.raises(FormulaError) as caught:
        evaluate(formula, Known({"rate": Fraction(1)}))
    assert caught.value.code == "syntax"
    assert not is_well_formed(formula)


def _trees() -> st.SearchStrategy[Tree]:
    """Formulas with the value that exact fractions give them, None when something is divided by zero."""
    leaf = st.decimals(0, 999, places=2).map(lambda n: (f"{n:f}", Fraction(n)))

    def joined(left: Tree, sign: str, right: Tree) -> Tree:
        text = f"({left[0]}){sign}({right[0]})"
        one, two = left[1], right[1]
        if one is None or two is None or (sign == "/" and not two):
            return text, None
        return text, {"+": one + two, "-": one - two, "*": one * two, "/": one / (two or 1)}[sign]

    def negated(inner: Tree) -> Tree:
        return f"-({inner[0]})", None if inner[1] is None else -inner[1]

    return st.recursive(
        leaf, lambda t: st.builds(joined, t, st.sampled_from("+-*/"), t) | t.map(negated), max_leaves=12
    )


@given(_trees())
def test_any_formula(tree: Tree) -> None:
    """A formula is worth what exact fractions say, or is a division by zero."""
    text, value = tree
    if value is None:
        with pytest.raises(FormulaError) as caught:
            evaluate("=" + text)
        assert caught.value.code == "division_by_zero"
    else:
        assert evaluate("=" + text) == value


@given(st.text(max_size=60))
def test_any_text_is_a_value_or_a_refusal(text: str) -> None:
    """No text makes the evaluator fail otherwise than with its own error."""
    try:
        result: object = evaluate("=" + text)
    except FormulaError as error:
        result = error.code
    assert isinstance(result, Fraction) or result in {"syntax", "unknown_name", "division_by_zero"}


def test_deep_parentheses() -> None:
    """Parentheses may be nested as deep as a formula is long."""
    assert evaluate("=" + "(" * 249 + "7" + ")" * 249) == 7
    assert evaluate("=" + "-(" * 150 + "7" + ")" * 150) == 7
    assert not is_well_formed("=" + "(" * 499)


def test_drivers_and_last_year() -> None:
    """`@name` is a driver, `@last_year` this line's figure of last year."""
    known = Known({"day_rate": Fraction(450)})
    assert evaluate("=3*@day_rate", known) == 1350
    assert evaluate("=@last_year*1.1", known, Decimal(1000)) == 1100


@pytest.mark.parametrize(("formula", "name"), [("=@nobody", "nobody"), ("=@last_year", "last_year"), ("=@x-5", "x")])
def test_unknown_name(formula: str, name: str) -> None:
    """A name that stands for nothing is refused by name; so is last year's figure when there is none."""
    with pytest.raises(FormulaError) as caught:
        evaluate(formula)
    assert (caught.value.code, caught.value.details["name"]) == ("unknown_name", name)


def test_hyphen_in_a_name_or_minus() -> None:
    """Ids may hold hyphens: the longest known driver is meant, otherwise a hyphen before a number is a minus."""
    known = Known({"day-rate": Fraction(10), "day": Fraction(7), "a-1": Fraction(100), "a": Fraction(1)})
    assert evaluate("=@day-rate-2", known) == 8
    assert evaluate("=@day-2", known) == 5
    assert evaluate("=@a-1", known) == 100
    assert evaluate("=@a-2", known) == -1
    assert evaluate("=@a-@day-rate", known) == -9
    assert evaluate("=@a-(1)", known) == 0


def test_names() -> None:
    """The names of a formula are each given once, in order."""
    assert names("=@b+2*@a-@b") == ("b", "a")
    assert names("=@day-rate-5", ["day-rate"]) == ("day-rate",)
    assert names("=12*350") == ()


def _drivers(**values: str | int) -> dict[str, Driver]:
    return {id_: Driver(value=v if isinstance(v, str) else Decimal(v)) for id_, v in values.items()}


def test_drivers_of_drivers() -> None:
    """A driver may be a formula of others, in any order."""
    known = driver_values(_drivers(c="=@a+@b", b="=2*@a", a=5))
    assert known.value("c") == 15


def _code(known: Known, name: str) -> str:
    with pytest.raises(FormulaError) as caught:
        known.value(name)
    return caught.value.code


def test_cycles() -> None:
    """Drivers that need one another have no value, nor what needs them; the others keep theirs."""
    known = driver_values(_drivers(a="=@b", b="=@c+@d", c="=@a", d=1, e="=@a*2", f="=@f", g="=@d"))
    assert [_code(known, name) for name in "abcef"] == ["cycle"] * 5
    assert known.value("g") == 1
    error = known.values["a"]
    assert isinstance(error, FormulaError)
    assert error.details["names"] == ("a", "b", "c")


def test_two_cycles_through_one_driver() -> None:
    """A driver in two cycles is found in both."""
    known = driver_values(_drivers(a="=@b+@c", b="=@a", c="=@a"))
    assert [_code(known, name) for name in "abc"] == ["cycle"] * 3


def test_driver_without_a_value() -> None:
    """A driver that holds nothing stands for nothing."""
    assert _code(driver_values({"a": Driver()}), "a") == "unknown_name"


def test_long_chain_of_drivers() -> None:
    """A chain of drivers may be of any length."""
    chain = {f"d{n}": Driver(value=f"=@d{n + 1}+1") for n in range(5000)}
    known = driver_values({**chain, "d5000": Driver(value=Decimal(0))})
    assert known.value("d0") == 5000


def test_growth_is_bounded() -> None:
    """Drivers that multiply one another into huge numbers are refused before they fill the memory."""
    power = {f"d{n}": Driver(value="=" + "*".join([f"@d{n + 1}"] * 90)) for n in range(6)}
    assert _code(driver_values({**power, "d6": Driver(value=Decimal(99))}), "d0") == "too_large"
