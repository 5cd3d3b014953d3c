"""The second wall: whatever reaches the screen, no character that a terminal could obey leaves the program."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from tui.text import visible


class Inert(LineFilter):
    """Makes the text of every line inert."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - the interface's
        """The same segments, their text made inert."""
        return [
            segment
            if segment.text.isascii() and segment.text.isprintable()
            else segment._replace(text=visible(segment.text))
            for segment in segments
        ]
