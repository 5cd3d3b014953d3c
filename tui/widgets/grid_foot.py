"""The line under the budget grid: what an entry costs, the formula of a cell, the totals by category."""

from decimal import Decimal
from typing import TYPE_CHECKING

from rich.cells import cell_len

from model.arithmetic import Value
from tui.formats.numbers import format_number, local_formula
from tui.money import by_category, plan_total
from tui.text import visible
from tui.widgets.pane import Row

if TYPE_CHECKING:
    from model.whatif.consequences import Consequence
    from tui.widgets.grid_rows import GridRows


def live_line(grid: "GridRows", costs: "tuple[Consequence, ...]", width: int) -> Row:
    """What an entry costs; else the formula of the cell; else the totals by category."""
    palette, words = grid.desk.palette, grid.desk.words
    row = Row(width).to(2)
    if costs:
        from tui.formats.consequences import consequence_sentence

        told = " · ".join(consequence_sentence(cost, grid.desk.seen, words) for cost in costs[:3])
        more = f" +{len(costs) - 3}" if len(costs) > 3 else ""
        return row.add(f"⚠ {told}{more}", palette.warning)
    if grid.entry is None and (formula := _formula(grid)) is not None:
        return row.add(formula, palette.accent)
    return _categories(grid, row)


def _formula(grid: "GridRows") -> str | None:
    """The text of a kept formula, and what it gives."""
    row, column = grid.row, grid.column
    if row.kind != "line" or not grid.row_keys:
        return None
    line = grid.line(row.key)
    value: Value | None = line.months.get(column) if column[:1].isdigit() else getattr(line, column, None)
    if not isinstance(value, str) or not value.startswith("="):
        return None
    from tui.editing.arrangement import Cell
    from tui.editing.cell_entry import cell_value

    number: Decimal | None = cell_value(grid.cells.seen, Cell("line", row.key, column))
    told = "—" if number is None else format_number(number, grid.desk.numbers)
    return f"{local_formula(value, grid.desk.numbers)} = {told}"


def _categories(grid: "GridRows", row: Row) -> Row:
    """The tax and the totals by category, as many as there is room for: half a figure would be a wrong one."""
    palette, words = grid.desk.palette, grid.desk.words
    tax = plan_total(grid.desk).tax
    if tax:
        told = format_number(tax, grid.desk.numbers, grid.cells.digits)
        row.add(f"{words('grid.tax')} ", palette.muted).add(f"{told}   ", palette.text)
    for name, amount in by_category(grid.desk).items():
        figure = format_number(getattr(amount, grid.desk.tax_side), grid.desk.numbers, 0)
        label = visible(name) or words("messages.no_category")
        if row.room < cell_len(label) + len(figure) + 5:
            return row.add("…", palette.muted)
        row.add(f"{label} ", palette.muted).add(f"{figure}   ", palette.text)
    return row
