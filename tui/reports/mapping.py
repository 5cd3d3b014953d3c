"""What a file's columns, a ledger's accounts mean: a line each, to go through and change, the first rows under them."""

from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.imports.receiving import Opened
from tui.reports.prose import headed, said
from tui.widgets.pane import PLAIN, Row

_LABEL, _TARGET = 0.34, 0.30
_WIDEST, _GAP = 28, 2


def items(opened: Opened, desk: Desk, width: int) -> list[Item]:
    """Facts, the questions with their answers and samples, the first rows as understood."""
    palette, source, answers = desk.palette, opened.source, opened.answers
    lines = [Item(row) for fact in source.facts(answers) for row in said(width, fact.told(desk.words), palette.muted)]
    if opened.is_recalled:
        lines += [Item(row) for row in said(width, desk.words("imports.recalled"), palette.muted)]
    lines.append(Item(Row(width)))
    for question in source.questions(answers):
        names = {target.value: target.label for target in source.targets(question.key, answers)}
        row = Row(width).add(f" {question.label}", palette.text, int(width * _LABEL))
        row.to(int(width * _LABEL) + 1).add("→ ", palette.muted)
        style = palette.accent if question.target else palette.muted
        row.add(names.get(question.target, question.target), style, int(width * _TARGET))
        row.to(int(width * (_LABEL + _TARGET)) + 4).add(question.sample, palette.muted)
        lines.append(Item(row, question.key, question.topic))
    return lines + _preview(opened, desk, width)


def _preview(opened: Opened, desk: Desk, width: int) -> list[Item]:
    shown, palette = opened.source.preview(opened.answers), desk.palette
    if not shown.rows:
        return []
    lines = [Item(row) for row in headed(width, shown.title or desk.words("imports.first_rows"), palette.strong)]
    rooms = [min(max(map(len, column)), _WIDEST) + _GAP for column in zip(shown.head, *shown.rows, strict=True)]
    lines.append(Item(_cells(shown.head, rooms, width).restyled(palette.muted)))
    return lines + [Item(_cells(row, rooms, width).restyled(palette.text)) for row in shown.rows]


def _cells(cells: tuple[str, ...], rooms: list[int], width: int) -> Row:
    """Cells in columns as wide as what stands in them, as many as there is room for."""
    row, at = Row(width), 1
    for cell, room in zip(cells, rooms, strict=True):
        row.to(at).add(cell, PLAIN, room - 1)
        at += room
    return row
