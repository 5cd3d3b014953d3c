"""What became of the year's aims: what each objective and indicator showed, and whether it was reached."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.indicators import Indicator
from model.measures import target_of
from model.objectives import Objective
from model.plain import frozen
from model.plan import Plan
from model.renewal.years import begins
from model.steering.aims import DEFAULT_TOLERANCE, aim_of, direction_of
from model.steering.series import Reading, run_of, series_of


@frozen
class Outcome:
    """Something that was to be reached: its name and unit, the level wanted and when, what was shown.

    `shown` and `is_reached` are None while no reading of the year says.
    """

    id: str
    name: str
    unit: str
    wanted: Decimal | None
    due: date | None
    shown: Reading | None = None
    is_reached: bool | None = None


def last_shown(plan: Plan, indicator_id: str) -> Reading | None:
    """The last reading of the present series, with the figure of its year; None where a break has come since.

    Readings that add up count to the year's end; of the others the first ones of the new year count as well.
    """
    indicator, start = plan.indicators[indicator_id], begins(plan)
    series = series_of(plan, indicator_id, date.max, aim_of(plan, indicator_id).due)
    if indicator.aggregate in ("sum", "average"):
        series = tuple(reading for reading in series if plan.plan.start is None or reading.year <= 0)
    if not series or (start is not None and run_of(indicator, start) > series[-1].run):
        return None
    return series[-1]


def shown_in_year(plan: Plan, indicator_id: str) -> Reading | None:
    """The last reading, if it is of the plan's year."""
    found, start = last_shown(plan, indicator_id), plan.plan.start
    return None if found is None or (start is not None and found.day < start) else found


def indicator_outcome(plan: Plan, id_: str) -> Outcome:
    """What an indicator was to show, and what it showed."""
    indicator, aim, shown = plan.indicators[id_], aim_of(plan, id_), shown_in_year(plan, id_)
    is_reached = _is_reached(plan, indicator, aim.low, aim.high, shown)
    return Outcome(id_, indicator.name or "", indicator.unit or "", aim.low, aim.due, shown, is_reached)


def objective_outcome(plan: Plan, id_: str) -> Outcome:
    """What an objective was to reach, and what the indicator that counts it showed."""
    objective, key = plan.objectives[id_], counting(plan, id_)
    name, unit, wanted = objective.metric or objective.title or "", objective.unit or "", _level(objective)
    if key is None:
        return Outcome(id_, name, unit, wanted, objective.deadline)
    high = objective.target_high if objective.target_kind == "range" else None
    shown = shown_in_year(plan, key)
    is_reached = _is_reached(plan, plan.indicators[key], wanted, wanted if high is None else high, shown)
    return Outcome(id_, name, unit, wanted, objective.deadline, shown, is_reached)


def counting(plan: Plan, objective_id: str) -> str | None:
    """The indicator that counts what an objective counts: of those in its unit the one read last, else the first."""
    unit = _folded(plan.objectives[objective_id].unit)
    own = [
        key
        for key, indicator in plan.indicators.items()
        if indicator.objective == objective_id and (not unit or not indicator.unit or _folded(indicator.unit) == unit)
    ]
    return max(own, key=lambda key: max(plan.indicators[key].readings, default=""), default=None)


def outcomes_of(plan: Plan, action_id: str) -> tuple[Outcome, ...]:
    """What an action was for: the objectives it serves, then its own indicators that count none of them."""
    served = [id_ for id_ in plan.actions[action_id].objectives if id_ in plan.objectives]
    counted = {counting(plan, id_) for id_ in served}
    own = [id_ for id_, each in plan.indicators.items() if each.action == action_id and id_ not in counted]
    return (*(objective_outcome(plan, id_) for id_ in served), *(indicator_outcome(plan, id_) for id_ in own))


def milestones_done(plan: Plan, action_id: str) -> tuple[int, int]:
    """How many of an action's milestones are done, and how many there are."""
    milestones = plan.actions[action_id].milestones.values()
    return sum(milestone.done is not None for milestone in milestones), len(milestones)


def _is_reached(
    plan: Plan, indicator: Indicator, low: Decimal | None, high: Decimal | None, shown: Reading | None
) -> bool | None:
    """Whether the level itself is reached; what is to stay may be off by the tolerance."""
    if low is None or high is None or shown is None:
        return None
    objective = plan.objectives.get(indicator.objective or "") or Objective.trusted()
    direction = direction_of(indicator, objective, low)
    if low == high and direction != "stay":
        return shown.figure >= low if direction == "up" else shown.figure <= low
    tolerance = DEFAULT_TOLERANCE if indicator.tolerance is None else abs(indicator.tolerance)
    margin = abs(Fraction(low)) * Fraction(tolerance) / 100 if low == high else Fraction()
    return Fraction(low) - margin <= Fraction(shown.figure) <= Fraction(high) + margin


def _level(objective: Objective) -> Decimal | None:
    """The level that an objective asks for; what is to be maintained is its baseline where it names none."""
    bare = Indicator.trusted(objective="O")
    return target_of(Plan.trusted(objectives={"O": objective}, indicators={"K": bare}), "K")


def _folded(unit: str | None) -> str:
    return (unit or "").strip().casefold()
