"""The dashboard: every indicator on a line under its objective, the worst rising to the plan."""

from collections.abc import Callable, Iterator
from datetime import date

from rich.cells import cell_len
from rich.style import Style

from model.names import name_of
from model.plain import frozen
from model.steering.correcting import asks_decision, reviews_due
from model.steering.reading import to_read
from model.steering.rising import Dashboard, Standing, dashboard
from model.steering.state import State
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.steering import ARROWS, GLYPHS, band, counts_brief, counts_text, figure, percent, standing_text
from tui.pages import step_of
from tui.palette import Palette
from tui.reports.prose import said
from tui.reports.sparks import sparkline
from tui.widgets.pane import Row
from tui.widgets.records import as_tree

WIDE = 100
LEAST_NAME = 16
ASKS = "?"
TOPICS: dict[Standing, str] = {
    "missed": "steering#correct",
    "off": "steering#correct",
    "late": "steering#read",
    "no_reading": "steering#read",
    "no_path": "indicators#target",
}
"""The guidance of a line by its status; else that of the dashboard."""


def style_of(palette: Palette, standing: Standing) -> Style:
    """The colour that says again what the glyph says."""
    by_glyph = {"✗": palette.error, "!": palette.warning, "·": palette.muted, "✓": palette.good}
    return by_glyph[GLYPHS[standing]]


def items(today: date, desk: Desk, width: int) -> list[Item]:
    """The dashboard on a day; what is missing where there is no indicator."""
    if not desk.plan.indicators:
        text = desk.words("steering.none", key=step_of("indicators").key)
        return [Item(row) for row in said(width, text, desk.palette.text)]
    board = dashboard(desk.plan, today)
    return [*_head(desk, board, width), *_Lines(desk, board, width).items()]


def _head(desk: Desk, board: Dashboard, width: int) -> list[Item]:
    """How many indicators there are of each status, and what is to be done about them."""
    words, plan = desk.words, desk.plan
    asked = sum(asks_decision(plan, state, board.today) for state in board.states.values())
    counts = (
        ("undecided", asked),
        ("to_review", len(reviews_due(plan, board.today))),
        ("unread", len(to_read(plan, board.today))),
    )
    todo = " · ".join(words.count(f"steering.{key}", number) for key, number in counts if number)
    rows = said(width, counts_text(words, board.plan), style_of(desk.palette, board.plan.worst))
    rows += said(width, todo or words("steering.nothing_to_do"), desk.palette.text)
    return [*map(Item, rows), Item(Row(width))]


@frozen
class _Column:
    """A heading, and the text of each indicator."""

    title: str
    texts: dict[str, str]

    @property
    def room(self) -> int:
        """How wide it has to be."""
        return max(cell_len(self.title), *(cell_len(text) for text in self.texts.values()))


