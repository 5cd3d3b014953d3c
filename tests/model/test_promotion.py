"""A scenario made the plan: every figure stays what the scenario showed, and the file can hold it."""

import tomllib
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from model.breakdowns import BREAKDOWNS, breakdown, total
from model.overlay import applied
from model.plan import Plan
from model.promotion import promoted
from model.store.writing import dumps
from tests.checking import plan_of
from tests.strategies import plans

SCENARIOS = """\
format = 1
[actions.A1]
title = "a"
[actions.A2]
title = "b"
[budget.B1]
label = "one"
amount = 1000
action = "A1"
[budget.B2]
label = "two"
amount = 500
action = "A2"
[scenarios.Z1]
title = "lean"
[scenarios.Z1.budget.B1]
amount = "-10%"
[scenarios.Z2]
title = "leaner"
base = "Z1"
[scenarios.Z2.actions.A2]
excluded = true
[scenarios.Z3]
title = "leanest"
base = "Z2"
[scenarios.Z3.budget.B1]
amount = "-50"
"""


@given(plans(with_scenarios=True), st.data())
def test_every_figure_is_the_one_the_scenario_showed(plan: Plan, data: st.DataObject) -> None:
    """Total and breakdowns equal the scenario's to the cent; the scenario is gone, and nothing rests on it."""
    id_ = data.draw(st.sampled_from(sorted(plan.scenarios)))
    seen, result = applied(plan, id_), promoted(plan, id_)
    assert total(result) == total(seen)
    assert {by: breakdown(result, by) for by in BREAKDOWNS} == {by: breakdown(seen, by) for by in BREAKDOWNS}
    assert id_ not in result.scenarios
    assert id_ not in {scenario.base for scenario in result.scenarios.values()}


@given(plans(with_scenarios=True), st.data())
def test_the_file_can_hold_it(plan: Plan, data: st.DataObject) -> None:
    """What promotion makes is read back with the same figures."""
    result = promoted(plan, data.draw(st.sampled_from(sorted(plan.scenarios))))
    read = tomllib.loads(dumps(result).decode(), parse_float=Decimal)
    assert total(Plan.model_validate(read)) == total(result)


def test_an_action_left_out_is_dropped_and_the_others_stay() -> None:
    """Leaving an action out becomes its status, at whatever layer it was left out."""
    result = promoted(plan_of(SCENARIOS), "Z3")
    assert (result.actions["A1"].status, result.actions["A2"].status) == (None, "dropped")


def test_a_scenario_based_on_it_shows_what_it_showed() -> None:
    """The chain of bases is in the plan now, and does not count twice."""
    plan = plan_of(SCENARIOS)
    result = promoted(plan, "Z2")
    assert result.scenarios["Z3"].base is None
    assert total(applied(result, "Z3")) == total(applied(plan, "Z3"))
    assert total(applied(result, "Z3")).excl_tax == 850


def test_what_the_scenario_leaves_alone_is_shared() -> None:
    """Lines without a difference are the same objects."""
    plan = plan_of(SCENARIOS)
    result = promoted(plan, "Z1")
    assert result.budget["B2"] is plan.budget["B2"]
    assert result.drivers == plan.drivers
