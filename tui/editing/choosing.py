"""Choosing in a slot: an option by its letters or by arrows, a reference from what is on offer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.editing import offering
from tui.editing.buffer import TextBuffer
from tui.editing.kinds import PICKED
from tui.editing.slots import Slot
from tui.text import folded

if TYPE_CHECKING:
    from tui.editing.form_state import FormState


def pick_by_letters(state: FormState, slot: Slot, text: str) -> None:
    """Letters choose the option that starts with them; a first letter that fits none starts again."""
    for query in (state.buffer.text + text, text):
        found = [option for option in state.options if folded(option.label).startswith(folded(query))]
        if found:
            state.buffer = TextBuffer.at_end(query)
            state.problem = state.put(slot, found[0].value)
            state.after_edit(slot)
            return
    state.problem = state.desk.words("errors.no_choice", text=state.buffer.text + text)


def cycle(state: FormState, by: int) -> None:
    """The next or previous option of a choice."""
    slot = state.slot
    if slot is None or not state.options:
        return
    values = [option.value for option in state.options]
    current = state.value(slot)
    at = values.index(current) + by if current in values else (0 if by > 0 else len(values) - 1)
    state.buffer = TextBuffer()
    state.problem = state.desk.edit(slot.path, values[at % len(values)]) or ""
    state.after_edit(slot)


def erase(state: FormState) -> None:
    """Backspace where the text is already empty: a choice or reference is cleared, a list loses its last one."""
    slot = state.slot
    if slot is None or slot.part == "key":
        # The key of a row is not cleared by itself: the row would go with it.
        return
    value = state.value(slot)
    if slot.spec.kind == "refs" and isinstance(value, tuple) and value:
        state.desk.edit(slot.path, value[:-1])
    elif slot.spec.kind in (*PICKED, "ref") and value is not None:
        state.desk.edit(slot.path, None)
    state.after_edit(slot)


def highlight(state: FormState, by: int) -> bool:
    """Move through what is on offer; False when that leaves the list."""
    if not state.options or not -1 <= state.highlighted + by < len(state.options):
        return False
    if state.highlighted == -1 and by < 0:
        return False
    state.highlighted += by
    return True


def accept(state: FormState) -> bool:
    """Take the highlighted option; False when none is highlighted. A list stays for more."""
    slot = state.slot
    if slot is None or not 0 <= state.highlighted < len(state.options):
        return False
    option = state.options[state.highlighted]
    if slot.spec.offers:
        return offering.take(state, slot, option)
    if slot.part == "key":
        state.buffer = TextBuffer.at_end(str(option.value))
        state.keep_draft(slot, state.buffer.text)
        return False
    if slot.spec.kind == "refs":
        _toggle(state, slot, str(option.value))
    else:
        state.problem = state.put(slot, option.value)
        state.drop_draft(slot)
    is_list = slot.spec.kind == "refs"
    state.load()
    return is_list


def _toggle(state: FormState, slot: Slot, id_: str) -> None:
    value = state.value(slot)
    ids = value if isinstance(value, tuple) else ()
    state.desk.edit(slot.path, tuple(other for other in ids if other != id_) if id_ in ids else (*ids, id_))
    state.drop_draft(slot)
