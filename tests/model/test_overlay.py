"""Scenarios: what each kind of difference does to the budget, to the cent, and the order in which they apply."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from model.amounts import exact_amount
from model.breakdowns import By, breakdown, total
from model.overlay import applied, layer_ids
from model.overlay_problems import overlay_problems
from model.phasing import late_lines
from model.plan import Plan

D = Decimal
Table = dict[str, Any]
SHEET = {"start": date(2027, 1, 1), "end": date(2027, 12, 31), "currency": "EUR", "prices": "excl_tax"}
ACTIONS = {
    "A1": {"title": "a", "start": date(2027, 1, 31), "end": date(2027, 2, 1)},
    "A2": {"title": "b", "milestones": {"J1": {"title": "m", "due": date(2027, 1, 31), "done": date(2027, 1, 30)}}},
    "A3": {"title": "c", "start": date(2027, 3, 1), "end": date(2027, 3, 31)},
}


def _plan(line: Table, *layers: Table, drivers: Table | None = None, **sheet: Any) -> Plan:
    """A plan with one line and scenarios `Z1`, `Z2`…, each based on the one before."""
    bases = [{"base": f"Z{number}"} if number else {} for number in range(len(layers))]
    scenarios = {f"Z{n}": base | layer for n, (base, layer) in enumerate(zip(bases, layers, strict=True), 1)}
    values = {id_: {"value": value} for id_, value in (drivers or {}).items()}
    tables = {"actions": ACTIONS, "drivers": values, "budget": {"B1": line}, "scenarios": scenarios}
    return Plan.from_table({"plan": SHEET | sheet, **tables})


def _seen(line: Table, *layers: Table, drivers: Table | None = None, **sheet: Any) -> Plan:
    """The plan as the last of its scenarios sees it."""
    return applied(_plan(line, *layers, drivers=drivers, **sheet), f"Z{len(layers)}")


def _on_line(**change: Any) -> Table:
    return {"budget": {"B1": change}}


def _on_action(id_: str, **change: Any) -> Table:
    return {"actions": {id_: change}}


def _exact(line: Table, *layers: Table, drivers: Table | None = None) -> Fraction:
    return exact_amount(_seen(line, *layers, drivers=drivers), "B1")


def _by(plan: Plan, by: By) -> dict[str, str]:
    return {key: str(money.excl_tax) for key, money in breakdown(plan, by).items()}


@pytest.mark.parametrize(
    ("change", "expected"),
    [(D(70), 70), ("+500", 600), ("-500", -400), ("+10%", 110), ("-10%", 90), ("*1.2", 120), ("/2", 50),
     ("-12.5%", "87.5"), ("/3", "100/3"), ("=12*350", 4200), ("=3*@rate", 30), ("*0", 0), ("/0", 100)],
)  # fmt: skip
def test_amount_changed(change: Any, expected: int | str) -> None:
    """An amount is replaced, or changed relative to the layer below, exactly; a division by zero does nothing."""
    assert _exact({"amount": D(100)}, _on_line(amount=change), drivers={"rate": D(10)}) == Fraction(expected)


def test_layers_apply_from_the_base_outwards() -> None:
    """Each layer changes what the layer below it says, and nothing is rounded between them."""
    assert _exact({"amount": D("0.01")}, _on_line(amount="/3"), _on_line(amount="*1.5")) == Fraction("0.005")
    assert _exact({"amount": D(100)}, _on_line(amount="+10"), _on_line(amount="*2")) == 220
    assert _exact({"amount": D(100)}, _on_line(amount="*2"), _on_line(amount=D(7))) == 7


@pytest.mark.parametrize(("change", "expected"), [(D(3), 30), ("+1", 50), ("*2", 80)])
def test_quantity_changed(change: Any, expected: int) -> None:
    """Any field of a line may change, and the amount follows."""
    assert _exact({"unit_cost": D(10), "quantity": D(4)}, _on_line(quantity=change)) == expected


def test_relative_to_what_an_absent_number_counts_for() -> None:
    """An absent quantity is one, an absent tax rate the plan's, an absent amount nothing."""
    assert _exact({"unit_cost": D(10)}, _on_line(quantity="+1")) == 20
    assert _seen({"amount": D(1)}, _on_line(tax_rate="+1"), tax_rate=D(20)).budget["B1"].tax_rate == 21
    assert _exact({}, _on_line(amount="+5")) == 5
    assert _seen({}, _on_line(amount="+10%")).budget["B1"].amount is None


