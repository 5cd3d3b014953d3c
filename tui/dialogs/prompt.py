"""A question answered by one line of text."""

from collections.abc import Sequence

from textual.events import Key

from model.plain import frozen
from tui.desk import Desk
from tui.editing.buffer import TextBuffer
from tui.text import visible
from tui.widgets.pane import Host, Pane, Row


@frozen
class Typed:
    """The answer; empty when the question was left."""

    text: str


class Prompt(Pane):
    """A frame, the question, a line to type in."""

    def __init__(self, desk: Desk, host: Host, question: str, text: str = "") -> None:
        super().__init__(desk, host)
        self.question, self.buffer = question, TextBuffer.at_end(text)

    @property
    def wanted_height(self) -> int:
        """How many lines the dialog would fill."""
        return 4

    def rows(self, width: int, height: int) -> list[Row]:  # noqa: ARG002 - always four lines
        """The frame and what is in it."""
        palette = self.desk.palette
        text, cursor = self.buffer.text, self.buffer.cursor
        start = max(cursor - width + 8, 0)
        line = Row(width).add("│ > ", palette.accent).add(text[start:cursor], palette.text)
        line.add(text[cursor : cursor + 1] or " ", palette.cursor).add(text[cursor + 1 :], palette.text, width - 8)
        return [
            Row(width).add("┌" + "─" * (width - 2) + "┐", palette.accent),
            Row(width).add("│ ", palette.accent).add(self.question, palette.strong).right("│", palette.accent),
            line.right("│", palette.accent),
            Row(width).add("└" + "─" * (width - 2) + "┘", palette.accent),
        ]

    def keys(self) -> Sequence[tuple[str, str]]:
        """Answering and leaving."""
        words = self.desk.words
        return [
            (words("messages.enter"), words("messages.key_answer")),
            (words("reports.escape"), words("reports.close")),
        ]

    def take_key(self, key: Key) -> bool:
        """Enter answers, Escape leaves."""
        self.repaint()
        buffer = self.buffer
        if key.key == "enter":
            self.host.hear(Typed(buffer.text.strip()))
        elif key.key in ("escape", "ctrl+q", "ctrl+c"):
            self.host.hear(Typed(""))
        elif key.key in ("left", "right"):
            buffer.move(-1 if key.key == "left" else 1)
        elif key.key == "backspace":
            buffer.erase_back()
        elif key.key in ("ctrl+w", "ctrl+backspace"):
            buffer.erase_word()
        elif key.key in ("home", "end"):
            buffer.move(-len(buffer.text) if key.key == "home" else len(buffer.text))
        elif key.is_printable and key.character:
            buffer.insert(key.character)
        return True

    def take_text(self, text: str) -> None:
        """Pasted text is typed text."""
        self.buffer.insert(visible(text))
        self.repaint()
