"""A ledger that somebody has put into a workbook: the same columns, values as a spreadsheet keeps them."""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from model.plain import slotted
from tui.imports.archives import check_archive
from tui.imports.ledger.columns import Header, is_header
from tui.imports.ledger.rows import header_at
from tui.imports.refusing import ImportRefusedError

_MOST_ABOVE = 20
_START = b"PK\x03\x04"


def is_book(file: Path) -> bool:
    """Whether a file is a workbook, whatever it is called."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(_START)) == _START
    except OSError:
        return False


@slotted
class LedgerBook:
    """A sheet that is a ledger; nothing of it is mended."""

    file: Path
    header: Header
    sheet: Any
    head_at: int
    encoding: str
    mended: dict[str, int]

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row that says something as its fields, at least as many as the header has and one empty one behind."""
        width = self.header.width + 1
        for number, cells in enumerate(
            self.sheet.iter_rows(min_row=self.head_at + 1, values_only=True), self.head_at + 1
        ):
            fields = [text_of(cell) for cell in cells[:width]]
            if any(fields):
                yield number, fields + [""] * (width - len(fields))


def open_book(file: Path) -> LedgerBook:
    """The first sheet of a workbook that names the columns of a ledger.

    Raises:
        ImportRefusedError: it is no workbook, or none of its sheets is a ledger.
        ModuleNotFoundError: openpyxl is not installed.
    """
    from openpyxl import load_workbook

    check_archive(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(file, read_only=True, data_only=True)
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # what a file says of its own size is not always so
                for number, cells in enumerate(sheet.iter_rows(max_row=_MOST_ABOVE, values_only=True), 1):
                    line = "\t".join(text_of(cell).replace("\t", " ") for cell in cells)
                    if is_header(line):
                        header = replace(header_at(file, number, line), separator="", is_quoted=False)
                        return LedgerBook(file, header, sheet, number, "xlsx", {})
    except (ImportRefusedError, ModuleNotFoundError):
        raise
    except Exception as error:  # a file that is no workbook fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
    raise ImportRefusedError("ledger.empty", file=str(file))


def text_of(cell: Any) -> str:
    """A cell as the text of a ledger has it: days as `20271231`, numbers without exponent."""
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%Y%m%d}"
    if isinstance(cell, float):
        return format(Decimal(repr(cell)).normalize(), "f")
    return str(cell).strip()
