"""A sheet over the work area that is read: a title, lines that scroll, and the keys that mean something there."""

from collections.abc import Callable, Mapping, Sequence

from textual.events import Key

from model.plain import frozen
from tui.desk import Desk
from tui.widgets.pane import Host, Pane, Row

Lines = Callable[[Desk, int], list[Row]]
"""What a report says at a width, each line a row."""
MOVES = {"up": -1, "down": 1}
CLOSING = ("escape", "ctrl+q", "ctrl+c", "q")


@frozen
class Closed:
    """The sheet is done with."""


@frozen
class Deed:
    """A key of the sheet: what it does, how the last line calls it (not at all without a label) and writes the key."""

    act: Callable[[], None]
    label: str = ""
    key: str = ""


class Report(Pane):
    """Shows lines; arrows and pages scroll, Escape closes, a deed's key does it and has the lines made again."""

    def __init__(
        self, desk: Desk, host: Host, title: str, lines: Lines, deeds: Mapping[str, Deed] | None = None
    ) -> None:
        super().__init__(desk, host)
        self.title, self.lines, self.deeds = title, lines, dict(deeds or {})
        self.top = 0
        self.current: Callable[[], range] = lambda: range(0)
        """Which lines have to be in view after a deed."""
        self._made: list[Row] = []
        self._made_at = -1

    def renew(self) -> None:
        """Have the lines made again: what they speak of has changed."""
        self._made_at = -1
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """The title and how far one is, the lines in view."""
        if self._made_at != width:
            self._made, self._made_at = self.lines(self.desk, width), width
        palette, body = self.desk.palette, self.body_of(height)
        self.top = max(min(self.top, len(self._made) - body), 0)
        head = Row(width).add(f" {self.title}", palette.accent)
        if len(self._made) > body:
            head.right(f"{self.top + 1}–{min(self.top + body, len(self._made))}/{len(self._made)} ", palette.muted)
        shown = self._made[self.top : self.top + body]
        return [head, Row(width), *shown, *(Row(width) for _ in range(body - len(shown)))]

    def body_of(self, height: int) -> int:
        """How many of the lines are in view at once, below the title."""
        return max(height - 2, 1)

    def _follow(self) -> None:
        """Scroll as little as brings the current lines into view."""
        if current := self.current():
            self.top = min(max(self.top, current.stop - self.body_of(self.height)), current.start)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Closing, then the deeds that have a name."""
        closing = [(self.desk.words("reports.escape"), self.desk.words("reports.close"))]
        deeds = [(deed.key or key, deed.label) for key, deed in self.deeds.items() if deed.label]
        return [*(closing if "escape" not in self.deeds else []), *deeds]

    def take_key(self, key: Key) -> bool:
        """Scroll, close, or do what a key of the sheet does."""
        page = max(self.body_of(self.height) - 1, 1)
        by = {**MOVES, "pageup": -page, "pagedown": page, "home": -len(self._made), "end": len(self._made)}.get(key.key)
        if (deed := self.deeds.get(key.key) or self.deeds.get(key.character or "")) is not None:
            deed.act()
            self.renew()
            self._follow()
        elif key.key in CLOSING:
            self.host.hear(Closed())
        elif by is not None:
            self.top += by
            self.repaint()
        return True
