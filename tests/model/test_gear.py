"""The gear of the decisions, the self-assessment, the grid of purchases and the map of segments, by their figures."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model import orientation, purchasing, targeting
from model.gear import AXES, OPTIONS, state_of, turned
from model.master import Answer, DecisionKey, Purchase, QuestionKey
from model.plan import Plan
from tests.checking import TODAY, plan_of

QUESTIONS = get_args(QuestionKey)
marks = st.none() | st.integers(0, 4)


def test_the_axes_hold_the_sixteen_decisions_in_order() -> None:
    """Two, four, three, six and one: together the sixteen, as the method numbers them."""
    assert [len(keys) for keys in AXES.values()] == [2, 4, 3, 6, 1]
    assert tuple(key for keys in AXES.values() for key in keys) == get_args(DecisionKey) == tuple(OPTIONS)


def test_an_option_belongs_to_one_decision() -> None:
    """A word of the file means one thing, whichever decision it stands in."""
    options = [option for named in OPTIONS.values() for option in named]
    assert len(options) == len(set(options))


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("", "blank"),
        ('choice = "c"', "open"),
        ('options = ["push"]', "open"),
        ('reason = "r"', "blank"),
        ('status = "taken"', "taken"),
        ('status = "deferred"', "deferred"),
        ('status = "taken"\nrevisit = 2027-05-01', "taken"),
        ('status = "taken"\nrevisit = 2027-04-30', "overdue"),
    ],
)
def test_where_a_decision_stands(text: str, state: str) -> None:
    """By its status, by what is written, by the day; a revisit date holds on its last day."""
    assert state_of(plan_of(f"[decisions.crm]\n{text}\n").decisions["crm"], TODAY) == state


def test_how_far_the_gear_is() -> None:
    """What is taken or deferred counts as settled, what is open or overdue does not."""
    text = """
    [decisions.studies]
    status = "taken"
    [decisions.models]
    status = "taken"
    revisit = 2027-01-01
    [decisions.partners]
    status = "deferred"
    revisit = 2027-09-01
    [decisions.crm]
    status = "open"
    """
    found = {axis: (share.settled, share.whole) for axis, share in turned(plan_of(text), TODAY).items()}
    assert found == {
        "information": (1, 2),
        "strategy": (1, 4),
        "distribution": (0, 3),
        "customers": (0, 6),
        "structure": (0, 1),
    }


def _percent(scores: list[int]) -> int | None:
    """By another road: the mean of the scores as shares of the highest, rounded half up."""
    if not scores:
        return None
    mean = sum((Decimal(score) / 4 for score in scores), Decimal(0)) / len(scores) * 100
    return int(mean.quantize(Decimal(1), ROUND_HALF_UP))


@given(st.lists(st.tuples(marks, marks), min_size=12, max_size=12))
def test_the_score_is_that_of_the_questions_answered(given_marks: list[tuple[int | None, int | None]]) -> None:
    """The percentage counts what is answered; the rise compares only what was answered both times."""
    answers = {
        question: Answer(score=score, previous=previous)
        for question, (score, previous) in zip(QUESTIONS, given_marks, strict=True)
    }
    found = orientation.overall(Plan(orientation=answers))
    both = [(score, previous) for score, previous in given_marks if score is not None and previous is not None]
    assert (found.answered, found.asked) == (sum(score is not None for score, _ in given_marks), 12)
    assert found.percent == _percent([score for score, _ in given_marks if score is not None])
    after, before = _percent([score for score, _ in both]), _percent([previous for _, previous in both])
    assert found.rise == (None if after is None or before is None else after - before)


def test_themes_hold_the_twelve_questions() -> None:
    """Each question belongs to one theme, and an answer to no question counts in none."""
    assert tuple(q for questions in orientation.THEMES.values() for q in questions) == QUESTIONS
    plan = plan_of("[orientation.Q1]\nscore = 4\n[orientation.Q99]\nscore = 0\n")
    assert orientation.by_theme(plan)["knowledge"] == orientation.Assessed(1, 3, 100, None)
    assert orientation.overall(plan).percent == 100


@pytest.mark.parametrize(
    ("impact", "risk", "quadrant", "approach"),
    [
        (5, 5, "strategic", "partnership"),
        (3, 3, "strategic", "partnership"),
        (3, 2, "leverage", "competition"),
        (2, 3, "bottleneck", "secured"),
        (2, 2, "routine", "simplified"),
        (None, 3, None, None),
    ],
)
def test_a_purchase_falls_in_a_quadrant(impact: int | None, risk: int | None, quadrant: str, approach: str) -> None:
    """By impact and risk, three and more being high; without both scores it falls in none."""
    purchase = Purchase(impact=impact, risk=risk)
    assert (purchasing.quadrant_of(purchase), purchasing.suggested(purchase)) == (quadrant, approach)


def test_value_is_not_put_out_to_the_lowest_bidder() -> None:
    """What creates value for the customer is not suggested for competition, whatever its quadrant."""
    assert purchasing.suggested(Purchase(kind="creates_value", impact=5, risk=1)) == "partnership"


@pytest.mark.parametrize(("text", "count"), [(None, 0), ("Roux", 1), ("Roux, Metalcast;\nFonte", 3), (" , ", 0)])
def test_suppliers_are_counted_by_name(text: str | None, count: int) -> None:
    """Names are parted by commas, semicolons, slashes or line breaks."""
    assert purchasing.supplier_count(Purchase(suppliers=text)) == count


def test_segments_are_ranked_by_attractiveness_times_chance() -> None:
    """The best first, the file's order among equals; a segment without both scores has no rank."""
    text = "".join(
        f"[segments.G{n}]\nattractiveness = {a}\nchance = {c}\n" for n, (a, c) in enumerate([(2, 3), (5, 4), (3, 2)])
    )
    assert targeting.ranked(plan_of(text + "[segments.G9]\nchance = 5\n")) == {"G1": 20, "G0": 6, "G2": 6}


def test_today_is_asked_for() -> None:
    """A plan looked at on another day is judged by that day."""
    decision = plan_of("[decisions.crm]\nrevisit = 2027-04-30\n").decisions["crm"]
    assert state_of(decision, date(2027, 4, 30)) == "blank"
