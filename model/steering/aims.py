"""What an indicator aims at: from where, at how much, by when, and which way is good."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from model.indicators import Indicator
from model.measures import objective_level, target_of
from model.objectives import Objective
from model.plain import frozen
from model.plan import Plan

Direction = Literal["up", "down", "stay"]
DEFAULT_TOLERANCE = Decimal(5)
"""The percentage accepted where an indicator names none."""
_OF_KIND: dict[str, Direction] = {"at_least": "up", "at_most": "down", "maintain": "stay", "range": "stay"}


@frozen
class Aim:
    """Where an indicator starts, on which day, and what it should be at its due date: from `low` to `high`.

    The two are the same except for a range. `checkpoints` are the objective's, where its target is the indicator's.
    """

    baseline: Decimal | None
    since: date | None
    low: Decimal | None
    high: Decimal | None
    due: date | None
    direction: Direction
    tolerance: Decimal
    checkpoints: tuple[tuple[date, Decimal], ...] = ()
    is_held: bool = False
    """Whether the target holds all along rather than at the end alone: to be maintained, or a range."""


def aim_of(plan: Plan, indicator_id: str) -> Aim:
    """The indicator's own target, due date and baseline, each its objective's where it has none."""
    indicator = plan.indicators[indicator_id]
    objective = plan.objectives.get(indicator.objective or "") or Objective.trusted()
    low = target_of(plan, indicator_id)
    shares = indicator.target is None or indicator.target == _level(plan, indicator)
    baseline, since = _start(plan, indicator, objective, shares=shares)
    high = objective.target_high if shares and objective.target_kind == "range" else None
    if low is not None and high is not None and high < low:
        low, high = high, low
    return Aim(
        baseline,
        since,
        low,
        low if high is None else high,
        indicator.due or objective.deadline,
        direction_of(indicator, objective, low),
        DEFAULT_TOLERANCE if indicator.tolerance is None else abs(indicator.tolerance),
        _checkpoints(objective) if shares else (),
        shares and objective.target_kind in ("maintain", "range"),
    )


def _level(plan: Plan, indicator: Indicator) -> Decimal | None:
    """What the objective alone would have the indicator aim at."""
    objective = plan.objectives.get(indicator.objective or "")
    return None if objective is None else objective_level(objective)


def _start(
    plan: Plan, indicator: Indicator, objective: Objective, *, shares: bool
) -> tuple[Decimal | None, date | None]:
    """The baseline and the day from which the path runs; what is summed starts from nothing, the evening before."""
    start = plan.plan.start
    if indicator.aggregate == "sum":
        return Decimal(0), None if start is None else start - timedelta(days=1)
    if indicator.baseline is not None and indicator.baseline != objective.baseline:
        return indicator.baseline, start
    if indicator.baseline is None and not shares and indicator.unit != objective.unit:
        # The objective's baseline counts something else.
        return None, start
    return objective.baseline, objective.baseline_date or start


def direction_of(indicator: Indicator, objective: Objective, target: Decimal | None) -> Direction:
    """Which way is good: as the indicator says, as the kind of target says, else from baseline to target."""
    baseline = objective.baseline if indicator.baseline is None else indicator.baseline
    if indicator.direction is not None:
        return indicator.direction
    if objective.target_kind in _OF_KIND:
        return _OF_KIND[objective.target_kind]
    return "down" if baseline is not None and target is not None and target < baseline else "up"


def _checkpoints(objective: Objective) -> tuple[tuple[date, Decimal], ...]:
    return tuple(sorted((date.fromisoformat(day), level) for day, level in objective.checkpoints.items()))
