"""The plan as a scenario sees it: its layers applied from the base outwards, nothing rounded."""

from collections.abc import Mapping
from fractions import Fraction
from functools import partial
from typing import Any

from model.actions import Action
from model.arithmetic import Value, changed
from model.budget import Driver, Line
from model.exact import known_of
from model.formulas import FormulaError
from model.levers import Lever, carried, delayed_action, is_concerned, lever, pulled
from model.line_changes import changed_line
from model.memory import Memories
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.scenarios import DriverChange, Scenario, changes


@frozen
class _Layer:
    """A scenario's own differences, and the lines and actions that a later layer takes back in."""

    scenario: Scenario
    lines: frozenset[str]
    actions: frozenset[str]


_NEW = Line.trusted()
_lines: Memories[Line] = Memories()
_carried: Memories[Line] = Memories()
_delayed: Memories[Action] = Memories()

# Several parts of a screen ask for the same scenario of the same plan.
_MEMORY = 4
_recent: list[tuple[Plan, str, Plan]] = []


def applied(plan: Plan, scenario_id: str | None) -> Plan:
    """The plan as a scenario sees it; the plan itself without one. What does not change is shared.

    Raises:
        KeyError: the plan has no such scenario.
    """
    if scenario_id is None:
        return plan
    for former, id_, result in _recent:
        if former is plan and id_ == scenario_id:
            return result
    result = plan
    for layer in _layers(plan, scenario_id):
        result = _with_actions(_with_lines(_with_drivers(result, layer.scenario.drivers), layer), layer)
    _recent.insert(0, (plan, scenario_id, result))
    del _recent[_MEMORY:]
    return result


def layer_ids(plan: Plan, scenario_id: str) -> tuple[str, ...]:
    """The scenario and those it is based on, from the base outwards, each once even in a cycle.

    Raises:
        KeyError: the plan has no such scenario.
    """
    found = [scenario_id]
    base = plan.scenarios[scenario_id].base
    seen = {scenario_id}
    while base is not None and base in plan.scenarios and base not in seen:
        found.append(base)
        seen.add(base)
        base = plan.scenarios[base].base
    return tuple(reversed(found))


def left_out(plan: Plan, scenario_id: str) -> frozenset[str]:
    """The actions that a scenario leaves out, and that no layer above takes back in.

    Raises:
        KeyError: the plan has no such scenario.
    """
    return frozenset(
        id_
        for layer in _layers(plan, scenario_id)
        for id_, change in layer.scenario.actions.items()
        if change.excluded and id_ not in layer.actions and id_ in plan.actions
    )


def pulls_on(plan: Plan, scenario_id: str, action: str) -> Lever:
    """What a scenario asks of an action, all its layers taken together.

    Raises:
        KeyError: the plan has no such scenario.
    """
    factor, delay = Fraction(1), 0
    for layer in _layers(plan, scenario_id):
        if (change := layer.scenario.actions.get(action)) is not None:
            pull = lever(changes(change), readmitted=action in layer.actions)
            factor, delay = factor * pull.factor, delay + pull.delay
    return Lever(factor, delay)


def _layers(plan: Plan, scenario_id: str) -> list[_Layer]:
    """The layers from the base outwards; `excluded = false` undoes the exclusions of the layers below it."""
    layers: list[_Layer] = []
    lines: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    for id_ in reversed(layer_ids(plan, scenario_id)):
        scenario = plan.scenarios[id_]
        layers.append(_Layer(scenario, lines, actions))
        lines |= _taken_back(scenario.budget)
        actions |= _taken_back(scenario.actions)
    return layers[::-1]


def _taken_back(table: Mapping[str, Any]) -> frozenset[str]:
    return frozenset(id_ for id_, change in table.items() if change.excluded is False)


def _with_drivers(plan: Plan, differences: Mapping[str, DriverChange]) -> Plan:
    drivers = {
        id_: _changed_driver(plan.drivers[id_], change.value)
        for id_, change in differences.items()
        if id_ in plan.drivers and change.value is not None
    }
    return plan.replaced({"drivers": {**plan.drivers, **drivers}}) if drivers else plan


def _changed_driver(driver: Driver, change: Value) -> Driver:
    try:
        return driver.replaced({"value": changed(driver.value, change)})
    except FormulaError:
        return driver


def _with_lines(plan: Plan, layer: _Layer) -> Plan:
    differences = layer.scenario.budget
    if not differences:
        return plan
    memory = _lines.under(plan.plan, plan.actions, known_of(plan.drivers), layer.lines, size=len(differences))
    lines: dict[str, Line] = {}
    for id_, difference in differences.items():
        below = plan.budget.get(id_, _NEW)
        if below is not _NEW or changes(difference).get("label"):
            taken_back = id_ in layer.lines
            lines[id_] = memory.recall((below, difference), partial(_line, plan, below, difference, taken_back))
    return plan.replaced({"budget": {**plan.budget, **lines}})


def _line(plan: Plan, below: Line, difference: Record, taken_back: bool) -> Line:
    fields = changes(difference)
    line = changed_line(below, fields, plan.plan, known_of(plan.drivers))
    return pulled(plan, line, lever(fields, readmitted=taken_back))


def _with_actions(plan: Plan, layer: _Layer) -> Plan:
    levers = {
        id_: lever(changes(difference), readmitted=id_ in layer.actions)
        for id_, difference in layer.scenario.actions.items()
        if id_ in plan.actions
    }
    levers = {id_: pull for id_, pull in levers.items() if pull != Lever()}
    if not levers:
        return plan
    sheet = plan.plan
    memory = _carried.under(levers, plan.actions, sheet.start, sheet.end, size=len(plan.budget))
    lines = {
        id_: memory.recall((line,), partial(carried, plan, line, levers))
        for id_, line in plan.budget.items()
        if is_concerned(line, levers)
    }
    actions = {
        id_: _delayed.under(pull.delay, size=len(levers)).recall(
            (plan.actions[id_],), partial(delayed_action, plan.actions[id_], pull.delay)
        )
        for id_, pull in levers.items()
    }
    return plan.replaced({"budget": {**plan.budget, **lines}, "actions": {**plan.actions, **actions}})
