"""What the method offers in a field: options beside words of one's own, taken and given back one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from model.paths import read
from tui.editing.buffer import TextBuffer
from tui.editing.options import Option, matching
from tui.formats.offers import word_of

if TYPE_CHECKING:
    from tui.editing.form_state import FormState
    from tui.editing.slots import Slot


def on_offer(state: FormState, slot: Slot) -> list[Option]:
    """The options of a field that hold what is being typed; all of them where nothing is."""
    found = _offered(state, slot)
    return matching(found, _half_typed(state.buffer.text, slot, found))


def _offered(state: FormState, slot: Slot) -> list[Option]:
    # The gear and the grid are loaded when a field of theirs is entered.
    if slot.spec.offers == "options":
        from model.gear import OPTIONS

        named: tuple[str, ...] = next((OPTIONS[key] for key in OPTIONS if key == slot.path.split(".")[1]), ())
    else:
        named = _approaches(state, slot)
    return [Option(value, word_of(state.desk.words, slot.spec.offers, value)) for value in named]


def _approaches(state: FormState, slot: Slot) -> tuple[str, ...]:
    """The four approaches, the one that goes with the quadrant first."""
    from model.purchasing import APPROACHES, suggested

    purchase = read(state.plan, slot.path.rsplit(".", 1)[0])
    first = suggested(purchase) if purchase is not None else None
    return tuple(sorted(APPROACHES, key=lambda approach: approach != first))


def _half_typed(text: str, slot: Slot, options: list[Option]) -> str:
    """The text being typed, in a list what stands after its last comma; nothing where that is a whole option."""
    last = text.rpartition(",")[2].strip() if slot.spec.kind == "names" else text.strip()
    return "" if last.casefold() in [option.label.casefold() for option in options] else last


def take(state: FormState, slot: Slot, option: Option) -> bool:
    """Take an option, or give back one that was taken; what was half typed gives way. True: the field stays."""
    text = option.label if slot.spec.kind != "names" else _toggled(state, slot, option.label)
    state.buffer = TextBuffer.at_end(text)
    state.changed()
    return True


def _toggled(state: FormState, slot: Slot, label: str) -> str:
    text = state.buffer.text
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if _half_typed(text, slot, _offered(state, slot)) and not text.rstrip().endswith(","):
        parts = parts[:-1]
    kept = [part for part in parts if part.casefold() != label.casefold()]
    kept += [label] if len(kept) == len(parts) else []
    return "".join(f"{part}, " for part in kept)
