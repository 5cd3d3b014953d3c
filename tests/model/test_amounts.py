"""What a line amounts to, sentence by sentence of the file format, and against a second computation."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings

from model.amounts import exact_amount, figures, formula_problems, line_money
from model.breakdowns import total
from model.money import Money
from model.plan import Plan
from tests import oracle, strategies

SHEET = {"start": date(2027, 1, 1), "end": date(2027, 12, 31), "currency": "EUR", "prices": "excl_tax"}


def _plan(line: dict[str, Any], drivers: dict[str, Any] | None = None, **sheet: Any) -> Plan:
    values = {id_: {"value": value} for id_, value in (drivers or {}).items()}
    return Plan.from_table({"plan": SHEET | sheet, "drivers": values, "budget": {"B1": line}})


def _texts(money: Money) -> tuple[str, str, str]:
    return str(money.excl_tax), str(money.tax), str(money.incl_tax)


def _excl(line: dict[str, Any], drivers: dict[str, Any] | None = None, **sheet: Any) -> str:
    return str(line_money(_plan(line, drivers, **sheet), "B1").excl_tax)


D = Decimal


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"amount": D("1200.5")}, "1200.50"),
        ({"unit_cost": D("12.5"), "quantity": D(3)}, "37.50"),
        ({"unit_cost": D("12.5")}, "12.50"),
        ({"months": {"2027-01": D("0.004"), "2027-02": D("0.004")}}, "0.01"),
        ({}, "0.00"),
        ({"quantity": D(4)}, "0.00"),
        ({"amount": D(0), "unit_cost": D(5)}, "0.00"),
        ({"amount": D(7), "unit_cost": D(5), "months": {"2027-01": D(3)}}, "7.00"),
        ({"unit_cost": D(5), "months": {"2027-01": D(3)}}, "5.00"),
        ({"amount": D(900), "included_in": "B2"}, "0.00"),
    ],
)
def test_form_of_amount(line: dict[str, Any], expected: str) -> None:
    """An amount, else a unit cost by a quantity (one if not said), else the months; what is included counts nothing."""
    assert _excl(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({"amount": "=12*350"}, "4200.00"),
        ({"amount": "=-500"}, "-500.00"),
        ({"amount": "=100/3"}, "33.33"),
        ({"unit_cost": "=10/3", "quantity": "=@days"}, "10.00"),
        ({"amount": "=@last_year*1.1", "last_year": D(100)}, "110.00"),
        ({"amount": "=1/0"}, "0.00"),
        ({"amount": "=@nobody", "unit_cost": D(5)}, "0.00"),
        ({"months": {"2027-01": "=2+", "2027-02": D(5)}}, "5.00"),
    ],
)
def test_formulas(line: dict[str, Any], expected: str) -> None:
    """Formulas are exact until the line is rounded; one without a value counts 0."""
    assert _excl(line, {"days": D(3)}) == expected


@pytest.mark.parametrize(
    ("line", "sheet", "expected"),
    [
        ({"amount": D(100), "currency": "USD", "exchange_rate": D("0.9255")}, {}, "92.55"),
        ({"amount": D("0.1"), "currency": "USD", "exchange_rate": D("0.05")}, {}, "0.01"),
        ({"amount": D(100), "currency": "EUR", "exchange_rate": D(2)}, {}, "100.00"),
        ({"amount": D(100), "currency": "USD"}, {}, "100.00"),
        ({"amount": D(100), "exchange_rate": D(2)}, {}, "200.00"),
        ({"amount": D("1.5"), "currency": "EUR", "exchange_rate": D(119)}, {"currency": "XPF"}, "179"),
    ],
)
def test_foreign_spend(line: dict[str, Any], sheet: dict[str, Any], expected: str) -> None:
    """A foreign amount is multiplied by its rate, then rounded to the plan's minor unit."""
    assert _excl(line, **sheet) == expected


@pytest.mark.parametrize(
    ("line", "sheet", "expected"),
    [
        ({"amount": D("10.05")}, {"tax_rate": D(10)}, ("10.05", "1.01", "11.06")),
        ({"amount": D("-10.05")}, {"tax_rate": D(10)}, ("-10.05", "-1.01", "-11.06")),
        ({"amount": D("100.004")}, {"tax_rate": D(20)}, ("100.00", "20.00", "120.00")),
        ({"amount": D(100)}, {"tax_rate": D(20), "prices": "incl_tax"}, ("83.33", "16.67", "100.00")),
        ({"amount": D(100), "prices": "incl_tax"}, {"tax_rate": D(20)}, ("83.33", "16.67", "100.00")),
        ({"amount": D(100), "tax_rate": D("5.5")}, {"tax_rate": D(20)}, ("100.00", "5.50", "105.50")),
        ({"amount": D(100), "tax_rate": D(0)}, {"tax_rate": D(20)}, ("100.00", "0.00", "100.00")),
        ({"amount": D(100)}, {}, ("100.00", "0.00", "100.00")),
        ({"amount": D("0.045")}, {"tax_rate": D(10)}, ("0.05", "0.01", "0.06")),
        ({"amount": D(100), "tax_rate": D(-100)}, {"prices": "incl_tax"}, ("100.00", "0.00", "100.00")),
        ({"amount": D("1.0005")}, {"currency": "TND", "tax_rate": D(19)}, ("1.001", "0.190", "1.191")),
    ],
)
def test_tax(line: dict[str, Any], sheet: dict[str, Any], expected: tuple[str, str, str]) -> None:
    """The side that prices say is rounded; the other is derived from it and rounded; the tax is the difference."""
    assert _texts(line_money(_plan(line, **sheet), "B1")) == expected


