"""The tornado: the lines that vary, the largest swing first, each a bar to either side of the plan's total."""

from rich.cells import cell_len

from model.risk.assessment import Assessment
from tui.reports.bars import diverging
from tui.reports.sheet import Sheet, to_right

MOST_LINES = 30
WIDEST_HALF = 30


def tornado(sheet: Sheet, found: Assessment) -> None:
    """What each line alone would take off the total or add to it: figures at both ends of its bar."""
    palette, words = sheet.desk.palette, sheet.desk.words
    shown = found.tornado[:MOST_LINES]
    ends = {line.id: (line.low - line.likely, line.high - line.likely) for line in shown}
    figures = {id_: (sheet.signed(low), sheet.signed(high)) for id_, (low, high) in ends.items()}
    top = max((max(-low, high) for low, high in ends.values()), default=0)
    left, right = (max((cell_len(pair[at]) for pair in figures.values()), default=0) for at in (0, 1))
    free = sheet.room - left - right - 4
    name_room = min(max((cell_len(sheet.line_name(line.id)) for line in shown), default=0), free // 2)
    half = min(max((free - name_room) // 2, 3), WIDEST_HALF)
    for line in shown:
        row = sheet.line().add(sheet.line_name(line.id), palette.text, name_room)
        low, high = ends[line.id]
        column = 1 + name_room + 1 + left
        to_right(row, column, figures[line.id][0], palette.text)
        row.to(column + 1).add(diverging(low, high, top, half), palette.accent)
        to_right(row, column + 1 + 2 * half + 1 + 1 + right, figures[line.id][1], palette.text)
    if len(found.tornado) > MOST_LINES:
        sheet.say(words.count("risk.fewer", len(found.tornado) - MOST_LINES), palette.muted)
