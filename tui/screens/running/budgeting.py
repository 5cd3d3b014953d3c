"""Commands of the budget grid: levers, holds, filter, order, groups, columns, paste."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.picker import Choice
from tui.editing.arrangement import GROUPINGS
from tui.settings import COLUMNS, changed
from tui.text import visible
from tui.widgets.grid_head import column_label

if TYPE_CHECKING:
    from tui.editing.levers import Name
    from tui.screens.workspace import Workspace


# --- levers -------------------------------------------------------------------------------------------------


def _concerned(space: Workspace, *, is_action: bool) -> tuple[str, list[str]]:
    """The section and the ids that a lever is for: lines, or the actions of those lines; an action's own row."""
    grid = space.grid
    if grid.row.kind == "group" and grid.arrangement.grouping == "action" and not grid.arrangement.marked:
        return "actions", [grid.row.key] if grid.row.key in space.desk.plan.actions else []
    lines = grid.chosen_lines()
    if not is_action:
        return "budget", lines
    named = (id_ for line in lines for id_ in [grid.line(line).action, *grid.line(line).shares] if id_)
    return "actions", [id_ for id_ in dict.fromkeys(named) if id_ in space.desk.plan.actions]


def _excluded(space: Workspace, *, is_action: bool) -> None:
    from model.whatif.consequences import lost
    from tui.editing.levers import excluded

    section, ids = _concerned(space, is_action=is_action)
    if not ids:
        space.tell_grid("no_action" if is_action else "nothing_chosen")
        return
    before, was = space.desk.seen, space.desk.scenario
    excluded(space.desk, section, ids)
    _opened(space, was)
    space.grid.drawing.costs = lost(before, space.desk.seen)


def _opened(space: Workspace, was: str | None) -> None:
    """Show the plan under its levers; a scenario that opened by itself says so."""
    space.changed()
    scenario = space.desk.scenario
    if scenario is not None and was is None:
        space.tell_grid("scenario_opened", title=visible(space.desk.plan.scenarios[scenario].title or scenario))


def exclude(space: Workspace) -> None:
    """Leave the line out of the scenario, or take it back in."""
    _excluded(space, is_action=False)


def exclude_action(space: Workspace) -> None:
    """Leave the whole action out of the scenario, or take it back in."""
    _excluded(space, is_action=True)


def _asked(space: Workspace, name: Name, *, is_action: bool) -> None:
    from tui.editing.levers import LeverEntry

    section, ids = _concerned(space, is_action=is_action)
    if not ids:
        space.tell_grid("no_action" if is_action else "nothing_chosen")
        return
    space.focus(to_form=False)
    space.grid.open_entry(LeverEntry(space.desk, section, ids, name))


def delay(space: Workspace) -> None:
    """Ask by how many months the line comes later."""
    _asked(space, "delay", is_action=False)


def delay_action(space: Workspace) -> None:
    """Ask by how many months the action comes later, with its milestones."""
    _asked(space, "delay", is_action=True)


def scale(space: Workspace) -> None:
    """Ask to what percentage the line is brought."""
    _asked(space, "scale", is_action=False)


def scale_action(space: Workspace) -> None:
    """Ask to what percentage the action is brought."""
    _asked(space, "scale", is_action=True)


# --- holds --------------------------------------------------------------------------------------------------


def hold(space: Workspace) -> None:
    """Hold the lines, so that no spread and no goal touches them; released when all of them are held."""
    lines = space.grid.chosen_lines()
    if not lines:
        space.tell_grid("nothing_chosen")
        return
    is_release = all(space.grid.line(id_).held for id_ in lines)
    _held(space, lines, is_held=not is_release)


def release_all(space: Workspace) -> None:
    """Release every line that is held."""
    lines = [id_ for id_, line in space.desk.seen.budget.items() if line.held]
    if lines:
        _held(space, lines, is_held=False)
    else:
        space.tell_grid("none_held")


def _held(space: Workspace, lines: list[str], *, is_held: bool) -> None:
    from model.whatif.entries import with_field

    plan, scenario = space.desk.plan, space.desk.scenario
    for id_ in lines:
        # A scenario says "not held" in so many words; the plan leaves the field out.
        plan = with_field(plan, scenario, id_, "held", True if is_held else (False if scenario else None))
    space.desk.session.replace(plan, "budget", "hold")
    space.changed()
    words = space.desk.words
    space.status_bar.tell(words.count("grid.held" if is_held else "grid.released", len(lines)))


# --- what is shown ------------------------------------------------------------------------------------------


def filter(space: Workspace) -> None:  # noqa: A001 - the command's name
    """Letters narrow the lines."""
    space.focus(to_form=False)
    space.grid.start_filter()


