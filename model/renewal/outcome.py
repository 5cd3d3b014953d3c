"""What became of the year's aims: what each objective and indicator showed, and whether it was reached."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from model.indicators import Indicator
from model.measures import target_of
from model.money import EXACT
from model.objectives import Objective
from model.plan import Plan


@dataclass(frozen=True, slots=True)
class Shown:
    """What an indicator came to, and the day of the last reading in it."""

    value: Decimal
    day: date


@dataclass(frozen=True, slots=True)
class Aim:
    """Something that was to be reached: its name and unit, the level wanted and when, what was shown.

    `shown` and `is_reached` are None while no reading of the year says.
    """

    id: str
    name: str
    unit: str
    wanted: Decimal | None
    due: date | None
    shown: Shown | None = None
    is_reached: bool | None = None


def shown(plan: Plan, indicator: Indicator) -> Shown | None:
    """What an indicator came to in its present series: over the year where readings add up, else at the last one."""
    since = max((day.isoformat() for day in indicator.breaks), default="")
    days = sorted(day for day in indicator.readings if day >= since)
    if indicator.aggregate in ("sum", "average"):
        first, last = (str(day) if day else "" for day in (plan.plan.start, plan.plan.end))
        days = [day for day in days if first <= day and (not last or day <= last)]
    if not days:
        return None
    readings, day = [indicator.readings[day] for day in days], date.fromisoformat(days[-1])
    if indicator.aggregate not in ("sum", "average"):
        return Shown(readings[-1], day)
    whole = Decimal(0)
    for reading in readings:
        whole = EXACT.add(whole, reading)
    return Shown(whole, day) if indicator.aggregate == "sum" else Shown(_average(whole, len(readings)), day)


def _average(whole: Decimal, count: int) -> Decimal:
    return round(whole / count, 4)


def indicator_aim(plan: Plan, id_: str) -> Aim:
    """What an indicator was to show, and what it showed."""
    indicator = plan.indicators[id_]
    objective = plan.objectives.get(indicator.objective or "")
    due = indicator.due or (objective.deadline if objective else None)
    wanted, found = target_of(plan, id_), _shown_in_year(plan, indicator)
    is_reached = _is_reached(plan, indicator, wanted, found)
    return Aim(id_, indicator.name or "", indicator.unit or "", wanted, due, found, is_reached)


def objective_indicator(plan: Plan, id_: str) -> str | None:
    """The indicator that counts what an objective counts: of those in its unit the one read last, else the first."""
    unit = _folded(plan.objectives[id_].unit)
    own = [
        key
        for key, indicator in plan.indicators.items()
        if indicator.objective == id_ and (not unit or not indicator.unit or _folded(indicator.unit) == unit)
    ]
    return max(own, key=lambda key: max(plan.indicators[key].readings, default=""), default=None)


def objective_aim(plan: Plan, id_: str) -> Aim:
    """What an objective was to reach, and what the indicator that counts it showed."""
    objective, key = plan.objectives[id_], objective_indicator(plan, id_)
    name, unit = objective.metric or objective.title or "", objective.unit or ""
    if key is None:
        return Aim(id_, name, unit, _level(plan.objectives[id_]), objective.deadline)
    found = _shown_in_year(plan, plan.indicators[key])
    wanted = _level(plan.objectives[id_])
    is_reached = _is_reached(plan, plan.indicators[key], wanted, found)
    if is_reached and objective.target_kind == "range" and objective.target_high is not None and found is not None:
        is_reached = found.value <= objective.target_high
    return Aim(id_, name, unit, wanted, objective.deadline, found, is_reached)


def aims_of(plan: Plan, action_id: str) -> tuple[Aim, ...]:
    """What an action was for: the objectives it serves, then its own indicators that count none of them."""
    served = [id_ for id_ in plan.actions[action_id].objectives if id_ in plan.objectives]
    counted = {objective_indicator(plan, id_) for id_ in served}
    own = [id_ for id_, each in plan.indicators.items() if each.action == action_id and id_ not in counted]
    return (*(objective_aim(plan, id_) for id_ in served), *(indicator_aim(plan, id_) for id_ in own))


def milestones_done(plan: Plan, action_id: str) -> tuple[int, int]:
    """How many of an action's milestones are done, and how many there are."""
    milestones = plan.actions[action_id].milestones.values()
    return sum(milestone.done is not None for milestone in milestones), len(milestones)


def _shown_in_year(plan: Plan, indicator: Indicator) -> Shown | None:
    found, start = shown(plan, indicator), plan.plan.start
    return None if found is None or (start is not None and found.day < start) else found


def _is_reached(plan: Plan, indicator: Indicator, wanted: Decimal | None, found: Shown | None) -> bool | None:
    if wanted is None or found is None:
        return None
    objective = plan.objectives.get(indicator.objective or "")
    kind = objective.target_kind if objective else None
    direction = {"at_least": "up", "at_most": "down", "range": "up"}.get(kind or "", indicator.direction)
    if direction == "up":
        return found.value >= wanted
    if direction == "down":
        return found.value <= wanted
    margin = EXACT.multiply(abs(wanted), (indicator.tolerance or Decimal(0)) / 100)
    return abs(EXACT.subtract(found.value, wanted)) <= margin if direction == "stay" else None


def _folded(unit: str | None) -> str:
    return (unit or "").strip().casefold()


def _level(objective: Objective) -> Decimal | None:
    """The level that an objective asks for; what is to be maintained is its baseline where it names none."""
    bare = Indicator.model_construct(objective="O")
    return target_of(Plan.model_construct(objectives={"O": objective}, indicators={"K": bare}), "K")
