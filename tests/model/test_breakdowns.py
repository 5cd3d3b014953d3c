"""Breakdowns: who gets which cents, and that every breakdown sums to the total."""

from datetime import date
from decimal import Decimal
from typing import Any, get_args

import pytest
from hypothesis import given, settings

from model.breakdowns import BREAKDOWNS, By, breakdown, total
from model.money import Money
from model.plan import Plan
from tests import oracle, strategies

D = Decimal
SHEET = {"start": date(2027, 1, 1), "end": date(2027, 12, 31), "currency": "EUR", "prices": "excl_tax"}
ACTIONS = {
    "A1": {"objectives": ["O1", "O2", "O3"], "segments": ["G1"], "start": date(2027, 3, 15), "end": date(2027, 5, 2)},
    "A2": {"objectives": ["O2"], "start": date(2027, 11, 1)},
    "A3": {"segments": ["G1", "G2"]},
}


def _plan(*lines: dict[str, Any], **sheet: Any) -> Plan:
    budget = {f"B{number}": line for number, line in enumerate(lines, 1)}
    return Plan.from_table({"plan": SHEET | sheet, "actions": ACTIONS, "budget": budget})


def _excl(plan: Plan, by: By) -> dict[str, str]:
    return {key: str(money.excl_tax) for key, money in breakdown(plan, by).items()}


def test_every_breakdown_is_offered() -> None:
    """The breakdowns are those of the command line."""
    assert tuple(get_args(By)) == BREAKDOWNS
    assert " ".join(BREAKDOWNS) == "category group action objective segment supplier source status month"


@pytest.mark.parametrize("by", ["category", "group", "supplier", "source", "status"])
def test_by_a_field(by: By) -> None:
    """Lines add up under what they name, in the order of first appearance; the rest under the empty name."""
    values = ("quote", "last_year") if by == "source" else ("paid", "forecast")
    lines = ({by: values[0], "amount": D(1)}, {"amount": D(2)}, {by: values[1], "amount": D(4)})
    found = _excl(_plan(*lines, {by: values[0], "amount": D(8)}), by)
    assert list(found.items()) == [(values[0], "9.00"), ("", "2.00"), (values[1], "4.00")]


def test_by_action_shares_are_weights() -> None:
    """Shares weigh whatever they sum to, and take the place of the line's action."""
    line = {"amount": D(90), "action": "A3", "shares": {"A1": D(60), "A2": D(30)}}
    assert _excl(_plan(line), "action") == {"A1": "60.00", "A2": "30.00"}


def test_by_action_cents() -> None:
    """Odd cents go to the largest remainder, ties to the first."""
    thirds = {"amount": D("0.05"), "shares": {"A1": D("33.3"), "A2": D("33.3"), "A3": D("33.3")}}
    assert _excl(_plan(thirds), "action") == {"A1": "0.02", "A2": "0.02", "A3": "0.01"}


def test_by_action_unknown_and_none() -> None:
    """An id that names no action keeps its own group; a line without an action is under the empty name."""
    plan = _plan({"amount": D(1), "action": "A9"}, {"amount": D(2)})
    assert _excl(plan, "action") == {"A9": "1.00", "": "2.00"}


def test_shares_that_sum_to_zero() -> None:
    """Weights that sum to zero split equally."""
    line = {"amount": D("0.03"), "shares": {"A1": D(0), "A2": D(0)}}
    assert _excl(_plan(line), "action") == {"A1": "0.02", "A2": "0.01"}


def test_both_sides_are_split() -> None:
    """The figures without and with tax are each split; the tax of a part is their difference."""
    line = {"amount": D("0.05"), "tax_rate": D(20), "shares": {"A1": D(50), "A2": D(50)}}
    found = breakdown(_plan(line), "action")
    assert found == {
        "A1": Money(D("0.03"), D("0.00"), D("0.03")),
        "A2": Money(D("0.02"), D("0.01"), D("0.03")),
    }


def test_by_objective() -> None:
    """A line's part of an action is split equally over the action's objectives, cent by cent."""
    line = {"amount": D("100.01"), "shares": {"A1": D(50), "A2": D(30), "A3": D(20)}}
    assert _excl(_plan(line), "objective") == {"O1": "16.67", "O2": "46.67", "O3": "16.67", "": "20.00"}


def test_by_objective_unknown_action() -> None:
    """A line whose action is unknown, or serves no objective, names no objective."""
    plan = _plan({"amount": D(1), "action": "A9"}, {"amount": D(2), "action": "A3"}, {"amount": D(4)})
    assert _excl(plan, "objective") == {"": "7.00"}


