"""One dialog for choosing: a title, a list, and a line to type in that narrows it, accents and case aside."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.screen import ModalScreen

from tui.desk import Desk
from tui.editing.buffer import TextBuffer
from tui.text import folded
from tui.widgets.pane import Pane, Row

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Something to pick: how it reads, a note to its right, and what it stands for."""

    label: str
    value: T
    note: str = ""


def narrowed(choices: Sequence[Choice[T]], query: str) -> list[Choice[T]]:
    """The choices that hold every word of the query; those whose words start with it first."""
    words = folded(query).split()
    if not words:
        return list(choices)
    found = [choice for choice in choices if all(word in folded(f"{choice.label} {choice.note}") for word in words)]
    starts = [f" {folded(choice.label)}" for choice in found]
    ranked = sorted(zip(found, starts, strict=True), key=lambda pair: f" {words[0]}" not in pair[1])
    return [choice for choice, _ in ranked]


class PickerPane(Pane, can_focus=True):
    """The drawn part of the dialog."""

    def __init__(self, dialog: "Picker[T]", desk: Desk) -> None:
        super().__init__(id="picker")
        self.dialog, self.desk = dialog, desk

    def rows(self, width: int, height: int) -> list[Row]:
        """A frame, the title, the line to type in, the choices in view, a hint."""
        palette, dialog = self.desk.palette, self.dialog
        inner = width - 4
        rows = [Row(width).add("┌" + "─" * (width - 2) + "┐", palette.muted)]
        rows.append(self._framed(width, Row(inner).add(dialog.title_text, palette.strong)))
        if dialog.is_searchable:
            line = Row(inner).add("> ", palette.accent).add(dialog.buffer.text, palette.text).add(" ", palette.cursor)
            rows.append(self._framed(width, line))
        body = max(height - len(rows) - 2, 1)
        first = max(min(dialog.at - body + 1, len(dialog.found) - body), 0)
        for n, choice in enumerate(dialog.found[first : first + body], first):
            rows.append(self._framed(width, self._choice(choice, inner, is_current=n == dialog.at)))
        if not dialog.found:
            rows.append(self._framed(width, Row(inner).add(self.desk.words("messages.palette_none"), palette.muted)))
        rows += [self._framed(width, Row(inner)) for _ in range(height - len(rows) - 2)]
        rows.append(self._framed(width, Row(inner).add(self.desk.words("messages.palette_hint"), palette.muted)))
        rows.append(Row(width).add("└" + "─" * (width - 2) + "┘", palette.muted))
        return rows

    def _choice(self, choice: Choice[T], width: int, *, is_current: bool) -> Row:
        palette = self.desk.palette
        row = Row(width).add("▸ " if is_current else "  ", palette.accent)
        row.add(choice.label, palette.text, width - len(choice.note) - 4)
        row.to(width - len(choice.note) - 1).add(choice.note, palette.muted)
        return row.restyled(palette.current) if is_current else row

    def _framed(self, width: int, inner: Row) -> Row:
        palette = self.desk.palette
        row = Row(width).add("│ ", palette.muted)
        for text, style in inner.spans:
            row.add(text, style)
        return row.to(width - 1).add("│", palette.muted)

    def on_key(self, event: events.Key) -> None:
        """Typing narrows, arrows choose, Enter takes, Escape leaves."""
        self.dialog.take_key(event)
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text is typed text."""
        self.dialog.narrow(event.text)
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """A click takes the choice under it."""
        head = 3 if self.dialog.is_searchable else 2
        body = max(self.size.height - head - 2, 1)
        first = max(min(self.dialog.at - body + 1, len(self.dialog.found) - body), 0)
        at = first + event.y - head
        if event.y >= head and at < len(self.dialog.found):
            self.dialog.dismiss(self.dialog.found[at].value)


class Picker(ModalScreen[T | None]):
    """Ask for one of several choices; dismissed with its value, or None."""

    def __init__(self, desk: Desk, title: str, choices: Sequence[Choice[T]], *, is_searchable: bool = True) -> None:
        super().__init__()
        self.desk, self.title_text, self.choices, self.is_searchable = desk, title, choices, is_searchable
        self.buffer = TextBuffer()
        self.found = list(choices)
        self.at = 0
        self.pane = PickerPane(self, desk)

    def compose(self) -> ComposeResult:
        """The drawn pane alone."""
        yield self.pane

    def on_mount(self) -> None:
        """As high as the choices need."""
        frame = 5 if self.is_searchable else 4
        self.pane.styles.height = min(len(self.choices) + frame, 20)
        self.pane.focus()

    def narrow(self, text: str) -> None:
        """Add to what was typed."""
        self.buffer.insert(text.replace("\n", " "))
        self._narrowed()

    def _narrowed(self) -> None:
        self.found, self.at = narrowed(self.choices, self.buffer.text), 0
        self.pane.repaint()

    def take_key(self, event: events.Key) -> None:
        """What a key does in the dialog."""
        moves = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "shift+tab": -1, "tab": 1}
        if event.key in ("escape", "ctrl+q", "ctrl+c"):
            self.dismiss(None)
        elif event.key == "enter":
            if self.found:
                self.dismiss(self.found[self.at].value)
        elif event.key in moves:
            self.at = min(max(self.at + moves[event.key], 0), max(len(self.found) - 1, 0))
            self.pane.repaint()
        elif event.key == "backspace" and self.buffer.erase_back():
            self._narrowed()
        elif self.is_searchable and event.is_printable and event.character:
            self.narrow(event.character)
