"""Entries of the budget grid: to the cent what `what-if` makes of them, and what the tests' own arithmetic says."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from model.amounts import minor_figures
from model.breakdowns import breakdown, total
from model.edits import EditRefusedError
from model.overlay import applied
from model.plan import Plan
from model.whatif.changes import Goal, Total
from model.whatif.entries import (
    months_of,
    relinked,
    with_lever,
    with_line_amount,
    with_month,
    with_scenario,
    with_total,
)
from model.whatif.outcome import tried
from model.whatif.targets import Target
from model.whatif.trial import ChangeError, started
from tests import oracle, strategies
from tests.checking import plan_of

Table = dict[str, Any]
FIGURES = st.integers(0, 90_000).map(Decimal)

SHARED = """\
format = 1

[plan]
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[actions.A1]
[actions.A2]

[budget.B1]
label = "Bureau"
amount = 1200

[budget.B1.shares]
A1 = 60
A2 = 40
"""


def _with(document: Table, id_: str, amount: Decimal) -> Table:
    """The document with a line that amounts to so much, whatever it was made of."""
    line = {k: v for k, v in document["budget"][id_].items() if k not in ("unit_cost", "quantity", "months")}
    return {**document, "budget": {**document["budget"], id_: {**line, "amount": amount}}}


@given(strategies.documents(), FIGURES)
def test_an_amount_typed_is_the_amount_that_counts(document: Table, amount: Decimal) -> None:
    """In whatever form a line holds it, what is typed over its amount is what it costs, with its own tax and rate."""
    plan = Plan.from_table(document)
    for id_ in document["budget"]:
        try:
            made = with_line_amount(plan, None, id_, amount)
        except EditRefusedError:
            continue
        assert minor_figures(made)[id_] == oracle.cents(
            _with(document, id_, amount), _with(document, id_, amount)["budget"][id_]
        )


@given(strategies.documents(with_scenarios=True), st.sampled_from(["12000", "+500", "-10%", "*1.2", "/4", "=12*350"]))
def test_an_entry_in_a_scenario_is_what_what_if_makes_of_it(document: Table, typed: str) -> None:
    """The grid's entry on a line and the same change given to `what-if` come to the same cents everywhere."""
    plan = Plan.from_table(document)
    with_one, scenario = with_scenario(plan, "Essai")
    for id_ in plan.budget:
        value = Decimal(typed) if typed.isdigit() else typed
        try:
            trial, missed = tried(
                started(plan), [f"{id_}={'=' if typed.startswith('=') else ''}{typed.removeprefix('=')}"]
            )
        except (ChangeError, EditRefusedError):
            continue
        made = with_line_amount(with_one, scenario, id_, value)
        assert not missed
        assert minor_figures(applied(made, scenario)) == minor_figures(trial.seen)
        assert applied(relinked(made, scenario, id_, ("amount",)), scenario).budget == plan.budget


@given(strategies.documents(), FIGURES, st.sampled_from("=<>"))
def test_a_total_typed_in_the_plan_is_what_what_if_makes_of_it(document: Table, amount: Decimal, sign: str) -> None:
    """A sum spread or a goal sought from the grid gives the plan the very amounts that `what-if` shows."""
    plan = Plan.from_table(document)
    trial, missed = tried(started(plan), [f"total{sign}{amount:f}"])
    change = Total("", Target("total"), amount) if sign == "=" else Goal("", Target("total"), sign, amount)
    made = with_total(plan, None, change)
    assert minor_figures(made.plan) == minor_figures(trial.seen)
    assert bool(missed) == (made.missed is not None)
    side = "incl_tax" if document["plan"].get("prices") == "incl_tax" else "excl_tax"
    if sign == "=" and not missed:
        assert getattr(total(made.plan), side) == amount


_GROUPS = st.sampled_from([("status", "forecast"), ("group", "north"), ("action", "A1"), ("source", "quote")])


