"""What is sent to the terminal for the cells that changed: those cells, and nothing left or right of them.

Textual crops a line on its right only, and so sends again whatever stands before a cell that changed.
"""

from collections.abc import Iterator

from rich.console import Console, ConsoleOptions, RenderResult
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate
from textual.strip import Strip


class TightUpdate(CompositorUpdate):
    """The spans of an update, cropped on both sides."""

    def __init__(self, update: ChopsUpdate) -> None:
        self.update = update

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The same for a console of Rich's."""
        yield Segment(self.render_segments(console))

    def render_segments(self, console: Console) -> str:
        """The sequence that puts the changed cells on the screen."""
        return "".join(self._pieces(console))

    def _pieces(self, console: Console) -> Iterator[str]:
        for y, first, last in self.update.spans:
            for end, (x, strip) in zip(self.update.chop_ends[y], self.update.chops[y].items(), strict=False):
                left, right = max(first, x), min(last, end)
                if strip is not None and left < right:
                    yield Control.move_to(left, y).segment.text
                    # A strip remembers every crop of itself: thousands of them would be kept for nothing.
                    parts = list(Segment.divide(strip, [left - x, right - x]))
                    yield Strip(parts[-1]).render(console)
