"""Records that always stand in their section: written in the order of the method, gone when nothing is left in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import edits
from model.plan import Plan
from model.standing import STANDING, ids_of, stands
from tests.checking import plan_of

KEYS = STANDING["decisions"]


@given(st.permutations(KEYS), st.integers(0, len(KEYS)))
def test_decisions_are_written_in_the_order_of_the_method(order: list[str], count: int) -> None:
    """Whichever is typed first, the file has them as the method numbers them."""
    plan = Plan()
    for key in order[:count]:
        plan = edits.put(plan, f"decisions.{key}.choice", "c")
    assert list(plan.decisions) == [key for key in KEYS if key in order[:count]]


@given(st.permutations(KEYS[:6]))
def test_emptied_one_after_the_other_nothing_is_left(order: list[str]) -> None:
    """The last thing of a decision erased, the decision goes; the others stay as they are."""
    plan = Plan()
    for key in KEYS[:6]:
        plan = edits.put(edits.put(plan, f"decisions.{key}.reason", "r"), f"decisions.{key}.options", ("push",))
    for n, key in enumerate(order, 1):
        plan = edits.put(edits.put(plan, f"decisions.{key}.reason", None), f"decisions.{key}.options", ())
        assert list(plan.decisions) == [kept for kept in KEYS[:6] if kept not in order[:n]]


@pytest.mark.parametrize("value", [None, "", ()])
def test_nothing_put_into_a_blank_one_changes_nothing(value: object) -> None:
    """Going through a field without typing makes no record, and is no step to undo."""
    plan = Plan()
    assert edits.put(plan, "decisions.crm.options", value) is plan
    assert edits.put(plan, "orientation.Q3.score", None) is plan


def test_a_file_of_another_order_keeps_it() -> None:
    """What somebody wrote in another order stays; a new one comes after the last that the method has before it."""
    plan = plan_of('[decisions.crm]\nchoice = "c"\n[decisions.studies]\nchoice = "c"\n')
    assert list(edits.put(plan, "decisions.models.choice", "c").decisions) == ["crm", "studies", "models"]


def test_a_record_elsewhere_may_be_empty() -> None:
    """An action without a word is an action still: only what always stands leaves the plan when it says nothing."""
    plan = edits.put(plan_of('[actions.A1]\ntitle = "t"\n'), "actions.A1.title", None)
    assert "A1" in plan.actions


def test_an_answer_to_no_question_is_shown_after_the_others() -> None:
    """The twelve questions come first; what a file holds besides is not hidden."""
    assert ids_of("orientation", {"Q13": 1, "Q2": 1}) == [*STANDING["orientation"], "Q13"]
    assert [stands(path) for path in ("orientation.Q12", "orientation.Q13", "objectives.O1")] == [True, False, False]
