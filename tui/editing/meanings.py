"""How an abridged date or number was understood: `30/6`, `12k`."""

from tui.editing.form_state import FormState
from tui.formats.numbers import EntryError


def meaning(state: FormState) -> str:
    """What the text being typed means, in full; empty where the text says it itself."""
    slot, text = state.slot, state.buffer.text.strip()
    if slot is None or state.problem or not _is_abridged(slot.spec.kind, text):
        return ""
    try:
        return state.desk.reader.shown(slot.spec, state.desk.reader.parsed(slot.spec, text), slot.key)
    except EntryError:
        return ""


def _is_abridged(kind: str, text: str) -> bool:
    if kind == "date":
        return bool(text) and len(text) < len("30/06/2027")
    if kind == "month":
        return bool(text)
    return kind in ("amount", "number") and text[-1:].casefold() in ("k", "m")
