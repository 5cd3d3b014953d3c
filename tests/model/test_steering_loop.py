"""From the gap to the decision and back: alerts rising, corrections and their score, the PDCA state of actions."""

from datetime import date
from decimal import Decimal

import pytest

from model.plan import Plan
from model.steering.correcting import asks_decision, corrected, reviews_due, score_of
from model.steering.cycle import suggested
from model.steering.rising import dashboard
from model.steering.state import state_of
from tests.checking import plan_of

PLAN = """
format = 1
[plan]
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
title = "Sales"
[objectives.O2]
title = "Quotes"
parent = "O1"
unit = "quotes"
baseline = 100
baseline_date = 2026-12-31
target = 465
deadline = 2027-12-31
[objectives.O3]
title = "Alone"
[actions.A1]
title = "Fair"
objectives = ["O2"]
[indicators.K1]
name = "Quotes"
objective = "O2"
unit = "quotes"
[indicators.K1.readings]
2027-01-31 = 131
2027-02-28 = 100
[indicators.K2]
name = "Of nothing"
unit = "calls"
"""
MARCH = date(2027, 3, 5)


def with_(more: str) -> Plan:
    """The plan with something more."""
    return plan_of(PLAN + more)


# --- alerts ---------------------------------------------------------------------------------------------------------


def test_an_alert_rises_to_the_objective_its_parent_and_the_plan() -> None:
    """The worst of an objective's indicators is its own, and its parent's; what nothing measures says so."""
    board = dashboard(plan_of(PLAN), MARCH)
    assert {id_: alert.worst for id_, alert in board.objectives.items()} == {
        "O1": "off",
        "O2": "off",
        "O3": "unmeasured",
    }
    assert (board.plan.worst, board.plan.counts, board.plan.red) == ("off", {"off": 1, "no_path": 1}, 1)


def test_parents_in_a_circle_are_gone_through_once() -> None:
    """A cycle is a finding, not an endless walk."""
    text = PLAN.replace('title = "Sales"', 'title = "Sales"\nparent = "O2"')
    assert dashboard(plan_of(text), MARCH).objectives["O1"].counts == {"off": 1}


# --- corrections ----------------------------------------------------------------------------------------------------


def asks(more: str, today: date = MARCH) -> bool:
    """Whether K1 asks for a decision."""
    plan = with_(more)
    return asks_decision(plan, state_of(plan, "K1", today), today)


CORRECTION = '[corrections.X1]\nindicator = "K1"\ncause = "Late fair"\ndecision = "accept"\n'


def test_a_red_indicator_asks_for_a_cause_and_a_decision() -> None:
    """Until a correction of the last reading gives both, or one is still to be reviewed."""
    assert asks("")
    assert not asks(CORRECTION + "date = 2027-03-01")
    assert asks(CORRECTION + "date = 2027-02-01")
    assert not asks(CORRECTION + "date = 2027-02-01\nreview = 2027-04-01")
    assert asks(CORRECTION.replace("Late fair", " ") + "date = 2027-03-01")
    assert not asks("", date(2027, 2, 10)), "it was on its path then"


def test_acting_makes_a_correction_and_an_action_that_comes_from_it() -> None:
    """One new plan with both: the cause, the gap, the action's origin and the objective that it serves."""
    plan = plan_of(PLAN)
    after, correction, action = corrected(plan, state_of(plan, "K1", MARCH), MARCH, "Late fair", title="Call them")
    assert (correction, action) == ("X1", "A2")
    assert action is not None
    made, answer = after.corrections[correction], after.actions[action]
    assert (made.indicator, made.date, made.gap, made.cause) == ("K1", MARCH, Decimal(-59), "Late fair")
    assert (made.decision, made.action) == ("act", "A2")
    assert (answer.title, answer.from_, answer.objectives, answer.start) == ("Call them", "X1", ("O2",), MARCH)
    assert not plan.corrections


