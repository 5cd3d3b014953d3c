"""The actions in time, a bar each: months above, today as a line, milestones on it, what is late or crossed below."""

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from rich.cells import cell_len
from rich.style import Style

from model.names import name_of
from model.plain import slotted
from model.steering.timeline import Bar, Stone, timeline
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.dates import format_date
from tui.pages import step_of
from tui.reports.prose import said
from tui.widgets.pane import Row
from tui.words import Language

FILLS = {"done": "█", "doing": "▓", "dropped": "┄"}
PLANNED, WAS, ONGOING, TODAY = "░", "∙", "›", "│"
DONE, COMING, LATE = "◆", "◇", "✗"
WIDE = 100
SHORTEST = 2
"""Two letters of a month are mistaken for another's; one is read by its place."""
TOPIC = "steering#timeline"


@slotted
class Timeline:
    """What is shown of the actions: in which order, and whether every milestone has its line."""

    today: date
    is_by_date: bool = False
    has_milestones: bool = False

    def reorder(self) -> None:
        """In the order of their starts, or of the file again."""
        self.is_by_date = not self.is_by_date

    def unfold(self) -> None:
        """A line for every milestone, or for the late ones alone."""
        self.has_milestones = not self.has_milestones

    def items(self, desk: Desk, width: int) -> list[Item]:
        """The actions under the months; what is missing where there is none."""
        bars = [bar for bar in timeline(desk.plan, self.today, desk.scenario) if bar.start and bar.end]
        if not bars:
            text = desk.words("steering.no_actions", key=step_of("actions").key)
            return [Item(row) for row in said(width, text, desk.palette.text)]
        if self.is_by_date:
            bars.sort(key=lambda bar: (bar.start or date.max, bar.end or date.max))
        return _Drawing(desk, self, bars, width).items()


