"""A table read in a process of its own (`tui.apart`): its file is named there, its sheets come back as bytes."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Document, Percent, Sheet, Uncomputed, Value
from tui.imports.tables.documents import read_document

_LARGE, _LARGE_BOOK = 1_500_000, 120_000
"""Bytes that are read before anybody notices."""
_MADE: dict[str, Callable[[str], Value]] = {
    "n": Decimal,
    "p": lambda text: Percent(Decimal(text)),
    "d": date.fromisoformat,
    "f": Uncomputed,
}


def is_large(file: Path) -> bool:
    """Whether reading a file would keep whoever types waiting."""
    with file.open("rb") as opened:
        is_book = opened.read(4) == b"PK\x03\x04"
    return file.stat().st_size > (_LARGE_BOOK if is_book else _LARGE)


def asked(file: Path) -> bytes:
    """Which file."""
    return str(file.absolute()).encode("utf-8", "surrogateescape")


def work(given: bytes) -> bytes:
    """The sheets, or why they cannot be read."""
    try:
        document = read_document(Path(given.decode("utf-8", "surrogateescape")))
    except ImportRefusedError as error:
        return json.dumps({"refused": error.key, "details": error.details}).encode()
    sheets = [
        {
            "name": sheet.name,
            "rows": [[_told(value) for value in row] for row in sheet.rows],
            "merged": sheet.merged,
            "currencies": list(sheet.currencies.items()),
        }
        for sheet in document.sheets
    ]
    return json.dumps({"sheets": sheets, "encoding": document.encoding, "separator": document.separator}).encode()


def _told(value: Value) -> Any:
    """A cell for JSON: texts as they are, other values with a letter for their kind."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, Decimal):
        return ["n", str(value)]
    if isinstance(value, Percent):
        return ["p", str(value.value)]
    return ["f", value.formula] if isinstance(value, Uncomputed) else ["d", value.isoformat()]


def answered(answer: bytes) -> Document:
    """The document in an answer.

    Raises:
        ImportRefusedError: it could not be read.
    """
    told = json.loads(answer)
    if "refused" in told:
        raise ImportRefusedError(told["refused"], **told["details"])
    sheets = (
        Sheet(
            sheet["name"],
            [
                [_MADE[value[0]](value[1]) if isinstance(value, list) else value for value in row]
                for row in sheet["rows"]
            ],
            tuple((top, left, bottom, right) for top, left, bottom, right in sheet["merged"]),
            dict(sheet["currencies"]),
        )
        for sheet in told["sheets"]
    )
    return Document(tuple(sheets), told["encoding"], told["separator"])
