"""A scenario becomes the plan: what it changes is written into lines, actions and drivers, in one edit."""

from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import Any

from model.exact import known_of
from model.formulas import FormulaError, Known, evaluate
from model.overlay import applied, layer_ids
from model.plan import Plan
from model.scenarios import Scenario
from model.values import Record

# What a file can hold: a number's digits, a formula's length.
_KEPT = Context(prec=27, rounding=ROUND_HALF_EVEN)
_LONGEST = 500


def promoted(plan: Plan, scenario_id: str) -> Plan:
    """The plan that the scenario sees, the scenario itself gone; those based on it rest on the plan.

    Raises:
        KeyError: the plan has no such scenario.
    """
    seen = applied(plan, scenario_id)
    known = known_of(seen.drivers)
    changed: dict[str, Any] = {
        "drivers": {id_: _storable(driver, known) for id_, driver in seen.drivers.items()},
        "budget": {id_: _storable(line, known) for id_, line in seen.budget.items()},
        "scenarios": _without(plan, scenario_id),
    }
    return seen.model_copy(update={**changed, "actions": _with_dropped(plan, seen, scenario_id)})


def _with_dropped(plan: Plan, seen: Plan, scenario_id: str) -> dict[str, Any]:
    out: dict[str, bool] = {}
    for id_ in layer_ids(plan, scenario_id):
        levers = plan.scenarios[id_].actions
        out |= {action: lever.excluded for action, lever in levers.items() if lever.excluded is not None}
    return {
        id_: action.model_copy(update={"status": "dropped"}) if out.get(id_) else action
        for id_, action in seen.actions.items()
    }


def _without(plan: Plan, scenario_id: str) -> dict[str, Scenario]:
    # The plan now holds the whole chain of bases: based on one of them again, its changes would count twice.
    return {
        id_: scenario.model_copy(update={"base": None}) if scenario.base == scenario_id else scenario
        for id_, scenario in plan.scenarios.items()
        if id_ != scenario_id
    }


def _storable(record: Any, known: Known) -> Any:
    """The record with numbers and formulas that a file can hold; the record itself when they all are."""
    update = {name: new for name, value in record.__dict__.items() if (new := _kept(value, record, known)) is not value}
    return record.model_copy(update=update) if update else record


def _kept(value: Any, record: Record, known: Known) -> Any:
    if isinstance(value, dict):
        kept = {key: _kept(one, record, known) for key, one in value.items()}
        return kept if any(kept[key] is not value[key] for key in value) else value
    if isinstance(value, str) and value.startswith("=") and len(value) > _LONGEST:
        try:
            number = evaluate(value, known, getattr(record, "last_year", None))
        except FormulaError:
            return value
        return _KEPT.divide(Decimal(number.numerator), Decimal(number.denominator))
    if isinstance(value, Decimal) and len(value.as_tuple().digits) > _KEPT.prec:
        return _KEPT.plus(value)
    return value
