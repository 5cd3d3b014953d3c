"""The thread as a matrix: marks where two are linked, and what stands alone on either side."""

from collections.abc import Iterator
from dataclasses import field
from typing import Literal, get_args

from rich.cells import cell_len
from rich.style import Style

from model.paths import read
from model.plain import slotted
from model.plan import Plan
from model.trace.amounts import Amounts
from model.trace.confirming import dead, state_of, suspects
from model.trace.graph import Graph, Link, graph_of, id_of
from model.trace.orphans import Cut, orphans
from model.trace.relations import section_of
from model.trace.walk import downward
from model.values import FINDINGS
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.threads import called, state_glyph
from tui.text import visible
from tui.widgets.pane import Row

Cross = Literal["answers", "actions", "money", "measures"]
CROSSES: tuple[Cross, ...] = get_args(Cross)
Filter = Literal["all", "orphans", "suspect", "unfunded", "unmeasured"]
FILTERS: tuple[Filter, ...] = get_args(Filter)

SECTIONS: dict[Cross, tuple[tuple[str, ...], str]] = {
    "answers": (FINDINGS.sections, "objectives"),
    "actions": (("objectives",), "actions"),
    "money": (("actions",), "budget"),
    "measures": (("objectives",), "indicators"),
}
"""The sections of the rows, and that of the columns."""
CUT: dict[Cross, tuple[Cut, Cut]] = {
    "answers": ("finding_unanswered", "objective_without_finding"),
    "actions": ("objective_without_action", "action_without_objective"),
    "money": ("action_without_money", "money_without_objective"),
    "measures": ("objective_unmeasured", "indicator_without_objective"),
}
"""What a row, and a column, without a mark is."""
LISTED = ("diagnostic.swot", "diagnostic.pestel")
"""Findings that are shown even where nothing rests on them."""
TAKERS = ("objectives", "decisions", "diagnostic.swot")
"""What takes a finding up; an action that uses a channel answers nothing by it."""
LABEL_SHARE, CELL, WIDEST = 42, 4, 8


@slotted
class Matrix:
    """Which crossing is shown, through which filter, and at which column one stands."""

    cross_at: int = 0
    filter_at: int = 0
    column: int = 0
    columns: list[str] = field(default_factory=list)
    links: dict[tuple[str, str], Link] = field(default_factory=dict)

    @property
    def cross(self) -> Cross:
        """The crossing shown."""
        return CROSSES[self.cross_at]

    @property
    def filter(self) -> Filter:
        """The filter of the rows."""
        return FILTERS[self.filter_at]

    def turn(self) -> None:
        """The next crossing."""
        self.cross_at, self.column = (self.cross_at + 1) % len(CROSSES), 0

    def narrow(self) -> None:
        """The next filter."""
        self.filter_at = (self.filter_at + 1) % len(FILTERS)

    def step(self, by: int) -> None:
        """Another column."""
        self.column = min(max(self.column + by, 0), max(len(self.columns) - 1, 0))

    def link(self, row: str) -> Link | None:
        """The link of the row at the column one stands at."""
        return self.links.get((row, self.columns[self.column])) if self.column < len(self.columns) else None

    # --- what is shown ----------------------------------------------------------------------------------------------

    def items(self, desk: Desk, width: int) -> list[Item]:
        """The heads, a row a record, then what stands alone on either side."""
        graph = graph_of(desk.seen)
        rows = self._narrowed(graph, list(_rows(graph, self.cross)))
        self.columns = [f"{SECTIONS[self.cross][1]}.{id_}" for id_ in read(graph.plan, SECTIONS[self.cross][1])]
        self.step(0)
        self.links = {(link.high, link.low): link for link in graph.links}
        drawing = _Drawing(desk, graph, self, width)
        body = [Item(drawing.row(path), path, drawing.topic(path), path) for path in rows]
        if not body:
            body = [Item(drawing.said(desk.words("trace.no_row")))]
        return [*drawing.head(), *body, *drawing.alone(), *drawing.legend()]

    def _narrowed(self, graph: Graph, rows: list[str]) -> list[str]:
        """The rows that the filter lets through."""
        if self.filter == "orphans":
            alone = {orphan.path for orphan in orphans(graph) if orphan.code == CUT[self.cross][0]}
            return [path for path in rows if path in alone]
        if self.filter == "suspect":
            rested_on = {link.high for link in suspects(graph)}
            return [path for path in rows if path in rested_on]
        if self.filter == "unfunded":
            money = Amounts(graph.plan)
            return [path for path in rows if not ((part := money.at(path)) and (part.excl_tax or part.incl_tax))]
        if self.filter == "unmeasured":
            return [path for path in rows if not _is_measured(graph, path)]
        return rows


def _is_measured(graph: Graph, path: str) -> bool:
    return any(section_of(stop.path) == "indicators" for stop in downward(graph, path))


def _rows(graph: Graph, cross: Cross) -> Iterator[str]:
    for section in SECTIONS[cross][0]:
        for id_ in read(graph.plan, section):
            path = f"{section}.{id_}"
            if cross != "answers" or section in LISTED or _is_taken_up(graph, path):
                yield path


def _is_taken_up(graph: Graph, path: str) -> bool:
    return any(section_of(link.low) in TAKERS for link in graph.below.get(path, ()))


