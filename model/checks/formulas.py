"""The formulas that a plan holds, and the drivers that each names."""

from collections.abc import Collection, Iterator

from model.formulas import LAST_YEAR, names
from model.plan import Plan
from model.record import Record

_COST_FIELDS = ("amount", "unit_cost", "quantity", "low", "high")


def is_formula(value: object) -> bool:
    """Whether a field holds a formula rather than a number or a relative change."""
    return isinstance(value, str) and value.startswith("=")


def drivers_in(value: object, hyphenated: Collection[str] = ()) -> tuple[str, ...]:
    """The drivers that a formula names, each once; none in a number. `hyphenated` are those with a hyphen."""
    if not isinstance(value, str) or not is_formula(value):
        return ()
    return tuple(name for name in names(value, hyphenated) if name != LAST_YEAR)


def _in_costs(record: Record, path: str) -> Iterator[tuple[str, str]]:
    values = record.__dict__
    for name in _COST_FIELDS:
        if isinstance(value := values.get(name), str) and is_formula(value):
            yield f"{path}.{name}", value
    for month, value in (values.get("months") or {}).items():
        if isinstance(value, str) and is_formula(value):
            yield f"{path}.months.{month}", value


def everywhere(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every formula of the plan and of its scenarios as (path, formula)."""
    for id_, driver in plan.drivers.items():
        if isinstance(driver.value, str):
            yield f"drivers.{id_}.value", driver.value
    for id_, line in plan.budget.items():
        yield from _in_costs(line, f"budget.{id_}")
    for id_, scenario in plan.scenarios.items():
        for line_id, change in scenario.budget.items():
            yield from _in_costs(change, f"scenarios.{id_}.budget.{line_id}")
        for name, overlay in scenario.drivers.items():
            if isinstance(overlay.value, str) and is_formula(overlay.value):
                yield f"scenarios.{id_}.drivers.{name}.value", overlay.value