def test_words_replaced() -> None:
    """Words are replaced, and the rest of the line stays."""
    plan = _seen({"label": "x", "category": "fairs", "amount": D(5)}, _on_line(category="press"))
    assert (plan.budget["B1"].label, _by(plan, "category")) == ("x", {"press": "5.00"})


@pytest.mark.parametrize(("change", "expected"), [(D(90), 90), ("-10%", 36), ("+2", 42)])
def test_amount_on_quantity_and_unit_cost(change: Any, expected: int) -> None:
    """An amount on a line made of a unit cost sets its amount."""
    assert _exact({"unit_cost": D(10), "quantity": D(4)}, _on_line(amount=change)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [(D(90), ["30.00", "60.00"]), ("-10%", ["2.70", "5.40"]), ("+1", ["3.33", "6.67"]), ("=60/2", ["10.00", "20.00"])],
)
def test_amount_on_months(change: Any, expected: list[str]) -> None:
    """An amount on a line made of months sets its amount, the months in proportion."""
    plan = _seen({"months": {"2027-01": D(3), "2027-02": D(6)}}, _on_line(amount=change))
    assert list(_by(plan, "month").values()) == expected
    assert exact_amount(plan, "B1") == sum(Fraction(part) for part in expected)


def test_amount_on_months_that_sum_to_zero() -> None:
    """Months that sum to zero share a new amount equally, exactly."""
    months = {f"2027-{month:02d}": D(0) for month in (1, 2, 3)}
    assert _exact({"months": months}, _on_line(amount=D(100))) == 100


def test_months_cell_by_cell() -> None:
    """Months are replaced or changed one by one; the others stay."""
    line = {"months": {"2027-01": D(1), "2027-02": D(2)}}
    plan = _seen(line, _on_line(months={"2027-02": "*10", "2027-03": D(4), "2027-04": "+8"}))
    assert _by(plan, "month") == {"2027-01": "1.00", "2027-02": "20.00", "2027-03": "4.00", "2027-04": "8.00"}


def test_drivers_come_first() -> None:
    """Within a layer drivers change before lines, and formulas follow them."""
    layer = {"drivers": {"rate": {"value": "+5"}}, "budget": {"B1": {"amount": "*2"}}}
    assert _exact({"amount": "=3*@rate"}, layer, drivers={"rate": D(10)}) == 90


def test_formulas_stay_formulas() -> None:
    """A formula that one layer scales still follows the drivers of a later layer."""
    later = {"drivers": {"rate": {"value": D(20)}}}
    assert _exact({"amount": "=3*@rate"}, _on_line(amount="-10%"), later, drivers={"rate": D(10)}) == 54


def test_scaling_gives_no_sense_to_what_has_none() -> None:
    """A formula that cannot be read counts 0, also once it is changed or scaled."""
    assert _exact({"amount": "=1)+(2"}, _on_line(amount="*3", scale=D(50))) == 0


def test_rates_that_are_formulas() -> None:
    """A rate may be set by a formula, which is computed with the scenario's drivers."""
    line = {"amount": D(100), "currency": "USD", "exchange_rate": D(1)}
    assert _exact(line, _on_line(exchange_rate="=@rate/4"), drivers={"rate": D(3)}) == 75


def test_line_levers() -> None:
    """A line may be left out or scaled, after its fields have changed."""
    assert _exact({"amount": D(100)}, _on_line(excluded=True, amount=D(7))) == 0
    assert _exact({"amount": D(100)}, _on_line(scale=D(80))) == 80
    assert _exact({"unit_cost": D(10), "quantity": D(3)}, _on_line(scale=D(50), quantity=D(4))) == 20
    assert _exact({"months": {"2027-01": D(1), "2027-02": D(2)}}, _on_line(scale=D(50))) == Fraction(3, 2)


def test_a_later_layer_takes_back_in() -> None:
    """What a layer leaves out, a later one takes back with `excluded = false`, whatever else it changes."""
    shared = {"amount": D(100), "shares": {"A1": D(60), "A3": D(40)}}
    assert _exact(shared, _on_line(excluded=True), _on_line(excluded=False)) == 100
    assert _exact(shared, _on_action("A3", excluded=True), _on_action("A3", excluded=False, scale=D(50))) == 80
    assert _exact(shared, _on_line(excluded=True), _on_line(label="x")) == 0


def test_an_action_left_out_takes_its_share_away() -> None:
    """Of a line shared 60 and 40, leaving out the second action keeps 60 %, all of it the first one's."""
    line = {"amount": D(1000), "shares": {"A1": D(60), "A3": D(40)}}
    plan = _seen(line, _on_action("A3", excluded=True))
    assert _by(plan, "action") == {"A1": "600.00", "A3": "0.00"}


