"""The risk of the budget as it is read: where the total may end, how it is known, and the tornado."""

from collections.abc import Sequence
from decimal import Decimal

from rich.cells import cell_len

from model.plan import Plan
from model.risk.assessment import Assessment, assessed
from model.risk.simulation import DRAWS
from tui.desk import Desk
from tui.formats.numbers import format_number
from tui.formats.outlooks import outlook_rows
from tui.pages import step_of
from tui.reports.sheet import Sheet, to_right
from tui.reports.tornado import tornado
from tui.widgets.pane import Row

MOST_REMARKS = 20

_recent: list[tuple[Plan, Assessment]] = []


def assessment_of(plan: Plan) -> Assessment:
    """The risk of a plan, computed once while it stays the same."""
    if not _recent or _recent[0][0] is not plan:
        _recent[:] = [(plan, assessed(plan))]
    return _recent[0][1]


def lines(desk: Desk, width: int) -> list[Row]:
    """The total, its range by both methods, what they assume, the tornado, what is not taken as it stands."""
    sheet, found = Sheet(desk, width), assessment_of(desk.seen)
    sheet.say(sheet.of_what(), desk.palette.muted)
    sheet.blank()
    _totals(sheet, found)
    if found.tornado:
        _outlook(sheet, found)
        sheet.heading(desk.words("risk.tornado"))
        tornado(sheet, found)
    _remarks(sheet, found)
    return sheet.rows


def _totals(sheet: Sheet, found: Assessment) -> None:
    words = sheet.desk.words
    rows = [(words("risk.total"), sheet.whole(found.total))]
    if found.ceiling is not None:
        rows.append((words("risk.ceiling"), sheet.whole(found.ceiling)))
    _table(sheet, rows)
    if found.tornado:
        figures = {end: sheet.whole(getattr(found, end)) for end in ("varying", "least", "most")}
        sheet.say(words.count("risk.varying", len(found.tornado), **figures))
    else:
        sheet.blank()
        sheet.say(words("risk.none", key=step_of("budget").key))


def _outlook(sheet: Sheet, found: Assessment) -> None:
    desk, words = sheet.desk, sheet.desk.words
    sheet.blank()
    head = (words("risk.independent"), words("risk.summed"), words("risk.simulated"))
    _table(sheet, [head, *outlook_rows(found, words, desk.numbers, sheet.whole)], has_head=True)
    sheet.blank()
    sheet.say(words("risk.independence", together=sheet.whole(found.enough_together)))
    sheet.say(words("risk.method", draws=format_number(Decimal(DRAWS), desk.numbers)), desk.palette.muted)


def _table(sheet: Sheet, rows: Sequence[tuple[str, ...]], *, has_head: bool = False) -> None:
    """Labels to the left, figures to the right of their columns."""
    palette = sheet.desk.palette
    rooms = [max(cell_len(text) for text in column) for column in zip(*rows, strict=True)]
    for at, (label, *figures) in enumerate(rows):
        row, style = sheet.line(), palette.muted if has_head and not at else palette.text
        column = row.length + rooms[0]
        row.add(label, style)
        for figure, room in zip(figures, rooms[1:], strict=True):
            column += room + 3
            to_right(row, column, figure, style)


def _remarks(sheet: Sheet, found: Assessment) -> None:
    words, remarks = sheet.desk.words, found.remarks
    if remarks:
        sheet.heading(words("risk.remarks"))
    for remark in remarks[:MOST_REMARKS]:
        sheet.say(words(f"risk.remark.{remark.code}", name=sheet.line_name(remark.id)))
    if len(remarks) > MOST_REMARKS:
        sheet.say(words.count("risk.more", len(remarks) - MOST_REMARKS), sheet.desk.palette.muted)
