"""Corrections: what a red indicator still asks for, how the next reading scores what was decided, and making one."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from model import edits
from model.indicators import Correction
from model.plan import Plan
from model.steering.aims import Aim
from model.steering.arithmetic import settled
from model.steering.state import State, shortfall, state_of

Score = Literal["better", "same", "worse", "waiting"]
NOTICEABLE = Fraction(1, 10)
"""A gap that changes by less than this part of itself has not changed."""


def corrections_of(plan: Plan, indicator_id: str) -> dict[str, Correction]:
    """An indicator's corrections, in the order of the file."""
    return {id_: one for id_, one in plan.corrections.items() if one.indicator == indicator_id}


def asks_decision(plan: Plan, state: State, today: date) -> bool:
    """Whether a red indicator has no decision: none since its last reading, none that is to be reviewed later."""
    if not state.is_red or state.last is None:
        return False
    return not any(_answers(one, state.last.day, today) for one in corrections_of(plan, state.id).values())


def _answers(correction: Correction, last: date, today: date) -> bool:
    if correction.decision is None or correction.date is None or not (correction.cause or "").strip():
        return False
    return correction.date >= last or (correction.review is not None and correction.review >= today)


def reviews_due(plan: Plan, today: date) -> tuple[str, ...]:
    """The corrections whose review date has come and that no later correction of the same indicator follows."""
    return tuple(
        id_
        for id_, one in plan.corrections.items()
        if one.review is not None and one.review <= today and not _is_followed(plan, one)
    )


def _is_followed(plan: Plan, correction: Correction) -> bool:
    later = (other.date for other in corrections_of(plan, correction.indicator or "").values())
    return any(day is not None and correction.review is not None and day >= correction.review for day in later)


def score_of(plan: Plan, correction_id: str, today: date) -> Score | None:
    """Whether the first reading after a correction shows a smaller gap; None where the two cannot be compared."""
    correction = plan.corrections[correction_id]
    if correction.date is None or correction.indicator not in plan.indicators:
        return None
    state = state_of(plan, correction.indicator, today)
    after = next((reading for reading in state.series if reading.day > (correction.date or today)), None)
    if after is None:
        return "waiting"
    before = _short_before(plan, correction, state.aim)
    then = state_of(plan, correction.indicator, after.day)
    was_same = _run_at(state, correction.date) in (None, after.run)
    if before is None or then.gap is None or not was_same:
        return None
    return _compared(before, then.shortfall)


def _short_before(plan: Plan, correction: Correction, aim: Aim) -> Decimal | None:
    """How much of the gap lay on the wrong side when it was decided: as noted, else as the last reading had it."""
    if correction.gap is not None:
        return shortfall(correction.gap, aim)
    if correction.date is None or correction.indicator is None:
        return None
    state = state_of(plan, correction.indicator, correction.date)
    return None if state.gap is None else state.shortfall


def _run_at(state: State, day: date) -> int | None:
    before = [reading.run for reading in state.series if reading.day <= day]
    return before[-1] if before else None


def _compared(before: Decimal, after: Decimal) -> Score:
    change = Fraction(after) - Fraction(before)
    if abs(change) < NOTICEABLE * Fraction(before) or not change:
        return "same"
    return "better" if change < 0 else "worse"


def corrected(
    plan: Plan,
    state: State,
    today: date,
    cause: str,
    *,
    action: str | None = None,
    title: str | None = None,
    review: date | None = None,
) -> tuple[Plan, str, str | None]:
    """The plan with a correction of an indicator, its id, and the id of the action that answers it.

    With a `title` a new action is made, its origin the correction; an `action` there already is named; with neither
    the gap is accepted, until its `review`.

    Raises:
        EditRefusedError: a text or a date that cannot stand.
    """
    indicator = plan.indicators[state.id]
    decision = "accept" if action is None and title is None else "act"
    plan, correction = edits.add(
        plan,
        "corrections",
        indicator=state.id,
        date=today,
        gap=None if state.gap is None else settled(state.gap),
        cause=cause,
        decision=decision,
        review=review,
    )
    if title is not None:
        served = (indicator.objective,) if indicator.objective else ()
        origin = {"from": correction}
        plan, action = edits.add(
            plan, "actions", title=title, objectives=served, start=today, status="planned", pdca="act", **origin
        )
    if action is not None:
        plan = edits.put(plan, f"corrections.{correction}.action", action)
    return plan, correction, action
