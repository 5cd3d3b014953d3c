"""Edits give new plans that share what they leave alone; undo and redo go through them without loss."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.amount_edits import with_amount
from model.edits import EditRefusedError, add, move, put, put_entry, remove, rename
from model.measures import target_of
from model.paths import PathUnknownError, read
from model.plan import Plan
from model.references import next_id, pointing_at
from model.session import Session
from tests.checking import plan_of

NOWHERE = Path("/no such folder/plan.toml")
PLAN = """
format = 1
[plan]
title = "Plan"
currency = "EUR"
prices = "excl_tax"
[team.marie]
name = "Marie"
[objectives.O1]
title = "One"
[objectives.O2]
title = "Two"
parent = "O1"
[actions.A1]
title = "Fair"
objectives = ["O1", "O2"]
owner = "marie"
[actions.A1.effort]
marie = 3
[drivers.rate]
value = 100
[drivers.rate-2]
value = 7
[budget.B1]
label = "Stand"
amount = "=3*@rate"
[budget.B1.shares]
A1 = 100
"""


def test_an_edit_shares_everything_it_leaves_alone() -> None:
    """Only the tables on the way to the change are new."""
    plan = plan_of(PLAN)
    edited = put(plan, "objectives.O1.title", "First")
    assert edited.objectives["O1"].title == "First"
    assert edited.objectives["O2"] is plan.objectives["O2"]
    assert edited.actions is plan.actions
    assert plan.objectives["O1"].title == "One"


def test_an_equal_value_is_no_edit() -> None:
    """Putting what is there already gives the very same plan."""
    plan = plan_of(PLAN)
    assert put(plan, "objectives.O1.title", "One") is plan
    assert put(plan, "plan.client", None) is plan


@pytest.mark.parametrize("empty", [None, "", (), []])
def test_an_empty_value_removes_the_field(empty: Any) -> None:
    """Nothing typed is nothing kept."""
    plan = put(put(plan_of(PLAN), "actions.A1.objectives", empty), "objectives.O1.title", empty)
    assert plan.actions["A1"].objectives == () or empty != ()
    assert not plan.objectives["O1"].title


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("budget.B1.amount", "12", "formula_type"),
        ("budget.B1.amount", True, "number_type"),
        ("budget.B1.amount", Decimal("NaN"), "number_range"),
        ("plan.prices", "gross", "literal_error"),
        ("plan.start", "2027-01-01", "date_type"),
        ("plan.title", "a\x1b[31m", "string_pattern_mismatch"),
        ("budget.O1.label", "Stand", "id_taken"),
        ("budget.é.label", "Stand", "id_form"),
        ("budget.B1", Decimal(5), "not_a_field"),
    ],
)
def test_what_cannot_stand_is_refused(path: str, value: object, code: str) -> None:
    """A refusal says where and why, and there is no new plan."""
    with pytest.raises(EditRefusedError) as refused:
        put(plan_of(PLAN), path, value)
    assert (refused.value.path.split(".")[0], refused.value.code) == (path.split(".")[0], code)


@pytest.mark.parametrize("path", ["budget.B1.amout", "bugdet.B1.amount", "plan.title.x", "objectives"])
def test_a_path_that_leads_nowhere_is_refused(path: str) -> None:
    """A misspelt step is named."""
    with pytest.raises(PathUnknownError):
        put(plan_of(PLAN), path, Decimal(1))


def test_a_missing_record_is_made_with_its_first_field() -> None:
    """A path into a record that is not there makes it, those inside records too."""
    plan = put(plan_of(PLAN), "actions.A9.milestones.J4.title", "Booked")
    assert plan.actions["A9"].milestones["J4"].title == "Booked"


def test_an_id_is_not_given_again_while_anything_points_at_it() -> None:
    """The next number is above the highest present or referred to."""
    plan = put(plan_of(PLAN), "objectives.O2.parent", "O41")
    assert next_id(plan, "O") == "O42"
    assert next_id(remove(plan_of(PLAN), "objectives.O2"), "O") == "O3"


def test_a_removed_record_keeps_being_named() -> None:
    """What pointed at it still does, and can be told."""
    plan = remove(plan_of(PLAN), "objectives.O1")
    assert set(pointing_at(plan, "O1")) == {"objectives.O2.parent", "actions.A1.objectives"}


def test_a_record_is_inserted_after_another() -> None:
    """The order of the table is the order on screen."""
    plan, id_ = add(plan_of(PLAN), "objectives", after="O1", title="Between")
    assert list(plan.objectives) == ["O1", id_, "O2"]


def test_moving_stops_at_the_ends() -> None:
    """A record goes no further than its table."""
    plan = plan_of(PLAN)
    assert list(move(plan, "objectives.O2", -5).objectives) == ["O2", "O1"]
    assert move(plan, "objectives.O1", -1) is plan


def test_renaming_a_driver_carries_formulas_along() -> None:
    """`@rate` becomes `@price`; another driver whose name starts alike stays."""
    plan = put(plan_of(PLAN), "budget.B1.unit_cost", "=@rate-2+@rate")
    plan = rename(plan, "drivers.rate", "price")
    assert list(plan.drivers) == ["price", "rate-2"]
    assert plan.budget["B1"].amount == "=3*@price"
    assert plan.budget["B1"].unit_cost == "=@rate-2+@price"


def test_renaming_carries_every_reference_along() -> None:
    """Fields, lists and keys of tables follow."""
    plan = rename(plan_of(PLAN), "team.marie", "anne")
    assert (plan.actions["A1"].owner, list(plan.actions["A1"].effort)) == ("anne", ["anne"])


def test_renaming_keeps_what_was_confirmed() -> None:
    """The entry of a link stands under the new id, what it says of the other link as it was."""
    plan = plan_of(PLAN + '[links]\n"A1>O1" = "7f3a9c"\n"A1>O2" = "123456"\n')
    plan = rename(plan, "objectives.O1", "O9")
    assert plan.links == {"A1>O9": "7f3a9c", "A1>O2": "123456"}


def test_an_emptied_decision_is_not_written() -> None:
    """The last field emptied takes the record away; emptying one that is not there changes nothing."""
    plan = put(plan_of(PLAN), "decisions.crm.reason", "Few fields")
    assert put(plan, "decisions.crm.reason", None).decisions == {}
    bare = plan_of(PLAN)
    assert put(bare, "decisions.crm.reason", None) is bare


def test_dated_rows_stand_in_order_of_date() -> None:
    """A reading typed later about an earlier day comes before."""
    plan = put_entry(plan_of(PLAN), "objectives.O1.checkpoints", "", "2027-06-30", Decimal(20))
    plan = put_entry(plan, "objectives.O1.checkpoints", "", "2027-03-31", Decimal(10))
    assert list(plan.objectives["O1"].checkpoints) == ["2027-03-31", "2027-06-30"]
    plan = put_entry(plan, "objectives.O1.checkpoints", "2027-03-31", "2027-09-30", Decimal(30))
    assert list(plan.objectives["O1"].checkpoints) == ["2027-06-30", "2027-09-30"]


OPERATIONS = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(["objectives.O1.title", "plan.client"]), st.text("abc", max_size=3)),
        st.tuples(st.just("add"), st.sampled_from(["objectives", "budget", "actions"]), st.just("")),
        st.tuples(st.just("remove"), st.sampled_from(["objectives.O2", "budget.B1"]), st.just("")),
        st.tuples(st.just("undo"), st.just(""), st.just("")),
    ),
    max_size=25,
)


@given(OPERATIONS)
def test_undoing_everything_gives_the_first_plan_and_redoing_the_last(operations: list[tuple[str, str, str]]) -> None:
    """Whatever was done, all of it can be taken back and done again."""
    first = plan_of(PLAN)
    session = Session(first, NOWHERE)
    for kind, path, text in operations:
        if kind == "edit" and session.has(path.rsplit(".", 1)[0]):
            session.edit(path, text)
        elif kind == "add":
            session.add(path)
        elif kind == "remove" and session.has(path):
            session.remove(path)
        elif kind == "undo":
            session.undo()
    while session.redo():
        pass
    last = session.plan
    while session.undo():
        pass
    assert session.plan is first
    while session.redo():
        pass
    assert session.plan is last


def test_typing_in_one_field_is_one_step() -> None:
    """Letters typed without a pause are undone together; a pause or another field starts a new step."""
    now = [0.0]
    session = Session(plan_of(PLAN), NOWHERE, clock=lambda: now[0])
    for text in ("F", "Fi", "Fir"):
        session.edit("objectives.O1.title", text)
    now[0] = 60.0
    session.edit("objectives.O1.title", "First")
    session.undo()
    assert session.plan.objectives["O1"].title == "Fir"
    session.undo()
    assert session.plan.objectives["O1"].title == "One"


CENTS = st.decimals(min_value=0, max_value=10**7, places=2)


@given(st.dictionaries(st.sampled_from([f"2027-{n:02d}" for n in range(1, 13)]), CENTS, min_size=1), CENTS)
def test_an_amount_given_to_a_line_of_months_is_shared_by_them_to_the_cent(
    months: dict[str, Decimal], value: Decimal
) -> None:
    """The months keep their places and sum to what was typed."""
    plan, id_ = add(plan_of(PLAN), "budget", label="Ads")
    for month, amount in months.items():
        plan = put(plan, f"budget.{id_}.months.{month}", amount)
    changed = with_amount(plan, id_, value)
    assert set(changed.budget[id_].months) == set(months)
    assert sum(Decimal(amount) for amount in changed.budget[id_].months.values()) == value


@pytest.mark.parametrize(
    ("quantity", "value", "cost"),
    [(4, "10", "2.5"), (None, "12", "12"), (3, "1", "=1/3"), (3, "=@rate", "=(@rate)*1/3")],
)
def test_an_amount_given_to_a_unit_cost_is_divided(quantity: int | None, value: str, cost: str) -> None:
    """A unit cost takes the amount divided by the quantity, as a formula where no decimal says it exactly."""
    plan, id_ = add(plan_of(PLAN), "budget", label="Print", unit_cost=Decimal(9))
    plan = put(plan, f"budget.{id_}.quantity", None if quantity is None else Decimal(quantity))
    given = with_amount(plan, id_, value if value.startswith("=") else Decimal(value)).budget[id_].unit_cost
    assert given == (cost if cost.startswith("=") else Decimal(cost))


@pytest.mark.parametrize(
    ("kind", "baseline", "target", "aim"),
    [
        ("level", 10, 20, 20),
        ("increase", 10, 5, 15),
        ("increase_percent", 200, 10, 220),
        ("maintain", 10, None, 10),
        ("increase", None, 5, None),
        ("qualitative", 10, 20, None),
    ],
)
def test_a_reading_is_measured_against_the_level_that_its_objective_means(
    kind: str, baseline: int | None, target: int | None, aim: int | None
) -> None:
    """An increase is added to the baseline, a percentage is taken of it; the indicator's own target goes first."""
    plan: Plan = put(plan_of(PLAN), "objectives.O1.target_kind", kind)
    plan = put(plan, "objectives.O1.baseline", None if baseline is None else Decimal(baseline))
    plan = put(plan, "objectives.O1.target", None if target is None else Decimal(target))
    plan = put(plan, "indicators.K1.objective", "O1")
    assert target_of(plan, "K1") == (None if aim is None else Decimal(aim))
    assert target_of(put(plan, "indicators.K1.target", Decimal(99)), "K1") == 99


def test_what_is_read_at_a_path_is_what_was_put_there() -> None:
    """Fields, entries and fields of inner records."""
    plan = put(plan_of(PLAN), "indicators.K1.readings.2027-01-31", Decimal(5))
    plan = put(plan, "budget.B1.valid_until", date(2027, 3, 1))
    assert read(plan, "indicators.K1.readings.2027-01-31") == 5
    assert read(plan, "budget.B1.valid_until") == date(2027, 3, 1)
    assert read(plan, "budget.B2.label") is None


@pytest.mark.parametrize(
    ("path", "value"),
    [("actions.A1.owner", "marie\n"), ("plan.currency", "EUR\n"), ("budget.B1.start", "2027-03\n")],
)
def test_a_line_break_at_the_end_is_no_part_of_an_id(path: str, value: str) -> None:
    """An id, a currency or a month ends where it ends."""
    with pytest.raises(EditRefusedError):
        put(plan_of(PLAN), path, value)


def test_the_same_id_is_no_renaming() -> None:
    """The plan stays the very same."""
    plan, id_ = add(Plan(), "objectives")
    assert rename(plan, f"objectives.{id_}", id_) is plan
