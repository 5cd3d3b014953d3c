"""The thread of one record as a sheet to walk in: what it rests on above it, what rests on it below."""

from dataclasses import field

from rich.cells import cell_len

from model.plain import slotted
from model.trace.amounts import Amounts
from model.trace.confirming import state_of
from model.trace.graph import Graph, Link, graph_of
from model.trace.orphans import orphans
from model.trace.walk import Stop, downward, upward
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.threads import called, kind, state_glyph
from tui.money import whole
from tui.widgets.pane import Row

CENTRE = "centre"
INDENT, KINDLESS = 2, 100
"""Cells for each step away, and the width from which the kind of each record is named."""


@slotted
class Thread:
    """Where one stands on the walk, and the way back."""

    path: str
    trail: list[str] = field(default_factory=list)
    links: dict[str, Link] = field(default_factory=dict)
    """The links of the lines shown, by the ids of the lines."""

    def go(self, path: str) -> None:
        """Walk to a record."""
        if path != self.path:
            self.trail.append(self.path)
            self.path = path

    def back(self) -> bool:
        """Go back to the record before; whether there was one."""
        if self.trail:
            self.path = self.trail.pop()
            return True
        return False

    def items(self, desk: Desk, width: int) -> list[Item]:
        """What it rests on, itself, what rests on it."""
        graph = graph_of(desk.seen)
        telling = _Telling(desk, graph, width)
        above, below = upward(graph, self.path), downward(graph, self.path)
        self.links = {}
        return [
            *self._part(telling, "above", above),
            Item(Row(width)),
            Item(telling.record(self.path, 0, is_centre=True), self.path, "trace#walk", CENTRE),
            Item(Row(width)),
            *self._part(telling, "below", below),
        ]

    def _part(self, telling: "_Telling", name: str, stops: tuple[Stop, ...]) -> list[Item]:
        lines = [Item(telling.heading(name))]
        if not stops:
            lines.append(Item(telling.said(f"nothing_{name}")))
        for n, stop in enumerate(stops):
            id_ = f"{self.path} {name} {n}"
            self.links[id_] = stop.link
            lines.append(Item(telling.stop(stop), stop.path, telling.topic(stop), id_))
        return lines


class _Telling:
    """The rows of the walk."""

    def __init__(self, desk: Desk, graph: Graph, width: int) -> None:
        self.desk, self.graph, self.width, self.words = desk, graph, width, desk.words
        self.money = Amounts(graph.plan)
        self.cuts: dict[str, list[str]] = {}
        for orphan in orphans(graph):
            self.cuts.setdefault(orphan.path, []).append(orphan.code)

    def heading(self, name: str) -> Row:
        """`Repose sur`."""
        return Row(self.width).add(f" {self.words(f'trace.{name}')}", self.desk.palette.accent)

    def said(self, name: str) -> Row:
        """A sentence in place of records."""
        return Row(self.width).add(f"   {self.words(f'trace.{name}')}", self.desk.palette.muted)

    def topic(self, stop: Stop) -> str:
        """What the guidance beside a line is about."""
        if state_of(self.desk.plan, stop.link) == "suspect":
            return "trace#suspect"
        return "trace#orphans" if stop.path in self.cuts else "trace#walk"

    def stop(self, stop: Stop) -> Row:
        """A record met on the walk, with the state of the link that led to it."""
        return self.record(stop.path, stop.depth, stop.link, is_again=stop.is_again)

    def record(
        self, path: str, depth: int, link: Link | None = None, *, is_centre: bool = False, is_again: bool = False
    ) -> Row:
        """A record: the link's glyph, its id and name; to the right what is wrong, in words, and its money."""
        palette, row = self.desk.palette, Row(self.width).to(1 + INDENT * depth)
        state = state_of(self.desk.plan, link) if link is not None else None
        if is_centre:
            row.add("▸ ", palette.accent)
        elif state is not None:
            row.add(f"{state_glyph(state)} ", palette.warning if state == "suspect" else palette.muted)
        amount, notes = self._amount(path), self._notes(path, is_suspect=state == "suspect", is_again=is_again)
        room = self.width - cell_len(amount) - sum(cell_len(text) + 2 for text, _ in notes) - 2
        row.add(
            called(self.graph.plan, path, self.words), palette.strong if is_centre else palette.text, room - row.length
        )
        if self.width >= KINDLESS:
            row.add(f"  {kind(path, self.words)}", palette.muted, max(room - row.length, 0))
        for text, is_wrong in notes:
            row.add(f"  {text}", palette.warning if is_wrong else palette.muted)
        return row.right(f"{amount} ", palette.text) if amount else row

    def _notes(self, path: str, *, is_suspect: bool, is_again: bool) -> list[tuple[str, bool]]:
        notes = [(self.words("trace.suspect_short"), True)] if is_suspect else []
        notes += [(f"○ {self.words(f'trace.short.{code}')}", True) for code in self.cuts.get(path, ())]
        return [*notes, (self.words("trace.again"), False)] if is_again else notes

    def _amount(self, path: str) -> str:
        money = self.money.at(path)
        return whole(self.desk, getattr(money, self.desk.tax_side)) if money is not None else ""
