"""What next year's plan leaves to be decided: what nobody has said yet, and what held for a year only."""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from model.plain import frozen
from model.plan import Plan
from model.renewal.costs import YearCosts
from model.renewal.lines import is_in_force, is_planned_again
from model.renewal.outcome import objective_outcome
from model.renewal.review_lines import Fate

Code = Literal[
    "verdict", "lesson", "reached", "unread", "running", "as_planned", "put_off", "quotes", "contract", "shares",
    "funding", "ceiling", "summary",
]  # fmt: skip
CODES: tuple[Code, ...] = get_args(Code)


@frozen
class Point:
    """Something to decide: what it is, and where in the new plan."""

    code: Code
    path: str


def points_of(old: Plan, new: Plan, fates: Sequence[Fate], costs: YearCosts) -> tuple[Point, ...]:
    """Everything to decide, by kind, in the order of the plan."""
    found = [*_review(old, fates), *_aims(old), *_actions(old, new), *_lines(old, new, costs), *_money(old, new)]
    return tuple(sorted(found, key=lambda point: CODES.index(point.code)))


def _review(old: Plan, fates: Sequence[Fate]) -> Iterator[Point]:
    for fate in fates:
        if fate.verdict is None:
            yield Point("verdict", f"review.{fate.line}.verdict")
        elif fate.verdict == "correct" and not old.actions[fate.action].lesson:
            yield Point("lesson", f"review.{fate.line}.lesson")


def _aims(old: Plan) -> Iterator[Point]:
    for id_, objective in old.objectives.items():
        outcome = objective_outcome(old, id_)
        if outcome.is_reached:
            yield Point("reached", f"objectives.{id_}.target")
        elif outcome.shown is None and objective.target_kind != "qualitative":
            yield Point("unread", f"objectives.{id_}.baseline")


def _actions(old: Plan, new: Plan) -> Iterator[Point]:
    end = old.plan.end
    for id_ in new.actions:
        action = old.actions[id_]
        if action.status != "done" and action.end is not None and end is not None and action.end > end:
            yield Point("running", f"actions.{id_}.end")


def _lines(old: Plan, new: Plan, costs: YearCosts) -> Iterator[Point]:
    for id_, line in new.budget.items():
        was, cost = old.budget[id_], costs.of_line(id_)
        if cost.amount is not None and not cost.is_told and was.included_in is None:
            yield Point("as_planned", f"budget.{id_}.last_year")
        if is_planned_again(old, id_, costs):
            yield Point("put_off", f"budget.{id_}.amount")
        if was.source == "quote" or was.quotes:
            yield Point("quotes", f"budget.{id_}.source")
        if was.source == "contract" and not is_in_force(old, was):
            yield Point("contract", f"budget.{id_}.source")
        if len(line.shares) < len(was.shares):
            yield Point("shares", f"budget.{id_}.shares")


def _money(old: Plan, new: Plan) -> Iterator[Point]:
    for id_ in new.funding:
        yield Point("funding", f"funding.{id_}.secured")
    if new.plan.ceiling is not None:
        yield Point("ceiling", "plan.ceiling")
    if old.plan.summary:
        yield Point("summary", "plan.summary")
