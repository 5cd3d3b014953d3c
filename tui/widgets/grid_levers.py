"""What a scenario does to a row of the budget grid, in a few signs: left out, delayed, scaled."""

from typing import TYPE_CHECKING

from tui.desk import Desk
from tui.editing.arrangement import RowKey
from tui.widgets.scenario_marks import lever_text

if TYPE_CHECKING:
    from tui.widgets.grid_rows import GridRows


def levers(grid: "GridRows", row: RowKey) -> str:
    """Exclusion, delay and scale as the scenario sets them, on the line or on its action."""
    scenario = grid.desk.scenario
    if scenario is None:
        return ""
    overlay = grid.desk.plan.scenarios[scenario]
    if row.kind == "group":
        change = overlay.actions.get(row.key) if grid.arrangement.grouping == "action" else None
        return _lever_text(grid.desk, change)
    line = grid.line(row.key)
    return _lever_text(grid.desk, overlay.budget.get(row.key)) or _lever_text(
        grid.desk, overlay.actions.get(line.action or ""), line.action or ""
    )


def _lever_text(desk: Desk, change: object, action: str = "") -> str:
    if change is None:
        return ""
    told = lever_text(
        desk,
        is_left_out=bool(getattr(change, "excluded", None)),
        delay=getattr(change, "delay", None) or 0,
        scale=getattr(change, "scale", None),
    )
    return f" [{action + ' ' if action else ''}{told}]" if told else ""
