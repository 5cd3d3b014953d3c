"""Moving in the budget grid: rows, columns, selections and marks, and the guidance that follows."""

from typing import TYPE_CHECKING, ClassVar

from tui.widgets.grid_columns import Column
from tui.widgets.grid_rows import GridRows
from tui.widgets.messages import FieldFocused, RecordChosen
from tui.widgets.records import Records

if TYPE_CHECKING:  # the arithmetic of entries is loaded when the first one is typed
    from tui.editing.cell_entry import CellEntry
    from tui.editing.levers import LeverEntry

    Entry = CellEntry | LeverEntry


class GridMoving(GridRows):
    """Arrows move, with Shift they select; Space marks a line, Enter folds a group."""

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


_GUIDED = {"other": "amount", "difference": "last_year"}
