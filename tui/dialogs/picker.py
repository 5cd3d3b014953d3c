"""One dialog for choosing: a title, a list, and a line to type in that narrows it, accents and case aside."""

from collections.abc import Callable, Sequence

from textual.events import Key

from model.plain import frozen, slotted
from tui.desk import Desk
from tui.editing.buffer import TextBuffer
from tui.text import folded
from tui.widgets.pane import Host, Pane, Row

MOVES = {"up": -1, "down": 1, "pageup": -10, "pagedown": 10, "shift+tab": -1, "tab": 1}
CLOSING = ("escape", "ctrl+q", "ctrl+c")


@frozen
class Choice:
    """Something to pick: how it reads, what it stands for, and a note to its right."""

    label: str
    value: str
    note: str = ""


@slotted
class Picked:
    """The dialog is done with: the value taken, or None; `then` is what was to be done with a value."""

    value: str | None
    then: Callable[[str], None]


def narrowed(choices: Sequence[Choice], query: str) -> list[Choice]:
    """The choices that hold every word of the query: one called just so, then those that start with it, first."""
    words = folded(query).split()
    if not words:
        return list(choices)
    folds = [(choice, f" {folded(choice.label)} {folded(choice.note)}") for choice in choices]
    found = [(choice, fold) for choice, fold in folds if all(word in fold for word in words)]
    name = " ".join(words)
    ranked = sorted(found, key=lambda pair: (folded(pair[0].label) != name, f" {words[0]}" not in pair[1]))
    return [choice for choice, _ in ranked]


class Picker(Pane):
    """Asks for one of several choices; what is taken goes to `then`."""

    def __init__(
        self, desk: Desk, host: Host, title: str, choices: Sequence[Choice], then: Callable[[str], None]
    ) -> None:
        super().__init__(desk, host)
        self.title, self.choices, self.then = title, choices, then
        self.is_searchable = False
        self.own_note = ""
        """Where there is one, a text that is typed can be taken as it is, with this note."""
        self.buffer = TextBuffer()
        self.found = list(choices)
        self.at = 0

    @property
    def wanted_height(self) -> int:
        """How many lines the dialog would fill."""
        return max(len(self.choices), 1) + self._head + 2

    @property
    def _head(self) -> int:
        return 3 if self.is_searchable else 2

    # --- drawing ------------------------------------------------------------------------------------------------

    def rows(self, width: int, height: int) -> list[Row]:
        """A frame, the title, the line to type in, the choices in view, a hint."""
        palette = self.desk.palette
        inner = width - 4
        rows = [Row(width).add("┌" + "─" * (width - 2) + "┐", palette.accent)]
        rows.append(self._framed(width, Row(inner).add(self.title, palette.strong)))
        if self.is_searchable:
            line = Row(inner).add("> ", palette.accent).add(self.buffer.text, palette.text).add(" ", palette.cursor)
            rows.append(self._framed(width, line))
        first, body = self._view(height)
        for n, choice in enumerate(self.found[first : first + body], first):
            rows.append(self._framed(width, self._choice(choice, inner, is_current=n == self.at)))
        if not self.found:
            rows.append(self._framed(width, Row(inner).add(self.desk.words("messages.palette_none"), palette.muted)))
        rows += [self._framed(width, Row(inner)) for _ in range(height - len(rows) - 2)]
        hint = self.desk.words(f"messages.{'palette_hint' if self.is_searchable else 'choose_hint'}")
        rows.append(self._framed(width, Row(inner).add(hint, palette.muted)))
        rows.append(Row(width).add("└" + "─" * (width - 2) + "┘", palette.accent))
        return rows

    def _view(self, height: int) -> tuple[int, int]:
        """The first choice in view, and how many are."""
        body = max(height - self._head - 2, 1)
        return max(min(self.at - body + 1, len(self.found) - body), 0), body

    def _choice(self, choice: Choice, width: int, *, is_current: bool) -> Row:
        palette = self.desk.palette
        row = Row(width).add("▸ " if is_current else "  ", palette.accent)
        row.add(choice.label, palette.text, width - len(choice.note) - 4)
        row.to(width - len(choice.note) - 1).add(choice.note, palette.muted)
        return row.restyled(palette.current) if is_current else row

    def _framed(self, width: int, inner: Row) -> Row:
        row = Row(width).add("│ ", self.desk.palette.accent)
        for text, style in inner.spans:
            row.add(text, style)
        return row.to(width - 1).add("│", self.desk.palette.accent)

    # --- keys and mouse -----------------------------------------------------------------------------------------

    def take_key(self, key: Key) -> bool:
        """Typing narrows, arrows choose, Enter takes, Escape leaves; no key goes past the dialog."""
        self.repaint()
        if key.key in CLOSING:
            self._close(None)
        elif key.key == "enter":
            self._close(self.found[self.at].value if self.found else None)
        elif key.key in MOVES:
            self.at = min(max(self.at + MOVES[key.key], 0), max(len(self.found) - 1, 0))
        elif key.key == "backspace":
            self.buffer.erase_back()
            self._narrow()
        elif self.is_searchable and key.is_printable and key.character:
            self.take_text(key.character)
        return True

    def _close(self, value: str | None) -> None:
        self.host.hear(Picked(value, self.then))

    def take_text(self, text: str) -> None:
        """Typed or pasted text narrows the choices."""
        self.buffer.insert(text.replace("\n", " "))
        self._narrow()

    def _narrow(self) -> None:
        text = self.buffer.text.strip()
        self.found, self.at = narrowed(self.choices, text), 0
        if self.own_note and text and all(folded(choice.label) != folded(text) for choice in self.found):
            self.found.append(Choice(text, text, self.own_note))
        self.repaint()

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click takes the choice under it."""
        first, body = self._view(self.height)
        at = first + y - self._head
        if self._head <= y < self._head + body and at < len(self.found):
            self._close(self.found[at].value)