class _Drawing:
    """The rows of the matrix at a width."""

    def __init__(self, desk: Desk, graph: Graph, matrix: Matrix, width: int) -> None:
        self.desk, self.graph, self.matrix, self.width = desk, graph, matrix, width
        self.plan: Plan = graph.plan
        self.label = width * LABEL_SHARE // 100
        longest = max((cell_len(visible(id_of(path))) for path in matrix.columns), default=0)
        self.cell = min(max(longest + 1, CELL), WIDEST)
        self.fit = max((width - self.label - 4) // self.cell, 1)
        self.first = min(max(matrix.column - self.fit + 1, 0), max(len(matrix.columns) - self.fit, 0))
        self.shown = matrix.columns[self.first : self.first + self.fit]
        self.cuts = {(orphan.path, orphan.code) for orphan in orphans(graph)}

    def head(self) -> list[Item]:
        """The crossings to turn to, the column one stands at, the ids of the columns."""
        palette, words, matrix = self.desk.palette, self.desk.words, self.matrix
        tabs = Row(self.width).to(1)
        for name in CROSSES:
            is_here = name == matrix.cross
            tabs.add(
                f"{'▸' if is_here else ' '}{words(f'trace.cross.{name}')}  ",
                palette.strong if is_here else palette.muted,
            )
        filtering = (
            Row(self.width)
            .to(1)
            .add(words("trace.filter", name=words(f"trace.filter.{matrix.filter}")), palette.accent)
        )
        ids = Row(self.width).to(self.label).add("‹" if self.first else " ", palette.muted)
        for path in self.shown:
            is_here = path == self._column
            text = visible(id_of(path))[: self.cell - 1].rjust(self.cell)
            ids.add(text, palette.current if is_here else palette.muted)
        ids.add(" ›" if self.first + self.fit < len(matrix.columns) else "", palette.muted)
        if self._column:
            filtering.right(f"▾ {self._short(self._column)} ", palette.text)
        return [Item(tabs), Item(filtering), Item(ids)]

    @property
    def _column(self) -> str:
        return self.matrix.columns[self.matrix.column] if self.matrix.columns else ""

    def _short(self, path: str) -> str:
        name, most = called(self.plan, path, self.desk.words), self.width // 2
        return name if len(name) <= most else name[: most - 1].rstrip() + "…"

    def topic(self, path: str) -> str:
        """What the guidance beside a row is about."""
        return "trace#orphans" if (path, CUT[self.matrix.cross][0]) in self.cuts else "trace#walk"

    def row(self, path: str) -> Row:
        """A record and its marks."""
        palette, words = self.desk.palette, self.desk.words
        row = Row(self.width).to(1).add(called(self.plan, path, words), palette.text, self.label - 2).to(self.label + 1)
        for column in self.shown:
            link = self.matrix.links.get((path, column))
            state = state_of(self.desk.plan, link) if link is not None else None
            mark = "·" if state is None else state_glyph(state) if state == "suspect" else "●"
            style = palette.muted if state is None else palette.warning if state == "suspect" else palette.accent
            if column == self._column:
                style += palette.strong
            row.add(" " * (self.cell - 1), palette.text).add(mark, style)
        note, style = self._note(path)
        fits = row.room > cell_len(note) + 1
        return row.right(f"{note if fits else note[:1]} ", style) if note else row

    def _note(self, path: str) -> tuple[str, Style]:
        """What is to be said of a row without a mark: that it stands alone, was set aside, or a decision took it up."""
        palette, words, code = self.desk.palette, self.desk.words, CUT[self.matrix.cross][0]
        if (path, code) in self.cuts:
            return f"○ {words(f'trace.short.{code}')}", palette.warning
        if (getattr(read(self.plan, path), "set_aside", None) or "").strip():
            return f"⊘ {words('trace.set_aside')}", palette.muted
        takers = {section_of(link.low) for link in self.graph.below.get(path, ())}
        if self.matrix.cross == "answers" and "decisions" in takers and "objectives" not in takers:
            return f"◆ {words('trace.decided')}", palette.muted
        return "", palette.muted

    def said(self, text: str) -> Row:
        """A sentence in place of rows."""
        return Row(self.width).add(f"   {text}", self.desk.palette.muted)

    def alone(self) -> Iterator[Item]:
        """The rows and the columns where the thread is cut here, each on its line; links whose record has gone."""
        for code in CUT[self.matrix.cross]:
            here = [path for path, cut in self.cuts if cut == code]
            here.sort(key=self._place)
            if here:
                yield Item(Row(self.width))
                head = Row(self.width).add(f" {self.desk.words(f'trace.cut.{code}')}", self.desk.palette.strong)
                yield Item(head.add(f"  {len(here)}", self.desk.palette.muted))
            for path in here:
                row = Row(self.width).add("   ○ ", self.desk.palette.warning)
                row.add(called(self.plan, path, self.desk.words), self.desk.palette.text)
                yield Item(row, path, "trace#orphans", f"{code} {path}")
        gone = dead(self.graph) if self.matrix.filter in ("all", "suspect") else ()
        if gone:
            yield Item(Row(self.width))
        for key in gone:
            row = Row(self.width).add("   † ", self.desk.palette.warning)
            row.add(self.desk.words("trace.dead", link=visible(key)), self.desk.palette.text)
            yield Item(row, f"links.{key}", "trace#suspect", f"links.{key}")

    def _place(self, path: str) -> int:
        return list(read(self.plan, section_of(path))).index(id_of(path))

    def legend(self) -> list[Item]:
        """What the marks say."""
        return [
            Item(Row(self.width)),
            Item(Row(self.width).add(f" {self.desk.words('trace.legend')}", self.desk.palette.muted)),
        ]
