"""The form of the current record: one widget, whatever the number of fields, so that it opens at once."""

from collections.abc import Callable
from typing import ClassVar

from textual.events import Key

from model.catalogue import sections
from tui.desk import Desk
from tui.editing import choosing
from tui.editing.form_state import FormState
from tui.editing.kinds import LINKED, PICKED
from tui.pages import section_of
from tui.text import visible
from tui.widgets.form_view import VALUE, Drawn, FormView
from tui.widgets.messages import FieldFocused, LeftForm, PlanChanged
from tui.widgets.pane import Host, Pane, Row
from tui.widgets.scenario_marks import action_mark

LABELS = {"azerty": "qsdfjklmghazertyuiopwxcvbn", "qwerty": "asdfjklghqwertyuiopzxcvbnm"}
"""The letters of the jump, the easiest first: home row, then the row above, then the row below."""


class Form(Pane):
    """Shows a record's fields and takes what is typed; every change goes to the plan at once."""

    KEYS: ClassVar[dict[str, str]] = {
        "tab": "next_field",
        "shift+tab": "previous_field",
        "enter": "enter",
        "escape": "leave",
        "up": "up",
        "down": "down",
        "left": "left",
        "right": "right",
        "home": "home",
        "end": "end",
        "pageup": "page_up",
        "pagedown": "page_down",
        "ctrl+left": "word_left",
        "ctrl+right": "word_right",
        "backspace": "backspace",
        "delete": "delete",
        "ctrl+w": "erase_word",
        "ctrl+u": "clear",
    }

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.state = FormState(desk)
        self.view = FormView(self.state, desk)
        self.top = 0
        self._drawn_lines: list[Drawn] = []

    # --- showing ------------------------------------------------------------------------------------------------

    def open(self, holder: str, field: str = "") -> None:
        """Show a record; the named field, or the first, is the one to type in."""
        if holder != self.state.holder or field:
            self.settle()
            self.top = 0
            self.state.open(holder, field)
        self.repaint()

    def close(self) -> None:
        """Show nothing: no record is chosen."""
        self.settle()
        self.state.holder = ""
        self.state.reload()
        self.repaint()

    def settle(self) -> None:
        """Apply what waits for its field to be left; a record's new name changes the list beside the form too."""
        before = self.desk.plan
        if self.state.holder:
            self.state.leave()
        if self.desk.plan is not before:
            self.host.hear(PlanChanged(self.state.holder))

    def rows(self, width: int, height: int) -> list[Row]:
        """The part of the form in view: the field in focus always is."""
        self.view.has_focus = self.is_active
        heading = [self._heading(width)] if sections()[section_of(self.state.holder)].is_table else []
        height -= len(heading)
        self._drawn_lines = list(self.view.lines(width))
        here = [n for n, line in enumerate(self._drawn_lines) if any(at == self.state.at for _, at in line.slots)]
        if here:
            self.top = max(min(self.top, here[0]), min(here[-1], here[0] + height - 1) - height + 1)
        self.top = max(min(self.top, len(self._drawn_lines) - height), 0)
        return [*heading, *(line.row for line in self._drawn_lines[self.top : self.top + height])]

    def _heading(self, width: int) -> Row:
        """A rule that names the record, and parts the form from the list above it."""
        palette, section = self.desk.palette, section_of(self.state.holder)
        row = Row(width).add("── ", palette.muted)
        if self.state.slots:
            id_ = "" if section == "decisions" else self.state.holder.rsplit(".", 1)[-1]
            row.add(f"{id_} {self.desk.title(self.state.holder)}".strip(), palette.strong, width - 8)
            mark = action_mark(self.desk, id_) if section == "actions" else ""
            row.add(f" {mark}" if mark else "", palette.warning).add(" ", palette.muted)
        return row.add("─" * row.room, palette.muted)

    def activate(self, *, is_active: bool) -> None:
        """The field in focus shows its cursor; when the keys go elsewhere, what waits to be applied is."""
        if self.is_active and not is_active:
            self.settle()
        super().activate(is_active=is_active)
        if is_active:
            self._tell_field()

    def _tell_field(self) -> None:
        self.repaint()
        if self.state.slot is not None:
            self.host.hear(FieldFocused(self.state.slot.guide_path))

    # --- keys ---------------------------------------------------------------------------------------------------

    def take_key(self, key: Key) -> bool:
        """Typing goes to the field in focus; keys that mean nothing here are left to the commands."""
        if self.state.slot is None:
            return False
        before, at = self.desk.plan, self.state.at
        if self.view.labels:
            self._jump(key)
        elif (name := self.KEYS.get(key.key)) is not None:
            getattr(self, f"_key_{name}")()
            self.state.is_selected = self.state.is_selected and self.state.at != at
        elif key.is_printable and key.character:
            self.state.type(key.character)
        else:
            return False
        self._after(before, at)
        return True

    def take_text(self, text: str) -> None:
        """Pasted text is typed text."""
        self.paste(text)

    def paste(self, text: str) -> None:
        """Put a text at the cursor."""
        before, at = self.desk.plan, self.state.at
        lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
        self.state.type("\n".join(visible(line) for line in lines))
        self._after(before, at)

    def replace_text(self, text: str) -> None:
        """Put another text in the place of the one in focus."""
        before, at = self.desk.plan, self.state.at
        self.state.buffer.text, self.state.buffer.cursor = text, len(text)
        self.state.changed()
        self._after(before, at)

    def copied(self) -> str:
        """The field in focus, for the clipboard."""
        slot = self.state.slot
        if slot is None:
            return ""
        return self.state.shown(slot) if slot.spec.kind in (*PICKED, *LINKED) else self.state.buffer.text

    def start_jump(self) -> None:
        """Put a letter on each field; the next key goes there."""
        if not self.state.slots:
            return
        letters = LABELS[self.desk.settings.labels or ("azerty" if self.desk.words.language == "fr" else "qwerty")]
        shown = sorted({at for line in self._drawn_lines[self.top : self.top + self.height] for _, at in line.slots})
        self.view.labels = {at: letters[n] for n, at in enumerate(shown[: len(letters)])}
        self.repaint()

    def _jump(self, key: Key) -> None:
        aim = next((to for to, letter in self.view.labels.items() if letter == key.character), None)
        self.view.labels = {}
        if aim is not None:
            self.state.go(aim)

    def _after(self, before: object, at: int) -> None:
        if self.desk.plan is not before:
            slot = self.state.slot
            self.host.hear(PlanChanged(slot.path if slot else self.state.holder))
        if self.state.at != at:
            self._tell_field()
        else:
            self.repaint()

    @property
    def _text_width(self) -> int:
        return max(self.width - VALUE - 1, 1)

    @property
    def _kind(self) -> str:
        return self.state.slot.spec.kind if self.state.slot else ""

    def _key_next_field(self) -> None:
        choosing.accept(self.state)
        if not self.state.step(1):
            self._go_out(forward=True)

    def _key_previous_field(self) -> None:
        if not self.state.step(-1):
            self._go_out(forward=False)

    def _key_leave(self) -> None:
        if self.state.give_up():
            return
        if self._kind in LINKED and (self.state.buffer.text or self.state.highlighted >= 0):
            self.state.buffer.text = ""
            self.state.buffer.cursor = 0
            self.state.changed()
            return
        self._go_out(forward=False)

    def _go_out(self, *, forward: bool) -> None:
        self.settle()
        self.host.hear(LeftForm(forward))

    def _key_enter(self) -> None:
        if self._kind == "prose" and self.state.highlighted < 0 and not (self.state.slot and self.state.slot.table):
            self.state.type("\n")
        elif not choosing.accept(self.state):
            self._key_next_field()

    def _key_up(self) -> None:
        self._vertical(-1)

    def _key_down(self) -> None:
        self._vertical(1)

    def _vertical(self, by: int) -> None:
        is_listed = self._kind not in PICKED and self.state.options
        if is_listed and choosing.highlight(self.state, by):
            return
        in_table = bool(self.state.slot and self.state.slot.table)
        if not in_table and self._kind not in (*PICKED, *LINKED) and self.state.buffer.vertical(by, self._text_width):
            return
        if not self.state.vertical(by) and by < 0:
            self._go_out(forward=False)

    def _key_left(self) -> None:
        self._horizontal(-1)

    def _key_right(self) -> None:
        self._horizontal(1)

    def _horizontal(self, by: int) -> None:
        if self._kind in PICKED:
            choosing.cycle(self.state, by)
        elif not self.state.buffer.move(by) and self.state.slot and self.state.slot.table:
            self.state.step(by)

    def _key_clear(self) -> None:
        self._erase(self._clear_text)

    def _clear_text(self) -> bool:
        has_text = bool(self.state.buffer.text)
        if has_text:
            self.state.clear()
        return has_text

    def _key_home(self) -> None:
        self.state.buffer.row_start(self._text_width)

    def _key_end(self) -> None:
        self.state.buffer.row_end(self._text_width)

    def _key_page_up(self) -> None:
        self.state.go(max(self.state.at - 8, 0))

    def _key_page_down(self) -> None:
        self.state.go(min(self.state.at + 8, len(self.state.slots) - 1))

    def _key_word_left(self) -> None:
        self.state.buffer.word_left()

    def _key_word_right(self) -> None:
        self.state.buffer.word_right()

    def _key_backspace(self) -> None:
        self._erase(self.state.buffer.erase_back)

    def _key_delete(self) -> None:
        self._erase(self.state.buffer.erase_forward)

    def _key_erase_word(self) -> None:
        self._erase(self.state.buffer.erase_word)

    def _erase(self, erase: Callable[[], bool]) -> None:
        if self._kind in PICKED:
            choosing.erase(self.state)
        elif self.state.is_selected:
            self.state.clear()
        elif erase():
            self.state.changed()
        elif self._kind in LINKED and not self.state.buffer.text:
            choosing.erase(self.state)

    # --- the mouse ----------------------------------------------------------------------------------------------

    def take_click(self, x: int, y: int) -> None:
        """A click goes to the field under it."""
        line = self.top + y - (1 if sections()[section_of(self.state.holder)].is_table else 0)
        if 0 <= line < len(self._drawn_lines):
            before, at = self.desk.plan, self.state.at
            under = [slot for column, slot in self._drawn_lines[line].slots if column <= x]
            if under and under[-1] != at:
                self.state.go(under[-1])
                self._after(before, at)