class _Lines:
    """The indicators in their columns, under the objectives that they measure."""

    def __init__(self, desk: Desk, board: Dashboard, width: int) -> None:
        self.desk, self.board, self.width = desk, board, width
        self.columns = self._columns()
        taken = sum(column.room + 1 for column in self.columns)
        while width - taken < LEAST_NAME and len(self.columns) > 2:
            taken -= self.columns.pop(0).room + 1
        self.name_room = max(width - taken - 1, 0)

    def _columns(self) -> list[_Column]:
        words, is_wide = self.desk.words, self.width >= WIDE
        made: list[tuple[str, Callable[[State], str]]] = [
            ("readings", lambda state: sparkline(state.series, 12 if is_wide else 6)),
            ("last", self._last),
            ("expected", self._expected),
            *([("gap", self._gap)] if is_wide else []),
            ("percent", self._percent),
            ("landing", self._landing),
            ("status", self._status),
        ]
        states = self.board.states.items()
        return [
            _Column(words(f"steering.column.{name}"), {id_: text(state) for id_, state in states})
            for name, text in made
        ]

    def _last(self, state: State) -> str:
        return figure(state.last.figure, self.desk.numbers) if state.last else "—"

    def _expected(self, state: State) -> str:
        return band(state.expected.low, state.expected.high, self.desk.numbers) if state.expected else "—"

    def _gap(self, state: State) -> str:
        return "" if state.gap is None else figure(state.gap, self.desk.numbers, signed=True)

    def _percent(self, state: State) -> str:
        if state.percent is None:
            return self._gap(state)
        return percent(state.percent, self.desk.numbers)

    def _landing(self, state: State) -> str:
        arrow = ARROWS[state.way] if state.way else " "
        return f"{arrow} {figure(state.landing, self.desk.numbers) if state.landing is not None else '—'}"

    def _status(self, state: State) -> str:
        asks = ASKS if asks_decision(self.desk.plan, state, self.board.today) else " "
        return f"{standing_text(self.desk.words, state.status)} {asks}".rstrip()

    # --- lines --------------------------------------------------------------------------------------------------

    def items(self) -> list[Item]:
        """The heading, then each objective with its indicators, then those of no objective."""
        return [Item(self._heading()), *self._groups()]

    def _heading(self) -> Row:
        row, muted = Row(self.width).to(1 + self.name_room), self.desk.palette.muted
        for column in self.columns:
            row.add(" " + self._set(column, column.title), muted)
        return row

    def _groups(self) -> Iterator[Item]:
        plan, depths = self.desk.plan, dict[str, int]()
        for id_ in as_tree(dict(plan.objectives), depths):
            yield self._objective(id_, depths.get(id_, 0))
            yield from self._of(id_, depths.get(id_, 0))
        stray = [id_ for id_, one in plan.indicators.items() if one.objective not in plan.objectives]
        if stray:
            yield Item(Row(self.width).add(f" {self.desk.words('steering.no_objective')}", self.desk.palette.muted))
            yield from (self._indicator(id_, 0) for id_ in stray)

    def _objective(self, id_: str, depth: int) -> Item:
        palette, alert = self.desk.palette, self.board.objectives[id_]
        name = f" {'  ' * depth}{id_} {name_of(self.desk.plan.objectives[id_])}"
        text = standing_text(self.desk.words, alert.worst)
        column = self.columns[-1]
        end = self.width - column.room - 1
        tally = counts_brief(alert) if sum(alert.counts.values()) > 1 else ""
        row = Row(self.width).add(name, palette.strong, end - cell_len(tally) - 2).to(end - cell_len(tally) - 1)
        row.add(tally, palette.muted).to(end).add(self._set(column, text), style_of(palette, alert.worst))
        return Item(row, f"objectives.{id_}", "steering#rising")

    def _of(self, objective_id: str, depth: int) -> Iterator[Item]:
        for id_, one in self.desk.plan.indicators.items():
            if one.objective == objective_id:
                yield self._indicator(id_, depth)

    def _indicator(self, id_: str, depth: int) -> Item:
        palette, state = self.desk.palette, self.board.states[id_]
        style = style_of(palette, state.status)
        name = f" {'  ' * depth}  {id_} {name_of(self.desk.plan.indicators[id_])}"
        row = Row(self.width).add(name, palette.text, 1 + self.name_room).to(1 + self.name_room)
        for at, column in enumerate(self.columns):
            is_said = at == len(self.columns) - 1 or (state.is_red and at >= len(self.columns) - 3)
            row.add(" ", palette.text).add(self._set(column, column.texts[id_]), style if is_said else palette.text)
        return Item(row, f"indicators.{id_}", TOPICS.get(state.status, "steering#dashboard"))

    def _set(self, column: _Column, text: str) -> str:
        """Figures to the right; readings and status to the left."""
        is_word = column is self.columns[-1] or column.title == self.desk.words("steering.column.readings")
        gap = " " * (column.room - cell_len(text))
        return text + gap if is_word else gap + text
