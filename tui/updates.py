"""What is sent to the terminal for the cells that changed: those cells, and nothing left or right of them.

Textual crops a line on its right only, and so sends again whatever stands before a cell that changed; and it puts the
whole screen together before it crops it, which takes longer than all the rest of an arrow key.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.console import Console, ConsoleOptions, RenderResult
from rich.segment import Segment
from textual._compositor import CompositorUpdate
from textual.strip import Strip
from textual.widget import Widget


class Changed(NamedTuple):
    """A line of the screen, and the spans of it that changed: the first and the past-the-last cell of each."""

    y: int
    strip: Strip
    spans: Sequence[tuple[int, int]]


def send(widget: Widget, changed: Sequence[Changed]) -> bool:
    """Send what changed of a widget that fills the screen; False where Textual holds all output back for now."""
    app = widget.app
    if app._batch_count:  # noqa: SLF001 - a public question is not there
        return False
    app._display(widget.screen, LinesUpdate(widget, changed))  # noqa: SLF001 - what its own compositor calls
    return True


class LinesUpdate(CompositorUpdate):
    """Spans of lines, past the filters that every line of the widget goes through."""

    def __init__(self, widget: Widget, changed: Sequence[Changed]) -> None:
        self.changed = changed
        self._filters, self._background = widget.get_line_filters(), widget.styles.background

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The same for a console of Rich's."""
        yield Segment(self.render_segments(console))

    def render_segments(self, console: Console) -> str:
        """The sequence that puts the changed cells on the screen."""
        return "".join(self._pieces(console))

    def _pieces(self, console: Console) -> Iterator[str]:
        for y, strip, spans in self.changed:
            parts = list(Segment.divide(strip, [cell for span in spans for cell in span]))
            for (first, _), part in zip(spans, parts[1::2], strict=False):
                yield f"\x1b[{y + 1};{first + 1}H"
                yield Strip(self._filtered(part)).render(console)

    def _filtered(self, segments: list[Segment]) -> list[Segment]:
        for line_filter in self._filters:
            segments = line_filter.apply(segments, self._background)
        return segments
