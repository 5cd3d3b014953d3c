"""A check in steps finds what a check at once finds, and no step of it goes through a whole large plan twice."""

from model.checks import Finding, check, checking
from model.plan import Plan
from tests import flawed
from tests.bench.plans import plan
from tests.checking import TODAY, plan_of


def _in_steps(subject: Plan) -> tuple[int, tuple[Finding, ...]]:
    steps, count = checking(subject, TODAY), 0
    while True:
        try:
            next(steps)
        except StopIteration as done:
            found: tuple[Finding, ...] = done.value
            return count, found
        count += 1


def test_the_same_is_found_in_steps() -> None:
    """In steps or at once, the findings and their order are the same."""
    for text in (plan(300), *flawed.FLAWED):
        assert _in_steps(plan_of(text))[1] == check(plan_of(text), TODAY)


def test_a_larger_plan_has_more_steps() -> None:
    """The rules that look at everything pause on their way: a plan twenty times as large has more steps."""
    small, large = (_in_steps(plan_of(plan(lines)))[0] for lines in (200, 4000))
    assert large > small + 20
