"""Quotes: how they compare, what choosing one writes, what share of the budget they back."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from model.against_last_year import compared
from model.plan import Plan
from model.quotes import Quotes, is_expired, out_of_date, quotes_of, share_backed, with_quote
from model.scenarios import changes
from tests import oracle
from tests.checking import TODAY, plan_of
from tests.strategies import documents

D = Decimal
PLAN = """\
[budget.B1]
unit_cost = 3
quantity = 7
supplier = "Ancien"
[budget.B1.quotes.Y1]
supplier = "Dupont"
amount = 100
chosen = true
[budget.B1.quotes.Y2]
supplier = "Durand"
amount = 70
reference = "D-12"
valid_until = 2027-05-01
[budget.B1.quotes.Y3]
supplier = "Sans prix"
[scenarios.Z1]
title = "z"
"""


def test_the_quotes_of_a_line_compare() -> None:
    """The cheapest and the dearest are those with an amount; a line without quotes has none."""
    plan = plan_of(PLAN)
    assert quotes_of(plan.budget["B1"]) == Quotes(3, "Y1", "Y2", "Y1", D(70), D(100))
    assert quotes_of(plan_of("[budget.B1]").budget["B1"]) == Quotes(0)


def test_an_offer_holds_to_the_end_of_its_last_day() -> None:
    """Valid until 1 May: still good on that day."""
    quote = plan_of(PLAN).budget["B1"].quotes["Y2"]
    assert [is_expired(quote, date(2027, 5, day)) for day in (1, 2)] == [False, True]


def test_choosing_a_quote_writes_it_on_the_line() -> None:
    """Amount in the form of the line, supplier, source, reference, validity; one quote is chosen, the others not."""
    line = with_quote(plan_of(PLAN), "B1", "Y2").budget["B1"]
    assert (line.unit_cost, line.amount, line.supplier, line.source) == (D(10), None, "Durand", "quote")
    assert (line.reference, line.valid_until) == ("D-12", date(2027, 5, 1))
    assert [quote.chosen for quote in line.quotes.values()] == [None, True, None]


def test_a_form_that_cannot_hold_a_quote_gives_way() -> None:
    """No unit cost times nothing gives 100: the amount takes its place; a validity does not outlive its quote."""
    plan = with_quote(with_quote(plan_of(PLAN.replace("quantity = 7", "quantity = 0")), "B1", "Y2"), "B1", "Y1")
    line = plan.budget["B1"]
    assert (line.unit_cost, line.amount, line.valid_until, line.reference) == (None, D(100), None, None)


def test_a_scenario_takes_what_a_quote_says() -> None:
    """The plan's line and its chosen quote stay as they are."""
    plan = plan_of(PLAN)
    after = with_quote(plan, "B1", "Y2", "Z1")
    change = changes(after.scenarios["Z1"].budget["B1"])
    assert after.budget is plan.budget
    assert (change["amount"], change["supplier"], change["source"]) == (D(70), "Durand", "quote")


@given(documents())
def test_the_share_that_quotes_back(table: dict[str, Any]) -> None:
    """By weight of the lines to one decimal, nothing for a budget of nothing."""
    side = int(table["plan"].get("prices") == "incl_tax")
    weights = {id_: abs(oracle.cents(table, line)[side]) for id_, line in table["budget"].items()}
    backed = sum(weights[id_] for id_, line in table["budget"].items() if line.get("source") == "quote")
    whole, share = sum(weights.values()), share_backed(Plan.from_table(table))
    if not whole:
        assert share is None
    else:
        assert share == Fraction(oracle.round_half_up(Fraction(1000 * backed, whole)), 10)


@given(documents())
def test_the_budget_against_last_year(table: dict[str, Any]) -> None:
    """Every line that counts is in one category or among the new ones; the sums are those of the lines."""
    found = compared(Plan.from_table(table))
    side = int(table["plan"].get("prices") == "incl_tax")
    then: dict[str, int] = {}
    now: dict[str, int] = {}
    new = [0, 0]
    for line in table["budget"].values():
        if "included_in" in line:
            continue
        figure = oracle.cents(table, line)[side]
        if "last_year" not in line:
            new = [new[0] + 1, new[1] + figure]
            continue
        former = {key: value for key, value in line.items() if key not in ("unit_cost", "months")}
        name = line.get("category", "")
        then[name] = then.get(name, 0) + oracle.cents(table, {**former, "amount": line["last_year"]})[side]
        now[name] = now.get(name, 0) + figure
    assert {name: row.last_year for name, row in found.categories.items()} == then
    assert {name: row.this_year for name, row in found.categories.items()} == now
    assert found.whole.difference == sum(now.values()) - sum(then.values())
    assert [found.new, found.new_figure] == new


def test_whole_percent_is_rounded_once() -> None:
    """24.46 % is 24 %, though to one decimal it is 24.5 %."""
    plan = plan_of('[budget.B1]\namount = 2446\nsource = "quote"\n[budget.B2]\namount = 7554')
    assert share_backed(plan) == Decimal("24.5")
    assert share_backed(plan, 0) == Decimal(24)


@pytest.mark.parametrize(
    ("line", "first", "second", "found"),
    [
        ("", "", None, ["Y1"]),
        ('source = "quote"', "", None, ["Y1"]),
        ('source = "estimate"', "", None, []),
        ('source = "estimate"', "chosen = true", None, ["Y1"]),
        ("", "", "valid_until = 2027-04-15", ["Y2"]),
        ("", "", "valid_until = 2027-05-01", []),
        ("", "", "", []),
        ("", "chosen = true", "valid_until = 2027-05-01", ["Y1"]),
        ("", "", "valid_until = 2027-05-01\nchosen = true", []),
    ],
)
def test_quotes_out_of_date(line: str, first: str, second: str | None, found: list[str]) -> None:
    """Chosen quotes expire; where none is chosen and no other source named, the last to expire once all have."""
    text = f"[budget.B1]\n{line}\n[budget.B1.quotes.Y1]\nvalid_until = 2027-04-01\n{first}\n"
    text += "" if second is None else f"[budget.B1.quotes.Y2]\n{second}\n"
    assert list(out_of_date(plan_of(text).budget["B1"], TODAY)) == found
