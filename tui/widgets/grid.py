"""The budget grid: lines, groups and the total as cells one types in; only what changed is drawn again."""

from typing import TYPE_CHECKING, ClassVar

from textual.events import Key
from textual.strip import Strip

from model.budget import Line
from tui.desk import Desk
from tui.editing.arrangement import TOTAL, Arrangement, Cell, RowKey
from tui.widgets.grid_cells import Cells
from tui.widgets.grid_columns import STARTS, Column, columns_of, visible_columns
from tui.widgets.grid_copying import copied_row
from tui.widgets.grid_drawing import GridDrawing
from tui.widgets.messages import CommandAsked, FieldFocused, GoalAsked, PlanChanged, RecordChosen, Told
from tui.widgets.pane import Host
from tui.widgets.records import Records

if TYPE_CHECKING:  # the arithmetic of entries is loaded when the first one is typed
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry

    Entry = CellEntry | LeverEntry

COMPARED = ("all", "scenario", "gap")


class BudgetGrid(Records):
    """Rows and cells: arrows move, a digit or a sign starts an entry, Enter keeps it, Escape leaves it."""

    KEYS: ClassVar[dict[str, str]] = {
        **Records.KEYS,
        "left": "left",
        "right": "right",
        "shift+up": "select_up",
        "shift+down": "select_down",
        "shift+left": "select_left",
        "shift+right": "select_right",
        "space": "mark",
        "escape": "unselect",
    }

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
        self.at = 0 if wanted is None else self._places.get(wanted, min(self.at, len(self.row_keys) - 1))
        self._settle_current()
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
        lines = [self.row_keys[n].key for n in rows if self.row_keys[n].kind == "line"]
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
            for row in (self.row_keys[n] for n in rows)
            for name in names
            if Column(name, 0).takes_entry
        ]
        # A selection that reaches over totals is for its lines: both would count twice.
        return [cell for cell in cells if cell.kind == "line"] or cells

    def _select(self) -> None:
        if self.anchor is None:
            self.anchor = (self.at, self.column)

    def _key_select_up(self) -> None:
        self._select()
        self._go(self.at - 1, is_selecting=True)

    def _key_select_down(self) -> None:
        self._select()
        self._go(self.at + 1, is_selecting=True)

    def _key_select_left(self) -> None:
        self._select()
        self._sideways(-1, is_selecting=True)

    def _key_select_right(self) -> None:
        self._select()
        self._sideways(1, is_selecting=True)

    def _key_mark(self) -> None:
        """Mark a line, or every line of a group; the next row is current."""
        for id_ in [self.row.key] if self.row.kind == "line" else self.drawing.members(self.row):
            self.arrangement.marked ^= {id_}
        self._go(self.at + 1)

    def _key_unselect(self) -> None:
        if self.anchor is None and self.arrangement.query and not self.arrangement.marked:
            self.arrangement.query = ""
            self.refresh_records()
        self.anchor = None
        self.arrangement.marked.clear()
        self.repaint()

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
        is_month = Column(self.column, 0).is_month
        if self.row.kind == "group":
            return self.column != "amount" or (self.row.key == "%" and self.arrangement.grouping == "action")
        return self.column != "amount" and not is_month

    def _cell_entry(self, cells: list[Cell], text: str = "") -> "CellEntry":
        from tui.editing.cell_entry import CellEntry

        return CellEntry(self.desk, cells, text)

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

    # --- moving -------------------------------------------------------------------------------------------------

    def _go(self, at: int, *, is_selecting: bool = False) -> None:
        if not self.row_keys:
            return
        if not is_selecting:
            self.anchor = None
        at = min(max(at, 0), len(self.row_keys) - 1)
        if at != self.at:
            was, self.at = self.row.kind, at
            self._settle_current()
            self._chosen()
            if self.row.kind != was:
                self._ask_guidance()
        self.repaint()

    def _chosen(self) -> None:
        self.host.hear(RecordChosen(self.current_path))

    @property
    def _at(self) -> int:
        return self.at

    def _key_up(self) -> None:
        self._go(self.at - 1)

    def _key_down(self) -> None:
        self._go(self.at + 1)

    def _key_first(self) -> None:
        self._go(0)

    def _key_last(self) -> None:
        self._go(len(self.row_keys) - 1)

    def _key_page_up(self) -> None:
        self._go(self.at - self.drawing.body)

    def _key_page_down(self) -> None:
        self._go(self.at + self.drawing.body)

    def _key_left(self) -> None:
        self._sideways(-1)

    def _key_right(self) -> None:
        self._sideways(1)

    def _sideways(self, by: int, *, is_selecting: bool = False) -> None:
        names = [column.name for column in self.all_columns]
        at = names.index(self.column) if self.column in names else 0
        self.column = names[min(max(at + by, 0), len(names) - 1)]
        if not is_selecting:
            self.anchor = None
        self.repaint()
        self._ask_guidance()

    def _key_enter(self) -> None:
        if self.row.kind == "group" and self.row_keys:
            self.arrangement.folded ^= {self.row.key}
            self.refresh_records()
        else:
            self.host.hear(RecordChosen(self.current_path, enter=True))

    def activate(self, *, is_active: bool) -> None:
        """The guidance is that of the current cell's column."""
        super().activate(is_active=is_active)
        self.drawing.forget()
        if is_active and self.row_keys:
            self._ask_guidance()

    def _ask_guidance(self) -> None:
        if self.row.kind != "line":
            self.host.hear(FieldFocused("what-if.x.total"))
            return
        if self.column in ("base", "gap"):
            self.host.hear(FieldFocused("what-if.x.versions"))
            return
        name = "months" if Column(self.column, 0).is_month else self.column
        self.host.hear(FieldFocused(f"budget.x.{_GUIDED.get(name, name)}"))

    def go_to_column(self, name: str) -> bool:
        """Put the cursor in a column; False where the grid takes no entry for it."""
        if not Column(name, 0).takes_entry or name not in [column.name for column in self.all_columns]:
            return False
        self.column = name
        self.repaint()
        return True

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

    def sort_by(self, column: str) -> None:
        """Sort by a column; once more for the other way round, a third time for the order of the plan."""
        arrangement = self.arrangement
        if arrangement.sort != column:
            arrangement.sort, arrangement.is_descending = column, Column(column, 0).is_number
        elif arrangement.is_descending == Column(column, 0).is_number:
            arrangement.is_descending = not arrangement.is_descending
        else:
            arrangement.sort = ""
        self.refresh_records()

    def copied(self) -> str:
        """The cells selected, or the current one's number, else its row; tab-separated, numbers as they are typed."""
        rows, names = self.selection()
        if self.anchor is None and Column(self.column, 0).takes_entry and self.row_keys:
            cell = Cell(self.row.kind, self.row.key, self.column, self.arrangement.grouping)
            return self._cell_entry([cell]).copied()
        if self.anchor is None:
            names = [column.name for column in self.all_columns]
        return "\n".join(copied_row(self, self.row_keys[n], names, self.anchor is None) for n in rows)


_GUIDED = {"other": "amount", "difference": "last_year"}
