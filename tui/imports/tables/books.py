"""A workbook as sheets of cells: values as computed, percents known by their format, merged cells known as such."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from tui.imports.archives import check_archive
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Cells, Document, Sheet, Uncomputed, Value, from_book, is_blank
from tui.imports.tables.numbers import currency_in

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*?ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')
_FORMULA = re.compile(
    rb'<(?:\w+:)?c r="([A-Z]+)(\d+)"[^>]*><(?:\w+:)?f\b[^>]*>([^<]*)</(?:\w+:)?f>\s*'
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A cell with a formula and no value."""
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
            values = load_workbook(file, read_only=True, data_only=True)
            sheets = tuple(_sheets(file, values))
        values.close()
    except (ImportRefusedError, ModuleNotFoundError):
        raise
    except Exception as error:  # a file that is no workbook fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
    return Document(sheets)


def _sheets(file: Path, values: Any) -> Iterator[Sheet]:
    with zipfile.ZipFile(file) as archive:
        for sheet in values.worksheets:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()  # what a file says of its own size is not always so
            part = archive.read(sheet._worksheet_path)  # noqa: SLF001 - no other way
            currencies: dict[int, str] = {}
            rows = _rows(file, sheet, _uncomputed(part), currencies)
            if any(not is_blank(value) for row in rows for value in row):
                yield Sheet(sheet.title, rows, _merged(part), currencies)


def _uncomputed(part: bytes) -> dict[tuple[int, int], str]:
    """The formulas that no spreadsheet has computed, by row and column, from 0."""
    return {
        (int(row) - 1, _column(letters)): f"={formula.decode('utf-8', 'replace')}"
        for letters, row, formula in _FORMULA.findall(part)
    }


def _rows(file: Path, sheet: Any, uncomputed: dict[tuple[int, int], str], currencies: dict[int, str]) -> list[Cells]:
    rows: list[Cells] = []
    for n, cells in enumerate(sheet.iter_rows()):
        row = [_value(cell, at, currencies) for at, cell in enumerate(cells)]
        rows.append(row)
        if len(rows) > _MOST_ROWS or len(row) > _MOST_COLUMNS:
            raise ImportRefusedError("imports.too_many_rows", file=str(file), most=str(_MOST_ROWS))
        if uncomputed:
            for at, value in enumerate(row):
                if value is None and (formula := uncomputed.get((n, at))):
                    row[at] = Uncomputed(formula)
        _trim(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


@lru_cache(512)
def _shown(number_format: str) -> str:
    """The currency of a number format: CHF of `[$CHF-100C] #,##0.00`, the euro of `#,##0.00 "€"`."""
    # `_€` leaves as much room as the sign takes, and shows none.
    return currency_in(re.sub(r"\[\$([^\]-]*)[^\]]*\]", r" \1 ", re.sub(r"_.", " ", number_format)))


def _value(cell: Any, at: int, currencies: dict[int, str]) -> Value:
    value = cell.value
    if value is None or isinstance(value, str | bool):
        return value
    if not isinstance(value, int | float):
        return from_book(value)
    shown = str(cell.number_format or "")
    if at not in currencies and (currency := _shown(shown)):
        currencies[at] = currency
    return from_book(value, shown)


def _trim(row: Cells) -> None:
    while row and is_blank(row[-1]):
        row.pop()


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
