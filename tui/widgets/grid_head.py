"""What stands above the rows of the budget grid: the scenario at work, the filter, the heads of the columns."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from tui.desk import Desk
from tui.text import visible
from tui.widgets.grid_columns import Column
from tui.widgets.pane import Row

if TYPE_CHECKING:
    from tui.widgets.grid_rows import GridRows


def banner(desk: Desk, width: int) -> Row:
    """That a scenario is at work, unmistakably, with or without colour."""
    scenario = desk.plan.scenarios[desk.scenario or ""]
    words, base = desk.words, scenario.base
    count = len(scenario.budget) + len(scenario.actions) + len(scenario.drivers)
    below = desk.plan.scenarios[base].title if base in desk.plan.scenarios else None
    text = words("grid.banner", title=visible(scenario.title or desk.scenario or ""))
    if below:
        text += " " + words("grid.banner_base", title=visible(below))
    row = Row(width).add(f" ▲ {text} · {words.count('grid.differences', count)} ", Style())
    hint = words("grid.banner_keys")
    if row.room > cell_len(hint) + 1:
        row.right(hint + " ", Style())
    return row.restyled(desk.palette.warning + Style(reverse=True))


def heading(grid: "GridRows", shown: list[Column], start: int, width: int) -> Row:
    """The filter or the section, how far down one is, the names of the columns."""
    palette, words = grid.desk.palette, grid.desk.words
    arrangement = grid.arrangement
    row = Row(width).to(2)
    if grid.is_filtering or arrangement.query:
        row.add(f"{words('grid.filter')} ", palette.accent).add(arrangement.query, palette.strong)
        if grid.is_filtering:
            row.add(" ", palette.cursor)
    else:
        row.add(words("sections.budget"), palette.muted)
        if arrangement.grouping:
            row.add(" " + words("grid.by", what=column_label(grid.desk, arrangement.grouping).lower()), palette.muted)
    if len(grid.row_keys) - 1 > grid.drawing.body or arrangement.query:
        row.add(f" {min(grid.at + 1, len(grid.row_keys) - 1)}/{len(grid.row_keys) - 1}", palette.muted)
    row.to(start)
    for column in shown:
        mark = ("▾" if arrangement.is_descending else "▴") if column.name == arrangement.sort else ""
        label = column_label(grid.desk, column.name)[: column.width - len(mark)] + mark
        text = label.rjust(column.width) if column.is_number else label.ljust(column.width)
        row.add(" ", palette.muted).add(text, palette.accent if mark else palette.muted, column.width)
    return row


def column_label(desk: Desk, name: str) -> str:
    """What stands at the head of a column."""
    words = desk.words
    if name in ("amount", "other"):
        side = desk.tax_side
        other = "incl_tax" if side == "excl_tax" else "excl_tax"
        if name == "amount" and desk.scenario:
            return words("grid.scenario")
        return words(f"messages.{side if name == 'amount' else other}")
    if name[:1].isdigit():
        return desk.reader.month_short(name)
    key = f"fields.budget.{name}"
    return words(key) if words.has(key) else words(f"grid.{name}")
