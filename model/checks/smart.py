"""Rules about objectives, letter by letter: specific, measurable, assigned, within reach, with a path to their day."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.guidance import field_at
from model.checks.objectives import level_wanted
from model.checks.registry import rule
from model.checks.vague import is_vague
from model.objectives import Objective

LONG = timedelta(days=184)
"""From so many days on, an objective has a checkpoint on its way."""
FAR = 3
"""A target so many times where it starts from, or asking for so many times the pace of the past, is far."""
HELD = ("at_least", "at_most", "maintain", "qualitative")
"""These are true or not on any day: no path leads to them."""


@rule("OBJ008", "warning", guide="objectives#target_kind")
def percent_of_a_percentage(context: Context) -> Iterator[Hit]:
    """A metric that is a percentage is to grow by a percentage: points were probably meant."""
    for id_, objective in context.plan.objectives.items():
        if objective.target_kind == "increase_percent" and (objective.unit or "").strip().startswith("%"):
            yield at(f"objectives.{id_}.target_kind", id=id_, target=objective.target or Decimal(0))


@rule("OBJ009", "warning", guide="objectives#owner")
def objective_without_owner(context: Context) -> Iterator[Hit]:
    """Nobody answers for an objective."""
    for id_, objective in context.plan.objectives.items():
        if objective.owner is None:
            yield at(f"objectives.{id_}.owner", id=id_)


@rule("OBJ010", "advice", guide="objectives#metric")
def objective_is_vague(context: Context) -> Iterator[Hit]:
    """An objective names neither what is counted nor a figure: a wish such as « more visible »."""
    for id_, objective in context.plan.objectives.items():
        if objective.target_kind == "qualitative":
            continue
        for name, text in (("title", objective.title), ("metric", objective.metric)):
            if text is not None and is_vague(text):
                path = f"objectives.{id_}.{name}"
                yield at(path, guide=f"objectives#{name}", id=id_, field=field_at(path))


@rule("OBJ011", "advice", guide="objectives#checkpoints")
def long_objective_without_checkpoint(context: Context) -> Iterator[Hit]:
    """An objective of more than six months has no checkpoint before its deadline."""
    start = context.plan.plan.start
    for id_, objective in context.plan.objectives.items():
        if start is None or objective.deadline is None or objective.target_kind in HELD:
            continue
        if objective.deadline - start > LONG and not objective.checkpoints:
            yield at(f"objectives.{id_}.checkpoints", id=id_, deadline=objective.deadline)


@rule("OBJ012", "warning", guide="objectives#checkpoints")
def checkpoint_after_deadline(context: Context) -> Iterator[Hit]:
    """A checkpoint stands on the day of the deadline or after it."""
    for id_, objective in context.plan.objectives.items():
        for day in objective.checkpoints:
            if objective.deadline is not None and day >= objective.deadline.isoformat():
                path = f"objectives.{id_}.checkpoints.{day}"
                yield at(path, id=id_, date=date.fromisoformat(day), deadline=objective.deadline)


def _steps(objective: Objective) -> list[tuple[str, Decimal]]:
    """The values on the way, in order of date, and the target at their end where it is such a value."""
    steps = sorted(objective.checkpoints.items())
    is_level = objective.target_kind in (None, "level", "at_least", "at_most")
    return [*steps, ("", objective.target)] if steps and is_level and objective.target is not None else steps


@rule("OBJ013", "warning", guide="objectives#checkpoints")
def checkpoints_go_back(context: Context) -> Iterator[Hit]:
    """The values of the checkpoints go up, then down: one of them is above the next, or beyond the target."""
    for id_, objective in context.plan.objectives.items():
        steps = _steps(objective)
        is_rising = len(steps) > 1 and steps[-1][1] >= steps[0][1]
        for (day, value), (_, following) in pairwise(steps):
            if value != following and (value < following) is not is_rising:
                path = f"objectives.{id_}.checkpoints.{day}"
                yield at(path, id=id_, date=date.fromisoformat(day), value=value, following=following)
                break


@rule("OBJ014", "warning", guide="objectives#parent")
def due_after_its_parent(context: Context) -> Iterator[Hit]:
    """A sub-objective is due after the objective that it is to help reach."""
    objectives = context.plan.objectives
    for id_, objective in objectives.items():
        parent = objectives.get(objective.parent or "")
        if parent is None or parent.deadline is None or objective.deadline is None:
            continue
        if objective.deadline > parent.deadline:
            path = f"objectives.{id_}.deadline"
            yield at(path, id=id_, date=objective.deadline, parent=objective.parent, deadline=parent.deadline)


def _is_far(start: Decimal, level: Decimal) -> bool:
    return start > 0 and (level > FAR * start or (level >= 0 and level * FAR < start))


@rule("OBJ015", "advice", guide="objectives#target")
def target_far_from_baseline(context: Context) -> Iterator[Hit]:
    """A target is more than three times where one stands, or less than a third of it."""
    for id_, objective in context.plan.objectives.items():
        level, start = level_wanted(objective), objective.baseline
        if level is None or start is None or objective.target_kind in HELD or not _is_far(start, level):
            continue
        yield at(f"objectives.{id_}.target", id=id_, target=level, start=start)


@rule("OBJ016", "advice", guide="objectives#baseline_date")
def baseline_without_date(context: Context) -> Iterator[Hit]:
    """A baseline does not say of which day it is."""
    for id_, objective in context.plan.objectives.items():
        if objective.baseline is not None and objective.baseline_date is None:
            yield at(f"objectives.{id_}.baseline_date", id=id_)


@rule("OBJ017", "warning", guide="objectives#target")
def increase_of_nothing(context: Context) -> Iterator[Hit]:
    """An increase is of zero or less, though no indicator goes down."""
    for id_, objective in context.plan.objectives.items():
        if objective.target_kind not in ("increase", "increase_percent") or objective.target is None:
            continue
        goes_down = any(indicator.direction == "down" for indicator in context.measures.get(id_, ()))
        if objective.target <= 0 and not (goes_down and objective.target):
            yield at(f"objectives.{id_}.target", id=id_, target=objective.target)


@rule("OBJ018", "warning", guide="objectives#baseline_date")
def baseline_after_deadline(context: Context) -> Iterator[Hit]:
    """A baseline is of the day of the deadline, or later."""
    for id_, objective in context.plan.objectives.items():
        day, deadline = objective.baseline_date, objective.deadline
        if day is not None and deadline is not None and day >= deadline:
            yield at(f"objectives.{id_}.baseline_date", id=id_, date=day, deadline=deadline)


@rule("TRC005", "advice", guide="objectives#answers")
def objective_answers_nothing(context: Context) -> Iterator[Hit]:
    """An objective of the first rank answers no finding of the diagnostic."""
    if is_blank(context.plan.diagnostic.swot):
        return
    for id_, objective in context.plan.objectives.items():
        if objective.parent is None and not objective.answers:
            yield at(f"objectives.{id_}.answers", id=id_)
