"""SWOT as four quadrants: what is internal above, what is external below; arrows go from one to the other."""

from typing import ClassVar

from rich.cells import cell_len

from model.diagnostic import SwotItem
from tui.text import visible
from tui.widgets.form_view import GLYPHS
from tui.widgets.messages import RecordChosen
from tui.widgets.pane import Row
from tui.widgets.records import Records

QUADRANTS = (("strength", "weakness"), ("opportunity", "threat"))


class SwotBoard(Records):
    """The findings in their quadrants; the empty ones can be gone to as well, so that the first one lands there."""

    KEYS: ClassVar[dict[str, str]] = {**Records.KEYS, "left": "left", "right": "right"}

    quadrant = "strength"

    def _items(self, kind: str) -> list[str]:
        return [id_ for id_ in self._ids if (self._item(id_).kind or "strength") == kind]

    def _item(self, id_: str) -> SwotItem:
        return self.desk.plan.diagnostic.swot[id_]

    def refresh_records(self) -> None:
        """The quadrant follows the current finding."""
        super().refresh_records()
        if self.current:
            self.quadrant = self._item(self.current).kind or "strength"
            self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Two rows of two quadrants, parted by a cross."""
        half, top = (width - 1) // 2, max(height // 2, 2)
        rows: list[Row] = []
        for n, pair in enumerate(QUADRANTS):
            size = top if n == 0 else height - top
            left, right = (self._quadrant(kind, half, size) for kind in pair)
            rows += [self._beside(one, other, width, half) for one, other in zip(left, right, strict=True)]
        return rows

    def _beside(self, left: Row, right: Row, width: int, half: int) -> Row:
        row = Row(width)
        for text, style in left.spans:
            row.add(text, style)
        row.to(half).add("│", self.desk.palette.muted)
        for text, style in right.spans:
            row.add(text, style)
        return row

    def _quadrant(self, kind: str, width: int, height: int) -> list[Row]:
        palette, words, items = self.desk.palette, self.desk.words, self._items(kind)
        is_here = self.is_active and kind == self.quadrant
        title = words(f"choices.diagnostic.swot.kind.{kind}").capitalize()
        head = Row(width).add(" " + title, palette.accent if is_here else palette.strong)
        if items:
            head.add(f" {len(items)}", palette.muted)
        body, at = height - 1, items.index(self.current) if self.current in items else 0
        first = max(min(at - body + 1, len(items) - body), 0)
        rows = [head, *(self._finding(id_, width) for id_ in items[first : first + body])]
        if not items:
            empty = Row(width).add("  " + words("messages.quadrant_empty"), palette.muted)
            rows.append(empty.restyled(palette.current) if is_here else empty)
        return (rows + [Row(width) for _ in range(height)])[:height]

    def _finding(self, id_: str, width: int) -> Row:
        palette, item = self.desk.palette, self._item(id_)
        is_current = id_ == self.current
        finding = self.desk.worst_within(f"diagnostic.swot.{id_}")
        row = Row(width).add("▸" if is_current else " ", palette.accent).add(f"{id_} ", palette.muted)
        aside = self.desk.words("crossing.aside_mark") if (item.set_aside or "").strip() else ""
        room = width - row.length - 3 - (cell_len(aside) + 1 if aside else 0)
        row.add(
            visible(item.text or self.desk.words("messages.unnamed")), palette.muted if aside else palette.text, room
        )
        if aside:
            row.to(width - 3 - cell_len(aside)).add(aside, palette.muted)
        if finding is not None:
            row.to(width - 2).add(GLYPHS[finding.severity], palette.warning)
        return row.restyled(palette.current) if is_current and self.is_active else row

    # --- moving -------------------------------------------------------------------------------------------------

    def _visit(self, kind: str, at: int) -> None:
        items = self._items(kind)
        self.quadrant = kind
        self.current = items[min(max(at, 0), len(items) - 1)] if items else ""
        self.repaint()
        self.host.hear(RecordChosen(self.current_path))

    @property
    def _place(self) -> tuple[int, int, int]:
        """Row and column of the quadrant, and place in it."""
        line = next(n for n, pair in enumerate(QUADRANTS) if self.quadrant in pair)
        items = self._items(self.quadrant)
        return line, QUADRANTS[line].index(self.quadrant), items.index(self.current) if self.current in items else 0

    def _key_up(self) -> None:
        line, column, at = self._place
        if at > 0:
            self._visit(self.quadrant, at - 1)
        elif line:
            above = QUADRANTS[0][column]
            self._visit(above, len(self._items(above)) - 1)

    def _key_down(self) -> None:
        line, column, at = self._place
        if at < len(self._items(self.quadrant)) - 1:
            self._visit(self.quadrant, at + 1)
        elif not line:
            self._visit(QUADRANTS[1][column], 0)

    def _key_left(self) -> None:
        line, column, at = self._place
        if column:
            self._visit(QUADRANTS[line][0], at)

    def _key_right(self) -> None:
        line, column, at = self._place
        if not column:
            self._visit(QUADRANTS[line][1], at)
