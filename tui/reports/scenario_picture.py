"""The scenario at work against the plan: category by category and month by month, the difference and its sign."""

from rich.cells import cell_len
from rich.style import Style

from model.breakdowns import By, breakdown
from model.money import minor_digits, to_minor
from model.plan import Plan
from tui.reports.bars import diverging
from tui.reports.sheet import Sheet, to_right
from tui.widgets.pane import Row

Compared = tuple[str, int, int]
"""A key, its figure in the plan, its figure in the scenario, in minor units on the side of the plan's prices."""

SHORTEST_NAME, SHORTEST_HALF = 12, 3
"""Where large figures leave no room, names are cut down to this, and bars shorter than this are left out."""


def compared(before: Plan, after: Plan, by: By) -> list[Compared]:
    """The groups of both, in the order of the breakdown of the plan; months in their own."""
    digits = minor_digits(before.plan.currency)
    old, new = breakdown(before, by), breakdown(after, by)
    keys = list(dict.fromkeys([*old, *new]))
    if by == "month":
        keys.sort(key=lambda month: (not month, month))

    def figure(of: Plan, key: str) -> int:
        found = (old if of is before else new).get(key)
        return to_minor(found.priced(of.plan.prices), digits) if found else 0

    return [(key, figure(before, key), figure(after, key)) for key in keys]


def against_plan(sheet: Sheet) -> None:
    """Both figures of each category and month, and a bar of the difference to either side."""
    desk, words = sheet.desk, sheet.desk.words
    sheet.heading(words("pictures.against_plan"))
    if desk.scenario is None:
        sheet.say(words("pictures.no_scenario"))
        return
    categories = [
        (name or words("messages.no_category"), before, after)
        for name, before, after in compared(desk.plan, desk.seen, "category")
    ]
    months = [(sheet.month(name), before, after) for name, before, after in compared(desk.plan, desk.seen, "month")]
    _Comparison(sheet, words("pictures.category"), categories).draw()
    sheet.blank()
    _Comparison(sheet, words("pictures.month"), months).draw()


class _Comparison:
    """Rows in their columns: name, plan, scenario, difference, bar."""

    def __init__(self, sheet: Sheet, head: str, rows: list[Compared]) -> None:
        self.sheet, self.rows, words = sheet, rows, sheet.desk.words
        whole = (words("messages.total"), sum(row[1] for row in rows), sum(row[2] for row in rows))
        self.top = max((abs(after - before) for _, before, after in rows), default=0)
        self.head = (head, words("pictures.plan"), words("pictures.scenario"), words("messages.gap"))
        self.texts = [
            (name, sheet.whole(before), sheet.whole(after), sheet.signed(after - before))
            for name, before, after in [*rows, whole]
        ]
        names, *figures = zip(self.head, *self.texts, strict=True)
        self.rooms = [max(map(cell_len, column)) for column in figures]
        free = sheet.room - sum(self.rooms) - 2 * len(self.rooms)
        self.name_room = min(max(map(cell_len, names)), max(free - 2 * SHORTEST_HALF - 3, SHORTEST_NAME))
        self.half = (free - self.name_room - 3) // 2

    def draw(self) -> None:
        """The heading of the columns, the rows, their total."""
        palette = self.sheet.desk.palette
        self._figures(self.head, palette.muted)
        for texts, (_, before, after) in zip(self.texts, self.rows, strict=False):
            row, change = self._figures(texts, palette.text), after - before
            if self.half >= SHORTEST_HALF:
                bars = diverging(min(change, 0), max(change, 0), self.top, self.half)
                row.to(row.length + 2).add(bars, palette.accent)
        self._figures(self.texts[-1], palette.strong)

    def _figures(self, texts: tuple[str, ...], style: Style) -> Row:
        name, *figures = texts
        row, column = self.sheet.line().add(name, style, self.name_room), 1 + self.name_room
        for text, room in zip(figures, self.rooms, strict=True):
            column += room + 2
            to_right(row, column, text, style)
        return row
