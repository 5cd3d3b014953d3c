"""A workbook as sheets of cells: values as computed, percents known by their format, merged cells known as such."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.imports.archives import check_archive
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Cells, Document, Sheet, Uncomputed, Value, from_book, is_blank
from tui.imports.tables.numbers import currency_in

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_MOST_ROWS = 300_000
_MOST_COLUMNS = 400


def read_book(file: Path) -> Document:
    """The visible sheets of a workbook that hold something.

    Raises:
        ImportRefusedError: it is no workbook, or far too large.
        ModuleNotFoundError: openpyxl is not installed.
    """
    from openpyxl import load_workbook

    check_archive(file)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            values, formulas = (load_workbook(file, read_only=True, data_only=given) for given in (True, False))
            sheets = tuple(_sheets(file, values, formulas))
        values.close()
        formulas.close()
    except (ImportRefusedError, ModuleNotFoundError):
        raise
    except Exception as error:  # a file that is no workbook fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
    return Document(sheets)


def _sheets(file: Path, values: Any, formulas: Any) -> Iterator[Sheet]:
    with zipfile.ZipFile(file) as archive:
        for sheet in values.worksheets:
            if sheet.sheet_state != "visible":
                continue
            other = formulas[sheet.title]
            for one in (sheet, other):
                one.reset_dimensions()  # what a file says of its own size is not always so
            currencies: dict[int, str] = {}
            rows = _rows(file, sheet, other, currencies)
            if any(not is_blank(value) for row in rows for value in row):
                merged = _merged(archive.read(sheet._worksheet_path))  # noqa: SLF001 - no other way
                yield Sheet(sheet.title, rows, merged, currencies)


def _rows(file: Path, sheet: Any, formulas: Any, currencies: dict[int, str]) -> list[Cells]:
    rows: list[Cells] = []
    for cells, written in zip(sheet.iter_rows(), formulas.iter_rows(), strict=False):
        rows.append(_trimmed([_value(cell, raw) for cell, raw in zip(cells, written, strict=False)]))
        for at, value in enumerate(rows[-1]):
            if isinstance(value, Decimal) and at not in currencies and (shown := _shown(str(cells[at].number_format))):
                currencies[at] = shown
        if len(rows) > _MOST_ROWS or len(rows[-1]) > _MOST_COLUMNS:
            raise ImportRefusedError("imports.too_many_rows", file=str(file), most=str(_MOST_ROWS))
    while rows and not rows[-1]:
        rows.pop()
    return rows


@lru_cache(512)
def _shown(number_format: str) -> str:
    """The currency of a number format: CHF of `[$CHF-100C] #,##0.00`, the euro of `#,##0.00 "€"`."""
    return currency_in(re.sub(r"\[\$([^\]-]*)[^\]]*\]", r" \1 ", number_format))


def _value(cell: Any, written: Any) -> Value:
    if cell.value is None and written.data_type == "f":
        return Uncomputed(str(written.value))
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return from_book(cell.value, str(cell.number_format or ""))
    return from_book(cell.value)


def _trimmed(row: Cells) -> Cells:
    while row and is_blank(row[-1]):
        row.pop()
    return row


def _merged(part: bytes) -> tuple[tuple[int, int, int, int], ...]:
    """The merged ranges of a sheet's XML, counted from 0."""
    return tuple(
        (int(top) - 1, _column(left), int(bottom) - 1, _column(right))
        for left, top, right, bottom in _MERGED.findall(part)
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
