"""The SWOT crossed: what is internal by what is external, the objectives that answer each pair, what is in no pair."""

from collections.abc import Iterator
from dataclasses import field

from rich.cells import cell_len

from model.plain import slotted
from model.plan import Plan
from model.trace.crossing import INTERNAL, crossed, crossing_of, is_set_aside, never_crossed, sides
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.threads import called
from tui.reports.prose import said
from tui.text import visible
from tui.widgets.pane import Row

LABEL_SHARE, CELL, WIDEST = 42, 5, 9
SWOT = "diagnostic.swot"


@slotted
class Crossed:
    """At which external item one stands; the internal one is the line of the sheet."""

    column: int = 0
    columns: list[str] = field(default_factory=list)

    @property
    def outer(self) -> str:
        """The external item of the column; empty when there is none."""
        return self.columns[self.column] if self.column < len(self.columns) else ""

    def step(self, by: int) -> None:
        """Another column."""
        self.column = min(max(self.column + by, 0), max(len(self.columns) - 1, 0))

    def items(self, desk: Desk, width: int) -> list[Item]:
        """The heads, a row an internal item under its kind, then what was never crossed."""
        plan = desk.plan
        inner, self.columns = sides(plan)
        self.step(0)
        if not inner or not self.columns:
            return [Item(row) for row in said(width, desk.words("crossing.one_sided"), desk.palette.text)]
        drawing = _Drawing(desk, self, width)
        return [*drawing.head(), *drawing.body(inner), *drawing.alone()]


class _Drawing:
    """The rows of the grid at a width."""

    def __init__(self, desk: Desk, state: Crossed, width: int) -> None:
        self.desk, self.state, self.width = desk, state, width
        self.plan: Plan = desk.plan
        self.pairs = crossed(self.plan)
        self.label = width * LABEL_SHARE // 100
        ids = [*state.columns, *(id_ for found in self.pairs.values() for id_ in found)]
        self.cell = min(max(max(cell_len(visible(id_)) for id_ in ids) + 2, CELL), WIDEST)
        fit = max((width - self.label - 3) // self.cell, 1)
        first = min(max(state.column - fit + 1, 0), max(len(state.columns) - fit, 0))
        self.shown, self.is_cut = state.columns[first : first + fit], (first > 0, first + fit < len(state.columns))

    def _kind(self, id_: str) -> str:
        return self.plan.diagnostic.swot[id_].kind or ""

    def _plural(self, kind: str) -> str:
        return self.desk.words(f"crossing.{kind}")

    def head(self) -> list[Item]:
        """The external item one stands at, then the kinds and ids of the columns."""
        palette = self.desk.palette
        outer = called(self.plan, f"{SWOT}.{self.state.outer}", self.desk.words)
        aside = is_set_aside(self.plan.diagnostic.swot[self.state.outer])
        name = Row(self.width).add(f" × {outer}", palette.accent)
        name.add(f"  {self.desk.words('crossing.aside_mark')}" if aside else "", palette.muted)
        kinds, ids = Row(self.width).to(self.label + 1), Row(self.width).to(self.label)
        ids.add("‹" if self.is_cut[0] else " ", palette.muted)
        for n, id_ in enumerate(self.shown):
            if not n or self._kind(id_) != self._kind(self.shown[n - 1]):
                kinds.to(self.label + 1 + n * self.cell).add(f" {self._plural(self._kind(id_))}", palette.strong)
            style = palette.current if id_ == self.state.outer else palette.muted
            ids.add(visible(id_)[: self.cell - 1].rjust(self.cell), style)
        ids.add(" ›" if self.is_cut[1] else "", palette.muted)
        return [
            Item(name),
            Item(Row(self.width)),
            Item(kinds),
            Item(ids),
        ]

    def body(self, inner: list[str]) -> Iterator[Item]:
        """The internal items, under what their crossings are called."""
        for kind in INTERNAL:
            here = [id_ for id_ in inner if self._kind(id_) == kind]
            if here:
                letter = kind[0]
                told = "   ".join(self.desk.words(f"crossing.{letter}{other}") for other in "ot")
                row = Row(self.width).add(f" {self._plural(kind)}", self.desk.palette.strong)
                yield Item(row.add(f"   {told}", self.desk.palette.muted))
            for id_ in here:
                topic = f"crossing#{crossing_of(self.plan, id_, self.state.outer)}"
                yield Item(self._row(id_), f"{SWOT}.{id_}", topic, id_)

    def _row(self, id_: str) -> Row:
        palette, item = self.desk.palette, self.plan.diagnostic.swot[id_]
        mark = "⊘ " if is_set_aside(item) else "  "
        row = Row(self.width).add(f" {mark}", palette.muted)
        row.add(called(self.plan, f"{SWOT}.{id_}", self.desk.words), palette.text, self.label - row.length - 1)
        row.to(self.label + 1)
        for outer in self.shown:
            found = self.pairs.get((id_, outer), ())
            text = visible(found[0]) + ("+" if len(found) > 1 else "") if found else "·"
            style = palette.accent if found else palette.muted
            row.add(
                text[: self.cell - 1].rjust(self.cell), style + palette.strong if outer == self.state.outer else style
            )
        return row

    def alone(self) -> Iterator[Item]:
        """The items in no pair, by name."""
        left = never_crossed(self.plan)
        yield Item(Row(self.width))
        if not left:
            yield Item(Row(self.width).add(f" {self.desk.words('crossing.all_crossed')}", self.desk.palette.muted))
            return
        head = Row(self.width).add(f" {self.desk.words('crossing.never')}", self.desk.palette.strong)
        yield Item(head.add(f"  {len(left)}", self.desk.palette.muted))
        for id_ in left:
            row = Row(self.width).add("   ○ ", self.desk.palette.warning)
            row.add(called(self.plan, f"{SWOT}.{id_}", self.desk.words), self.desk.palette.text)
            yield Item(row, f"{SWOT}.{id_}", "crossing#grid", f"never {id_}")
