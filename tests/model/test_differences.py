"""Differences between plans: at fields, complete, nothing that did not change."""

from decimal import Decimal

from hypothesis import given

from model.differences import FieldDifference, differences
from model.edits import add, put, remove
from model.overlay import applied
from model.paths import read
from model.plan import Plan
from tests.checking import plan_of
from tests.strategies import plans

TEXT = """\
format = 1
[plan]
title = "One"
[actions.A1]
title = "a"
[actions.A1.milestones.J1]
title = "m"
[budget.B1]
label = "stand"
[budget.B1.months]
2027-01 = 100
"""


def test_fields_entries_and_records() -> None:
    """A field, an entry of a table, a nested field, a record that came and one that went are one difference each."""
    plan = plan_of(TEXT)
    new = put(plan, "budget.B1.months.2027-01", Decimal(200))
    new = put(new, "budget.B1.months.2027-02", Decimal(50))
    new = put(new, "actions.A1.milestones.J1.title", "n")
    new, id_ = add(new, "budget", label="new")
    new = put(new, "plan.title", "Two")
    assert differences(plan, new) == [
        FieldDifference("plan.title", "One", "Two"),
        FieldDifference("actions.A1.milestones.J1.title", "m", "n"),
        FieldDifference("budget.B1.months.2027-01", Decimal(100), Decimal(200)),
        FieldDifference("budget.B1.months.2027-02", None, Decimal(50)),
        FieldDifference(f"budget.{id_}", None, new.budget[id_]),
    ]
    assert [one.path for one in differences(plan, new, ("actions", "plan"))] == [
        "plan.title",
        "actions.A1.milestones.J1.title",
    ]
    assert differences(plan, remove(plan, "budget.B1")) == [FieldDifference("budget.B1", plan.budget["B1"], None)]


@given(plans(with_scenarios=True))
def test_a_plan_does_not_differ_from_its_copy(plan: Plan) -> None:
    """Equal values are no difference, the same object or not."""
    assert differences(plan, plan) == differences(plan, plan.model_copy(deep=True)) == []


@given(plans(with_scenarios=True))
def test_every_difference_stands_at_its_path(plan: Plan) -> None:
    """What was and what is can be read at the path, on either side; the reverse has the same paths."""
    for id_ in plan.scenarios:
        seen = applied(plan, id_)
        found = differences(plan, seen)
        assert [(read(plan, one.path), read(seen, one.path)) for one in found] == [
            (one.before, one.after) for one in found
        ]
        assert {one.path for one in found} == {one.path for one in differences(seen, plan)}
        assert bool(found) == (plan != seen)
