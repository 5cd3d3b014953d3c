"""An indicator in one picture: the path, the readings, the breaks, where it will land; every figure below."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from rich.cells import cell_len
from rich.style import Style

from model.indicators import Indicator
from model.money import EXACT
from model.plain import frozen
from model.steering.arithmetic import settled
from model.steering.correcting import corrections_of, score_of
from model.steering.path import Band, Path, path_of
from model.steering.series import Reading, run_of, run_start
from model.steering.state import State, percent_of, state_of
from tui.desk import Desk
from tui.formats.dates import format_date
from tui.formats.numbers import format_gap, format_number
from tui.formats.steering import figure, percent, standing_text
from tui.reports.dashboard import style_of
from tui.reports.sheet import Sheet, to_right
from tui.widgets.pane import Row

READING, PATH, COMING, LANDING, TARGET, BREAK, TODAY = "●", "·", "-", "◇", "◎", "┊", "│"
HEIGHT = 12
LABELS = 9
"""How wide the scale is."""


def lines(indicator: str, today: date, desk: Desk, width: int) -> list[Row]:
    """The picture of an indicator on a day, and its figures."""
    sheet, state = Sheet(desk, width), state_of(desk.plan, indicator, today)
    _verdict(sheet, state)
    if state.series or state.path.steps:
        Chart(sheet, state, today).draw()
    _figures(sheet, state)
    _corrections(sheet, state, today)
    return sheet.rows


def _verdict(sheet: Sheet, state: State) -> None:
    """The status, then the gap and the landing in a sentence."""
    desk, words, numbers = sheet.desk, sheet.desk.words, sheet.desk.numbers
    said = standing_text(words, state.status)
    if state.gap is not None and state.last is not None:
        share = "" if state.percent is None else f" ({percent(state.percent, numbers)})"
        gap = format_gap(_short(state.gap), numbers) + share
        said += f" · {words('steering.gap_on', gap=gap, date=format_date(state.last.day, words.language))}"
    sheet.say(said, style_of(desk.palette, state.status))
    if state.landing is not None and state.landing_gap is not None and state.aim.due is not None:
        figures = (figure(state.landing, numbers), figure(state.landing_gap, numbers, signed=True))
        due = format_date(state.aim.due, words.language)
        sheet.say(words("steering.lands", figure=figures[0], gap=figures[1], date=due))
    sheet.blank()


@frozen
class _Scale:
    """From a day to a column, from a figure to a row counted from the top."""

    first: date
    last: date
    low: Fraction
    high: Fraction
    width: int

    def column(self, day: date) -> int:
        """The column of a day."""
        span = max((self.last - self.first).days, 1)
        return min(max(round(Fraction((day - self.first).days * (self.width - 1), span)), 0), self.width - 1)

    def day(self, column: int) -> date:
        """The day of a column."""
        span = (self.last - self.first).days
        return self.first + timedelta(days=round(Fraction(column * span, max(self.width - 1, 1))))

    def row(self, value: Fraction | Decimal) -> int:
        """The row of a figure."""
        share = (Fraction(value) - self.low) / (self.high - self.low)
        return HEIGHT - 1 - min(max(round(share * (HEIGHT - 1)), 0), HEIGHT - 1)

    def value(self, row: int) -> Fraction:
        """The figure in the middle of a row."""
        return self.low + (self.high - self.low) * Fraction(HEIGHT - 1 - row, HEIGHT - 1)


class Chart:
    """Cells in rows: what is drawn later stands over what was drawn before."""

    def __init__(self, sheet: Sheet, state: State, today: date) -> None:
        self.sheet, self.state, self.today = sheet, state, today
        self.indicator: Indicator = sheet.desk.plan.indicators[state.id]
        self.paths = list(self._paths())
        self.scale = self._scaled()
        self.cells: dict[tuple[int, int], tuple[str, Style]] = {}

    def _paths(self) -> Iterator[tuple[Path, date, date | None]]:
        """The path of each series, and the days from which and before which it counts."""
        runs = sorted({reading.run for reading in self.state.series} | {0})
        for run in runs:
            start = run_start(self.indicator, run) or date.min
            later = [day for day in self.indicator.breaks if day > start]
            yield path_of(self.state.aim, self.indicator, self.state.series, run), start, min(later, default=None)

    def _scaled(self) -> _Scale:
        days = [reading.day for reading in self.state.series]
        days += [step.day for path, _, _ in self.paths for step in path.steps]
        values = [Fraction(reading.figure) for reading in self.state.series]
        values += [edge for path, _, _ in self.paths for step in path.steps for edge in (step.low, step.high)]
        if self.state.landing is not None:
            values.append(Fraction(self.state.landing))
        low, high = min(values), max(values)
        if low == high:
            low, high = low - 1, high + 1
        first, last = min(days), max(days)
        return _Scale(first, max(last, first + timedelta(days=1)), low, high, max(self.sheet.room - LABELS - 1, 10))

    # --- drawing ------------------------------------------------------------------------------------------------

    def draw(self) -> None:
        """The picture with its scale, the months below, the legend."""
        palette = self.sheet.desk.palette
        self._marks()
        self._path()
        self._coming()
        for reading in self.state.series:
            self._put(reading.day, reading.figure, READING, palette.strong)
        for row in range(HEIGHT):
            self._row(row)
        self._months()
        self._legend()

    def _put(self, day: date, value: Fraction | Decimal, glyph: str, style: Style) -> None:
        self.cells[self.scale.row(value), self.scale.column(day)] = (glyph, style)

    def _marks(self) -> None:
        """Today, and each break, from top to bottom."""
        muted = self.sheet.desk.palette.muted
        marks = [(day, BREAK) for day in self.indicator.breaks] + [(self.today, TODAY)]
        for day, glyph in marks:
            if self.scale.first <= day <= self.scale.last:
                for row in range(HEIGHT):
                    self.cells[row, self.scale.column(day)] = (glyph, muted)

    def _path(self) -> None:
        accent = self.sheet.desk.palette.accent
        for column in range(self.scale.width):
            day = self.scale.day(column)
            for path, start, end in self.paths:
                step = path.exactly(day)
                if step is not None and day >= start and (end is None or day < end):
                    for edge in {step.low, step.high}:
                        self.cells[self.scale.row(edge), column] = (PATH, accent)
        last = self.paths[-1][0].steps
        for edge in {last[-1].low, last[-1].high} if last else ():
            self._put(last[-1].day, edge, TARGET, accent)

    def _coming(self) -> None:
        """From the last reading to where it will land."""
        state, style = self.state, style_of(self.sheet.desk.palette, "watch" if self.state.is_landing_short else "done")
        if state.landing is None or state.last is None or state.aim.due is None or state.last.day >= state.aim.due:
            return
        days = (state.aim.due - state.last.day).days
        rise = (Fraction(state.landing) - Fraction(state.last.figure)) / days
        for column in range(self.scale.column(state.last.day) + 1, self.scale.column(state.aim.due)):
            gone = (self.scale.day(column) - state.last.day).days
            self.cells[self.scale.row(Fraction(state.last.figure) + rise * gone), column] = (COMING, style)
        self._put(state.aim.due, state.landing, LANDING, style)

    def _row(self, row: int) -> None:
        desk = self.sheet.desk
        label = ""
        if row in (0, HEIGHT // 2, HEIGHT - 1):
            value = self.scale.value(row)
            label = figure(Decimal(value.numerator) / Decimal(value.denominator), desk.numbers)
        line = to_right(self.sheet.line(), 1 + LABELS, label, desk.palette.muted).add("┤", desk.palette.muted)
        for column in range(self.scale.width):
            glyph, style = self.cells.get((row, column), (" ", desk.palette.text))
            line.add(glyph, style)

    def _months(self) -> None:
        """The months below the days on which they begin, as many as there is room for."""
        desk, scale = self.sheet.desk, self.scale
        row = self.sheet.line().to(1 + LABELS + 1)
        number = scale.first.year * 12 + scale.first.month - 1
        while True:
            day = date(number // 12, number % 12 + 1, 1)
            if day > scale.last:
                return
            name = desk.words("pictures.months").split()[day.month - 1]
            name += f" {day.year}" if day.month == 1 else ""
            column = 1 + LABELS + 1 + scale.column(max(day, scale.first))
            if row.length + (row.length > LABELS + 2) <= column and column + cell_len(name) <= self.sheet.width:
                row.to(column).add(name, desk.palette.muted)
            number += 1

    def _legend(self) -> None:
        words, state = self.sheet.desk.words, self.state
        named = [(READING, "reading"), (PATH, "path"), (TARGET, "target")]
        if state.landing is not None:
            named += [(COMING, "coming"), (LANDING, "landing")]
        named += [(BREAK, "break")] if self.indicator.breaks else []
        text = "   ".join(f"{glyph} {words(f'steering.legend.{name}')}" for glyph, name in [*named, (TODAY, "today")])
        self.sheet.say(text, self.sheet.desk.palette.muted)


def _figures(sheet: Sheet, state: State) -> None:
    """Every reading with what was expected, a line at each break."""
    if not state.series:
        sheet.heading(sheet.desk.words("steering.no_reading_yet"))
        return
    words, indicator = sheet.desk.words, sheet.desk.plan.indicators[state.id]
    sheet.heading(words("steering.readings"), indicator.unit or "")
    is_made = indicator.aggregate in ("sum", "average")
    heads = [
        words("steering.reading_day"),
        words("steering.reading"),
        *([words(f"choices.indicators.aggregate.{indicator.aggregate}")] if is_made else []),
        *(words(f"steering.column.{name}") for name in ("expected", "gap", "percent")),
    ]
    rows = [(reading, _cells(sheet.desk, state, reading, is_made=is_made)) for reading in state.series]
    rooms = [max(cell_len(heads[at]), *(cell_len(cells[at]) for _, cells in rows)) for at in range(len(heads))]
    _line(sheet, heads, rooms, sheet.desk.palette.muted)
    run = state.series[0].run
    for reading, cells in rows:
        if reading.run != run:
            day = run_start(indicator, reading.run) or reading.day
            sheet.say(words("steering.broken", date=format_date(day, words.language)), sheet.desk.palette.warning)
            run = reading.run
        row = _line(sheet, cells, rooms, sheet.desk.palette.text)
        row.add(f"  {indicator.reading_notes.get(reading.day.isoformat(), '')}", sheet.desk.palette.muted)


def _line(sheet: Sheet, cells: list[str], rooms: list[int], style: Style) -> Row:
    row, end = sheet.line(), 1
    for cell, room in zip(cells, rooms, strict=True):
        end += room
        to_right(row, end, cell, style)
        end += 2
    return row


def _cells(desk: Desk, state: State, reading: Reading, *, is_made: bool) -> list[str]:
    band, numbers = _expected(desk, state, reading), desk.numbers
    day = format_date(reading.day, desk.words.language)
    figures = [format_number(value, numbers) for value in (reading.value, *([reading.figure] if is_made else []))]
    if band is None:
        return [day, *figures, "—", "", ""]
    gap, near = band.gap(reading.figure), band.nearest(reading.figure)
    share = percent_of(gap, near)
    expected = " – ".join(dict.fromkeys(format_number(_short(edge), numbers) for edge in (band.low, band.high)))
    return [day, *figures, expected, format_gap(_short(gap), numbers), "" if share is None else percent(share, numbers)]


def _short(value: Decimal) -> Decimal:
    """Two decimals are enough to read by."""
    return settled(value.quantize(Decimal("0.01"), "ROUND_HALF_UP", EXACT))


def _expected(desk: Desk, state: State, reading: Reading) -> Band | None:
    indicator = desk.plan.indicators[state.id]
    return path_of(state.aim, indicator, state.series, run_of(indicator, reading.day)).at(reading.day)


def _corrections(sheet: Sheet, state: State, today: date) -> None:
    """What was decided about the gaps, and what the next reading said of it."""
    desk, words = sheet.desk, sheet.desk.words
    found = corrections_of(desk.plan, state.id)
    if not found:
        return
    sheet.heading(words("steering.corrections"))
    for id_, one in found.items():
        day = "" if one.date is None else format_date(one.date, words.language)
        decision = "—" if one.decision is None else words(f"choices.corrections.decision.{one.decision}")
        answer = f"{decision} {one.action} {desk.name(one.action)}" if one.action else decision
        score = score_of(desk.plan, id_, today)
        told = f" · {words(f'steering.score.{score}')}" if score is not None else ""
        sheet.say(f"{id_} {day} {one.cause or ''} → {answer}{told}")
