"""The budget grid: lines, groups and the total as cells one types in; only what changed is drawn again."""

from typing import TYPE_CHECKING

from textual.events import Key

from tui.editing.arrangement import Cell
from tui.widgets.grid_columns import STARTS, Column
from tui.widgets.grid_copying import copied_row
from tui.widgets.grid_moving import GridMoving
from tui.widgets.messages import CommandAsked, GoalAsked, PlanChanged, Told

if TYPE_CHECKING:  # the arithmetic of entries is loaded when the first one is typed
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry

    Entry = CellEntry | LeverEntry


class BudgetGrid(GridMoving):
    """Rows and cells: arrows move, a digit or a sign starts an entry, Enter keeps it, Escape leaves it."""

    # --- keys ---------------------------------------------------------------------------------------------------

    def take_key(self, key: Key) -> bool:
        """Typing opens an entry in the cell; while one is open the keys are its own."""
        self.repaint()
        if self.entry is not None:
            return self._entry_key(self.entry, key)
        if self.is_filtering:
            return self._filter_key(key)
        if key.character and key.character in STARTS and self.row_keys:
            self._start_entry(key.character)
            return True
        return super().take_key(key)

    def _start_entry(self, text: str) -> None:
        if not Column(self.column, 0).takes_entry or (self.row.kind != "line" and self._is_untypable()):
            self.host.hear(Told(self.desk.words("grid.no_entry")))
            return
        self.open_entry(self._cell_entry(self.chosen_cells(), text))

    def _is_untypable(self) -> bool:
        """Whether the cell of a group or of the total is one that nothing can be spread from."""
        is_shared = self.row.kind == "group" and self.row.key == "%" and self.arrangement.grouping == "action"
        return is_shared or (self.column != "amount" and not Column(self.column, 0).is_month)

    def _cell_entry(self, cells: list[Cell], text: str = "") -> "CellEntry":
        from tui.editing.cell_entry import CellEntry

        return CellEntry(self.desk, cells, text)

    @property
    def is_typed_in(self) -> bool:
        """Whether letters go to a cell or to the filter."""
        return self.entry is not None or self.is_filtering

    def open_entry(self, entry: "Entry") -> None:
        """Begin an entry, its preview told."""
        self.entry = entry
        self._told(entry)

    def _told(self, entry: "Entry") -> None:
        self.repaint()
        self.host.hear(Told(entry.preview()))
        self.drawing.costs = entry.costs()

    def _entry_key(self, entry: "Entry", key: Key) -> bool:
        if key.key == "escape":
            self._close_entry()
        elif entry.is_lever is True and key.key in ("left", "right", "up", "down"):
            entry.step(1 if key.key in ("right", "up") else -1)
            self._told(entry)
        elif key.key in ("enter", "tab", "up", "down"):
            self._keep(entry, key.key)
        elif key.key == "backspace" or (key.is_printable and key.character):
            entry.type(key.character if key.is_printable and key.character else "")
            self._told(entry)
        else:
            # While text is typed, Delete removes no line.
            return key.key in ("delete", "ctrl+d")
        return True

    def _close_entry(self) -> None:
        self.entry, self.drawing.costs = None, ()
        self.repaint()

    def take_text(self, text: str) -> None:
        """Pasted text goes into the entry, or cell by cell when it comes from a spreadsheet."""
        if self.entry is not None and "\t" not in text and "\n" not in text.strip():
            self.entry.type(text.strip())
            self._told(self.entry)
        elif self.row_keys:
            self.host.hear(CommandAsked("paste_cells", text))

    def settle(self) -> None:
        """Keep an entry that is open, if it is a value and its line is still there."""
        if self.entry is not None and self.entry.is_lever is False and self.entry.goal() is None:
            if self.entry.cell.kind != "line" or self.entry.cell.key in self.desk.seen.budget:
                self._keep(self.entry, "")
        elif self.entry is not None:
            self._close_entry()

    def _keep(self, entry: "Entry", key: str) -> None:
        if entry.is_lever is False and (goal := entry.goal()) is not None:
            self._close_entry()
            self.host.hear(GoalAsked(goal))
            return
        refusal = entry.keep()
        if refusal:
            self.host.hear(Told("✗ " + refusal))
            return
        self.last_text = self.last_text if entry.is_lever else entry.buffer.text
        self._close_entry()
        self.host.hear(PlanChanged("budget"))
        # A selection stays: the next entry is for the same cells.
        if entry.is_lever is False and len(entry.cells) == 1:
            self._move_on(key)

    def repeat_entry(self) -> None:
        """The last entry once more, for the cell or the selection there is now."""
        if self.last_text and self.row_keys and Column(self.column, 0).takes_entry:
            self._keep(self._cell_entry(self.chosen_cells(), self.last_text), "down")

    def _move_on(self, key: str) -> None:
        if key == "tab":
            self._key_right()
        elif key in ("down", "enter"):
            self._go(self.at + 1)
        elif key == "up":
            self._go(self.at - 1)

    # --- filter -------------------------------------------------------------------------------------------------

    def start_filter(self) -> None:
        """Letters typed from now on narrow the lines, until Enter; Escape shows all again."""
        self.is_filtering, self.anchor = True, None
        self.repaint()

    def _filter_key(self, key: Key) -> bool:
        query = self.arrangement.query
        if key.key == "escape":
            self.is_filtering, query = False, ""
        elif key.key in ("enter", "down", "tab"):
            self.is_filtering = False
        elif key.key == "backspace":
            query = query[:-1]
        elif key.is_printable and key.character:
            query += key.character
        else:
            self.is_filtering = False
            return False
        if query != self.arrangement.query:
            self.arrangement.query = query
            self.current, self.at = "", 0
            self.refresh_records()
            self._chosen()
        return True

    # --- clicks and copies --------------------------------------------------------------------------------------

    def take_click(self, x: int, y: int) -> None:
        """A click keeps what is being typed, then goes to the cell under it; on a column's head it sorts by it."""
        self.settle()
        self.entry = None
        column, at = self.drawing.at(x, y)
        if at is None:
            if column and y == self.drawing.head - 1:
                self.sort_by(column)
            return
        if column:
            self.column = column
        self._go(at)
        self._ask_guidance()

    def copied(self) -> str:
        """The cells selected, or the current one's number, else its row; tab-separated, numbers as they are typed."""
        rows, names = self.selection()
        if self.anchor is None and Column(self.column, 0).takes_entry and self.row_keys:
            cell = Cell(self.row.kind, self.row.key, self.column, self.arrangement.grouping)
            return self._cell_entry([cell]).copied()
        if self.anchor is None:
            names = [column.name for column in self.all_columns]
        return "\n".join(
            copied_row(self, row, names, self.anchor is None) for row in self.row_keys[rows.start : rows.stop]
        )
