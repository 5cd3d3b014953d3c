"""The risk of a plan: which lines vary and how far, the total by two methods, and what the two may differ by."""

from decimal import Decimal
from fractions import Fraction
from math import erf, sqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.breakdowns import total
from model.money import minor_digits, to_minor
from model.overlay import applied
from model.plan import Plan
from model.risk import simulation
from model.risk.assessment import Assessment, assessed
from model.risk.outlook import PERCENTS, Outlook
from model.risk.ranges import Range, ranges
from model.risk.simulation import ONE_BY_ONE
from tests import oracle, strategies

D = Decimal
SHEET = {"currency": "EUR", "prices": "excl_tax", "tax_rate": D(20)}


def _plan(*lines: dict[str, Any], **sheet: Any) -> Plan:
    return Plan.from_table(
        {"plan": SHEET | sheet, "budget": {f"B{number}": line for number, line in enumerate(lines, 1)}}
    )


def _line(amount: int, low: int, high: int) -> dict[str, Any]:
    return {"amount": D(amount), "low": D(low), "high": D(high)}


def _quotes(*amounts: int | str) -> dict[str, Any]:
    return {f"Y{number}": {"supplier": "S", "amount": D(amount)} for number, amount in enumerate(amounts, 1)}


def _points(plan: Plan) -> list[tuple[int, int, int]]:
    return [(line.low, line.likely, line.high) for line in ranges(plan)[0]]


def _remarks(plan: Plan) -> list[tuple[str, str]]:
    return [(remark.id, remark.code) for remark in ranges(plan)[1]]


# --- which lines vary ---------------------------------------------------------------------------------------------


def test_estimates_around_an_amount() -> None:
    """A line varies between its two estimates, around its figure."""
    assert ranges(_plan(_line(100, 80, 150)))[0] == (Range("B1", 8000, 10000, 15000),)


@pytest.mark.parametrize(
    ("line", "points"),
    [
        ({"amount": D(100), "low": D(80)}, (8000, 10000, 10000)),
        ({"amount": D(100), "high": D(150)}, (10000, 10000, 15000)),
    ],
)
def test_one_side_missing(line: dict[str, Any], points: tuple[int, int, int]) -> None:
    """A line with one estimate does not vary to the other side."""
    assert _points(_plan(line)) == [points]
    assert _remarks(_plan(line)) == []


def test_quotes_are_a_range() -> None:
    """Several quotes make a range of the smallest and the largest, one makes none, and estimates go before them."""
    several = {"amount": D(100), "quotes": _quotes(120, 90, 100)}
    assert _points(_plan(several)) == [(9000, 10000, 12000)]
    assert _points(_plan({"amount": D(100), "quotes": _quotes(120)})) == []
    assert _points(_plan({**several, "low": D(95)})) == [(9500, 10000, 10000)]


@pytest.mark.parametrize(
    "form", [{"unit_cost": D(50), "quantity": D(2)}, {"months": {"2027-01": D(60), "2027-02": D(40)}}]
)
def test_any_form_of_amount(form: dict[str, Any]) -> None:
    """Estimates are of the whole line, whatever its amount is made of; formulas are computed."""
    assert _points(_plan({**form, "low": "=4*20", "high": D(150)})) == [(8000, 10000, 15000)]


def test_figures_are_on_the_plan_s_side_and_in_its_currency() -> None:
    """Estimates and quotes are in the line's currency and prices, like its amount."""
    line = {"prices": "incl_tax", "currency": "USD", "exchange_rate": D("0.5")}
    assert _points(_plan({**line, **_line(240, 120, 480)})) == [(5000, 10000, 20000)]
    assert _points(_plan({**line, "amount": D(240), "quotes": _quotes(120, 480)})) == [(5000, 10000, 20000)]
    assert _points(_plan(_line(100, 80, 150), prices="incl_tax")) == [(8000, 10000, 15000)]
    assert _points(_plan({**_line(100, 80, 150), "prices": "excl_tax"}, prices="incl_tax")) == [(9600, 12000, 18000)]


@pytest.mark.parametrize("fixed", [{"held": True}, {"status": "committed"}, {"status": "invoiced"}, {"status": "paid"}])
def test_settled_lines_do_not_vary(fixed: dict[str, Any]) -> None:
    """What is held, committed, invoiced or paid does not vary, and is named."""
    plan = _plan({**_line(100, 80, 150), **fixed})
    assert (_points(plan), _remarks(plan)) == ([], [("B1", "settled")])


def test_included_lines_do_not_vary() -> None:
    """A line that another one includes counts for nothing, its range too."""
    plan = _plan({"amount": D(100)}, {**_line(100, 80, 150), "included_in": "B1"})
    assert ranges(plan) == ((), ())


