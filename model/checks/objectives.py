"""Rules about objectives: each can be measured, has a day, and asks for better than what is."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.guidance import field_at
from model.checks.registry import rule
from model.indicators import Indicator
from model.objectives import Objective


@rule("OBJ001", "error", guide="objectives#deadline")
def objective_without_deadline(context: Context) -> Iterator[Hit]:
    """An objective has no deadline."""
    for id_, objective in context.plan.objectives.items():
        if objective.deadline is None:
            yield at(f"objectives.{id_}.deadline", id=id_)


def _unmeasurable(context: Context, *, is_qualitative: bool) -> Iterator[Hit]:
    for id_, objective in context.plan.objectives.items():
        if (objective.target_kind == "qualitative") is not is_qualitative:
            continue
        # What is to be maintained is its baseline.
        is_kept = objective.target_kind == "maintain" and objective.baseline is not None
        for name, is_missing in (
            ("metric", is_blank(objective.metric)),
            ("target", objective.target is None and not is_kept),
        ):
            if is_missing:
                path = f"objectives.{id_}.{name}"
                yield at(path, guide=f"objectives#{name}", id=id_, field=field_at(path))


@rule("OBJ002", "error", guide="objectives#target")
def objective_cannot_be_measured(context: Context) -> Iterator[Hit]:
    """An objective has no metric or no target."""
    yield from _unmeasurable(context, is_qualitative=False)


@rule("OBJ003", "warning", guide="objectives#target_kind")
def qualitative_objective(context: Context) -> Iterator[Hit]:
    """A qualitative objective has no metric or no target."""
    yield from _unmeasurable(context, is_qualitative=True)


def level_wanted(objective: Objective) -> Decimal | None:
    """The level that an objective asks for, in its unit; None where it asks for none or cannot be told."""
    target, baseline, kind = objective.target, objective.baseline, objective.target_kind
    if target is None or kind in ("qualitative", "maintain", "range"):
        return None
    if kind not in ("increase", "increase_percent"):
        return target
    if baseline is None:
        return None
    return baseline + (target if kind == "increase" else baseline * target / 100)


def _last_reading(indicator: Indicator) -> Decimal | None:
    """The latest reading since the series was last redefined."""
    since = max((day.isoformat() for day in indicator.breaks), default="")
    latest = max((day for day in indicator.readings if day >= since), default=None)
    return None if latest is None else indicator.readings[latest]


def counts_the_same(objective: Objective, indicator: Indicator) -> bool:
    """Whether an indicator counts in its objective's unit, as far as both say."""
    ours, theirs = objective.unit or "", indicator.unit or ""
    return not ours or not theirs or ours.strip().casefold() == theirs.strip().casefold()


def _starts(objective: Objective, indicators: list[Indicator]) -> Iterator[tuple[str, Decimal]]:
    """The directions and values that a target should better: the baseline, then the last readings."""
    for indicator in indicators:
        is_same = counts_the_same(objective, indicator)
        direction = indicator.direction or ""
        baseline = objective.baseline if objective.baseline is not None else indicator.baseline
        # An only indicator gives the direction even where it counts something else.
        if baseline is not None and (is_same or (len(indicators) == 1 and objective.baseline is not None)):
            yield direction, baseline
        reading = _last_reading(indicator)
        if reading is not None and is_same:
            yield direction, reading


@rule("OBJ004", "warning", guide="objectives#target")
def target_worse_than_start(context: Context) -> Iterator[Hit]:
    """A target is worse than the baseline or the last reading, in its indicator's direction."""
    for id_, objective in context.plan.objectives.items():
        level = level_wanted(objective)
        if level is None:
            continue
        for direction, start in _starts(objective, context.measures.get(id_, [])):
            if (direction == "up" and level < start) or (direction == "down" and level > start):
                yield at(f"objectives.{id_}.target", id=id_, target=level, start=start)
                break


@rule("OBJ005", "warning", guide="objectives#target_high")
def range_without_two_ends(context: Context) -> Iterator[Hit]:
    """A range has no upper end, or one below its lower end."""
    for id_, objective in context.plan.objectives.items():
        low, high = objective.target, objective.target_high
        if objective.target_kind == "range" and (high is None or (low is not None and high < low)):
            yield at(f"objectives.{id_}.target_high", id=id_)


@rule("OBJ006", "warning", guide="objectives#baseline")
def objective_without_baseline(context: Context) -> Iterator[Hit]:
    """An objective does not say where it starts from."""
    for id_, objective in context.plan.objectives.items():
        if objective.baseline is None and objective.target_kind != "qualitative":
            yield at(f"objectives.{id_}.baseline", id=id_)


@rule("OBJ007", "warning", guide="objectives#title")
def plan_without_objective(context: Context) -> Iterator[Hit]:
    """The plan has no objective."""
    if not context.plan.objectives:
        yield at("objectives")
