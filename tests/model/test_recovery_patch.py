"""Changes between versions of a plan: exact, in order, and sharing what they do not name."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model import edits
from model.plan import Plan
from model.recovery.encoding import decoded, encoded, from_changes, to_changes
from model.recovery.patch import Change, PatchRefusedError, patch, patched
from model.references import records
from model.store.reading import loads
from model.store.writing import dumps
from tests.checking import plan_of
from tests.sampling import some
from tests.strategies import DRIVERS, plans, words

LINKS = st.dictionaries(words(), words(), max_size=3)


def plans_of_files() -> st.SearchStrategy[Plan]:
    """Plans as a file holds them: no id twice."""
    return plans(with_scenarios=True).map(_with_ids_of_their_own)


def _given(value: object, _: object) -> object:
    return value


def _with_ids_of_their_own(plan: Plan) -> Plan:
    for id_, action in plan.actions.items():
        own = {f"J{id_}": milestone for milestone in action.milestones.values()}
        plan = edits.change_at(plan, f"actions.{id_}.milestones", partial(_given, own))
    return plan


def _through(changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return to_changes(decoded(encoded(from_changes(changes))))


def _assert_exact(old: Plan, new: Plan) -> None:
    assert dumps(patched(old, _through(patch(old, new)))) == dumps(new)
    assert dumps(patched(new, _through(patch(new, old)))) == dumps(old)


@settings(max_examples=some(150), deadline=None)
@given(plans_of_files(), plans_of_files(), LINKS, LINKS)
def test_any_plan_becomes_any_other(old: Plan, new: Plan, left: dict[str, str], right: dict[str, str]) -> None:
    """Whatever two plans hold, written as lines and read back, the changes make one of the other, order included."""
    _assert_exact(old.replaced({"links": left}), new.replaced({"links": right}))


Edit = Callable[[Plan], Plan]


def _edits() -> st.SearchStrategy[Edit]:
    number = st.integers(0, 30)

    def edit(kind: str, n: int, by: int, text: str) -> Edit:
        def made(plan: Plan) -> Plan:
            paths = [path for path, _, _ in records(plan)]
            if kind == "add" or not paths:
                table = ("actions", "budget", "team", "diagnostic.swot")[n % 4]
                keys = list(getattr(plan, table, {}))
                return edits.add(plan, table, keys[n % len(keys)] if keys and n % 3 else None)[0]
            path = paths[n % len(paths)]
            if kind == "sheet":
                return edits.put(plan, "plan.title", text)
            return {
                "remove": lambda: edits.remove(plan, path),
                "move": lambda: edits.move(plan, path, by),
                "rename": lambda: edits.rename(plan, path, f"X{n}{abs(by)}x{len(paths)}"),
                "put": lambda: edits.change_at(plan, path, lambda record: record.trusted()),
            }[kind]()

        return made

    kinds = st.sampled_from(["add", "remove", "move", "rename", "put", "sheet"])
    return st.builds(edit, kinds, number, st.integers(-5, 5), words())


@settings(max_examples=some(150), deadline=None)
@given(plans_of_files(), st.lists(_edits(), min_size=1, max_size=12))
def test_any_edits(plan: Plan, made: list[Edit]) -> None:
    """After edits of every kind, each step and all of them together are given exactly, and can be taken back."""
    versions = [plan]
    for edit in made:
        try:
            versions.append(edit(versions[-1]))
        except edits.EditRefusedError:
            continue
    _assert_exact(versions[0], versions[-1])
    changes = [change for old, new in pairwise(versions) for change in patch(old, new)]
    assert dumps(patched(plan, _through(tuple(changes)))) == dumps(versions[-1])


PLAN = """\
format = 1
[plan]
title = "Exemple"
[team.marie]
[objectives.O1]
title = "Un"
[budget.B1]
label = "Stand"
amount = 1000.05
[budget.B1.months]
2027-03 = 1
[budget.B2]
[links]
a = "un"
"""


def test_an_edit_is_one_record_and_shares_the_rest() -> None:
    """Only the record edited is written, and the plan made of it keeps every other object."""
    plan = plan_of(PLAN)
    new = edits.put(plan, "budget.B1.amount", Decimal(7))
    changes = patch(plan, new)
    assert [(change.path, list(change.records), change.order) for change in changes] == [("budget", ["B1"], None)]
    made = patched(plan, changes)
    assert made.budget["B2"] is plan.budget["B2"]
    assert made.objectives is plan.objectives
    assert made.plan is plan.plan


def test_moving_writes_no_record() -> None:
    """A move is the order of the keys between its two ends."""
    plan = plan_of("format = 1\n" + "".join(f"[budget.B{n}]\n" for n in range(1, 100)))
    (change,) = patch(plan, edits.move(plan, "budget.B50", 2))
    assert change == Change("budget", {}, {}, (49, ("B51", "B52", "B50")))


def test_inserting_names_what_it_follows() -> None:
    """A record put in the middle does not have the keys behind it written again."""
    plan = plan_of("format = 1\n" + "".join(f"[budget.B{n}]\n" for n in range(1, 100)))
    (change,) = patch(plan, edits.add(plan, "budget", after="B50", id_="new")[0])
    assert change == Change("budget", {"new": {}}, {"new": "B50"})


def test_the_same_plan_read_twice_does_not_differ() -> None:
    """Plans that share nothing and say the same do not differ; a table in another order does."""
    assert patch(plan_of(PLAN), plan_of(PLAN)) == ()
    months = PLAN.replace("2027-03 = 1", "2027-03 = 1\n2027-01 = 1")
    other = PLAN.replace("2027-03 = 1", "2027-01 = 1\n2027-03 = 1")
    _assert_exact(plan_of(months), plan_of(other))
    assert len(patch(plan_of(months), plan_of(other))) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (Change("nowhere", {"x": {}}), "path_unknown"),
        (Change("budget", {"B9": None}), "key_unknown"),
        (Change("plan", {"x": {}}), "key_unknown"),
        (Change("plan", {"": None}), "key_unknown"),
        (Change("budget", {}, {}, (0, ("B2", "B2"))), "order_unknown"),
        (Change("budget", {}, {}, (0, ("B2", "B9"))), "order_unknown"),
        (Change("budget", {"B3": {}}, {"B3": "B9"}), "order_unknown"),
        (Change("budget", {"B3": {}}, {"B3": "B3"}), "order_unknown"),
        (Change("budget", {"B1": {"amount": "x"}}), "wrong_type"),
        (Change("budget", {"B1": {"amunt": 1}}), "unknown_key"),
        (Change("budget", {"B1": "text"}), "wrong_type"),
        (Change("budget", {"1": {}}), "id_form"),
        (Change("plan", {"": {"start": 1}}), "wrong_type"),
        (Change("links", {"a": {}}), "wrong_type"),
        (Change("diagnostic.market", {"": {"size": "x"}}), "wrong_type"),
    ],
)
def test_what_is_no_change_of_the_plan_is_refused(change: Change, code: str) -> None:
    """A change that names what is not there, or a record that a file could not hold, is refused with a code."""
    with pytest.raises(PatchRefusedError) as refusal:
        patched(plan_of(PLAN), [change])
    assert refusal.value.code == code


@pytest.mark.parametrize(
    "given_",
    [
        "1", '[["budget"]]', '[[1,[],[],null]]', '[["budget",{},[],null]]', '[["budget",[],[["B1",1]],null]]',
        '[["budget",[],[],[-1,[]]]]', '[["budget",[],[],[true,[]]]]', '[["budget",[],[],[0,[1]]]]', "[", "[" * 100_000,
        '[["budget",[["B1",{"amount":{"#":"x"}}]],[],null]]', '[["budget",[["B1",{"start":{"@":1}}]],[],null]]',
    ],
)  # fmt: skip
def test_what_is_no_line_of_changes_is_refused(given_: str) -> None:
    """A text that holds no changes is a `ValueError`, whatever it holds."""
    with pytest.raises(ValueError):  # noqa: PT011 - the promise is the class alone
        to_changes(decoded(given_))


def test_what_is_no_value_of_a_plan_is_not_written() -> None:
    """Only what a record's document holds can be written."""
    value: Any = object()
    with pytest.raises(TypeError):
        encoded([value])


def test_drivers_are_records_too() -> None:
    """A driver renamed takes its formulas along, and all of it is given."""
    text = f'format = 1\n[drivers.{DRIVERS[0]}]\nvalue = 1\n[budget.B1]\namount = "=2*@{DRIVERS[0]}"\n'
    plan = loads(text.encode())
    _assert_exact(plan, edits.rename(plan, f"drivers.{DRIVERS[0]}", "taux"))
