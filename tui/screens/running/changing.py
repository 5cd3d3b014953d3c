"""Commands that change the plan: new, remove, move, undo, redo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.paths import read
from model.references import next_id
from model.standing import STANDING
from tui.editing import table_rows
from tui.pages import record_of, section_of
from tui.screens.running import budgeting
from tui.text import visible

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace

NAMED = 3


def new(space: Workspace) -> None:
    """A new record after the current one, or a new row in the table in focus."""
    if space.is_in_form and table_rows.blank_row(space.form.state):
        space.focus(to_form=True)
    elif not space.has_list:
        space.tell("not_in_list")
    else:
        if space.section == "budget" and space.desk.scenario is not None:
            _new_in_scenario(space, space.desk.scenario)
            return
        if space.section in STANDING:
            _next_blank(space)
            return
        first = {"kind": space.board.quadrant} if space.section == "diagnostic.swot" else {}
        new_id = space.desk.session.add(space.section, space.records.current or None, None, **first)
        space.show_section(space.section, new_id, to_form=True)
        space.changed()


def _next_blank(space: Workspace) -> None:
    """Where the records are always the same, a new one is the next that nothing is written in."""
    ids, held = STANDING[space.section], read(space.desk.plan, space.section)
    at = ids.index(space.records.current) if space.records.current in ids else 0
    blank = next((id_ for id_ in (*ids[at:], *ids[:at]) if id_ not in held), None)
    if blank is None:
        space.tell("standing_full")
    else:
        space.show_section(space.section, blank, to_form=True)


def _new_in_scenario(space: Workspace, scenario: str) -> None:
    """A line that the scenario alone has; it needs a label to be one."""
    new_id = next_id(space.desk.plan, "B")
    space.desk.session.edit(f"scenarios.{scenario}.budget.{new_id}.label", space.desk.words("grid.new_line"))
    space.show_section("budget", new_id, to_form=True)
    space.changed()


def remove(space: Workspace) -> None:
    """Remove the current record of the list, or the table row in focus."""
    if space.is_in_form:
        path = table_rows.remove_row(space.form.state)
        if path:
            space.changed()
            space.tell("removed", name=visible(path.rsplit(".", 1)[-1]))
    elif space.section == "budget" and space.desk.scenario is not None:
        budgeting.relink(space)
    elif space.section in STANDING and read(space.desk.plan, space.records.current_path) is None:
        space.tell("standing_blank")
    elif space.has_list and space.records.current:
        remove_record(space, space.records.current_path)


def remove_record(space: Workspace, path: str) -> None:
    """Remove a record, and say who still names it."""
    id_ = path.rsplit(".", 1)[-1]
    name = f"{id_} {space.desk.title(path)}".strip()
    pointing = space.desk.session.remove(path)
    space.show_section(space.section)
    space.changed()
    if pointing:
        space.tell("removed_pointed", name=name, paths=_holders(space, pointing))
    else:
        space.tell("removed", name=name)


def _holders(space: Workspace, paths: tuple[str, ...]) -> str:
    """The records that some paths lie in, the first three by name."""
    words, held = space.desk.words, list(dict.fromkeys(record_of(path) for path in paths))
    names = [
        words(f"choices.{record}") if record.startswith("decisions.") else visible(record.rsplit(".", 1)[-1])
        for record in held
    ]
    return ", ".join(names[:NAMED]) + (f" +{len(names) - NAMED}" if len(names) > NAMED else "")


def move_up(space: Workspace) -> None:
    """The current record one place up."""
    _move(space, -1)


def move_down(space: Workspace) -> None:
    """The current record one place down."""
    _move(space, 1)


def _move(space: Workspace, by: int) -> None:
    if not (space.has_list and space.records.current):
        return
    if space.section in STANDING:
        space.tell("standing_order")
    elif space.desk.session.move(space.records.current_path, by):
        space.changed()
    else:
        space.tell("already_first" if by < 0 else "already_last")


def undo(space: Workspace) -> None:
    """Go back one step, the cursor to what changed; a text that is no value goes first."""
    if space.is_in_form and space.form.state.give_up():
        space.form.repaint()
        return
    _travelled(space, space.desk.session.undo(), "undone", "nothing_to_undo")


def redo(space: Workspace) -> None:
    """Go forward one step, the cursor to what changed."""
    _travelled(space, space.desk.session.redo(), "redone", "nothing_to_redo")


def _travelled(space: Workspace, path: str | None, done: str, nothing: str) -> None:
    if path is None:
        space.tell(nothing)
        return
    space.form.state.reload()
    space.go_to(path)
    space.changed()
    space.tell(done, what=_place_of(space, path))


def _place_of(space: Workspace, path: str) -> str:
    """Where a change was made, in words: `Objectifs O3, Échéance`."""
    section, record = section_of(path), record_of(path)
    words, found = space.desk.words, [space.desk.words(f"sections.{section_of(path)}")]
    if record != section:
        id_ = visible(record.rsplit(".", 1)[-1])
        found[0] += f" {words(f'choices.{record}') if section == 'decisions' else id_}"
    field = path[len(record) + 1 :].split(".")[0]
    if words.has(f"fields.{section}.{field}"):
        found.append(words(f"fields.{section}.{field}"))
    return ", ".join(found)
