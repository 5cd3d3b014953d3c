"""The one widget that Textual sees: it puts the panes side by side and sends only the cells that changed."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from model.plain import frozen
from tui.updates import send
from tui.widgets.cells import changes
from tui.widgets.pane import PLAIN, Pane

Pieces = list[tuple[int, Strip]]
"""What a line is put together from: strips and the columns where they start."""


@frozen
class Placed:
    """A pane and the rectangle it fills."""

    pane: Pane
    region: Region


class Scene(Protocol):
    """What a canvas shows: panes in their places, the later ones over the earlier; and what keys do."""

    def arranged(self, width: int, height: int) -> Sequence[Placed]:
        """The panes and their places at this size."""

    def take_key(self, key: events.Key) -> None:
        """Act on a key."""

    def take_text(self, text: str) -> None:
        """Act on pasted text."""

    def take_click(self, pane: Pane, x: int, y: int) -> None:
        """Act on a click at a cell of a pane."""

    def opened(self) -> None:
        """Nothing has been drawn yet, and no key has been taken."""

    def started(self) -> None:
        """The first frame is on the screen."""


class Canvas(Widget, can_focus=True):
    """Draws a scene. One widget mounts in a fraction of the time of twenty, and lets keys be typed ahead."""

    DEFAULT_CSS: ClassVar[str] = "Canvas { width: 1fr; height: 1fr; background: ansi_default; }"

    def __init__(self, scene: Scene) -> None:
        super().__init__(id="canvas")
        self.scene = scene
        self._strips: list[Strip] = []
        self._pieces: list[Pieces] = []
        self._placed: Sequence[Placed] = ()
        self._drawn_size = (0, 0)
        self._is_waiting = False
        self._held = ""

    def on_mount(self) -> None:
        """Take the keys; what can wait is done after the first frame."""
        self.screen.set_focus(self)
        self.scene.opened()
        self.call_after_refresh(self._start)

    def _start(self) -> None:
        self.scene.started()
        self.repaint()

    # --- drawing ------------------------------------------------------------------------------------------------

    def _draw(self) -> list[Strip]:
        width, height = self.size
        self._placed = self.scene.arranged(width, height)
        lines: list[Pieces] = [[] for _ in range(height)]
        for placed in self._placed:
            x, y, wide, high = placed.region
            for n, strip in enumerate(placed.pane.drawn(wide, high)):
                if 0 <= y + n < height:
                    lines[y + n] = [*_uncovered(lines[y + n], x, x + wide), (x, strip)]
        old, self._pieces = self._pieces, lines
        return [self._line(y, line, old, width) for y, line in enumerate(lines)]

    def _line(self, y: int, line: Pieces, old: list[Pieces], width: int) -> Strip:
        """A line made of the same pieces as before is the same line, and need not be compared cell by cell."""
        is_same = y < len(old) and y < len(self._strips) and len(line) == len(old[y])
        if is_same and all(a[0] == b[0] and a[1] is b[1] for a, b in zip(line, old[y], strict=True)):
            return self._strips[y]
        return _joined(line, width)

    def repaint(self) -> None:
        """Draw again and send the cells that changed."""
        if not self.size.width or self._drawn_size != (self.size.width, self.size.height):
            return
        old, self._strips = self._strips, self._draw()
        changed = list(changes(old, self._strips))
        if not changed:
            return
        regions = [Region(first, y, last - first, 1) for y, _, spans in changed for first, last in spans]
        # Textual draws these lines anew when it next shows the whole screen.
        self._styles_cache.set_dirty(*regions)
        if not send(self, changed):
            self.refresh(*regions)

    def render_line(self, y: int) -> Strip:
        """A line for the compositor; all are drawn again when the size is new."""
        if self._drawn_size != (self.size.width, self.size.height):
            self._drawn_size = (self.size.width, self.size.height)
            self._strips, self._pieces = [], []
            self._strips = self._draw()
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.size.width)

    # --- events -------------------------------------------------------------------------------------------------

    def on_key(self, event: events.Key) -> None:
        """Every key goes to the scene."""
        event.stop()
        event.prevent_default()
        if self._is_waiting and event.key != self._held:
            # What another key does may depend on what is in view.
            self.repaint()
        self._held = event.key
        self.scene.take_key(event)
        self._repaint_soon()

    def _repaint_soon(self) -> None:
        """Draw once the keys that have come already are taken: a key held is drawn where it ends up."""
        if not self._is_waiting:
            self._is_waiting = True
            self.app.call_later(self.call_later, self._repaint_now)

    def _repaint_now(self) -> None:
        self._is_waiting = False
        self.repaint()

    def on_paste(self, event: events.Paste) -> None:
        """Pasted text goes to the scene."""
        event.stop()
        self.scene.take_text(event.text)
        self.repaint()

    def on_click(self, event: events.Click) -> None:
        """A click goes to the pane under it, the topmost first."""
        for placed in reversed(self._placed):
            if placed.region.contains(event.x, event.y):
                self.scene.take_click(placed.pane, event.x - placed.region.x, event.y - placed.region.y)
                break
        self.repaint()


def _uncovered(line: Pieces, start: int, end: int) -> Pieces:
    """What remains of a line's pieces outside the columns that something else now covers."""
    kept: Pieces = []
    for x, strip in line:
        right = x + strip.cell_length
        if x < start:
            kept.append((x, strip.crop(0, min(start, right) - x)))
        if right > end:
            kept.append((max(end, x), strip.crop(max(end - x, 0))))
    return kept


def _joined(line: Pieces, width: int) -> Strip:
    segments: list[Segment] = []
    at = 0
    for x, strip in sorted(line, key=lambda piece: piece[0]):
        if x > at:
            segments.append(Segment(" " * (x - at), PLAIN))
        segments.extend(strip)
        at = x + strip.cell_length
    return Strip(segments, at).adjust_cell_length(width, PLAIN)
