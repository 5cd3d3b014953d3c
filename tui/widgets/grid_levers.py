"""What a scenario does to a row of the budget grid, in a few signs: left out, delayed, scaled."""

from typing import TYPE_CHECKING

from tui.desk import Desk
from tui.editing.arrangement import RowKey
from tui.formats.numbers import format_number

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
    words = desk.words
    if change is None:
        return ""
    told = []
    if getattr(change, "excluded", None):
        told.append(words("grid.excluded"))
    if delay := getattr(change, "delay", None):
        told.append(words("grid.delayed", n=f"{delay:+d}".replace("-", "−")))
    scale = getattr(change, "scale", None)
    if scale is not None:
        told.append("×" + format_number(scale / 100, desk.numbers))
    return f" [{action + ' ' if action else ''}{' '.join(told)}]" if told else ""
