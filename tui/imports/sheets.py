"""A workbook's sheets as rows by the keys of their hidden first row, wherever columns and rows have gone since."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from model.plain import frozen, slotted
from tui.exports.workbook.columns import ID, MARK, TICKET
from tui.imports.archives import check_archive
from tui.imports.refusing import ImportRefusedError

_MOST_ROWS_ABOVE = 20


@frozen
class CellRead:
    """A cell: what stands in it, a formula's text where it is one and the value that some program gave it."""

    place: str
    value: Any
    formula: str = ""


@frozen
class RowRead:
    """A row with its id, empty for a row that the client has added; `number` counts from 1."""

    id: str
    number: int
    cells: Mapping[str, CellRead]


@slotted
class BookRead:
    """A workbook of ours: its facts, each record's cells as they were, and the rows of its sheets by their marks."""

    facts: dict[str, str]
    former: dict[str, dict[str, dict[str, str]]]
    names: dict[str, str] = field(default_factory=dict)
    rows: dict[str, list[RowRead]] = field(default_factory=dict)
    letters: dict[str, dict[str, str]] = field(default_factory=dict)


def read_book(file: Path) -> BookRead:
    """The workbook.

    Raises:
        ImportRefusedError: it is no workbook, or none that was made from a plan.
        ModuleNotFoundError: openpyxl is not installed.
    """
    import warnings

    from openpyxl import load_workbook

    try:
        check_archive(file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            formulas, values = (load_workbook(file, read_only=True, data_only=given) for given in (False, True))
            read = _ticket(formulas, file)
            for sheet in formulas.worksheets:
                if sheet.title != TICKET:
                    _read_sheet(read, sheet, values[sheet.title])
    except (ImportRefusedError, ModuleNotFoundError):
        raise
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    except Exception as error:  # a file that is no workbook fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
    formulas.close()
    values.close()
    return read


def _ticket(book: Any, file: Path) -> BookRead:
    if TICKET not in book.sheetnames:
        raise ImportRefusedError("imports.not_ours", file=str(file))
    facts: dict[str, str] = {}
    former: dict[str, dict[str, dict[str, str]]] = {}
    rows = book[TICKET].iter_rows(values_only=True)
    for row in rows:
        name, value, cells = (*(text_of(one) for one in row[:3]), "", "", "")[:3]
        if cells:
            former.setdefault(name, {})[value] = json.loads(cells)
        elif name:
            facts[name] = value
    return BookRead(facts, former)


def text_of(value: Any) -> Any:
    """A text as it is meant: a workbook writes some characters as `_x000D_`."""
    if not isinstance(value, str):
        return "" if value is None else value
    from openpyxl.utils.escape import unescape

    return unescape(value).replace("_x005F_", "_") if "_x" in value else value


def _read_sheet(read: BookRead, sheet: Any, values: Any) -> None:
    """The rows of a sheet that has its keys; one without them says nothing."""
    keys: dict[int, str] = {}
    mark = ""
    from openpyxl.utils import get_column_letter

    both = zip(sheet.iter_rows(), values.iter_rows(values_only=True), strict=False)
    below = 0
    for number, (cells, given) in enumerate(both, 1):
        if not mark:
            mark, keys = _keys([cell.value for cell in cells])
            if mark:
                read.letters[mark] = {key: get_column_letter(at + 1) for at, key in keys.items()}
                read.rows[mark] = []
            elif number > _MOST_ROWS_ABOVE:
                return
            continue
        below += 1
        if below > (4 if mark == "budget" else 3):
            row = _row(keys, cells, given, number, sheet.title, get_column_letter)
            if row.cells or row.id:
                read.rows[mark].append(row)


def _keys(row: list[Any]) -> tuple[str, dict[int, str]]:
    first = next((at for at, value in enumerate(row) if isinstance(value, str) and value.startswith(f"{MARK}:")), None)
    if first is None:
        return "", {}
    keys = {at: str(value) for at, value in enumerate(row) if at != first and value}
    return str(row[first]).partition(":")[2], {first: ID, **keys}


def _row(keys: Mapping[int, str], cells: Any, given: Any, number: int, title: str, letter: Any) -> RowRead:
    found = dict(_cells(keys, cells, given, number, title, letter))
    id_ = found.pop(ID, None)
    return RowRead(str(id_.value).strip() if id_ else "", number, found)


def _cells(
    keys: Mapping[int, str], cells: Any, given: Any, number: int, title: str, letter: Any
) -> Iterator[tuple[str, CellRead]]:
    for at, key in keys.items():
        value = cells[at].value if at < len(cells) else None
        if value is None or value == "":
            continue
        place = f"{title}!{letter(at + 1)}{number}"
        if cells[at].data_type == "f" or (
            isinstance(value, str) and value.startswith("=") and cells[at].data_type == "f"
        ):
            yield key, CellRead(place, given[at] if at < len(given) else None, str(value))
        else:
            yield key, CellRead(place, text_of(value))
