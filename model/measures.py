"""What a reading is measured against."""

from decimal import Decimal

from model.objectives import Objective
from model.plan import Plan


def target_of(plan: Plan, indicator_id: str) -> Decimal | None:
    """The level an indicator should reach: its own target, else its objective's where that is a level.

    An objective's increase is added to its baseline; a percentage is taken of it. None where nothing says.
    """
    indicator = plan.indicators[indicator_id]
    if indicator.target is not None:
        return indicator.target
    objective = plan.objectives.get(indicator.objective or "")
    return None if objective is None else objective_level(objective)


def objective_level(objective: Objective) -> Decimal | None:
    """The level that an objective's target comes to; None where nothing says, and for a qualitative one."""
    if objective.target_kind == "qualitative":
        return None
    if objective.target_kind == "maintain" and objective.target is None:
        return objective.baseline
    if objective.target_kind not in ("increase", "increase_percent"):
        return objective.target
    if objective.baseline is None or objective.target is None:
        return None
    is_share = objective.target_kind == "increase_percent"
    return objective.baseline + (objective.baseline * objective.target / 100 if is_share else objective.target)