@pytest.mark.parametrize(
    ("line", "points", "code"),
    [
        (_line(100, 150, 80), [(8000, 10000, 15000)], "crossed"),
        (_line(200, 80, 150), [(8000, 20000, 20000)], "outside"),
        (_line(50, 80, 150), [(5000, 5000, 15000)], "outside"),
        ({"amount": D(50), "low": D(80)}, [(5000, 5000, 8000)], "outside"),
        ({"amount": D(80), "quotes": _quotes(90, 120)}, [(8000, 8000, 12000)], "outside"),
        ({"low": D(80), "high": D(150)}, [], "no_amount"),
        ({"amount": D(100), "low": D(80), "high": "=1/0"}, [(8000, 10000, 10000)], "no_value"),
    ],
)
def test_ranges_that_cannot_stand_are_named(
    line: dict[str, Any], points: list[tuple[int, int, int]], code: str
) -> None:
    """Ends out of order change places, a range is widened up to the amount, what has no value is left out."""
    assert (_points(_plan(line)), _remarks(_plan(line))) == (points, [("B1", code)])


def test_low_and_high_alike() -> None:
    """A range without width does not vary."""
    assert ranges(_plan(_line(100, 100, 100))) == ((), ())


def test_a_line_left_out_by_a_scenario() -> None:
    """Quotes of a line that a scenario leaves out are for nothing; estimates are left out with the amount."""
    scenario = {"title": "S", "budget": {"B1": {"excluded": True}, "B2": {"excluded": True}, "B3": {"scale": D(50)}}}
    quoted = {"amount": D(100), "quotes": _quotes(90, 120)}
    plan = Plan.from_table(
        {
            "plan": SHEET,
            "budget": {"B1": quoted, "B2": _line(100, 80, 150), "B3": _line(100, 80, 150)},
            "scenarios": {"Z1": scenario},
        }
    )
    assert ranges(applied(plan, "Z1")) == ((Range("B3", 4000, 5000, 7500),), ())


# --- the two methods ----------------------------------------------------------------------------------------------


def _normal_quantile(mean: float, deviation: float, chance: float) -> float:
    """By bisection on the error function, a way of its own."""
    low, high = mean - 10 * deviation, mean + 10 * deviation
    for _ in range(200):
        middle = (low + high) / 2
        below = (1 + erf((middle - mean) / deviation / sqrt(2))) / 2
        low, high = (middle, high) if below < chance else (low, middle)
    return low


def test_summed_variances_by_hand() -> None:
    """Means and variances of the lines add, on a normal curve; what does not vary adds its amount."""
    found = assessed(_plan(_line(100, 70, 190), _line(1000, 700, 1060), {"amount": D(50)}, ceiling=D(1150)))
    mean = 5000 + (7000 + 40000 + 19000) / 6 + (70000 + 400000 + 106000) / 6
    deviation = sqrt((12000 / 6) ** 2 + (36000 / 6) ** 2)
    assert found.total == 115000
    assert (found.summed.mean, found.summed.deviation) == (round(mean), round(deviation))
    for percent in PERCENTS:
        assert found.summed.quantiles[percent] == round(_normal_quantile(mean, deviation, percent / 100))
    assert found.summed.contingency == found.summed.quantiles[80] - 115000
    assert found.summed.under_ceiling == pytest.approx((1 + erf((115000 - mean) / deviation / sqrt(2))) / 2)
    assert found.enough_together == round(_normal_quantile(mean, (12000 + 36000) / 6, 0.8))


def _many(count: int) -> Plan:
    """Lines of all shapes and sizes."""
    return _plan(*(_line(1000 + 37 * n, 900 - 11 * (n % 7), 1100 + 53 * n) for n in range(count)), ceiling=D(30000))


@pytest.mark.parametrize("count", [12, 40, ONE_BY_ONE + 1, 400])
def test_simulation_agrees_with_the_sum_of_variances(count: int) -> None:
    """The mean is that of PERT to a hundredth of a deviation, the deviation that of the beta curves to a twentieth.

    The beta of a line has 0.85 to 1.13 times PERT's deviation, so of many lines the quantiles of both methods are
    within a quarter of a deviation.
    """
    plan = _many(count)
    found = assessed(plan)
    variance = sum(
        (Fraction(low + 4 * likely + high, 6) - low) * (high - Fraction(low + 4 * likely + high, 6)) / 7
        for low, likely, high in _points(plan)
    )
    deviation = found.summed.deviation
    assert found.simulated.mean == pytest.approx(found.summed.mean, abs=deviation / 100)
    assert found.simulated.deviation == pytest.approx(sqrt(variance), rel=0.05)
    for percent in PERCENTS:
        assert found.simulated.quantiles[percent] == pytest.approx(found.summed.quantiles[percent], abs=deviation / 4)
    assert found.simulated.under_ceiling == pytest.approx(found.summed.under_ceiling, abs=0.1)


