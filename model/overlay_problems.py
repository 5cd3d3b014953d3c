"""What is wrong with the scenarios' differences: unknown ids, changes that have no value."""

from collections.abc import Iterator, Mapping
from typing import Any

from model.arithmetic import relative_change
from model.exact import known_of
from model.formulas import FormulaError, evaluate
from model.line_changes import FORMULAS, NUMBERS
from model.overlay import applied, layer_ids
from model.plain import frozen
from model.plan import Plan
from model.scenarios import changes


@frozen
class OverlayProblem:
    """A difference that has no effect: its path, and a code (`unknown_id`, or one of a formula's)."""

    path: str
    code: str


def overlay_problems(plan: Plan) -> tuple[OverlayProblem, ...]:
    """Every difference of every scenario that the layer below does not know, or that cannot be computed."""
    return tuple(problem for id_ in plan.scenarios for problem in _problems(plan, id_))


def _problems(plan: Plan, scenario_id: str) -> Iterator[OverlayProblem]:
    path = f"scenarios.{scenario_id}"
    for section, ids in _known_ids(plan, scenario_id).items():
        for id_, difference in getattr(plan.scenarios[scenario_id], section).items():
            if id_ not in ids:
                yield OverlayProblem(f"{path}.{section}.{id_}", "unknown_id")
            for name, value in _numbers(changes(difference)):
                code = _refusal(plan, scenario_id, name, value)
                if code is not None:
                    yield OverlayProblem(f"{path}.{section}.{id_}.{name}", code)


def _known_ids(plan: Plan, scenario_id: str) -> dict[str, set[str]]:
    """The ids that a scenario may differ on, with the lines that it or a layer below it adds."""
    layers = [plan.scenarios[id_] for id_ in layer_ids(plan, scenario_id)]
    added = {id_ for layer in layers for id_, change in layer.budget.items() if changes(change).get("label")}
    return {"budget": {*plan.budget, *added}, "actions": {*plan.actions}, "drivers": {*plan.drivers}}


def _numbers(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The numbers that a difference sets, by name."""
    for name, value in fields.items():
        if name == "months":
            yield from ((f"months.{month}", amount) for month, amount in value.items())
        elif name in FORMULAS or name in NUMBERS or name == "value":
            yield name, value


def _refusal(plan: Plan, scenario_id: str, name: str, value: Any) -> str | None:
    """Why a change has no value; formulas that stay formulas are told of where the applied plan is checked."""
    try:
        relative_change(value)
        if name in NUMBERS and isinstance(value, str) and value.startswith("="):
            evaluate(value, known_of(applied(plan, scenario_id).drivers))
    except FormulaError as error:
        return error.code
    return None
