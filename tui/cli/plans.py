"""Plans as a command is asked to see them: read from their file, through a scenario or not, ids with their names."""

from model.overlay import applied
from model.plan import Plan
from tui.cli.console import RefusedError
from tui.formats.naming import named

__all__ = ["named", "seen_through"]


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
