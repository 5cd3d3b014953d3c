"""Plans as a command is asked to see them: read from their file, through a scenario or not, ids with their names."""

from model.names import find, name_of
from model.overlay import applied
from model.plan import Plan
from tui.cli.console import RefusedError


def seen_through(plan: Plan, scenario: str | None) -> Plan:
    """The plan as a scenario sees it; the plan itself without one.

    Raises:
        RefusedError: the plan has no such scenario.
    """
    if scenario is None or scenario in plan.scenarios:
        return applied(plan, scenario)
    if not plan.scenarios:
        raise RefusedError("cli.scenario.none", id=scenario)
    raise RefusedError("cli.scenario.unknown", id=scenario, known=", ".join(plan.scenarios))


def named(plan: Plan, id_: str, among: tuple[str, ...] = ()) -> str:
    """An id with the name of its record: `A1 Open day`."""
    found = find(plan, id_, among)
    name = name_of(found[1]) if found else ""
    return f"{id_} {name}" if name else id_
