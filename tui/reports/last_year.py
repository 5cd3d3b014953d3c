"""The budget against last year as it is read: by category, what is new apart, the total."""

from decimal import Decimal

from rich.cells import cell_len
from rich.style import Style

from model.against_last_year import Compared, Comparison, compared
from tui.desk import Desk
from tui.formats.numbers import format_number
from tui.pages import step_of
from tui.reports.sheet import Sheet, to_right
from tui.text import visible
from tui.widgets.pane import Row

HEADS = ("then", "now", "difference", "in_percent")
WIDEST_NAME = 40
GAP = 3


def lines(desk: Desk, width: int) -> list[Row]:
    """A line a category; figures without cents in columns, differences with their sign."""
    sheet, words, found = Sheet(desk, width), desk.words, compared(desk.seen)
    sheet.say(sheet.of_what(), desk.palette.muted)
    sheet.blank()
    if not found.categories:
        sheet.say(words("last_year.nothing_then", key=step_of("budget").key))
        return sheet.rows
    rows = [(visible(name) or words("messages.no_category"), *_figures(sheet, row)) for name, row in _ranked(found)]
    rows.append((words("last_year.sum"), *_figures(sheet, found.whole)))
    if found.new:
        rows.append((words.count("last_year.new", found.new), "", sheet.whole(found.new_figure), "", ""))
        whole = Compared(found.whole.last_year, found.whole.this_year + found.new_figure)
        rows.append((words("last_year.total"), *_figures(sheet, whole)))
    _table(sheet, rows, len(found.categories))
    _remarks(sheet, found.waiting)
    return sheet.rows


def _ranked(found: Comparison) -> list[tuple[str, Compared]]:
    """The categories, what has none last."""
    return sorted(found.categories.items(), key=lambda pair: not pair[0])


def _figures(sheet: Sheet, row: Compared) -> tuple[str, ...]:
    percent = "—" if row.percent is None else _percent(row.percent, sheet)
    return sheet.whole(row.last_year), sheet.whole(row.this_year), sheet.signed(row.difference), percent


def _percent(percent: Decimal, sheet: Sheet) -> str:
    text = format_number(percent, sheet.desk.numbers, 1)
    return text if percent <= 0 else f"+{text}"


def _table(sheet: Sheet, rows: list[tuple[str, ...]], categories: int) -> None:
    """Names to the left, figures to the right of their columns; what sums up stands apart."""
    words, palette = sheet.desk.words, sheet.desk.palette
    head = (words("last_year.category_head"), *(words(f"last_year.{name}") for name in HEADS))
    rooms = [max(cell_len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    rooms[0] = min(rooms[0], max(sheet.room - sum(rooms[1:]) - GAP * len(HEADS), 12), WIDEST_NAME)
    _row(sheet, head, rooms, palette.muted)
    for at, row in enumerate(rows):
        if at == categories:
            sheet.line().add("─" * (sum(rooms) + GAP * len(HEADS)), palette.muted)
        _row(sheet, row, rooms, palette.text if at < categories else palette.strong)


def _row(sheet: Sheet, cells: tuple[str, ...], rooms: list[int], style: Style) -> None:
    row = sheet.line()
    column = row.length + rooms[0]
    row.add(cells[0], style, rooms[0])
    for text, room in zip(cells[1:], rooms[1:], strict=True):
        column += room + GAP
        to_right(row, column, text, style)


def _remarks(sheet: Sheet, waiting: int) -> None:
    words, plan = sheet.desk.words, sheet.desk.seen
    said = [words.count("last_year.waiting", waiting)] if waiting else []
    if any(line.last_year is not None and line.exchange_rate is not None for line in plan.budget.values()):
        said.append(words("last_year.foreign"))
    if said:
        sheet.blank()
    for text in said:
        sheet.say(text, sheet.desk.palette.muted)
