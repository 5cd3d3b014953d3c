"""Where one is in the workspace and what is being typed there, as a value; and back there from such a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from model.catalogue import sections
from model.paths import read
from model.recovery.sitting import Place, Sitting, Typed
from tui.dialogs.prompt import Prompt
from tui.editing.arrangement import Cell, RowKey
from tui.editing.buffer import TextBuffer
from tui.pages import has_screen, is_there

if TYPE_CHECKING:
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry
    from tui.screens.workspace import Workspace


def snapshot(space: Workspace) -> Sitting:
    """The sitting as it stands."""
    return space.desk.session.sitting(place_of(space))


def place_of(space: Workspace) -> Place:
    """Where one is: the field typed in, or the row and column of the list."""
    state, scenario = space.form.state, space.desk.session.asked_scenario
    if space.is_in_form and state.slot is not None:
        typed = _asked(space) or Typed("form", state.buffer.text, state.buffer.cursor)
        return Place(space.section, state.holder, state.slot.path, state.slot.part, scenario, typed)
    records = space.records
    column, typed_here = ("", _asked(space)) if records is not space.grid else (space.grid.column, _in_grid(space))
    return Place(space.section, records.current_path, column, "", scenario, typed_here, is_in_form=False)


def _asked(space: Workspace) -> Typed | None:
    """The answer being typed to a question."""
    if not isinstance(space.dialog, Prompt):
        return None
    return Typed("prompt", space.dialog.buffer.text, space.dialog.buffer.cursor)


def _in_grid(space: Workspace) -> Typed | None:
    entry = space.grid.entry
    if entry is None or _asked(space) is not None:
        return _asked(space)
    kind, cells = ("cell", _cells(entry)) if entry.is_lever is False else (entry.name, ((entry.section, *entry.ids),))
    return Typed(kind, entry.buffer.text, entry.buffer.cursor, cells)


def _cells(entry: CellEntry) -> tuple[tuple[str, ...], ...]:
    return tuple((cell.kind, cell.key, cell.column, cell.by) for cell in entry.cells)


# --- back again -----------------------------------------------------------------------------------------------------


def resume(space: Workspace, sitting: Sitting) -> None:
    """Show the session, which is the sitting's by now, where the sitting stopped."""
    place = sitting.place
    session = space.desk.session
    session.asked_scenario = place.scenario
    section = place.section if has_screen(place.section) else "plan"
    is_known = is_there(space.desk.seen, place.record or section)
    id_ = place.record.rsplit(".", 1)[-1] if is_known and sections()[section].is_table and place.record else ""
    space.show_section(section, id_, to_form=place.is_in_form and is_known)
    if space.is_in_form and is_known:
        _focus(space, place)
    elif space.records is space.grid:
        _go_to_cell(space, place)
    space.changed()
    if space.records is space.grid and place.typed is not None:
        _open_entry(space, place.typed)


def forget_typing(space: Workspace) -> None:
    """What is typed in a plan that gives way to another is not applied to that one."""
    space.grid.entry = None
    space.form.state.slots = []


def _focus(space: Workspace, place: Place) -> None:
    state = space.form.state
    same = [n for n, slot in enumerate(state.slots) if (slot.path, slot.part) == (place.field, place.part)]
    if not same:
        return
    state.at = same[0]
    state.load()
    if place.typed is not None and place.typed.kind == "form" and state.buffer.text == place.typed.text:
        state.buffer.cursor = min(place.typed.cursor, len(state.buffer.text))
        state.is_selected = state.is_selected and state.buffer.cursor == len(state.buffer.text)
    space.focus(to_form=True)


def _go_to_cell(space: Workspace, place: Place) -> None:
    grid, typed = space.grid, place.typed
    # Groups and the total are no records: only an entry tells which of them it is on.
    of_sums = typed.cells[:1] if typed is not None and typed.kind == "cell" and not place.record else ()
    if (cell := _cell(space, of_sums)) is not None:
        grid.arrangement.grouping = cell.by or grid.arrangement.grouping
        grid.refresh_records()
        row = RowKey(cell.kind, cell.key)
        grid.at = grid.row_keys.index(row) if row in grid.row_keys else grid.at
        grid.current = ""
    if place.field in grid.column_names:
        grid.column = place.field


def _cell(space: Workspace, given: tuple[tuple[str, ...], ...]) -> Cell | None:
    """A cell that is there, out of what a journal says of it."""
    kinds: dict[str, Literal["line", "group", "total"]] = {"line": "line", "group": "group", "total": "total"}
    for cell in given:
        if len(cell) == 4 and cell[0] in kinds and space.grid.takes_entry(cell[2]):
            kind = kinds[cell[0]]
            return Cell(kind, *cell[1:]) if kind != "line" or cell[1] in space.desk.seen.budget else None
    return None


def _open_entry(space: Workspace, typed: Typed) -> None:
    entry = _entry(space, typed)
    if entry is not None:
        entry.buffer = TextBuffer(typed.text, typed.cursor)
        space.grid.open_entry(entry)


def _entry(space: Workspace, typed: Typed) -> CellEntry | LeverEntry | None:
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry

    if typed.kind == "cell":
        cells = [made for cell in typed.cells if (made := _cell(space, (cell,))) is not None]
        return CellEntry(space.desk, cells) if cells else None
    if typed.kind in ("delay", "scale") and typed.cells and typed.cells[0][:1] in (("budget",), ("actions",)):
        section, *ids = typed.cells[0]
        there = [id_ for id_ in ids if read(space.desk.seen, f"{section}.{id_}") is not None]
        return LeverEntry(space.desk, section, there, "delay" if typed.kind == "delay" else "scale") if there else None
    return None