def test_an_action_scaled() -> None:
    """Scaling an action scales its part of each line."""
    line = {"amount": D(1000), "shares": {"A1": D(60), "A3": D(40)}}
    plan = _seen(line, _on_action("A3", scale=D(50)))
    assert _by(plan, "action") == {"A1": "600.00", "A3": "200.00"}
    assert str(total(_seen({"amount": D(10), "action": "A1"}, _on_action("A1", scale=D(150)))).excl_tax) == "15.00"


def test_shares_that_weigh_nothing_are_equal() -> None:
    """Shares that sum to zero carry an action's levers equally."""
    line = {"amount": D(100), "shares": {"A1": D(0), "A3": D(0)}}
    assert _by(_seen(line, _on_action("A3", scale=D(50))), "action") == {"A1": "50.00", "A3": "25.00"}


def test_every_action_left_out() -> None:
    """A line whose actions are all left out is worth nothing, and keeps its shares."""
    plan = _seen({"amount": D(5), "shares": {"A1": D(60), "A3": D(40)}}, {"actions": {"A1": {"excluded": True}}}, {
        "actions": {"A3": {"excluded": True}},
    })  # fmt: skip
    assert _by(plan, "action") == {"A1": "0.00", "A3": "0.00"}


def test_lines_before_actions() -> None:
    """Within a layer a line changes before its action scales it."""
    layer = {"budget": {"B1": {"amount": D(50)}}, "actions": {"A1": {"scale": D(10)}}}
    assert _exact({"amount": D(100), "action": "A1"}, layer) == 5


def test_delay_of_a_line() -> None:
    """A delay moves months, or the start and the end, wherever these come from."""
    months = {"months": {"2027-11": D(1), "2027-12": D(2)}}
    assert _by(_seen(months, _on_line(delay=1)), "month") == {"2027-12": "1.00", "2028-01": "2.00"}
    own = {"amount": D(2), "start": "2027-01", "end": "2027-02"}
    assert _by(_seen(own, _on_line(delay=12)), "month") == {"2028-01": "1.00", "2028-02": "1.00"}
    of_action = {"amount": D(2), "action": "A1"}
    assert _by(_seen(of_action, _on_line(delay=-1)), "month") == {"2026-12": "1.00", "2027-01": "1.00"}


def test_delay_of_an_action() -> None:
    """A delayed action moves with its dates, its milestones still to come, and its lines."""
    plan = _seen({"amount": D(2), "action": "A1"}, {"actions": {"A1": {"delay": 1}, "A2": {"delay": 1}}})
    assert (plan.actions["A1"].start, plan.actions["A1"].end) == (date(2027, 2, 28), date(2027, 3, 1))
    milestone = plan.actions["A2"].milestones["J1"]
    assert (milestone.due, milestone.done) == (date(2027, 2, 28), date(2027, 1, 30))
    assert _by(plan, "month") == {"2027-02": "1.00", "2027-03": "1.00"}


def test_delays_of_a_line_and_its_action_add_up() -> None:
    """A line's own delay and its action's add up."""
    layer = {"budget": {"B1": {"delay": 2}}, "actions": {"A3": {"delay": 1}}}
    assert _by(_seen({"amount": D(1), "action": "A3"}, layer), "month") == {"2027-06": "1.00"}


def test_delay_of_a_shared_line() -> None:
    """Of a shared line, the part of the delayed action moves, and no other."""
    layer = _on_action("A3", delay=2)
    months = {"months": {"2027-03": D(1000)}, "shares": {"A1": D(60), "A3": D(40)}}
    assert _by(_seen(months, layer), "month") == {"2027-03": "600.00", "2027-05": "400.00"}
    even = {"amount": D(1000), "shares": {"A1": D(60), "A3": D(40)}}
    expected = {"2027-01": "300.00", "2027-02": "300.00", "2027-05": "400.00"}
    assert _by(_seen(even, layer), "month") == expected
    cost = {"unit_cost": D(100), "quantity": D(10), "shares": {"A1": D(60), "A3": D(40)}}
    assert _by(_seen(cost, layer, _on_line(quantity=D(20))), "month") == {
        key: f"{2 * D(v)}" for key, v in expected.items()
    }