def test_by_segment() -> None:
    """Segments are those of the line's actions."""
    plan = _plan({"amount": D("0.01"), "action": "A3"}, {"amount": D(1), "shares": {"A1": D(1), "A2": D(1)}})
    assert _excl(plan, "segment") == {"G1": "0.51", "G2": "0.00", "": "0.50"}


def test_by_month_in_proportion() -> None:
    """Months weigh a line whose amount is rounded or set apart from them."""
    own = {"months": {"2027-03": D("0.5"), "2027-02": "=1/2"}}
    both = {"amount": D(10), "months": {"2027-03": D(1), "2028-01": D(3)}}
    assert _excl(_plan(own, both), "month") == {"2027-02": "0.50", "2027-03": "3.00", "2028-01": "7.50"}


def test_by_month_evenly() -> None:
    """Without months, a line runs evenly from its start to its end, first months first served."""
    line = {"amount": D("0.05"), "start": "2027-11", "end": "2028-01"}
    assert _excl(_plan(line), "month") == {"2027-11": "0.02", "2027-12": "0.02", "2028-01": "0.01"}


def test_by_month_of_the_action() -> None:
    """A bound that the line lacks is its action's, else the plan's."""
    plan = _plan({"amount": D(3), "action": "A1"}, {"amount": D(40), "action": "A2"})
    expected = {"2027-03": "1.00", "2027-04": "1.00", "2027-05": "1.00", "2027-11": "20.00", "2027-12": "20.00"}
    assert _excl(plan, "month") == expected
    late = _plan({"amount": D(2), "action": "A1", "start": "2027-04"})
    assert _excl(late, "month") == {"2027-04": "1.00", "2027-05": "1.00"}


def test_by_month_of_shared_lines() -> None:
    """Each part of a shared line runs over its own action's months, unless the line has its own."""
    shared = {"amount": D(100), "shares": {"A1": D(60), "A2": D(40)}}
    expected = {"2027-03": "20.00", "2027-04": "20.00", "2027-05": "20.00", "2027-11": "20.00", "2027-12": "20.00"}
    assert _excl(_plan(shared), "month") == expected
    assert _excl(_plan({**shared, "start": "2027-02", "end": "2027-02"}), "month") == {"2027-02": "100.00"}


def test_by_month_of_the_plan() -> None:
    """A line of no action runs over the plan's year, whatever its first month."""
    found = _excl(_plan({"amount": D(12)}, start=date(2027, 7, 1), end=date(2028, 6, 30)), "month")
    assert list(found) == [*(f"2027-{m:02d}" for m in range(7, 13)), *(f"2028-{m:02d}" for m in range(1, 7))]
    assert set(found.values()) == {"1.00"}


def test_by_month_unknown() -> None:
    """When no date is known the money stands under the empty name, after the months."""
    plan = Plan.from_table({"budget": {"B1": {"amount": D(1)}, "B2": {"amount": D(2), "start": "2027-02"}}})
    assert list(_excl(plan, "month").items()) == [("2027-02", "2.00"), ("", "1.00")]


def test_an_end_before_its_start() -> None:
    """Money whose end comes before its start is spent when it starts."""
    assert _excl(_plan({"amount": D(1), "start": "2027-05", "end": "2027-02"}), "month") == {"2027-05": "1.00"}


def test_credit_notes_split_as_their_opposite() -> None:
    """A negative line gives the opposite parts of a positive one."""
    shares = {"A1": D(50), "A2": D(30), "A3": D(20)}
    plus, minus = (_excl(_plan({"amount": D(sign + "0.07"), "shares": shares}), "action") for sign in ("", "-"))
    assert plus == {"A1": "0.04", "A2": "0.02", "A3": "0.01"}
    assert minus == {"A1": "-0.04", "A2": "-0.02", "A3": "-0.01"}


@settings(max_examples=120, deadline=None)
@given(strategies.documents())
def test_every_breakdown_of_any_plan(document: dict[str, Any]) -> None:
    """Every group of every breakdown is that of a second computation, and each breakdown sums to the total."""
    plan = Plan.from_table(document)
    digits = oracle.DIGITS.get(document["plan"].get("currency", ""), 2)
    whole = total(plan)
    for by in BREAKDOWNS:
        found = breakdown(plan, by)
        minor = {key: (int(m.excl_tax.scaleb(digits)), int(m.incl_tax.scaleb(digits))) for key, m in found.items()}
        assert minor == oracle.breakdown(document, by), by
        assert sum(money.excl_tax for money in found.values()) == whole.excl_tax
        assert sum(money.tax for money in found.values()) == whole.tax
        assert sum(money.incl_tax for money in found.values()) == whole.incl_tax
