"""How the budget grid is drawn: frozen head and total, rows kept from one drawing to the next while nothing changed."""

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from tui.desk import Desk
from tui.editing.arrangement import TOTAL, RowKey, group_of
from tui.formats.numbers import format_number
from tui.money import plan_total
from tui.text import visible
from tui.widgets.form_view import GLYPHS
from tui.widgets.grid_columns import Column
from tui.widgets.grid_foot import live_line
from tui.widgets.grid_head import banner, heading
from tui.widgets.grid_levers import levers
from tui.widgets.pane import Row

if TYPE_CHECKING:
    from model.whatif.consequences import Consequence
    from tui.widgets.grid_rows import GridRows

_MOST_KEPT = 48


class GridDrawing:
    """Makes the lines of a grid."""

    def __init__(self, grid: "GridRows") -> None:
        self.grid = grid
        self.desk: Desk = grid.desk
        self.top = 0
        self.body = 1
        self.costs: tuple[Consequence, ...] = ()
        self._kept: dict[RowKey, tuple[tuple[object, ...], Strip]] = {}
        self._shown: list[Column] = []
        self._members: dict[str, list[str]] = {}
        self._members_of: tuple[object, str] = (None, "")

    def forget(self) -> None:
        """Nothing that was drawn may be used again."""
        self._kept.clear()

    @property
    def head(self) -> int:
        """How many lines stand above the rows."""
        return 2 if self.desk.scenario else 1

    # --- the whole ----------------------------------------------------------------------------------------------

    def strips(self, width: int, height: int) -> list[Strip]:
        """The lines at this size, each as wide as the grid."""
        grid = self.grid
        if not grid.row_keys:
            return self._empty(width, height)
        self._shown = grid.shown_columns(width)
        self.body = max(height - self.head - 3, 1)
        at = min(grid.at, len(grid.row_keys) - 2)
        most = len(grid.row_keys) - 1 - self.body
        self.top = max(min(self.top, at, most), at - self.body + 1, 0)
        shown = grid.row_keys[self.top : min(self.top + self.body, len(grid.row_keys) - 1)]
        rows, names = grid.selection() if grid.anchor is not None else (range(0), [])
        lines = [self._row(row, self.top + n, width, rows, names) for n, row in enumerate(shown)]
        lines += [Row(width).strip()] * (self.body - len(lines))
        foot = [
            Row(width).add("─" * width, self.desk.palette.muted).strip(),
            self._row(TOTAL, len(grid.row_keys) - 1, width, rows, names),
            live_line(grid, self.costs, width).strip(),
        ]
        return [*self._head_lines(width), *lines, *foot][:height]

    def _empty(self, width: int, height: int) -> list[Strip]:
        words = self.desk.words
        key = "grid.none_found" if self.grid.arrangement.query else "sections.budget.empty"
        text = Row(width).add("  " + words(key), self.desk.palette.muted)
        return [Row(width).strip(), text.strip(), *[Row(width).strip()] * (height - 2)]

    # --- the head -----------------------------------------------------------------------------------------------

    def _head_lines(self, width: int) -> list[Strip]:
        heads = [heading(self.grid, self._shown, self._start(width), width).strip()]
        if self.desk.scenario:
            heads.insert(0, banner(self.desk, width).strip())
        return heads

    def _start(self, width: int) -> int:
        """Where the columns begin: they stand at the right end."""
        return width - sum(column.width + 1 for column in self._shown) - 3

    # --- a row --------------------------------------------------------------------------------------------------

    def _row(self, row: RowKey, at: int, width: int, rows: range, names: list[str]) -> Strip:
        grid = self.grid
        is_current = at == grid.at and grid.is_active
        selected = tuple(names) if at in rows else ()
        cells = grid.cells
        line = cells.seen.budget.get(row.key) if row.kind == "line" else None
        base = grid.desk.plan.budget.get(row.key) if row.kind == "line" else None
        sums = None if line else tuple(self._sum_token(row, column) for column in self._shown)
        finding = self.desk.worst_within(f"budget.{row.key}") if line else None
        entry = grid.entry.buffer.text if is_current and grid.entry is not None else None
        state = (
            width, is_current and grid.column, entry, selected, sums, finding and finding.severity,
            row.key in grid.arrangement.marked if line else row.key in grid.arrangement.folded,
            self._shown, self.desk.tax_side, self._overlay(row), grid.arrangement.grouping, at == grid.at,
        )  # fmt: skip
        kept = self._kept.get(row)
        if kept and kept[0][0] is line and kept[0][1] is base and kept[0][2:] == state:
            return kept[1]
        strip = self._drawn(row, width, selected, is_current=is_current, is_here=at == grid.at).strip()
        if len(self._kept) > _MOST_KEPT:
            self._kept.clear()
        self._kept[row] = ((line, base, *state), strip)
        return strip

    def _sum_token(self, row: RowKey, column: Column) -> str:
        return self.grid.cells.text(row, column, self.grid.arrangement.grouping)

    def _overlay(self, row: RowKey) -> object:
        """What the scenario says of a row: its marks follow from it."""
        scenario = self.desk.scenario
        if scenario is None:
            return None
        overlay = self.desk.plan.scenarios[scenario]
        if row.kind == "line":
            line = self.grid.cells.seen.budget[row.key]
            action = overlay.actions.get(line.action or "")
            return id(overlay.budget.get(row.key)), id(action), scenario
        return id(overlay.actions.get(row.key)), scenario

    def _drawn(self, row: RowKey, width: int, selected: tuple[str, ...], *, is_current: bool, is_here: bool) -> Row:
        palette, grid = self.desk.palette, self.grid
        start = self._start(width)
        drawn = Row(width)
        text_style = palette.strong if row.kind != "line" else palette.text
        self._named(drawn, row, start, is_here=is_here)
        drawn.to(start)
        for column in self._shown:
            drawn.add(" ", palette.text)
            is_cell = is_current and column.name == grid.column
            if is_cell and grid.entry is not None:
                self._typed(drawn, column.width)
                continue
            style = palette.current if is_cell else text_style
            if column.name in selected and not is_cell:
                style = style + Style(reverse=True)
            drawn.add(self._fitted(row, column), style, column.width)
        if row.kind == "line":
            self._glyph(drawn.to(width - 2), row.key)
        return drawn

    def _fitted(self, row: RowKey, column: Column) -> str:
        """A cell's text in its width; a number too wide loses its cents, never a digit without saying so."""
        text = self.grid.cells.text(row, column, self.grid.arrangement.grouping)
        if not column.is_number:
            return text.ljust(column.width) if cell_len(text) <= column.width else text
        if len(text) > column.width:
            text = text[: -1 - self.grid.cells.digits] if self.grid.cells.digits else text
        return text.rjust(column.width) if len(text) <= column.width else "…" + text[1 - column.width :]

    def _typed(self, row: Row, size: int) -> None:
        palette, entry = self.desk.palette, self.grid.entry
        if entry is None:
            return
        shown = (entry.label + entry.buffer.text)[-(size - 1) :]
        row.add(shown, palette.strong).add(" ", palette.cursor)
        row.add(" " * (size - 1 - len(shown)), Style(underline=True))

    def _named(self, drawn: Row, row: RowKey, start: int, *, is_here: bool) -> None:
        palette, words, grid = self.desk.palette, self.desk.words, self.grid
        mark = "▸" if is_here else " "
        if row.kind == "total":
            drawn.add(f"{mark} {words('messages.total')}", palette.strong)
            self._ceiling(drawn, start)
            return
        if row.kind == "group":
            fold = "▸" if row.key in grid.arrangement.folded else "▾"
            label = f"{fold} {self.group_name(row.key)} ({len(self.members(row))})"
            drawn.add(label + levers(grid, row), palette.strong, start - 1)
            return
        line = grid.line(row.key)
        marked = "●" if row.key in grid.arrangement.marked else mark
        indent = "  " if grid.arrangement.grouping else ""
        drawn.add(f"{marked} {indent}", palette.accent).add(f"{row.key} ", palette.muted)
        held = " =" if line.held else ""
        tail = held + levers(grid, row)
        room = start - drawn.length - 1 - cell_len(tail)
        drawn.add(visible(line.label or "") or words("messages.unnamed"), palette.text, room)
        drawn.add(tail, palette.warning)

    def _ceiling(self, drawn: Row, start: int) -> None:
        """What is left under the ceiling, on the side it is meant in."""
        sheet, words, palette = self.desk.plan.plan, self.desk.words, self.desk.palette
        if sheet.ceiling is None:
            return
        left = sheet.ceiling - plan_total(self.desk).priced(sheet.prices)
        text = words("messages.left") if left >= 0 else "✗ " + words("messages.over")
        figure = format_number(abs(left), self.desk.numbers, 0)
        if start - drawn.length > len(text) + len(figure) + 4:
            drawn.add(f"  {text} {figure}", palette.good if left >= 0 else palette.error)

    def _glyph(self, row: Row, id_: str) -> None:
        palette = self.desk.palette
        finding = self.desk.worst_within(f"budget.{id_}")
        if finding is not None:
            styles = {"error": palette.error, "warning": palette.warning, "advice": palette.muted}
            row.add(GLYPHS[finding.severity], styles[finding.severity])

    # --- groups -------------------------------------------------------------------------------------------------

    def members(self, row: RowKey) -> list[str]:
        """The lines of a group, or of the whole."""
        seen, grouping = self.grid.cells.seen, self.grid.arrangement.grouping
        if row.kind == "total":
            return list(seen.budget)
        if self._members_of != (id(seen.budget), grouping):
            self._members_of, self._members = (id(seen.budget), grouping), {}
            for id_, line in seen.budget.items():
                self._members.setdefault(group_of(line, grouping), []).append(id_)
        return self._members.get(row.key, [])

    def group_name(self, key: str) -> str:
        """What a group is called."""
        words, grouping = self.desk.words, self.grid.arrangement.grouping
        if not key:
            return words("messages.no_category") if grouping == "category" else words("grid.without")
        if grouping == "action":
            return words("grid.shared") if key == "%" else visible(f"{key} {self.desk.name(key, ('actions',))}".strip())
        if grouping in ("source", "status"):
            return words(f"choices.budget.{grouping}.{key}")
        return visible(key)

    # --- clicks and copies --------------------------------------------------------------------------------------

    def at(self, x: int, y: int) -> tuple[str, int | None]:
        """The column and the row under a cell of the pane; no column over the names, no row over the head."""
        grid, start = self.grid, self._start(self.grid.width)
        column = ""
        for shown in self._shown:
            if start < x <= start + shown.width:
                column = shown.name
            start += shown.width + 1
        if y == grid.height - 2 and grid.row_keys:
            return column, len(grid.row_keys) - 1
        at = self.top + y - self.head
        is_row = self.head <= y < self.head + self.body and at < len(grid.row_keys) - 1
        return column, at if is_row else None