def test_delay_and_scale_of_a_shared_line() -> None:
    """A part that is scaled and delayed moves with what is left of it."""
    line = {"amount": D(1000), "start": "2027-03", "end": "2027-03", "shares": {"A1": D(60), "A3": D(40)}}
    plan = _seen(line, _on_action("A3", delay=2, scale=D(50)))
    assert _by(plan, "month") == {"2027-03": "600.00", "2027-05": "200.00"}
    gone = _seen(line, _on_action("A3", delay=2, excluded=True))
    assert _by(gone, "month") == {"2027-03": "600.00"}


def test_what_falls_after_the_end_stays_counted() -> None:
    """Money delayed past the plan's end is in the total, and told of."""
    plan = _seen({"months": {"2027-12": D(5)}}, _on_line(delay=1))
    assert (str(total(plan).excl_tax), late_lines(plan)) == ("5.00", ("B1",))
    assert late_lines(_plan({"months": {"2027-12": D(5)}})) == ()


@pytest.mark.parametrize("delay", [10**30, -(10**30)])
def test_absurd_delays(delay: int) -> None:
    """A delay beyond any calendar stops at its last month, and the money stays counted."""
    line = {"months": {"2027-12": D(5), "2027-11": D(1)}, "action": "A2"}
    plan = _seen(line, {"budget": {"B1": {"delay": delay}}, "actions": {"A2": {"delay": delay}}})
    assert list(_by(plan, "month").values()) == ["6.00"]


def test_an_unknown_id_with_a_label_is_a_new_line() -> None:
    """An id that the layer below does not know is a line that the scenario adds, if it has a label."""
    layer = {"budget": {"B2": {"label": "new", "amount": D(3), "scale": D(200)}, "B3": {"amount": D(9)}}}
    plan = _plan({"amount": D(1)}, layer, {"budget": {"B2": {"amount": "+1"}}})
    assert list(applied(plan, "Z1").budget) == ["B1", "B2"]
    assert str(total(applied(plan, "Z1")).excl_tax) == "7.00"
    assert str(total(applied(plan, "Z2")).excl_tax) == "8.00"
    assert [(p.path, p.code) for p in overlay_problems(plan)] == [("scenarios.Z1.budget.B3", "unknown_id")]


def test_problems() -> None:
    """Unknown actions and drivers, divisions by zero and rates without a value are told by their path."""
    layer = {
        "budget": {"B1": {"amount": "/0", "label": "/0", "months": {"2027-01": "/0"}, "tax_rate": "=@x"}},
        "actions": {"A9": {"excluded": True}},
        "drivers": {"x": {"value": D(1)}},
    }
    assert {(problem.path, problem.code) for problem in overlay_problems(_plan({"amount": D(1)}, layer))} == {
        ("scenarios.Z1.budget.B1.amount", "division_by_zero"),
        ("scenarios.Z1.budget.B1.months.2027-01", "division_by_zero"),
        ("scenarios.Z1.budget.B1.tax_rate", "unknown_name"),
        ("scenarios.Z1.actions.A9", "unknown_id"),
        ("scenarios.Z1.drivers.x", "unknown_id"),
    }


def test_bases() -> None:
    """Layers go from the base outwards; a base that is unknown, or a cycle, ends the way."""
    scenarios = {"Z1": {"base": "Z3"}, "Z2": {"base": "Z1"}, "Z3": {"base": "Z2"}, "Z4": {"base": "Z9"}}
    plan = Plan.from_table({"scenarios": scenarios})
    assert layer_ids(plan, "Z3") == ("Z1", "Z2", "Z3")
    assert layer_ids(plan, "Z4") == ("Z4",)
    with pytest.raises(KeyError):
        applied(plan, "Z9")


def test_the_plan_itself() -> None:
    """Without a scenario the plan is itself; what a scenario leaves alone is shared with the plan."""
    plan = _plan({"amount": D(1), "action": "A1"}, _on_action("A3", scale=D(50)))
    assert applied(plan, None) is plan
    assert applied(plan, "Z1").budget["B1"] is plan.budget["B1"]


def test_a_scenario_follows_the_plan() -> None:
    """When the plan changes below it, the scenario changes with it, and only there."""
    plan = _plan({"amount": D(100), "action": "A1"}, _on_action("A1", scale=D(50)))
    line = plan.budget["B1"]
    raised = plan.replaced({"budget": {"B1": line.replaced({"amount": D(200)})}})
    found = [exact_amount(applied(each, "Z1"), "B1") for each in (plan, raised, plan)]
    assert found == [50, 100, 50]
    assert applied(raised, "Z1").actions["A1"] is applied(plan, "Z1").actions["A1"]
