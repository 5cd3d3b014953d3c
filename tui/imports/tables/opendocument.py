"""An OpenDocument workbook (`.ods`) as sheets of cells, runs of cells and rows that are alike unfolded."""

import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from xml.etree import ElementTree as ET  # no entities of its own: `check_archive` has refused a DOCTYPE

from tui.imports.archives import check_archive
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Cells, Document, Percent, Sheet, Uncomputed, Value, is_blank

_NAMES = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE, _OFFICE, _TEXT = (f"{{{_NAMES.format(name)}}}" for name in ("table", "office", "text"))
_MOST_ROWS, _MOST_COLUMNS, _MOST_BYTES = 300_000, 400, 100_000_000


def read_opendocument(file: Path) -> Document:
    """The sheets that hold something.

    Raises:
        ImportRefusedError: it is no such file, or far too large.
    """
    check_archive(file)
    try:
        with zipfile.ZipFile(file) as archive:
            if archive.getinfo("content.xml").file_size > _MOST_BYTES:
                raise ImportRefusedError("imports.too_large", file=str(file))
            root = ET.fromstring(archive.read("content.xml"))  # noqa: S314 - see above
        sheets = tuple(_sheet(table, file) for table in root.iter(f"{_TABLE}table"))
    except ImportRefusedError:
        raise
    except Exception as error:  # a file that is damaged fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
    return Document(tuple(sheet for sheet in sheets if any(not is_blank(v) for row in sheet.rows for v in row)))


def _sheet(table: ET.Element, file: Path) -> Sheet:
    rows: list[Cells] = []
    merged: list[tuple[int, int, int, int]] = []
    currencies: dict[int, str] = {}
    empty = 0
    for row in table.iter(f"{_TABLE}table-row"):
        cells = _row(row, len(rows) + empty, merged, currencies)
        times = _number(row, "number-rows-repeated")
        if not cells:
            empty += times  # the last row of a sheet is empty, and repeated to its end
            continue
        if len(rows) + empty + times > _MOST_ROWS:
            raise ImportRefusedError("imports.too_many_rows", file=str(file), most=str(_MOST_ROWS))
        rows += [[] for _ in range(empty)]
        rows += [list(cells) for _ in range(times)]
        empty = 0
    return Sheet(table.get(f"{_TABLE}name", ""), rows, tuple(merged), currencies)


def _row(row: ET.Element, at: int, merged: list[tuple[int, int, int, int]], currencies: dict[int, str]) -> Cells:
    cells: Cells = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        value, column = _value(cell), len(cells)
        down, right = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        if down > 1 or right > 1:
            merged.append((at, column, at + down - 1, column + right - 1))
        if (currency := cell.get(f"{_OFFICE}currency")) and isinstance(value, Decimal):
            currencies.setdefault(column, currency)
        cells += [value] * min(_number(cell, "number-columns-repeated"), _MOST_COLUMNS - len(cells))
    while cells and is_blank(cells[-1]):
        cells.pop()
    return cells


def _number(element: ET.Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return max(int(text), 1) if text.isdecimal() else 1


def _value(cell: ET.Element) -> Value:
    kind, given = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_OFFICE}value", "")
    text = "\n".join("".join(_texts(line)) for line in cell.findall(f"{_TEXT}p"))
    try:
        number = Decimal(given or 0)
        if kind in ("float", "currency", "percentage") and number.is_finite():
            return Percent(number * 100) if kind == "percentage" else number
        if kind == "date":
            return date.fromisoformat(cell.get(f"{_OFFICE}date-value", "")[:10])
    except (InvalidOperation, ValueError):
        return text
    formula = cell.get(f"{_TABLE}formula")
    return Uncomputed(formula) if formula and kind is None and not text else text or None


def _texts(line: ET.Element) -> Iterator[str]:
    """The text of a paragraph: a run of spaces is an element of its own."""
    yield line.text or ""
    for part in line:
        yield " " if part.tag == f"{_TEXT}s" else "".join(_texts(part))
        yield part.tail or ""
