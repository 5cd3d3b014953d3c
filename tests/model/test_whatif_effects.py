"""Effects: the share of each family of objectives, and the cost of a unit of a target, before and after."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given

from model.objectives import Objective
from model.plan import Plan
from model.whatif.effects import families, percent, unit_costs, unit_price, units_of
from model.whatif.outcome import tried
from model.whatif.trial import started
from tests import strategies

D = Decimal
DOCUMENT: dict[str, Any] = {
    "plan": {"currency": "EUR", "prices": "excl_tax"},
    "objectives": {
        "O1": {"title": "o", "family": "activity", "baseline": D(10), "target": D(30)},
        "O2": {"title": "p", "family": "customers", "target": D(3), "target_kind": "at_least"},
    },
    "actions": {"A1": {"title": "a", "objectives": ["O1"]}, "A2": {"title": "b", "objectives": ["O1", "O2"]}},
    "budget": {
        "B1": {"label": "one", "amount": D(100), "action": "A1"},
        "B2": {"label": "two", "amount": D(60), "action": "A2"},
        "B3": {"label": "three", "amount": D(40)},
    },
}


def _sides(*texts: str) -> tuple[Plan, Plan]:
    trial, _ = tried(started(Plan.from_table(DOCUMENT)), texts)
    return trial.before, trial.seen


def test_families() -> None:
    """O1 has B1 and half of B2, O2 the other half: 65 %, 15 % and 20 % without objective, then other shares."""
    moved = {share.family: (percent(share.before), percent(share.after)) for share in families(*_sides("B3=240"))}
    assert moved == {"activity": (D(65), D("32.5")), "customers": (D(15), D("7.5")), "": (D(20), D(60))}
    assert families(*_sides("B1=100")) == ()
    assert families(*_sides("total<0")) == ()


def test_unit_costs() -> None:
    """130 for 20 more, 30 for 3: half of B2 less makes both units cheaper; money elsewhere changes neither."""
    assert [(cost.objective, cost.before, cost.after) for cost in unit_costs(*_sides("B2=30"))] == [
        ("O1", Fraction(130, 20), Fraction(115, 20)),
        ("O2", Fraction(10), Fraction(5)),
    ]
    assert unit_costs(*_sides("B3=0")) == ()


def test_what_loses_all_its_money_has_no_unit_cost() -> None:
    """Nothing spent is not a low price."""
    assert [cost.objective for cost in unit_costs(*_sides("A2=excluded"))] == ["O1"]


@pytest.mark.parametrize(
    ("fields", "units"),
    [({"target": D(30), "baseline": D(12)}, 18), ({"target": D(30)}, None), ({"target": D(5), "baseline": D(8)}, None),
     ({"target": D(5), "target_kind": "increase"}, 5),
     ({"target": D(5), "baseline": D(80), "target_kind": "increase_percent"}, 4),
     ({"target": D(5), "target_kind": "increase_percent"}, None), ({"target": D(7), "target_kind": "at_least"}, 7),
     ({"target": D(7), "baseline": D(1), "target_kind": "at_most"}, None), ({"target_kind": "qualitative"}, None),
     ({"target": D(0), "target_kind": "at_least"}, None)],
)  # fmt: skip
def test_units_of_an_objective(fields: dict[str, Any], units: int | None) -> None:
    """What an objective asks for, by its kind; nothing where it asks for no positive change."""
    assert units_of(Objective.from_table(fields)) == units


@pytest.mark.parametrize(
    ("cost", "currency", "shown"),
    [(Fraction(130, 20), "EUR", "6.50"), (Fraction(1, 3), "EUR", "0.3333"), (Fraction(5, 2), "JPY", "3"),
     (Fraction(1, 3), "JPY", "0.33")],
)  # fmt: skip
def test_the_price_of_a_unit_keeps_its_figures(cost: Fraction, currency: str, shown: str) -> None:
    """To the minor unit; what is less than one unit of the currency shows two decimals more."""
    assert str(unit_price(cost, currency)) == shown


@given(strategies.plans(with_scenarios=True))
def test_shares_sum_to_the_whole(plan: Plan) -> None:
    """Where every family moves, the shares are all of the budget, before and after."""
    for id_ in plan.scenarios:
        from model.overlay import applied

        shares = families(plan, applied(plan, id_))
        if len(shares) == 4:
            assert sum(share.before for share in shares) == sum(share.after for share in shares) == 100