@given(strategies.documents(), _GROUPS, st.sampled_from(["2027-01", "2027-03", "2027-11"]), FIGURES)
def test_a_month_of_a_group_is_spread_over_its_lines(
    document: Table, group: tuple[str, str], month: str, amount: Decimal
) -> None:
    """It comes to what was typed, to the cent, or nothing moves; the group's other lines and what is fixed stay."""
    plan = Plan.from_table(document)
    by, key = group
    made = with_total(plan, None, Total("", Target(by, key, month), amount))  # type: ignore[arg-type]
    old, new = minor_figures(plan), minor_figures(made.plan)
    side = int(document["plan"].get("prices") == "incl_tax")
    digits = oracle.DIGITS.get(document["plan"].get("currency", ""), 2)
    wanted = oracle.round_half_up(Fraction(amount) * 10**digits)
    if made.missed:
        assert made.plan is plan
        assert made.missed.nearest + made.missed.missing == Decimal(wanted).scaleb(-digits)
    for id_, line in document["budget"].items():
        is_fixed = line.get("held") or line.get("status") in ("committed", "invoiced", "paid") or "included_in" in line
        is_of_group = key in line.get("shares", {}) if by == "action" and line.get("shares") else line.get(by) == key
        if is_fixed or not is_of_group:
            assert old[id_] == new[id_]
    amounts = {id_: line.amount for id_, line in made.plan.budget.items() if isinstance(line.amount, Decimal)}
    if not made.missed and amounts.keys() == document["budget"].keys():
        moved = {**document, "budget": {id_: _with(document, id_, a)["budget"][id_] for id_, a in amounts.items()}}
        assert oracle.in_month(moved, by, key, month)[side] == wanted


def _own_cents(document: Table, id_: str) -> int:
    line = {k: v for k, v in document["budget"][id_].items() if k not in ("exchange_rate", "included_in")}
    currency = line.get("currency") or document["plan"].get("currency", "")
    return oracle.round_half_up(oracle.exact(document, line) * 10 ** oracle.DIGITS.get(currency, 2))


@given(strategies.documents())
def test_the_months_of_a_line_sum_to_its_amount(document: Table) -> None:
    """Shared between actions or not, a line's months make up its amount, in its own currency."""
    assume("start" in document["plan"] or "end" in document["plan"])
    plan = Plan.from_table(document)
    for id_ in plan.budget:
        digits = oracle.DIGITS.get(plan.budget[id_].currency or plan.plan.currency or "", 2)
        assert sum(months_of(plan, id_).values()) == Decimal(_own_cents(document, id_)).scaleb(-digits)


@pytest.mark.parametrize("scenario", [False, True])
def test_a_month_typed_moves_that_month_alone(scenario: bool) -> None:
    """The other months of a line that two actions share stay as they were, in the plan and in a scenario."""
    plan, id_ = with_scenario(plan_of(SHARED), "Essai") if scenario else (plan_of(SHARED), None)
    made = with_month(plan, id_, "B1", "2027-03", Decimal(500))
    months = {month: money.excl_tax for month, money in breakdown(applied(made, id_), "month").items()}
    assert months == {f"2027-{n:02d}": Decimal(500 if n == 3 else 100) for n in range(1, 13)}


def test_a_delay_over_the_end_of_the_year_stays_counted() -> None:
    """What a delay pushes beyond the plan's end is in its months, and in the total."""
    plan, id_ = with_scenario(plan_of(SHARED), "Essai")
    seen = applied(with_lever(plan, id_, "actions", "A1", "delay", 6), id_)
    months = {month: money.excl_tax for month, money in breakdown(seen, "month").items()}
    assert (months["2027-01"], months["2027-07"], months["2028-06"]) == tuple(map(Decimal, (40, 100, 60)))
    assert total(seen).excl_tax == 1200


def test_a_scenario_on_a_scenario_adds_up() -> None:
    """A change relative to the layer below is relative to what that layer makes of the line."""
    plan, first = with_scenario(plan_of(SHARED), "Un")
    plan, second = with_scenario(with_line_amount(plan, first, "B1", "-10%"), "Deux", first)
    plan = with_line_amount(plan, second, "B1", "+20")
    assert total(applied(plan, second)).excl_tax == 1100
    assert total(applied(with_line_amount(plan, first, "B1", Decimal(500)), second)).excl_tax == 520