def test_an_action_there_already_answers_too() -> None:
    """It is named, and keeps the origin that it has."""
    plan = plan_of(PLAN)
    after, correction, _ = corrected(plan, state_of(plan, "K1", MARCH), MARCH, "Late fair", action="A1")
    assert after.corrections[correction].action == "A1"
    assert after.actions == plan.actions


def test_accepting_waits_for_its_review() -> None:
    """No action; the day to look at it again."""
    plan, may = plan_of(PLAN), date(2027, 5, 1)
    after, correction, action = corrected(plan, state_of(plan, "K1", MARCH), MARCH, "Late fair", review=may)
    assert (after.corrections[correction].decision, action) == ("accept", None)
    assert reviews_due(after, may) == (correction,)
    assert not reviews_due(after, date(2027, 4, 30))
    again, _, _ = corrected(after, state_of(after, "K1", may), may, "Still", title="Call them")
    assert not reviews_due(again, may)


@pytest.mark.parametrize(
    ("reading", "score"), [("180", "better"), ("134", "same"), ("90", "worse"), ("250", "better"), ("", "waiting")]
)
def test_the_next_reading_scores_the_correction(reading: str, score: str) -> None:
    """59 were missing; of 190 expected on 31 March, 56 missing is no change, ten or a hundred is."""
    text = PLAN.replace("2027-02-28 = 100", f"2027-02-28 = 100\n2027-03-31 = {reading}" if reading else "")
    plan = plan_of(text + CORRECTION + "date = 2027-03-01\ngap = -59")
    assert score_of(plan, "X1", date(2027, 4, 5)) == score


def test_a_score_is_not_given_across_a_break() -> None:
    """The two gaps measure different things."""
    text = PLAN.replace("2027-02-28 = 100", "2027-02-28 = 100\n2027-03-31 = 180")
    text = text.replace('name = "Quotes"\nobj', 'name = "Quotes"\nbreaks = [2027-03-10]\nobj')
    plan = plan_of(text + CORRECTION + "date = 2027-03-01\ngap = -59")
    assert score_of(plan, "X1", date(2027, 4, 5)) is None


# --- the loop -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("own", "turn", "reason"),
    [
        ("", "plan", "not_begun"),
        ('status = "planned"\nstart = 2027-01-01', "plan", "not_begun"),
        ("start = 2027-02-01", "act", "off_path"),
        ('status = "doing"', "act", "off_path"),
        ('status = "done"\nend = 2027-03-01', "check", "finished"),
        ('milestones.J1 = { title = "Stand", due = 2027-03-01, done = 2027-03-02 }', "check", "milestone_done"),
        ('milestones.J1 = { title = "Stand", due = 2027-02-01, done = 2027-02-02 }', "act", "off_path"),
    ],
)
def test_the_loop_follows_from_what_is_known(own: str, turn: str, reason: str) -> None:
    """Planned until it begins, checked after what was done, acted upon when the indicator says so."""
    plan = plan_of(PLAN.replace('objectives = ["O2"]', f'objectives = ["O2"]\n{own}'))
    found = suggested(plan, dashboard(plan, MARCH), "A1")
    assert found is not None
    assert (found.turn, found.reason, found.differs) == (turn, reason, False)


def test_on_its_path_an_action_goes_on_and_once_done_is_kept() -> None:
    """Do, then act on what worked."""
    for own, turn in (('status = "doing"', "do"), ('status = "done"\nend = 2027-01-20', "act")):
        plan = plan_of(PLAN.replace('objectives = ["O2"]', f'objectives = ["O2"]\npdca = "plan"\n{own}'))
        found = suggested(plan, dashboard(plan, date(2027, 2, 10)), "A1")
        assert found is not None
        assert (found.turn, found.differs) == (turn, True)


def test_a_dropped_action_is_in_no_loop() -> None:
    """Nothing is suggested."""
    plan = plan_of(PLAN.replace('objectives = ["O2"]', 'objectives = ["O2"]\nstatus = "dropped"'))
    assert suggested(plan, dashboard(plan, MARCH), "A1") is None
