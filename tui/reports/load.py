"""The load: each person's days by month against the days they have, and the actions that ask for them."""

from collections.abc import Iterator
from decimal import Decimal

from rich.cells import cell_len
from rich.style import Style

from model.money import EXACT
from model.phasing import month_name, month_number
from model.plain import frozen
from model.steering.load import Load, loads, plan_months
from model.values import canonical
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.numbers import format_number
from tui.pages import step_of
from tui.reports.prose import said
from tui.widgets.pane import Row

TOPIC = "steering#load"
MOST_MONTHS = 24


def items(desk: Desk, width: int) -> list[Item]:
    """Everybody with work or with days; what is missing where nobody has either."""
    found = [load for load in loads(desk.plan, desk.scenario) if load.total or load.available is not None]
    if not found:
        text = desk.words("steering.no_effort", key=step_of("actions").key)
        return [Item(row) for row in said(width, text, desk.palette.text)]
    lines = _Lines(desk, width, found)
    return [item for load in found for item in lines.person(load)]


@frozen
class _Verdict:
    """How a person stands, by glyph, word and colour."""

    text: str
    style: Style


class _Lines:
    """A person's lines: the verdict, the months, the actions."""

    def __init__(self, desk: Desk, width: int, found: list[Load]) -> None:
        self.desk, self.width = desk, width
        named = {month for load in found for month in load.months if month} | set(plan_months(desk.plan))
        numbers = [month_number(month) for month in named]
        every = range(min(numbers), max(numbers) + 1) if numbers else range(0)
        self.months = [month_name(number) for number in every][:MOST_MONTHS]
        self.room = max(min((width - 4) // max(len(self.months), 1), 7), 5)

    def person(self, load: Load) -> Iterator[Item]:
        """One person's lines, an empty one after them."""
        desk, palette = self.desk, self.desk.palette
        path = f"team.{load.person}" if load.person in desk.plan.team else ""
        verdict = self._verdict(load)
        name = desk.name(load.person, ("team",)) or load.person
        head = (
            Row(self.width).add(f" {name}", palette.strong, self.width // 2).add(f"  {self._sum(load)}", palette.text)
        )
        yield Item(head.right(f"{verdict.text} ", verdict.style), path, TOPIC)
        yield from (Item(row) for row in self._by_month(load))
        for id_, days in load.actions.items():
            text = f"    {id_} {desk.name(id_, ('actions',))}  {desk.words('steering.days', n=self._days(days))}"
            yield Item(Row(self.width).add(text, palette.muted), f"actions.{id_}", TOPIC)
        yield Item(Row(self.width))

    def _sum(self, load: Load) -> str:
        words = self.desk.words
        if load.available is None:
            return words("steering.days", n=self._days(load.total))
        return words("steering.days_of", n=self._days(load.total), available=self._days(load.available))

    def _verdict(self, load: Load) -> _Verdict:
        words, palette = self.desk.words, self.desk.palette
        if load.available is None:
            return _Verdict(f"· {words('steering.days_unknown')}", palette.muted)
        if load.excess:
            return _Verdict(f"✗ {words('steering.overloaded', n=self._days(load.excess))}", palette.error)
        if load.full:
            return _Verdict(f"! {words.count('steering.full_months', len(load.full))}", palette.warning)
        return _Verdict(f"✓ {words('steering.holds')}", palette.good)

    def _by_month(self, load: Load) -> Iterator[Row]:
        """Two lines for as many months as fit: their names, the days; `!` beside those that are too many."""
        per_line = max((self.width - 4) // self.room, 1)
        names = self.desk.words("pictures.months").split()
        for start in range(0, len(self.months), per_line):
            part = self.months[start : start + per_line]
            head, body = Row(self.width).to(2), Row(self.width).to(2)
            for month in part:
                is_full = month in load.full
                days = load.months.get(month)
                text = "·" if days is None else self._days(days) + ("!" if is_full else "")
                style = self.desk.palette.warning if is_full else self.desk.palette.text
                head.add(names[int(month[5:]) - 1].rjust(self.room), self.desk.palette.muted)
                body.add(" " * (self.room - cell_len(text)) + text, style)
            yield from (head, body)

    def _days(self, days: Decimal) -> str:
        """Days to a tenth."""
        return format_number(canonical(days.quantize(Decimal("0.1"), "ROUND_HALF_UP", EXACT)), self.desk.numbers)
