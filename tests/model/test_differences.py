"""Differences between two plans: every field that differs, once, by its path; nothing else."""

from decimal import Decimal
from functools import partial
from typing import Any

from hypothesis import given

from model.differences import differences
from model.edits import change_at, put
from model.overlay import applied
from model.paths import read
from model.plan import Plan
from tests import strategies
from tests.checking import plan_of

D = Decimal
PLAN = """\
format = 1
[plan]
title = "Exemple"
[actions.A1]
title = "Salon"
[actions.A1.milestones.J1]
title = "Stand"
[budget.B1]
label = "Traiteur"
amount = 700
[budget.B1.months]
2027-03 = 1
[budget.B2]
label = "Train"
"""


def _instead(value: object, _: object) -> object:
    return value


def _told(old: Plan, new: Plan) -> list[tuple[str, Any, Any]]:
    return [(change.path, change.before, change.after) for change in differences(old, new)]


def test_fields_entries_and_nested_records() -> None:
    """A field, an entry of a table, a field of a record within a record: each by its own path."""
    old = plan_of(PLAN)
    new = put(old, "budget.B1.amount", D(900))
    new = put(new, "plan.title", None)
    new = put(new, "budget.B1.months.2027-01", D(5))
    new = put(new, "actions.A1.objectives", ["O1"])
    new = put(new, "actions.A1.milestones.J1.title", "Stand réservé")
    assert _told(old, new) == [
        ("plan.title", "Exemple", None),
        ("actions.A1.objectives", None, ("O1",)),
        ("actions.A1.milestones.J1.title", "Stand", "Stand réservé"),
        ("budget.B1.amount", D(700), D(900)),
        ("budget.B1.months.2027-01", None, D(5)),
    ]


def test_records_that_come_and_go() -> None:
    """A record that is new, or gone, is one difference; another order is none."""
    old = plan_of(PLAN)
    new = change_at(old, "budget", lambda lines: {"B3": lines["B2"], "B1": lines["B1"]})
    assert _told(old, new) == [
        ("budget.B3", None, old.budget["B2"]),
        ("budget.B2", old.budget["B2"], None),
    ]
    turned = change_at(old, "budget", lambda lines: dict(reversed(lines.items())))
    assert _told(old, turned) == []


@given(strategies.plans(with_scenarios=True))
def test_what_differs_is_all_that_differs(plan: Plan) -> None:
    """Each difference says what stands at its path on both sides; writing them all over the old plan gives the new."""
    for id_ in plan.scenarios:
        new, result = applied(plan, id_), plan
        for change in differences(plan, new):
            assert (read(plan, change.path) or None, read(new, change.path) or None) == (
                change.before or None,
                change.after or None,
            )
            assert change.before != change.after
            result = change_at(result, change.path, partial(_instead, change.after))
        for section in ("budget", "actions", "drivers"):
            assert differences(result, new, (section,)) == ()


@given(strategies.plans(), strategies.plans())
def test_both_ways(old: Plan, new: Plan) -> None:
    """Read the other way round, the same paths differ by the same values, exchanged."""
    there = {change.path: (change.before, change.after) for change in differences(old, new)}
    back = {change.path: (change.after, change.before) for change in differences(new, old)}
    assert there == back
    assert differences(old, old) == ()
