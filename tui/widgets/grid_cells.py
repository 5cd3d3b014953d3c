"""What the cells of the budget grid say, of a line, of a group, of the whole; computed once for each version."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from model.amounts import minor_figures
from model.breakdowns import line_parts, month_parts
from model.budget import Line
from model.memory import Memories
from model.money import from_minor, minor_digits, to_minor
from model.plan import Plan
from tui.desk import Desk
from tui.editing.arrangement import RowKey, group_of
from tui.formats.numbers import format_number
from tui.money import currency_of
from tui.text import visible
from tui.widgets.grid_columns import MONEY, Column

Figures = dict[str, tuple[int, int]]


class Cells:
    """The figures behind a grid; `taken` says for which version of the plan."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.plan: Plan = desk.plan
        self.seen: Plan = desk.plan
        self.figures: Figures = {}
        self.base: Figures = {}
        self._sums: dict[tuple[str, str, str, str], int] = {}
        self._parts: Memories[dict[str, tuple[int, int]]] = Memories(2)

    def take(self) -> None:
        """Take the plan as it is now; what has not changed is not computed again."""
        seen = self.desk.seen
        if seen is self.seen and self.plan is self.desk.plan and self.figures.keys() == seen.budget.keys():
            return
        self.plan, self.seen = self.desk.plan, seen
        self.figures = minor_figures(seen)
        self.base = self.figures if seen is self.plan else minor_figures(self.plan)
        self._sums.clear()

    @property
    def digits(self) -> int:
        """The decimals of the currency."""
        return minor_digits(currency_of(self.desk))

    def is_blank(self, line: Line) -> bool:
        """Whether a line has no amount of any form."""
        return line.amount is None and line.unit_cost is None and not line.months

    # --- figures, in minor units --------------------------------------------------------------------------------

    def minor(self, id_: str, column: str) -> int | None:
        """A line's figure in a column that adds up, on the side that is shown; None where there is none."""
        own = int(self.desk.tax_side == "incl_tax")
        line = self.seen.budget[id_]
        if column == "amount":
            return self.figures[id_][own]
        if column == "other":
            return self.figures[id_][1 - own]
        if column in ("base", "gap"):
            base = self.base.get(id_, (0, 0))[own]
            return base if column == "base" else self.figures[id_][own] - base
        if column == "difference":
            return None if line.last_year is None else self.figures[id_][own] - to_minor(line.last_year, self.digits)
        if column[:1].isdigit():
            return self._months(id_, line).get(column, (0, 0))[own]
        value: Decimal | None = getattr(line, column)
        return None if value is None else to_minor(value, self.digits)

    def _months(self, id_: str, line: Line) -> dict[str, tuple[int, int]]:
        plan = self.seen
        memory = self._parts.under(plan.plan, plan.actions, size=len(plan.budget))
        return memory.recall((line, plan.drivers), lambda: self._split(id_, line))

    def _split(self, id_: str, line: Line) -> dict[str, tuple[int, int]]:
        found: dict[str, tuple[int, int]] = {}
        for month, excl, incl in line_parts(self.seen, line, "month", *self.figures[id_]):
            old = found.get(month, (0, 0))
            found[month] = (old[0] + excl, old[1] + incl)
        return found

    def sum_of(self, row: RowKey, grouping: str, column: str) -> int:
        """The figure of a group or of the total in a column that adds up."""
        key = (row.kind, row.key, grouping if row.kind == "group" else "", column + self.desk.tax_side)
        if key not in self._sums:
            self._sums[key] = sum(self._addends(row, grouping, column))
        return self._sums[key]

    def _addends(self, row: RowKey, grouping: str, column: str) -> Iterator[int]:
        is_split = column in ("amount", "other") or column[:1].isdigit()
        if row.kind == "group" and grouping == "action" and row.key != "%" and is_split:
            yield from self._of_action(row.key, column)
            return
        if row.kind == "total" and column in ("amount", "other"):
            side = int((self.desk.tax_side == "incl_tax") == (column == "amount"))
            yield sum([figure[side] for figure in self.figures.values()])
            return
        if row.kind == "total" and column in ("last_year", "committed", "spent", "landing"):
            values = [getattr(line, column) for line in self.seen.budget.values()]
            yield sum([to_minor(value, self.digits) for value in values if value is not None])
            return
        for id_, line in self.seen.budget.items():
            if row.kind == "total" or group_of(line, grouping) == row.key:
                yield self.minor(id_, column) or 0

    def _of_action(self, action: str, column: str) -> Iterator[int]:
        """An action's cost, and its months, count its part of the lines it shares with others."""
        side = int((self.desk.tax_side == "incl_tax") == (column != "other"))
        month = column if column[:1].isdigit() else ""
        for id_, line in self.seen.budget.items():
            if month and not line.shares and (line.action or "") == action:
                yield self.minor(id_, column) or 0
            elif (line.action or "") == action or action in line.shares:
                for key, *figures in line_parts(self.seen, line, "action", *self.figures[id_]):
                    if key == action:
                        yield self._in_month(line, action, month, figures)[side] if month else figures[side]

    def _in_month(self, line: Line, action: str, month: str, figures: list[int]) -> tuple[int, int]:
        """What of an action's part of a line is spent in a month, without and with tax."""
        found = [part for name, *part in month_parts(self.seen, line, action, *figures) if name == month]
        return sum(part[0] for part in found), sum(part[1] for part in found)

    # --- texts --------------------------------------------------------------------------------------------------

    def text(self, row: RowKey, column: Column, grouping: str) -> str:
        """What a cell says."""
        if row.kind != "line":
            if row.key == "%" and grouping == "action" and row.kind == "group":
                return ""
            adds = column.is_month or column.name in MONEY
            return self._money(self.sum_of(row, grouping, column.name), column) if adds else ""
        return self._of_line(row.key, self.seen.budget[row.key], column)

    def _of_line(self, id_: str, line: Line, column: Column) -> str:
        name = column.name
        if name in ("amount", "other", "base", "gap") or column.is_month:
            if line.included_in and name in ("amount", "other"):
                return f"({line.included_in})"
            if name in ("amount", "other") and self.is_blank(line):
                return "—"
            return self._marked(id_, column) + self._money(self.minor(id_, name) or 0, column)
        if name in MONEY:
            minor = self.minor(id_, name)
            return "—" if minor is None else self._marked(id_, column) + self._money(minor, column)
        value: Any = getattr(line, name)
        if isinstance(value, Decimal):
            return self._marked(id_, column) + format_number(value, self.desk.numbers)
        if name == "action":
            return value or ("%" if line.shares else "—")
        if name in ("source", "status") and value:
            return self.desk.words(f"choices.budget.{name}.{value}")
        return visible(str(value)) if value else "—"

    def _marked(self, id_: str, column: Column) -> str:
        return "*" if self.overridden(id_, column.name) else ""

    def overridden(self, id_: str, column: str) -> tuple[str, ...]:
        """The fields of a line that the scenario at work replaces in this cell."""
        scenario = self.desk.scenario
        change = self.plan.scenarios[scenario].budget.get(id_) if scenario else None
        if change is None:
            return ()
        if column[:1].isdigit():
            return (f"months.{column}",) if column in change.months else ()
        if column == "amount" and change.months:
            return ("amount", *(f"months.{month}" for month in change.months))
        value = getattr(change, column, None)
        return (column,) if value is not None and value != {} else ()

    def _money(self, minor: int, column: Column) -> str:
        if column.is_month:
            return format_number(from_minor(minor, self.digits), self.desk.numbers, 0) if minor else "·"
        text = format_number(from_minor(minor, self.digits), self.desk.numbers, self.digits)
        if column.name in ("gap", "difference"):
            return "·" if not minor else f"+{text}" if minor > 0 else text
        return text