class _Drawing:
    """The rows of a timeline: names to the left, days as columns to the right."""

    def __init__(self, desk: Desk, shown: Timeline, bars: list[Bar], width: int) -> None:
        self.desk, self.shown, self.bars, self.width = desk, shown, bars, width
        self.name_room = 34 if width >= WIDE else 28
        self.cells = max(width - self.name_room - 2, 12)
        days = [day for bar in bars for day in (bar.start, bar.end, *(stone.due for stone in bar.stones)) if day]
        sheet = desk.plan.plan
        self.first = min([*days, *([sheet.start] if sheet.start else [])]).replace(day=1)
        self.last = max([*days, *([sheet.end] if sheet.end else [])])

    @property
    def _language(self) -> Language:
        return self.desk.words.language

    def column(self, day: date) -> int:
        """The column of a day, from the first one drawn."""
        length = (self.last - self.first).days + 1
        return min(max(int(Fraction((day - self.first).days * self.cells, length)), 0), self.cells - 1)

    def items(self) -> list[Item]:
        """The scale, the actions, the legend."""
        legend = said(self.width, self.desk.words("steering.timeline_legend"), self.desk.palette.muted)
        scale = [*map(Item, self._scenario()), *map(Item, self._scale())]
        return [
            *scale,
            *(item for bar in self.bars for item in self._of(bar)),
            Item(Row(self.width)),
            *map(Item, legend),
        ]

    def _scenario(self) -> list[Row]:
        """Whose dates these are, where they are not the plan's."""
        id_ = self.desk.scenario
        if id_ is None:
            return []
        text = self.desk.words("pictures.of_scenario", name=self.desk.plan.scenarios[id_].title or id_)
        return said(self.width, text, self.desk.palette.warning)

    # --- the scale ----------------------------------------------------------------------------------------------

    def _scale(self) -> list[Row]:
        """The months under their years, cut short where they stand close; the weeks' numbers where there is room."""
        firsts = list(self._firsts())
        names, columns = self.desk.words("pictures.months").split(), [self.column(day) for day in firsts]
        # As the closest two allow, for all alike: a month left out reads as a mistake.
        room = min((after - before for before, after in pairwise(columns)), default=self.cells) - 1
        years = "–".join(dict.fromkeys((str(self.first.year), str(self.last.year))))
        months = Row(self.width).add(f" {years}", self.desk.palette.muted).to(self.name_room + 1)
        for day in firsts:
            name = names[day.month - 1]
            self._label(months, day, name if cell_len(name) <= room else name[: room if room > SHORTEST else 1])
        rows = [months]
        if self.width >= WIDE:
            weeks = Row(self.width).add(f" {self.desk.words('steering.weeks')}", self.desk.palette.muted)
            weeks.to(self.name_room + 1)
            monday = self.first - timedelta(days=self.first.weekday())
            for at in range((self.last - monday).days // 7 + 1):
                day = monday + timedelta(days=7 * at)
                if day >= self.first:
                    self._label(weeks, day, str(day.isocalendar().week))
            rows.append(weeks)
        return rows

    def _firsts(self) -> Iterator[date]:
        day = self.first
        while day <= self.last:
            yield day
            day = (day + timedelta(days=31)).replace(day=1)

    def _label(self, row: Row, day: date, text: str) -> None:
        column = self.name_room + 1 + self.column(day)
        is_free = row.length < column or row.length == self.name_room + 1 == column
        if is_free and column + cell_len(text) <= self.width:
            row.to(column).add(text, self.desk.palette.muted)

    # --- the actions --------------------------------------------------------------------------------------------

    def _of(self, bar: Bar) -> Iterator[Item]:
        """An action, then what is late or crossed about it; every milestone where they are asked for."""
        yield self._bar(bar)
        if bar.lateness:
            day, name = (bar.action.end, "end") if bar.lateness == "overdue" else (bar.action.start, "start")
            text = self.desk.words(f"steering.{bar.lateness}", date=format_date(day, self._language) if day else "")
            yield self._note(f"! {text}", self.desk.palette.warning, f"actions.{bar.id}.{name}")
        for wait in bar.waits:
            if wait.is_crossed and not bar.is_left_out:
                end = format_date(wait.end, self._language) if wait.end else ""
                text = self.desk.words("steering.crossed", id=wait.id, date=end)
                yield self._note(f"! {text}", self.desk.palette.warning, f"actions.{bar.id}.depends_on")
        for stone in bar.stones:
            if stone.is_late or self.shown.has_milestones:
                yield self._stone(bar, stone)

    def _bar(self, bar: Bar) -> Item:
        palette = self.desk.palette
        suffix = self._suffix(bar)
        row = Row(self.width).add(f" {bar.id} {name_of(bar.action)}", palette.text, self.name_room - cell_len(suffix))
        row.add(suffix, palette.muted).to(self.name_room + 1)
        for glyph, style in self._cells(bar):
            row.add(glyph, style)
        return Item(row, f"actions.{bar.id}", TOPIC)

    def _suffix(self, bar: Bar) -> str:
        """What is said beside the name: after what it comes, whether the scenario leaves it out."""
        words = self.desk.words
        parts = [f" ←{','.join(wait.id for wait in bar.waits)}"] if bar.waits else []
        if bar.is_left_out:
            parts.append(f" {words('steering.left_out')}")
        return "".join(parts)

    def _cells(self, bar: Bar) -> list[tuple[str, Style]]:
        palette = self.desk.palette
        cells: list[tuple[str, Style]] = [(" ", palette.text)] * self.cells
        cells[self.column(self.shown.today)] = (TODAY, palette.accent) if self._has_today else (" ", palette.text)
        start, end = self.column(bar.start or self.first), self.column(bar.end or self.last)
        fill = "┄" if bar.is_left_out else FILLS.get(bar.action.status or "", PLANNED)
        for at in range(self.column(bar.was) if bar.was else start, start):
            cells[at] = (WAS, palette.muted)
        for at in range(start, end + 1):
            is_today = cells[at][0] == TODAY and fill != "█"
            cells[at] = cells[at] if is_today else (fill, palette.muted if fill == "┄" else palette.text)
        if bar.is_ongoing:
            cells[end] = (ONGOING, palette.text)
        for stone in bar.stones:
            day = stone.done or stone.due
            if day is not None and not bar.is_left_out:
                cells[self.column(day)] = self._mark(stone)
        return cells

    @property
    def _has_today(self) -> bool:
        return self.first <= self.shown.today <= self.last

    def _mark(self, stone: Stone) -> tuple[str, Style]:
        palette = self.desk.palette
        if stone.done is not None:
            return DONE, palette.good
        return (LATE, palette.error) if stone.is_late else (COMING, palette.strong)

    def _stone(self, bar: Bar, stone: Stone) -> Item:
        """A milestone by its glyph, its name and its day; a late one with the word."""
        glyph, style = self._mark(stone)
        words = self.desk.words
        day = stone.done or stone.due
        state = "done" if stone.done else "late" if stone.is_late else "due"
        date_ = "—" if day is None else format_date(day, words.language)
        text = words(f"steering.stone_{state}", title=stone.title or stone.id, date=date_)
        return self._note(f"{glyph} {text}", style, f"actions.{bar.id}.milestones.{stone.id}.due")

    def _note(self, text: str, style: Style, path: str) -> Item:
        return Item(Row(self.width).add(f"    {text}", style), path, TOPIC)