def sort(space: Workspace) -> None:
    """Sort by the current column; again for the other way, a third time for the plan's order."""
    grid, words = space.grid, space.desk.words
    grid.sort_by(grid.column)
    label = column_label(grid.desk, grid.column)
    space.status_bar.tell(words("grid.sorted", what=label) if grid.arrangement.sort else words("grid.unsorted"))


def group(space: Workspace) -> None:
    """Group by the next of the kinds that the lines know, with sub-totals."""
    grid, words = space.grid, space.desk.words
    arrangement = grid.arrangement
    known = [by for by in GROUPINGS if not by or any(getattr(line, by) for line in space.desk.seen.budget.values())]
    at = known.index(arrangement.grouping) if arrangement.grouping in known else 0
    arrangement.grouping = known[(at + 1) % len(known)]
    arrangement.folded.clear()
    grid.refresh_records()
    what = arrangement.grouping and words(f"fields.budget.{arrangement.grouping}").lower()
    space.status_bar.tell(words("grid.grouped", what=what) if what else words("grid.ungrouped"))


def compared_columns(space: Workspace) -> None:
    """With a scenario at work: plan, scenario and difference; the scenario alone; scenario and difference."""
    from tui.widgets.grid_rows import COMPARED

    grid = space.grid
    if space.desk.scenario is None:
        space.tell_grid("no_scenario")
        return
    grid.compared = COMPARED[(COMPARED.index(grid.compared) + 1) % len(COMPARED)]
    grid.repaint()
    space.tell_grid("compared", what=space.desk.words(f"grid.compared.{grid.compared}"))


def columns(space: Workspace) -> None:
    """Sets of columns, and every column to show or hide."""
    from tui.widgets.grid_columns import PRESETS

    words = space.desk.words
    shown = space.desk.settings.columns or PRESETS["usual"]
    choices = [Choice(words("grid.preset", what=words(f"grid.preset.{name}")), f"!{name}") for name in PRESETS]
    choices += [Choice(_column_name(space, name), name, "✓" if name in shown else "") for name in COLUMNS]
    space.ask("columns_title", choices, partial(_show_columns, space), is_searchable=True)


def _column_name(space: Workspace, name: str) -> str:
    words = space.desk.words
    if name == "amount" or not words.has(f"fields.budget.{name}") or name == "months":
        return words("fields.budget.amount") if name == "amount" else words(f"grid.{name}")
    return words(f"fields.budget.{name}")


def _show_columns(space: Workspace, choice: str) -> None:
    from tui.widgets.grid_columns import PRESETS

    if choice.startswith("!"):
        chosen: tuple[str, ...] = PRESETS[choice[1:]]
    else:
        shown = space.desk.settings.columns or PRESETS["usual"]
        chosen = tuple(n for n in shown if n != choice) if choice in shown else (*shown, choice)
    if "amount" not in chosen:
        chosen = ("amount", *chosen)
    space.desk.settings = changed(space.desk.settings, columns=() if chosen == PRESETS["usual"] else chosen)
    space.grid.left = 0
    space.grid.forget_drawn()
    if not choice.startswith("!"):
        columns(space)
        if space.dialog is not None and hasattr(space.dialog, "at"):
            space.dialog.at = len(PRESETS) + COLUMNS.index(choice)


# --- entries ------------------------------------------------------------------------------------------------


def again(space: Workspace) -> None:
    """The last entry once more, for the current cell."""
    space.grid.repeat_entry()


def relink(space: Workspace) -> None:
    """The cells chosen are again what they are below the scenario."""
    from model.whatif.entries import relinked

    grid, scenario, plan = space.grid, space.desk.scenario, space.desk.plan
    for cell in grid.chosen_cells():
        names = grid.cells.overridden(cell.key, cell.column) if cell.kind == "line" else ()
        if names and scenario is not None:
            plan = relinked(plan, scenario, cell.key, names)
    if space.desk.session.replace(plan, "budget", "relink"):
        space.changed()
        space.tell_grid("relinked")
    else:
        space.tell_grid("not_overridden")


def paste_cells(space: Workspace, text: str) -> None:
    """Rows of a spreadsheet over the cells from the current one on, as one step; all of them or none."""
    from tui.editing.pasting import pasted

    result = pasted(space.desk, space.grid, text)
    words = space.desk.words
    if result.refused:
        space.status_bar.tell(words("grid.paste_refused", text=visible(result.refused), reason=result.reason))
    elif result.count:
        space.desk.session.replace(result.plan, "budget", "paste")
        space.desk.session.history.checkpoint()
        space.changed()
        space.status_bar.tell(words.count("grid.pasted", result.count))
