"""Sheets that are written fast: what the library does for any workbook, left out where ours cannot need it.

`tests/tui/exports` reads every sheet back with two other programs, so a library that changes underneath is noticed.
"""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell_fast
from xlsxwriter.worksheet import CellBlankTuple, CellFormulaTuple, CellNumberTuple, Worksheet


class Sheet(Worksheet):  # type: ignore[misc,unused-ignore]
    """A sheet whose cells may be written in any order."""

    def put_formula(self, row: int, col: int, formula: str, value: float | str, cell_format: Format) -> None:
        """A formula as it is: looking for functions newer than ours costs more than all the rest."""
        self._make_room(row, col)
        self.table[row][col] = CellFormulaTuple(formula.removeprefix("="), cell_format, value)

    def put_number(self, row: int, col: int, number: float, cell_format: Format) -> None:
        """A number."""
        self._make_room(row, col)
        self.table[row][col] = CellNumberTuple(number, cell_format)

    def put_blank(self, row: int, col: int, cell_format: Format) -> None:
        """A cell with nothing but its looks."""
        self._make_room(row, col)
        self.table[row][col] = CellBlankTuple(cell_format)

    def put_text(self, row: int, col: int, text: str, cell_format: Format) -> None:
        """A text, whatever it begins with."""
        self._write_string(row, col, text, cell_format)

    def _make_room(self, row: int, col: int) -> None:
        self._check_dimensions(row, col)
        if self.constant_memory and row > self.previous_row:
            self._write_single_row(row)

    def _prepare_formula(self, formula: str, *_: Any, **__: Any) -> str:
        return formula.removeprefix("=")

    def _write_cell(self, row: int, col: int, cell: Any) -> None:
        """A cell as XML: those of which there are many, straight."""
        if cell.format is None or isinstance(getattr(cell, "value", 0.0), str):
            super()._write_cell(row, col, cell)
            return
        head = f'<c r="{xl_rowcol_to_cell_fast(row, col)}" s="{cell.format._get_xf_index()}"'  # noqa: SLF001
        if isinstance(cell, CellFormulaTuple):
            formula = cell.formula
            if "&" in formula or "<" in formula or ">" in formula:
                formula = formula.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            self.fh.write(f"{head}><f>{formula}</f><v>{cell.value}</v></c>")
        elif isinstance(cell, CellNumberTuple):
            self.fh.write(f"{head}><v>{cell.number:.16G}</v></c>")
        elif isinstance(cell, CellBlankTuple):
            self.fh.write(f"{head}/>")
        else:
            super()._write_cell(row, col, cell)


class Rows(Sheet):
    """A sheet written from its first row to its last, each row out of memory when the next one begins."""

    def _initialize(self, init_data: dict[str, Any]) -> None:
        super()._initialize({**init_data, "constant_memory": True})
