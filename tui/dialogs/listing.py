"""A sheet of lines that one goes through: each leads to a place of the plan, and has its guidance beside it."""

from collections.abc import Callable, Mapping, Sequence

from textual.events import Key

from model.plain import frozen
from tui.commands import BY_ID, key_name, keys_of
from tui.desk import Desk
from tui.dialogs.picker import Picked
from tui.dialogs.report import CLOSING, Closed, Deed, Report
from tui.widgets.messages import FieldFocused
from tui.widgets.pane import Host, Row


@frozen
class Item:
    """A line. With a `path` one can stand on it, and Enter goes there; its guidance is its `topic`, else its path's."""

    row: Row
    path: str = ""
    topic: str = ""
    id: str = ""
    """By which a deed knows it, and by which it is found again when the lines are made anew; else its path."""

    @property
    def key(self) -> str:
        """By which the line is known."""
        return self.id or self.path


Items = Callable[[Desk, int], list[Item]]
"""What a listing says at a width, each line an item."""
ONWARD = ("down", "tab", "pagedown", "end")
USUAL_WIDTH = 80
"""At which the lines are made before they are shown."""
BY = {"up": -1, "down": 1, "tab": 1, "shift+tab": -1}


class Listing(Report):
    """Arrows go from line to line, Enter to the place, Escape closes; keys that mean nothing here may be commands."""

    def __init__(
        self,
        desk: Desk,
        host: Host,
        title: str,
        items: Items,
        enter: Callable[[str], None],
        deeds: Mapping[str, Deed] | None = None,
    ) -> None:
        super().__init__(desk, host, title, lambda _, width: [item.row for item in self._items_at(width)], deeds)
        self.items, self.enter = items, enter
        self.at, self.wanted = 0, ""
        self._items: list[Item] = []
        self._is_past = False
        self.current = lambda: range(self.at, self.at + 1)

    def stand_on(self, key: str) -> None:
        """Stand on the line of this key, once the lines are made."""
        self.wanted = key
        self.renew()

    @property
    def item(self) -> Item | None:
        """The line one stands on."""
        return self._items[self.at] if self.at < len(self._items) and self._items[self.at].path else None

    def begin_at(self, path: str) -> None:
        """Stand on the line of a path, where there is one."""
        if not self._items:
            self._items_at(self.width or USUAL_WIDTH)
        at = next((n for n, item in enumerate(self._items) if item.path == path), None)
        if at is not None:
            self._stand(at)

    def _items_at(self, width: int) -> list[Item]:
        old = self.item
        self._items = self.items(self.desk, width)
        self._find(old)
        return self._items

    def _find(self, old: Item | None) -> None:
        """Stand where one stood, else on what has come in its place."""
        self.at = min(self.at, max(len(self._items) - 1, 0))
        key, self.wanted = self.wanted or (old.key if old is not None else ""), ""
        same = [n for n, item in enumerate(self._items) if key and item.path and item.key == key]
        self._stand(same[0] if same else self._next(self.at, 1, self._next(self.at, -1, self.at)))

    def _next(self, start: int, by: int, otherwise: int) -> int:
        """The nearest line that one can stand on, from `start` on."""
        steps = range(start, len(self._items) if by > 0 else -1, by)
        return next((n for n in steps if n < len(self._items) and self._items[n].path), otherwise)

    def _stand(self, at: int) -> None:
        is_moved, self.at = at != self.at, at
        if (item := self.item) is not None:
            self.host.hear(FieldFocused(item.topic or item.path))
        if is_moved:
            self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """The lines in view, the one stood on standing out."""
        if self._made_at != width:
            self._made, self._made_at = self.lines(self.desk, width), width
        self.height = height
        if not self._is_past:
            self._follow()
        rows = super().rows(width, height)
        place = self.at - self.top + 2
        if self.item is not None and 2 <= place < len(rows):
            row = self._made[self.at]
            lit = Row(width)
            for text, style in row.spans:
                lit.add(text, style)
            rows[place] = lit.restyled(self.desk.palette.current)
        return rows

    def keys(self) -> Sequence[tuple[str, str]]:
        """Those of the sheet, and that of the guidance, which speaks of the line one stands on."""
        words = self.desk.words
        guide = [(key_name(key, words.language), words("commands.guide.short")) for key in self._guide_keys()]
        return [*super().keys(), *guide]

    def _guide_keys(self) -> Sequence[str]:
        return keys_of(BY_ID["guide"], self.desk.settings.keys)[:1]

    def take_key(self, key: Key) -> bool:
        """Move, enter, close, or do what a key of the sheet does; False for any other key."""
        if not self._items:
            # A key typed ahead of the first drawing has something to stand on too.
            self._items_at(max(self.width, 80))
        if (deed := self.deeds.get(key.key) or self.deeds.get(key.character or "")) is not None:
            deed.act()
            self.renew()
        elif key.key in CLOSING:
            self.host.hear(Closed())
        elif key.key == "enter":
            if (item := self.item) is not None:
                self.host.hear(Picked(item.path, self.enter))
        elif (at := self._moved(key.key)) is not None:
            self._is_past = at == self.at and key.key in ONWARD
            if self._is_past:
                self._read_on(key.key)
            self._stand(at)
        else:
            return False
        return True

    def _read_on(self, key: str) -> None:
        """Below the last line that one can stand on, what is written comes into view."""
        self.top += {"down": 1, "tab": 1, "pagedown": max(self.body_of(self.height) - 1, 1)}.get(key, len(self._items))
        self.repaint()

    def _moved(self, key: str) -> int | None:
        """Where a key of moving leads."""
        page, last = max(self.body_of(self.height) - 1, 1), len(self._items) - 1
        if key in BY:
            at = self._next(self.at + BY[key], BY[key], self.at)
            if at == self.at and key == "up":
                # Nothing to stand on above: what is written there comes into view.
                self.top = 0
                self.repaint()
            return at
        ends = {"home": (0, 1), "end": (last, -1), "pageup": (self.at - page, 1), "pagedown": (self.at + page, -1)}
        if key not in ends:
            return None
        start, by = ends[key]
        return self._next(min(max(start, 0), max(last, 0)), by, self.at)

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click on a line stands on it; on the one stood on, goes there."""
        at = self.top + y - 2
        if not (2 <= y < self.height and at < len(self._items) and self._items[at].path):
            return
        if at == self.at and (item := self.item) is not None:
            self.host.hear(Picked(item.path, self.enter))
        else:
            self._stand(at)
