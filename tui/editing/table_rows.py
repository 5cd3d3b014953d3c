"""The rows of a form's tables: a row is applied when its key and its value are both there, and can be removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.edits import EditRefusedError, check_id
from model.paths import PathUnknownError
from tui.editing.slots import Slot
from tui.formats.numbers import EntryError

if TYPE_CHECKING:
    from tui.editing.form_state import FormState


def settle(state: FormState, slot: Slot) -> None:
    """Make one entry of what was typed in a row; a row whose value was erased goes."""
    row = [other for other in state.slots if (other.table, other.entry) == (slot.table, slot.entry)]
    try:
        parsed = {other.part: _typed(state, other) for other in row}
    except EntryError:
        return
    key, value = parsed["key"], parsed["value"]
    if value is None and not slot.is_blank:
        remove_row(state)
    elif key is not None and value is not None:
        _put(state, slot, row, str(key), value, parsed.get("note"))


def _typed(state: FormState, slot: Slot) -> object:
    draft = state.draft(slot)
    return state.value(slot) if draft is None else state.desk.reader.parsed(slot.spec, draft)


def _put(state: FormState, slot: Slot, row: list[Slot], key: str, value: object, note: object) -> None:
    notes = next((other.path.rsplit(".", 1)[0] for other in row if other.part == "note"), "")
    old_key = "" if slot.is_blank else slot.entry
    try:
        if state.desk.is_scoped(slot.table):
            changed = _put_in_scenario(state, slot, old_key, key, value)
        else:
            changed = state.desk.session.put_entry(slot.table, old_key, key, value, notes, note)
    except (EditRefusedError, PathUnknownError) as refusal:
        state.problem = state.desk.sentence(getattr(refusal, "code", "value"))
        return
    for other in row:
        state.drop_draft(other)
    if changed:
        _follow(state, slot, key)


def _put_in_scenario(state: FormState, slot: Slot, old_key: str, key: str, value: object) -> bool:
    # What a scenario says of a line is loaded when one is at work.
    from model.whatif.rows import with_row

    _, id_, table = slot.table.split(".")
    session = state.desk.session
    plan = with_row(session.plan, session.scenario or "", id_, table, old_key, key, value)
    return session.replace(plan, state.desk.scoped(f"{slot.table}.{key}"), "entry")


def _remove_in_scenario(state: FormState, slot: Slot) -> str:
    from model.whatif.rows import without_row

    _, id_, table = slot.table.split(".")
    session, path = state.desk.session, state.desk.scoped(f"{slot.table}.{slot.entry}")
    session.replace(without_row(session.plan, session.scenario or "", id_, table, slot.entry), path, "remove")
    state.reload()
    return path


def _follow(state: FormState, slot: Slot, key: str) -> None:
    """Keep the focus in the row that has just found its place in the table."""
    state.refresh()
    aim = (slot.table, key, slot.part)
    same = [n for n, other in enumerate(state.slots) if (other.table, other.entry, other.part) == aim]
    state.at = same[0] if same else state.at


def remove_row(state: FormState) -> str | None:
    """Remove the table row in focus, its notes with it; its path, or None where there is none."""
    slot = state.slot
    if slot is None or not slot.table or slot.is_blank:
        return None
    row = [other for other in state.slots if (other.table, other.entry) == (slot.table, slot.entry)]
    for other in row:
        state.drop_draft(other)
    if state.desk.is_scoped(slot.table):
        return _remove_in_scenario(state, slot)
    path = f"{slot.table}.{slot.entry}"
    state.desk.session.remove_entry(path, [other.path for other in row if other.part == "note"])
    state.reload()
    return path


def blank_row(state: FormState) -> bool:
    """Go to the empty row of the table in focus; False outside a table."""
    slot = state.slot
    if slot is None or not slot.table:
        return False
    aim = next(n for n, other in enumerate(state.slots) if other.table == slot.table and other.is_blank)
    return state.go(aim)


def name_problem(state: FormState, slot: Slot, text: str) -> str:
    """Why a record cannot be called so; empty where it can, or already is."""
    name, table = text.strip().lstrip("@"), slot.path.rsplit(".", 2)[0]
    if name == state.value(slot):
        return ""
    try:
        check_id(state.desk.plan, name, f"{table}.{name}")
    except EditRefusedError as refusal:
        return state.desk.sentence(refusal.code)
    return ""


def rename(state: FormState, slot: Slot) -> None:
    """Give the record the name typed for it; what named it follows."""
    draft = state.draft(slot)
    if draft is None or draft == state.value(slot):
        state.drop_draft(slot)
        return
    holder = slot.path.rsplit(".", 1)[0]
    try:
        state.holder = state.desk.session.rename(holder, draft.strip().lstrip("@"))
    except EditRefusedError as refusal:
        state.problem = state.desk.sentence(refusal.code)
        return
    state.drop_draft(slot)