def test_simulation_is_the_same_each_time() -> None:
    """The same plan gives the same figures, on another day and in another order of asking."""
    first = assessed(_many(30))
    assessed(_many(7))
    assert assessed(_many(30)) == first


def test_one_line_follows_its_beta() -> None:
    """A line whose amount is its lowest has the quantiles of x ↦ 1 - (1 - x)^5, to a hundredth of its swing."""
    found = assessed(_plan(_line(1000, 1000, 2000))).simulated
    for percent in PERCENTS:
        expected = 100000 + 100000 * (1 - (1 - percent / 100) ** 0.2)
        assert found.quantiles[percent] == pytest.approx(expected, abs=1000)


def test_without_lines() -> None:
    """An empty budget comes to nothing, for certain."""
    found = assessed(_plan(ceiling=D(0)))
    nothing = Outlook(0, 0, dict.fromkeys(PERCENTS, 0), 0, 1.0)
    assert (found.summed, found.simulated, found.tornado) == (nothing, nothing, ())


def test_certain_and_above_the_ceiling() -> None:
    """Where nothing varies the chance to stay under the ceiling is 0 or 1; a total equal to it stays under."""
    assert [assessed(_plan({"amount": D(5)}, ceiling=D(c))).summed.under_ceiling for c in (4, 5)] == [0.0, 1.0]
    assert assessed(_plan({"amount": D(5)})).summed.under_ceiling is None


def test_absurd_sizes() -> None:
    """Formulas may give figures beyond what a float holds; the shares of a range stay right."""
    huge = "=" + "*".join(["99999999999999"] * 30)
    found = assessed(_plan({"amount": huge, "low": D(0)}, _line(1, 0, 2), ceiling=D(1)))
    assert found.summed.quantiles[10] < found.summed.quantiles[80] < found.total
    assert found.simulated.under_ceiling == 0.0


# --- any plan -----------------------------------------------------------------------------------------------------


@st.composite
def _documents(draw: st.DrawFn) -> dict[str, Any]:
    """Plans of which some lines have estimates, some quotes, in any order and at any distance from the amount."""
    document = draw(strategies.documents())
    for line in document["budget"].values():
        line |= draw(st.fixed_dictionaries({}, optional={"low": strategies.amounts(), "high": strategies.amounts()}))
        quoted = draw(st.lists(strategies.numbers(0, 10_000, 2), max_size=3))
        line |= {"quotes": {f"Y{n}": {"supplier": "S", "amount": amount} for n, amount in enumerate(quoted, 1)}}
    return document


@settings(max_examples=60)
@given(_documents())
def test_any_plan(document: dict[str, Any]) -> None:
    """Quantiles are in order and within the extremes, the tornado within what its lines may cost."""
    plan = Plan.from_table(document)
    found = assessed(plan)
    sheet = plan.plan
    assert found.total == to_minor(total(plan).priced(sheet.prices), minor_digits(sheet.currency))
    assert found.least <= found.total <= found.most
    for outlook in (found.summed, found.simulated):
        quantiles = [outlook.quantiles[percent] for percent in PERCENTS]
        assert quantiles == sorted(quantiles)
        assert outlook.contingency == max(outlook.quantiles[80] - found.total, 0)
        assert found.least <= outlook.mean <= found.most
    assert found.least <= found.simulated.quantiles[10] <= found.simulated.quantiles[90] <= found.most
    _check_tornado(document, found)


def _check_tornado(document: dict[str, Any], found: Assessment) -> None:
    side = document["plan"].get("prices") == "incl_tax"
    swings = [line.swing for line in found.tornado]
    assert swings == sorted(swings, reverse=True)
    assert all(swings)
    for line in found.tornado:
        assert line.low <= line.likely <= line.high
        assert line.likely == oracle.cents(document, document["budget"][line.id])[side]
        assert found.least <= found.total_with(line, line.low) <= found.total <= found.total_with(line, line.high)
        assert found.total_with(line, line.high) <= found.most


@settings(max_examples=40)
@given(strategies.plans())
def test_a_plan_in_which_nothing_varies(plan: Plan) -> None:
    """Every figure is the plan's total, exactly."""
    found = assessed(plan)
    for outlook in (found.summed, found.simulated):
        assert (outlook.mean, outlook.deviation, outlook.contingency) == (found.total, 0, 0)
        assert set(outlook.quantiles.values()) == {found.total}
    assert (found.least, found.most, found.enough_together) == (found.total, found.total, found.total)


def test_the_work_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many lines vary, those of the largest swings are drawn one by one, and no more of them."""
    drawn: list[Range] = []
    draws = simulation._draws

    def counted(line: Range, *rest: Any) -> list[float]:
        drawn.append(line)
        return draws(line, *rest)

    monkeypatch.setattr(simulation, "_draws", counted)
    found = assessed(_many(4 * ONE_BY_ONE))
    assert drawn == list(found.tornado[:ONE_BY_ONE])
