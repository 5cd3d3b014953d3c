"""The budget grid: lines with their amounts, edited in the cell, and the totals that follow at once."""

from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from textual.events import Key

from model.amounts import line_money
from model.budget import Line
from model.money import minor_digits
from tui.desk import Desk
from tui.editing.cell_entry import CellEntry
from tui.formats.cells import STARTS
from tui.formats.numbers import format_number
from tui.money import by_category, currency_of, plan_total
from tui.text import visible
from tui.widgets.messages import FieldFocused, PlanChanged, RecordChosen, Told
from tui.widgets.pane import Host, Row
from tui.widgets.records import Records

WIDTHS = {
    "category": 15,
    "action": 5,
    "source": 16,
    "supplier": 16,
    "quantity": 8,
    "unit_cost": 11,
    "amount": 13,
    "other": 13,
    "status": 10,
    "last_year": 12,
}
WANTED = ("amount", "category", "other", "source", "action", "unit_cost", "quantity", "supplier", "last_year", "status")
"""Columns in the order in which they are given room; they are shown in the order of `SHOWN`."""
SHOWN = ("category", "supplier", "action", "source", "status", "last_year", "quantity", "unit_cost", "amount", "other")
NUMBERS = ("quantity", "unit_cost", "amount", "last_year")


class BudgetGrid(Records):
    """Lines and cells: arrows move, a digit or a sign starts an entry, Enter keeps it, Escape leaves it."""

    KEYS: ClassVar[dict[str, str]] = {**Records.KEYS, "left": "left", "right": "right"}

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.section = "budget"
        self.column = "amount"
        self.entry: CellEntry | None = None

    # --- columns and cells --------------------------------------------------------------------------------------

    def columns(self, width: int) -> list[tuple[str, int]]:
        """The columns there is room for beside a label of some thirty letters."""
        room, kept = width - 34, set[str]()
        for name in WANTED:
            if room < WIDTHS[name] + 1:
                break
            kept.add(name)
            room -= WIDTHS[name] + 1
        return [(name, WIDTHS[name]) for name in SHOWN if name in kept]

    def _line(self, id_: str) -> Line:
        return self.desk.plan.budget[id_]

    def cell(self, id_: str, column: str) -> str:
        """The text of a cell, numbers to the right."""
        if column == "other":
            return self._figure(id_, "incl_tax" if self._side == "excl_tax" else "excl_tax").rjust(WIDTHS[column])
        if column == "amount":
            return self._figure(id_, self._side).rjust(WIDTHS[column])
        if column == "action":
            return self._line(id_).action or ("%" if self._line(id_).shares else "—")
        text = super().cell(id_, column)
        return text.rjust(WIDTHS[column]) if column in NUMBERS else text

    def _figure(self, id_: str, side: str) -> str:
        line = self._line(id_)
        if line.amount is None and line.unit_cost is None and not line.months:
            return "—"
        if line.included_in:
            return f"({line.included_in})"
        return format_number(getattr(line_money(self.desk.plan, id_), side), self.desk.numbers, self._digits)

    @property
    def _digits(self) -> int:
        return minor_digits(currency_of(self.desk))

    @property
    def _side(self) -> str:
        return self.desk.tax_side

    # --- drawing ------------------------------------------------------------------------------------------------

    def rows(self, width: int, height: int) -> list[Row]:
        """The lines in view, then the totals, which never leave the screen."""
        if not self._ids:
            return super().rows(width, height)
        footer = self._footer(width)[: max(height - 3, 1)]
        body = super().rows(width, height - len(footer))
        return body + [Row(width) for _ in range(height - len(footer) - len(body))] + footer

    def _heading(self, width: int) -> Row:
        muted = self.desk.palette.muted
        columns = self.columns(width)
        row = Row(width).to(2).add(self.desk.words("sections.budget"), muted)
        row.to(width - sum(size + 1 for _, size in columns) - 3)
        for name, size in columns:
            row.add(" ", muted).add(self._title(name, size), muted, size)
        return row

    def _title(self, name: str, size: int) -> str:
        words = self.desk.words
        if name in ("amount", "other"):
            side = self._side if name == "amount" else ("incl_tax" if self._side == "excl_tax" else "excl_tax")
            return words(f"messages.{side}").rjust(size)
        label = words(f"fields.budget.{name}")
        return label[:size].rjust(size) if name in NUMBERS else label.ljust(size)

    def _row(self, id_: str, width: int) -> Row:
        row = super()._row(id_, width)
        if id_ != self.current or not self.is_active:
            return row
        plain = Row(width)
        columns = self.columns(width)
        start = width - sum(size + 1 for _, size in columns) - 3
        palette = self.desk.palette
        plain.add("▸ ", palette.accent).add(f"{id_} ", palette.muted)
        plain.add(
            self._line(id_).label or self.desk.words("messages.unnamed"), palette.strong, start - plain.length - 1
        )
        plain.to(start)
        for name, size in columns:
            plain.add(" ", palette.text)
            if name == self.column:
                self._current_cell(plain, id_, name, size)
            else:
                plain.add(self.cell(id_, name).ljust(size), palette.text, size)
        self._glyph(plain.to(width - 2), id_)
        return plain

    def _current_cell(self, row: Row, id_: str, name: str, size: int) -> None:
        palette = self.desk.palette
        if self.entry is None:
            row.add(self.cell(id_, name).ljust(size), palette.current, size)
            return
        text = self.entry.buffer.text[-(size - 1) :]
        row.add(text, palette.strong).add(" ", palette.cursor).add(" " * (size - 1 - len(text)), Style(underline=True))

    def _footer(self, width: int) -> list[Row]:
        palette, plan, words = self.desk.palette, self.desk.plan, self.desk.words
        whole = plan_total(self.desk)
        row = Row(width).to(2).add(words("messages.total"), palette.strong).add("  ", palette.text)
        parts = (whole.excl_tax, whole.tax, whole.incl_tax)
        numbers = [format_number(part, self.desk.numbers, self._digits) for part in parts]
        row.add(f"{numbers[0]} {words('messages.excl_tax')}", palette.strong)
        row.add(f" + {numbers[1]} = ", palette.muted).add(f"{numbers[2]} {words('messages.incl_tax')}", palette.strong)
        ceiling = plan.plan.ceiling
        if ceiling is not None:
            left = ceiling - getattr(whole, plan.plan.prices or "excl_tax")
            style = palette.good if left >= 0 else palette.error
            text = words("messages.left") if left >= 0 else "✗ " + words("messages.over")
            row.add(f"  {text} {format_number(abs(left), self.desk.numbers, 0)}", style)
        return [Row(width).add("─" * width, palette.muted), row, self._categories(width)]

    def _categories(self, width: int) -> Row:
        """The totals by category, as many as there is room for: half a figure would be a wrong one."""
        palette, words, row = self.desk.palette, self.desk.words, Row(width).to(2)
        for name, amount in by_category(self.desk).items():
            figure = format_number(getattr(amount, self._side), self.desk.numbers, 0)
            label = visible(name) or words("messages.no_category")
            if row.room < cell_len(label) + len(figure) + 5:
                return row.add("…", palette.muted)
            row.add(f"{label} ", palette.muted).add(f"{figure}   ", palette.text)
        return row

    def activate(self, *, is_active: bool) -> None:
        """The guidance is that of the current cell's column."""
        super().activate(is_active=is_active)
        if is_active and self.current:
            self._ask_guidance()

    def _ask_guidance(self) -> None:
        self.host.hear(FieldFocused(f"budget.x.{'amount' if self.column == 'other' else self.column}"))

    # --- typing in a cell ---------------------------------------------------------------------------------------

    def take_key(self, key: Key) -> bool:
        """A digit or a sign starts an entry in a number's cell; while one is open the keys are its own."""
        self.repaint()
        if self.entry is not None:
            return self._entry_key(self.entry, key)
        if key.character and key.character in STARTS and self.current and self.column in NUMBERS:
            self.entry = CellEntry(self.desk, self.current, self.column, key.character)
            self.host.hear(Told(self.entry.preview()))
        elif key.key == "t":
            self.desk.swap_tax_side()
            self.host.hear(PlanChanged(self.current_path))
        else:
            return super().take_key(key)
        return True

    def _entry_key(self, entry: CellEntry, key: Key) -> bool:
        if key.key == "escape":
            self.entry = None
        elif key.key in ("enter", "tab", "up", "down"):
            self._keep(entry, key.key)
        elif key.key == "backspace" or (key.is_printable and key.character):
            entry.type(key.character if key.is_printable and key.character else "")
            self.host.hear(Told(entry.preview()))
        else:
            # While text is typed, Delete removes no line.
            return key.key in ("delete", "ctrl+d")
        return True

    def settle(self) -> None:
        """Keep an entry that is open, if it is a value and its line is still there."""
        if self.entry is not None and self.entry.line_id in self.desk.plan.budget:
            self._keep(self.entry, "")

    def refresh_records(self) -> None:
        """An entry that could not be kept stays with its line, and goes when another line is the current one."""
        super().refresh_records()
        if self.entry is not None and self.entry.line_id != self.current:
            self.entry = None

    def take_click(self, x: int, y: int) -> None:
        """A click keeps what is being typed before it goes to the line under it."""
        self.settle()
        self.entry = None
        super().take_click(x, y)

    def _keep(self, entry: CellEntry, key: str) -> None:
        refusal = entry.keep()
        if refusal:
            self.host.hear(Told("✗ " + refusal))
            return
        self.entry = None
        self.host.hear(PlanChanged(entry.path))
        self._move_on(key)

    def _move_on(self, key: str) -> None:
        if key == "tab":
            self._key_right()
        elif key in ("down", "enter"):
            self._key_down()
        elif key == "up":
            self._key_up()

    # --- moving -------------------------------------------------------------------------------------------------

    def _key_left(self) -> None:
        self._sideways(-1)

    def _key_right(self) -> None:
        self._sideways(1)

    def _sideways(self, by: int) -> None:
        names = [name for name, _ in self.columns(self.width)]
        if not names:
            return
        at = names.index(self.column) if self.column in names else 0
        self.column = names[min(max(at + by, 0), len(names) - 1)]
        self.repaint()
        self._ask_guidance()

    def go_to_column(self, name: str) -> bool:
        """Put the cursor in a column; False where the grid does not show it."""
        if name not in NUMBERS or name not in [shown for shown, _ in self.columns(self.width)]:
            return False
        self.column = name
        self.repaint()
        return True

    def _key_enter(self) -> None:
        self.host.hear(RecordChosen(self.current_path, enter=True))

    def copied(self) -> str:
        """The current cell of a number, else the row."""
        if self.current and self.column in NUMBERS:
            return CellEntry(self.desk, self.current, self.column).copied()
        return super().copied()
