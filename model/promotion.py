"""A scenario promoted: the plan becomes what the scenario sees, and the scenario is no more."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from model.actions import Action
from model.amounts import minor_figures
from model.arithmetic import as_decimal
from model.budget import Line
from model.edits import EditRefusedError, check_id
from model.exact import known_of
from model.formulas import Known
from model.overlay import applied, left_out
from model.plan import Plan
from model.record import Record
from model.scenarios import Scenario
from model.storable import storable

Kept = TypeVar("Kept", bound=Record)
CHANGED = ("actions", "drivers", "budget")
"""The sections that a scenario makes something else of."""

_WHOLE = 100


def promoted(plan: Plan, scenario_id: str) -> Plan:
    """The plan with a scenario's lines, drivers, levers and dates as its own; every figure is the scenario's.

    A line left out stays, at nothing; an action left out is dropped. Scenarios based on the promoted one start from
    the plan, which now holds the differences that were below them.

    Raises:
        KeyError: the plan has no such scenario.
        EditRefusedError: the scenario makes something that no file can hold (a date beyond the calendar).
    """
    seen = applied(plan, scenario_id)
    known, dropped = known_of(seen.drivers), left_out(plan, scenario_id)
    actions = {id_: _dropped(action) if id_ in dropped else action for id_, action in seen.actions.items()}
    lines = {id_: _evened(line, plan.budget.get(id_)) for id_, line in seen.budget.items()}
    result = plan.replaced(
        {
            "drivers": _settled("drivers", plan.drivers, seen.drivers, known),
            "budget": _settled("budget", plan.budget, lines, known),
            "actions": _settled("actions", plan.actions, actions, known),
            "scenarios": _others(plan, scenario_id),
        }
    )
    _check(plan, seen, result)
    return result


def _settled(section: str, old: Mapping[str, Kept], new: Mapping[str, Kept], known: Known) -> Mapping[str, Kept]:
    """The records that a scenario changed as a file can hold them; the table as it was where it changed none."""
    settled = {
        id_: record if record is old.get(id_) else storable(record, f"{section}.{id_}", known)
        for id_, record in new.items()
    }
    return settled if any(settled[id_] is not old.get(id_) for id_ in settled) else old


def _dropped(action: Action) -> Action:
    return action if action.status == "dropped" else action.replaced({"status": "dropped"})


def _evened(line: Line, old: Line | None) -> Line:
    """The line with shares that sum to 100 again, as they did before their actions were scaled.

    Where no decimals say the same proportions they stay as they weigh.
    """
    whole = sum(line.shares.values())
    if old is None or sum(old.shares.values()) != _WHOLE or whole <= 0 or whole == _WHOLE:
        return line
    parts = {id_: Fraction(share) * _WHOLE / Fraction(whole) for id_, share in line.shares.items()}
    shares: dict[str, Decimal] = {id_: as_decimal(part) for id_, part in parts.items()}
    is_exact = all(Fraction(shares[id_]) == part for id_, part in parts.items())
    return line.replaced({"shares": shares}) if is_exact else line


def _others(plan: Plan, scenario_id: str) -> dict[str, Scenario]:
    return {
        id_: scenario.replaced({"base": None}) if scenario.base == scenario_id else scenario
        for id_, scenario in plan.scenarios.items()
        if id_ != scenario_id
    }


def _check(plan: Plan, seen: Plan, result: Plan) -> None:
    """Refuse a line whose id another record has, or a figure that the file's digits are too few for."""
    for id_ in result.budget.keys() - plan.budget.keys():
        check_id(plan, id_, f"budget.{id_}")
    figures, wanted = minor_figures(result), minor_figures(seen)
    for id_ in figures:
        if figures[id_] != wanted[id_]:
            raise EditRefusedError(f"budget.{id_}.amount", "number_range")
