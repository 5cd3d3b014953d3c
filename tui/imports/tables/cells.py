"""What stands in a cell of somebody's table, and where: a text as it was typed, or the value that a workbook keeps."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.plain import frozen
from tui.imports.tables.numbers import written
from tui.text import visible


@frozen
class Percent:
    """A number that a workbook shows in percent: 0.2 is `Percent(20)`."""

    value: Decimal


@frozen
class Uncomputed:
    """A formula that no spreadsheet has computed and saved."""

    formula: str


_LETTER = re.compile(r"[^\W\d_]")
Value = str | Decimal | Percent | date | bool | Uncomputed | None
Cells = list[Value]


@frozen
class Sheet:
    """Rows of cells, from row 1 on; `merged` are the ranges that one cell fills, as (row, column, row, column).

    Rows and columns of `merged` count from 0, the last ones included.
    """

    name: str
    rows: list[Cells]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    currencies: Mapping[int, str] = {}
    """The currency that the formats of a column's numbers show, by its place; of several the first."""


@frozen
class Document:
    """A file as sheets; of a text file also how its bytes and its columns were told."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""
    separator: str = ""


def is_blank(value: Value) -> bool:
    """Whether nothing stands in a cell."""
    return value is None or (isinstance(value, str) and not value.strip())


def is_text(value: Value) -> bool:
    """Whether words stand in a cell: not a number, whatever unit it has, a day or nothing."""
    return isinstance(value, str) and _LETTER.search(value) is not None and written(value) is None


def text_of(value: Value) -> str:
    """A cell as a text on one line."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Percent):
        return f"{value.value:f}%"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Uncomputed):
        return value.formula
    return " ".join(visible(str(value)).split())


def from_book(value: Any, number_format: str = "") -> Value:
    """A workbook's value as a cell: floats as the decimals that they stand for."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = Decimal(format(value, ".15g") if isinstance(value, float) else value)
        if not number.is_finite():
            return str(value)
        return Percent(number * 100) if "%" in number_format else number
    if isinstance(value, datetime):
        return value.date()
    return value if isinstance(value, date) else str(value)


def column_name(at: int) -> str:
    """The letters of a column, `A` for 0."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name
