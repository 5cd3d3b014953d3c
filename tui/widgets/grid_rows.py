"""What the budget grid holds: its rows, its columns, what is selected among them."""

from typing import TYPE_CHECKING

from textual.strip import Strip

from model.budget import Line
from tui.desk import Desk
from tui.editing.arrangement import TOTAL, Arrangement, Cell, RowKey
from tui.widgets.grid_cells import Cells
from tui.widgets.grid_columns import Column, columns_of, visible_columns
from tui.widgets.grid_drawing import GridDrawing
from tui.widgets.pane import Host
from tui.widgets.records import Records

if TYPE_CHECKING:  # the arithmetic of entries is loaded when the first one is typed
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry

    Entry = CellEntry | LeverEntry

COMPARED = ("all", "scenario", "gap")


class GridRows(Records):
    """The rows and columns of the budget; which is current, which are selected."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.section = "budget"
        self.cells = Cells(desk)
        self.arrangement = Arrangement()
        self.column = "amount"
        self.left = 0
        self.compared = COMPARED[0]
        self.entry: Entry | None = None
        self.last_text = ""
        self.anchor: tuple[int, str] | None = None
        self.is_filtering = False
        self.drawing = GridDrawing(self)
        self.row_keys: list[RowKey] = []
        self._places: dict[RowKey, int] = {}
        self._was_plain = False
        self.at = 0

    # --- rows ---------------------------------------------------------------------------------------------------

    def refresh_records(self) -> None:
        """Take the plan as it is now; the cursor stays with its row, or goes to the neighbour of one that has gone."""
        self.cells.take()
        wanted = RowKey("line", self.current) if self.current else self.row if self.row_keys else None
        self._arrange()
        self.at = 0 if wanted is None else self._places.get(wanted, max(min(self.at, len(self.row_keys) - 1), 0))
        self._settle_current()
        if self.anchor is not None and self.anchor[0] >= len(self.row_keys):
            self.anchor = None
        if self.entry is not None and self.entry.is_lever is False and self.entry.cell.key != self.row.key:
            self.entry = None
        self.repaint()

    def _arrange(self) -> None:
        plan = self.cells.seen
        arrangement = self.arrangement
        is_plain = not (arrangement.grouping or arrangement.sort or arrangement.query)
        if is_plain and self._was_plain and self._ids == list(plan.budget):
            # Ten thousand rows in the order of the plan are not made again for one amount.
            return
        self._was_plain = is_plain
        self.row_keys = self.arrangement.rows(plan, self._sort_value) if plan.budget else []
        self._places = {row: n for n, row in enumerate(self.row_keys)}
        self._ids = [row.key for row in self.row_keys if row.kind == "line"]

    def _sort_value(self, id_: str, column: str) -> object:
        if Column(column, 0).is_number and column not in ("quantity", "unit_cost"):
            return self.cells.minor(id_, column)
        value = getattr(self.cells.seen.budget[id_], column)
        return value if not isinstance(value, str) or not value.startswith("=") else None

    @property
    def row(self) -> RowKey:
        """The row under the cursor."""
        return self.row_keys[self.at] if self.at < len(self.row_keys) else TOTAL

    def _settle_current(self) -> None:
        self.current = self.row.key if self.row.kind == "line" and self.row_keys else ""

    def line(self, id_: str) -> Line:
        """A line as the scenario at work sees it."""
        return self.cells.seen.budget[id_]

    def show(self, section: str, current: str = "") -> None:
        """Show the budget; the given line, or the one shown before, is current."""
        self.section = section
        self.current = current or self.current
        self._reveal(current)
        self.refresh_records()

    def _reveal(self, id_: str) -> None:
        """A line asked for by name is shown, whatever is filtered or folded."""
        if id_ and RowKey("line", id_) not in self._places:
            self.arrangement.query = ""
            self.arrangement.folded.clear()

    # --- columns ------------------------------------------------------------------------------------------------

    @property
    def all_columns(self) -> list[Column]:
        """Every column that was chosen, in order."""
        compared = self.compared if self.desk.scenario else ""
        return columns_of(self.desk.plan, self.desk.settings.columns, compared)

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.all_columns]

    def takes_entry(self, column: str) -> bool:
        """Whether one may type in a column."""
        return Column(column, 0).takes_entry

    def shown_columns(self, width: int) -> list[Column]:
        """The columns in view, the current one among them."""
        columns = self.all_columns
        if self.column not in [column.name for column in columns]:
            self.column = "amount"
        self.left, shown = visible_columns(columns, self.column, self.left, width)
        return shown

    # --- drawing ------------------------------------------------------------------------------------------------

    def drawn(self, width: int, height: int) -> list[Strip]:
        """The rows in view between the frozen head and the frozen total."""
        if self._is_stale or (width, height) != (self.width, self.height):
            self.width, self.height, self._is_stale = width, height, False
            self._strips = self.drawing.strips(width, height)
        return self._strips

    def forget_drawn(self) -> None:
        """Draw everything again: colours or words are others."""
        self.drawing.forget()
        self.repaint()

    # --- selection ----------------------------------------------------------------------------------------------

    def selection(self) -> tuple[range, list[str]]:
        """The rows and columns selected: those between the anchor and the cursor, else the cursor's own."""
        names = [column.name for column in self.all_columns]
        row, column = self.anchor or (self.at, self.column)
        rows = range(min(row, self.at), max(row, self.at) + 1)
        first, last = sorted(names.index(name) if name in names else 0 for name in (column, self.column))
        return rows, names[first : last + 1]

    def chosen_lines(self) -> list[str]:
        """The lines that a command is for: the marked ones, else those selected, else those of the current group."""
        if self.arrangement.marked:
            return [id_ for id_ in self.cells.seen.budget if id_ in self.arrangement.marked]
        rows, _ = self.selection()
        lines = [row.key for row in self.row_keys[rows.start : rows.stop] if row.kind == "line"]
        if lines or self.row.kind != "group":
            return lines
        return self.drawing.members(self.row)

    def chosen_cells(self) -> list[Cell]:
        """The cells that an entry is for."""
        if self.arrangement.marked and self.anchor is None and self.row.kind == "line":
            return [Cell("line", id_, self.column) for id_ in self.chosen_lines()]
        rows, names = self.selection()
        by = self.arrangement.grouping
        cells = [
            Cell(row.kind, row.key, name, by if row.kind == "group" else "")
            for row in self.row_keys[rows.start : rows.stop]
            for name in names
            if Column(name, 0).takes_entry
        ]
        # A selection that reaches over totals is for its lines: both would count twice.
        return [cell for cell in cells if cell.kind == "line"] or cells
