"""A goal sought: which lines would move, from what to what; walked, lines spared, sought again before it is kept."""

from decimal import Decimal

from rich.style import Style

from model.amounts import minor_figures
from model.money import from_minor, minor_digits
from model.quotes import rests_on_quote
from model.whatif.changes import Goal
from model.whatif.entries import Entered, with_total
from model.whatif.seek import STRATEGIES, Strategy
from tui.desk import Desk
from tui.formats.numbers import format_number
from tui.money import currency_of
from tui.text import visible
from tui.widgets.pane import Row

WIDTH = 14


class GoalSought:
    """The proposal and how it is made: the method, the lines spared, the line one is at."""

    def __init__(self, desk: Desk, goal: Goal) -> None:
        self.desk, self.goal = desk, goal
        self.strategy: Strategy = STRATEGIES[0]
        self.spared: frozenset[str] = frozenset()
        self.at = 0
        self.made: Entered = self._sought()

    def _sought(self) -> Entered:
        return with_total(self.desk.plan, self.desk.scenario, self.goal, self.strategy, self.spared)

    @property
    def listed(self) -> list[str]:
        """The lines that would move, and those spared on the way, in the order of the plan."""
        wanted = {*self.made.lines, *self.spared}
        return [id_ for id_ in self.desk.seen.budget if id_ in wanted]

    @property
    def is_met(self) -> bool:
        """Whether the goal was there before anything moves."""
        return not self.made.lines and self.made.missed is None

    def next_strategy(self) -> None:
        """Another method, the same lines spared."""
        self.strategy = STRATEGIES[(STRATEGIES.index(self.strategy) + 1) % len(STRATEGIES)]
        self.made = self._sought()
        self.at = min(self.at, max(len(self.listed) - 1, 0))

    def spare(self) -> None:
        """Spare the line one is at, or no longer, and seek again."""
        if self.listed:
            id_ = self.listed[self.at]
            self.spared = self.spared ^ {id_}
            self.made = self._sought()
            self.at = min(self.listed.index(id_) if id_ in self.listed else self.at, max(len(self.listed) - 1, 0))

    def walk(self, by: int) -> None:
        """To the next line of the proposal."""
        self.at = min(max(self.at + by, 0), max(len(self.listed) - 1, 0))

    # --- drawing ------------------------------------------------------------------------------------------------

    def lines(self, desk: Desk, width: int) -> list[Row]:
        """The method, the total before and after, then a row a line."""
        words, palette = desk.words, desk.palette
        rows = [
            Row(width).add(" " + words("grid.goal_method", what=words(f"grid.strategy.{self.strategy}")), palette.muted)
        ]
        if self.made.missed is not None:
            numbers = [
                format_number(n, desk.numbers) for n in (self.made.missed.nearest, abs(self.made.missed.missing))
            ]
            told = words("grid.goal_missed", nearest=numbers[0], missing=numbers[1])
            rows.append(Row(width).add(" " + told, palette.error))
        rows.append(Row(width))
        after = desk.seen_in(self.made.plan)
        digits = minor_digits(currency_of(desk))
        measured = [from_minor(self.goal.target.measure(plan), digits) for plan in (desk.seen, after)]
        heads = [words(f"grid.goal_{name}") for name in ("before", "after", "difference")]
        rows.append(self._line(width, f" {words('grid.goal_line')}", heads, palette.muted))
        rows.append(self._figures(width, f" {words('grid.goal_total')}", measured[0], measured[1], strong=True))
        side = int(desk.plan.plan.prices == "incl_tax")
        old, new = minor_figures(desk.seen), minor_figures(after)
        for n, id_ in enumerate(self.listed):
            was, is_ = (from_minor(figures[id_][side], digits) for figures in (old, new))
            rows.append(self._figures(width, self._name(id_, is_at=n == self.at), was, is_, at=n == self.at))
        return rows if self.listed else [*rows, Row(width).add(" " + words("grid.goal_nothing"), palette.warning)]

    def _name(self, id_: str, *, is_at: bool) -> str:
        line, words = self.desk.seen.budget[id_], self.desk.words
        mark = "▸" if is_at else " "
        tail = " = " + words("grid.goal_held") if id_ in self.spared else ""
        tail += f" ({words('grid.goal_quoted')})" if rests_on_quote(line) else ""
        return f"{mark}{id_} {visible(line.label or '')}{tail}"

    def _figures(
        self, width: int, name: str, was: Decimal, is_: Decimal, *, strong: bool = False, at: bool = False
    ) -> Row:
        desk = self.desk
        change = is_ - was
        shown = [format_number(number, desk.numbers) for number in (was, is_)]
        shown.append("·" if not change else ("+" if change > 0 else "") + format_number(change, desk.numbers))
        return self._line(
            width, name, shown, desk.palette.current if at else desk.palette.strong if strong else desk.palette.text
        )

    def _line(self, width: int, name: str, cells: list[str], style: Style) -> Row:
        row = Row(width).add(name, style, width - 3 * (WIDTH + 1) - 2)
        row.to(width - 3 * (WIDTH + 1) - 1)
        for cell in cells:
            row.add(" " + cell.rjust(WIDTH), style)
        return row