def test_tax_comes_from_the_rounded_figure() -> None:
    """0.996 is 1.00, and 1.50 with 50 % of tax: not the 1.49 that 1.494 would give."""
    assert _texts(line_money(_plan({"amount": D("0.996")}, tax_rate=D(50)), "B1")) == ("1.00", "0.50", "1.50")


def test_a_half_made_plan_has_figures() -> None:
    """Without currency, prices or rate: two decimals, prices without tax, no tax."""
    plan = Plan.from_table({"budget": {"B1": {"amount": D("1.005")}}})
    assert _texts(line_money(plan, "B1")) == ("1.01", "0.00", "1.01")
    assert _texts(total(Plan())) == ("0.00", "0.00", "0.00")


def test_exact_amount_is_not_rounded() -> None:
    """The exact amount keeps what the figure rounds off."""
    assert exact_amount(_plan({"amount": "=100/3"}), "B1") == Fraction(100, 3)


def test_amounts_beyond_ordinary_decimals() -> None:
    """A product of the largest numbers that a plan holds keeps its cents."""
    big = D("999999999999999.999999999999")
    expected = oracle.round_half_up(Fraction(big) ** 3 * 100)
    line = {"unit_cost": big, "quantity": big, "currency": "USD", "exchange_rate": big}
    assert str(line_money(_plan(line), "B1").excl_tax).replace(".", "") == str(expected)


def test_formula_problems() -> None:
    """Each formula without a value is told by its path and its code, drivers and months included."""
    line = {"amount": "=1/0", "low": "=(", "months": {"2027-01": "=@x", "2027-02": "=1"}, "unit_cost": "=@last_year"}
    problems = formula_problems(_plan(line, {"a": "=@b", "b": "=@a", "c": D(1)}))
    assert {problem.path: problem.error.code for problem in problems} == {
        "drivers.a.value": "cycle",
        "drivers.b.value": "cycle",
        "budget.B1.amount": "division_by_zero",
        "budget.B1.low": "syntax",
        "budget.B1.months.2027-01": "unknown_name",
        "budget.B1.unit_cost": "unknown_name",
    }


def test_figures_follow_the_drivers() -> None:
    """A driver that changes changes the lines that use it, and going back gives the former figures."""
    first = _plan({"amount": "=3*@day"}, {"day": D(10)})
    driver = first.drivers["day"].replaced({"value": D(11)})
    second = first.replaced({"drivers": {"day": driver}})
    found = [str(figures(plan)["B1"].excl_tax) for plan in (first, second, first)]
    assert found == ["30.00", "33.00", "30.00"]


def test_figures_follow_the_sheet() -> None:
    """The plan's currency, prices and tax rate count at once, whatever was computed before."""
    plan = _plan({"amount": D("10.555")}, tax_rate=D(20))
    incl = plan.replaced({"plan": plan.plan.replaced({"prices": "incl_tax"})})
    yen = plan.replaced({"plan": plan.plan.replaced({"currency": "JPY"})})
    rate = plan.replaced({"plan": plan.plan.replaced({"tax_rate": D(0)})})
    found = [_texts(figures(each)["B1"]) for each in (plan, incl, yen, rate)]
    assert found == [
        ("10.56", "2.11", "12.67"),
        ("8.80", "1.76", "10.56"),
        ("11", "2", "13"),
        ("10.56", "0.00", "10.56"),
    ]


def test_figures_follow_the_currency_of_foreign_lines() -> None:
    """A line that names the plan's currency is foreign as soon as the plan changes its own."""
    plan = _plan({"amount": D(10), "currency": "EUR", "exchange_rate": D(2)})
    usd = plan.replaced({"plan": plan.plan.replaced({"currency": "USD"})})
    assert [str(figures(each)["B1"].excl_tax) for each in (plan, usd)] == ["10.00", "20.00"]


@settings(max_examples=150, deadline=None)
@given(strategies.documents())
def test_every_line_of_any_plan(document: dict[str, Any]) -> None:
    """Figures are those of a second computation in fractions, line by line, and the total is their sum."""
    plan = Plan.from_table(document)
    digits = oracle.DIGITS.get(document["plan"].get("currency", ""), 2)
    expected = {id_: oracle.cents(document, line) for id_, line in document["budget"].items()}
    found = figures(plan)
    minor = {id_: (int(m.excl_tax.scaleb(digits)), int(m.incl_tax.scaleb(digits))) for id_, m in found.items()}
    assert minor == expected
    assert all(money == line_money(plan, id_) for id_, money in found.items())
    assert all(money.tax == money.incl_tax - money.excl_tax for money in found.values())
    assert total(plan).excl_tax.scaleb(digits) == sum(excl for excl, _ in expected.values())
    assert total(plan).incl_tax.scaleb(digits) == sum(incl for _, incl in expected.values())
