"""The cells of the budget grid as text for the clipboard, as a spreadsheet takes them."""

from typing import TYPE_CHECKING

from model.money import from_minor
from tui.editing.arrangement import RowKey
from tui.formats.numbers import editable_number
from tui.text import visible
from tui.widgets.grid_columns import MONEY, Column

if TYPE_CHECKING:
    from tui.widgets.grid_rows import GridRows


def copied_row(grid: "GridRows", row: RowKey, names: list[str], is_whole: bool) -> str:
    """The cells of a row, tab-separated, numbers as they are typed."""
    cells = [_copied_cell(grid, row, name) for name in names]
    if not is_whole:
        return "\t".join(cells)
    name = grid.drawing.group_name(row.key) if row.kind == "group" else grid.desk.words("messages.total")
    label = visible(grid.line(row.key).label or "") if row.kind == "line" else name
    return "\t".join([row.key, label, *cells])


def _copied_cell(grid: "GridRows", row: RowKey, name: str) -> str:
    cells, column = grid.cells, Column(name, 0)
    if not (column.is_month or name in MONEY):
        return cells.text(row, column, grid.arrangement.grouping).strip().lstrip("*")
    minor = cells.minor(row.key, name) if row.kind == "line" else cells.sum_of(row, grid.arrangement.grouping, name)
    return "" if minor is None else editable_number(from_minor(minor, cells.digits), grid.desk.numbers)
