"""The guidance beside the form: the section of the field in focus, wrapped and drawn as it is read."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.style import Style

from tui.desk import Desk
from tui.widgets.pane import Host, Pane, Row

Piece = tuple[str, Style]


class Guide(Pane):
    """Shows one section of the guidance; `topic` is `page#anchor`."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.path = "plan"
        self.top = 0
        self.has_rule = True

    def show(self, path: str) -> None:
        """Show the guidance for a path of the plan, or a topic of it (`page#anchor`), from its first line."""
        self.path, self.top = path, 0
        self.repaint()

    def scroll_by(self, lines: int) -> None:
        """Move through a section that is longer than the pane."""
        self.top = max(self.top + lines, 0)
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """The section from the top, or from where it was scrolled to."""
        left = 2 if self.has_rule else 1
        lines = list(self._lines(width - left - 1))
        self.top = max(min(self.top, len(lines) - height), 0)
        shown = [self._row(line, width, left) for line in lines[self.top : self.top + height]]
        rows = shown + [self._row([], width, left) for _ in range(height - len(shown))]
        if len(lines) > self.top + height and rows:
            rows[-1] = self._row([(self.desk.words("messages.guide_more"), self.desk.palette.muted)], width, left)
        return rows

    def _row(self, line: list[Piece], width: int, left: int) -> Row:
        row = Row(width)
        if self.has_rule:
            row.add("│", self.desk.palette.muted)
        row.to(left)
        for text, style in line:
            row.add(text, style)
        return row

    def _lines(self, width: int) -> Iterator[list[Piece]]:
        # The guidance is read when it is first shown, not when the program starts.
        from guides.loader import section, topic_for

        topic = self.path if "#" in self.path else topic_for(self.path)
        found = section(self.desk.words.language, topic) if topic else None
        if found is None:
            return
        palette = self.desk.palette
        yield [(found.title, palette.accent)]
        for block in found.blocks:
            yield []
            lead = "• " if block.kind == "item" else ""
            spans = [
                (span.text, palette.strong if span.strong else Style(italic=True) if span.emphasis else palette.text)
                for span in block.spans
            ]
            yield from _filled([(lead, palette.muted), *spans] if lead else spans, width)


def _filled(spans: list[Piece], width: int) -> Iterator[list[Piece]]:
    """Styled text broken into lines at spaces."""
    line: list[Piece] = []
    used = 0
    for text, style in spans:
        for word in _words(text):
            size = cell_len(word)
            if used and used + len(word.rstrip(" ")) > width:
                yield line
                line, used = [], 0
            if not used and word.isspace():
                continue
            line.append((word, style))
            used += size
    if line:
        yield line


def _words(text: str) -> Iterator[str]:
    """The words of a text, each with the space that follows it."""
    start = 0
    while start < len(text):
        end = text.find(" ", start)
        end = len(text) if end < 0 else end + 1
        yield text[start:end]
        start = end
