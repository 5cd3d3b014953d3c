"""What happens in a form when keys are pressed, without any widget: focus, typing, choosing, rows of tables."""

from model.edits import EditRefusedError
from model.paths import read
from model.plan import Plan
from tui.desk import Desk
from tui.editing import choosing, offering, table_rows
from tui.editing.buffer import TextBuffer
from tui.editing.kinds import LINKED, PICKED
from tui.editing.options import Option, choices, earlier_texts, matching, records
from tui.editing.slots import Slot, slots
from tui.formats.numbers import EntryError


class FormState:
    """The form of one record: its slots, the one being typed in, and what is on offer there."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.holder = ""
        self.slots: list[Slot] = []
        self.at = 0
        self.buffer = TextBuffer()
        self.options: list[Option] = []
        self.highlighted = -1
        self.problem = ""
        self.is_selected = False
        self.pending: dict[str, str] = {}
        self.entered: object = None

    # --- which record, which slot -------------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan that the form shows: of a budget line, what the scenario at work makes of it."""
        return self.desk.seen if self.desk.is_scoped(self.holder) else self.desk.plan

    def _slots(self) -> list[Slot]:
        found = slots(self.plan, self.holder) if self.holder else []
        if not self.has_aside:
            return found
        aside = tuple(f"{self.holder}.{name}" for name in ("quotes", "history"))
        return [slot for slot in found if slot.table not in aside]

    @property
    def has_aside(self) -> bool:
        """Whether parts of the record are the plan's alone, no scenario's to change: a line's quotes and history."""
        return self.desk.is_scoped(self.holder)

    def open(self, holder: str, field: str = "") -> None:
        """Show a record, its first slot (or the named field's) ready for typing."""
        self.holder, self.at, self.pending = holder, 0, {}
        self.refresh()
        if field:
            self.at = next((n for n, slot in enumerate(self.slots) if field in (slot.path, slot.table)), 0)
        self.load()

    def refresh(self) -> None:
        """Take the plan as it is now; the slot in focus keeps what is being typed."""
        held = self.slot
        self.slots = self._slots()
        self.at = min(self.at, max(len(self.slots) - 1, 0))
        if held is not None and self.slot is not None and self.slot.path != held.path:
            same = [n for n, slot in enumerate(self.slots) if (slot.path, slot.part) == (held.path, held.part)]
            self.at = same[0] if same else self.at

    def reload(self) -> None:
        """Take the plan as it is now, the slot in focus included (after undo, or a change from elsewhere)."""
        self.refresh()
        self.load()

    @property
    def slot(self) -> Slot | None:
        """The slot in focus; None in a form without record."""
        return self.slots[self.at] if self.at < len(self.slots) else None

    def go(self, at: int) -> bool:
        """Leave this slot, its text applied, for another; False beyond the ends."""
        if not 0 <= at < len(self.slots):
            # Leaving may complete the last row of a table, after which there is an empty one to go to.
            self.leave()
        if not 0 <= at < len(self.slots):
            return False
        aim, left = self.slots[at], self.slot
        self.leave()
        self.at = self._place_of(aim, left, at)
        self.desk.session.history.checkpoint()
        self.load()
        return True

    def _place_of(self, aim: Slot, left: Slot | None, at: int) -> int:
        """Where a slot stands now; in the row just left, which may have found another key, the same column of it."""
        wanted, now = (aim.path, aim.part), self.slot
        if left is not None and now is not None and (aim.table, aim.entry) == (left.table, left.entry):
            row = [n for n, slot in enumerate(self.slots) if (slot.table, slot.entry) == (now.table, now.entry)]
            same = [n for n in row if (self.slots[n].part, self.slots[n].spec.name) == (aim.part, aim.spec.name)]
        else:
            same = [n for n, slot in enumerate(self.slots) if (slot.path, slot.part) == wanted]
        return same[0] if same else min(at, len(self.slots) - 1)

    def step(self, by: int) -> bool:
        """To the next or previous slot, from a row just made to the empty one below it; False beyond the ends."""
        left, at = self.slot, self.at + by
        if left is not None and left.is_blank and by > 0 and not self._is_in_row(left, at):
            self.leave()
            if self.slot is not None and self.slot.table == left.table and not self.slot.is_blank:
                return table_rows.blank_row(self)
        return self.go(at)

    def _is_in_row(self, slot: Slot, at: int) -> bool:
        other = self.slots[at] if at < len(self.slots) else None
        return other is not None and (other.table, other.entry) == (slot.table, slot.entry)

    def vertical(self, by: int) -> bool:
        """To the slot below or above: in a table, the same column of the next row."""
        slot = self.slot
        if slot is None or not slot.table:
            return self.step(by)
        same = [
            n
            for n, other in enumerate(self.slots)
            if other.table == slot.table and (other.part, other.spec.name) == (slot.part, slot.spec.name)
        ]
        place = same.index(self.at) + by
        if 0 <= place < len(same):
            return self.go(same[place])
        rows = [n for n, other in enumerate(self.slots) if other.table == slot.table]
        return self.go(rows[-1] + 1 if by > 0 else rows[0] - 1)

    # --- reading ------------------------------------------------------------------------------------------------

    def value(self, slot: Slot) -> object:
        """What the plan holds at a slot."""
        if slot.part == "id":
            return slot.path.split(".")[-2]
        if slot.part == "key":
            return None if slot.is_blank else slot.entry
        return None if slot.is_blank else read(self.plan, slot.path)

    def shown(self, slot: Slot) -> str:
        """How a slot reads when it is not in focus: its draft if there is one, else its value."""
        draft = self.draft(slot)
        if draft is not None:
            return draft
        value = self.value(slot)
        if slot.spec.kind == "refs" and isinstance(value, tuple):
            return "\n".join(self.linked(slot, id_) for id_ in value)
        if slot.spec.kind == "ref" and isinstance(value, str):
            return self.linked(slot, value)
        return self.desk.reader.shown(slot.spec, value, slot.key)

    def linked(self, slot: Slot, id_: str) -> str:
        """A reference as id and name; an id that is a word of its own gives way to the name."""
        name = self.desk.name(id_, slot.spec.refers)
        return f"{id_} {name}".strip() if id_[-1:].isdigit() or not name else name

    def draft_problem(self, slot: Slot) -> str:
        """Why the draft of a slot is no value yet."""
        if slot.spec.kind in LINKED:
            return self.desk.words("errors.no_match")
        return self._problem_of(slot, self.draft(slot) or "") or self.desk.words("errors.not_applied")

    def load(self) -> None:
        """Put the focused slot's text under the cursor, and what can be chosen there on offer."""
        slot, self.problem, self.is_selected = self.slot, "", False
        if slot is None:
            self.buffer, self.options, self.highlighted = TextBuffer(), [], -1
            return
        self.entered = self.value(slot)
        draft = self.draft(slot)
        if slot.spec.kind in PICKED or slot.spec.kind in LINKED:
            self.buffer = TextBuffer.at_end(draft or "")
        else:
            text = self.desk.reader.editable(slot.spec, self.value(slot)) if draft is None else draft
            self.buffer = TextBuffer.at_end(text)
            self.is_selected = bool(text) and draft is None and slot.spec.kind != "prose"
            self.problem = self._problem_of(slot, text) if draft else ""
        self._offer()

    def _offer(self) -> None:
        """What can be chosen now, given what has been typed."""
        slot, query = self.slot, self.buffer.text
        self.highlighted = -1
        if slot is None:
            self.options = []
        elif slot.spec.kind in PICKED:
            self.options = choices(slot, self.desk.words)
        elif slot.spec.kind in LINKED:
            self.options = matching(records(self.desk.plan, slot), query)
            self.highlighted = 0 if query.strip() and self.options else -1
        elif slot.spec.offers:
            self.options = offering.on_offer(self, slot)
        else:
            earlier = earlier_texts(self.desk.plan, slot)
            self.options = [found for found in matching(earlier, query) if found.value != query]

    # --- typing -------------------------------------------------------------------------------------------------

    def type(self, text: str) -> None:
        """Put typed or pasted text at the cursor, and take its meaning at once."""
        slot = self.slot
        if slot is None:
            return
        if slot.spec.kind in PICKED:
            choosing.pick_by_letters(self, slot, text)
            return
        if self.is_selected:
            self.buffer = TextBuffer()
        self.buffer.insert(text if slot.spec.kind == "prose" else text.replace("\n", " "))
        self.changed()

    def clear(self) -> None:
        """Erase the whole text."""
        self.buffer = TextBuffer()
        self.changed()

    def give_up(self) -> bool:
        """Drop a text that is no value, and show the value that still stands; False where there is none to drop."""
        slot = self.slot
        if slot is None or not self.draft(slot) or not self.problem:
            return False
        self.drop_draft(slot)
        self.load()
        return True

    def changed(self) -> None:
        """The text in focus is new: apply it if it is a value, else keep it as a draft."""
        slot = self.slot
        if slot is None:
            return
        self.is_selected = False
        self._offer()
        if slot.spec.kind in LINKED:
            self.keep_draft(slot, self.buffer.text)
            self.problem = "" if self.options or not self.buffer.text else self.desk.words("errors.no_match")
            return
        if slot.part in ("key", "value", "note", "id"):
            self.keep_draft(slot, self.buffer.text)
            self.problem = self._problem_of(slot, self.buffer.text)
            return
        self._apply(slot, self.buffer.text)

    def _problem_of(self, slot: Slot, text: str) -> str:
        try:
            self.desk.reader.parsed(slot.spec, text)
        except EntryError as error:
            return self.desk.entry_sentence(error)
        return table_rows.name_problem(self, slot, text) if slot.part == "id" else ""

    def _apply(self, slot: Slot, text: str) -> None:
        self.problem = self._problem_of(slot, text)
        if not self.problem:
            value = self.desk.reader.parsed(slot.spec, text)
            self.problem = self.put(slot, value)
        if self.problem:
            # `1,5` on the way to `1,500` was never meant: what stood before the typing stands again.
            self.put(slot, self.entered)
            self.keep_draft(slot, text)
        else:
            self.drop_draft(slot)

    def put(self, slot: Slot, value: object) -> str:
        """Put a value; in the empty row of a table of records this makes the record first."""
        if not slot.is_blank:
            return self.desk.edit(slot.path, value) or ""
        if value is None:
            return ""
        try:
            new_id = self.desk.session.add(slot.table, None, None, **{slot.spec.name: value})
        except EditRefusedError as refusal:
            return self.desk.sentence(refusal.code)
        self.slots = self._slots()
        aim = f"{slot.table}.{new_id}.{slot.spec.name}"
        self.at = next(n for n, other in enumerate(self.slots) if other.path == aim)
        return ""

    def after_edit(self, slot: Slot) -> None:
        """A value was chosen: nothing typed waits there any more."""
        self.drop_draft(slot)
        self.refresh()

    # --- leaving ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Apply what waits for the slot to be left: a half-chosen reference, the row of a table, a name."""
        slot = self.slot
        if slot is None:
            return
        if slot.spec.kind in LINKED and slot.part != "key":
            self._leave_link(slot)
        if slot.part == "id":
            table_rows.rename(self, slot)
        elif slot.part in ("key", "value", "note"):
            if slot.part == "key" and slot.spec.kind == "ref" and 0 <= self.highlighted < len(self.options):
                self.keep_draft(slot, str(self.options[self.highlighted].value))
            table_rows.settle(self, slot)
        self.refresh()

    def _leave_link(self, slot: Slot) -> None:
        if not self.buffer.text.strip():
            self.drop_draft(slot)
        elif self.highlighted >= 0:
            choosing.accept(self)

    def draft(self, slot: Slot) -> str | None:
        """Text typed at a slot that is no value yet."""
        return self.desk.session.drafts.get(draft_key(slot))

    def keep_draft(self, slot: Slot, text: str) -> None:
        """Remember text typed at a slot that is no value yet."""
        self.desk.session.drafts[draft_key(slot)] = text

    def drop_draft(self, slot: Slot) -> None:
        """What was typed at a slot has been applied, or given up."""
        self.desk.session.drafts.pop(draft_key(slot), None)


def draft_key(slot: Slot) -> str:
    """Where the draft of a slot is kept: a row's key and value stand at the same path."""
    return f"{slot.path}#{slot.part}" if slot.part in ("key", "id") else slot.path
