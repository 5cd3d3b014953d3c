"""A text file of records as rows: its separator told from how evenly it cuts the lines, quotes obeyed."""

import csv
import io
from collections import Counter
from pathlib import Path

from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Document, Sheet, Value
from tui.imports.tables.encodings import decoded, encoding_of

SEPARATORS = (";", "\t", "|", ",")
_LOOKED_AT = 200
_MOST_ROWS = 300_000
_LONGEST_CELL = 1_000_000


def read_text(file: Path, encoding: str = "", separator: str = "") -> Document:
    """The records of a text file, encoding and separator told from it unless they are given.

    Raises:
        ImportRefusedError: a quotation that never ends, or far too many rows.
    """
    data = file.read_bytes()
    encoding = encoding or encoding_of(data)
    text = decoded(data, encoding)
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == len("sep=") + 1:
        # Excel's own way of saying so; the line is none of the table, and keeps its number.
        separator, text = separator or first.strip()[-1], "\n" + rest
    separator = separator or separator_of(text)
    return Document((Sheet("", _rows(text, separator, file)),), encoding, separator)


def _rows(text: str, separator: str, file: Path) -> list[list[Value]]:
    csv.field_size_limit(_LONGEST_CELL)
    rows: list[list[Value]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            rows.append(list(row))
            if len(rows) > _MOST_ROWS:
                raise ImportRefusedError("imports.too_many_rows", file=str(file), most=str(_MOST_ROWS))
    except csv.Error as error:
        raise ImportRefusedError("imports.quotation", file=str(file), row=str(len(rows) + 1)) from error
    last = rows[-1] if rows else []
    if text.count('"') % 2 and any("\n" in str(cell) for cell in last):
        raise ImportRefusedError("imports.quotation", file=str(file), row=str(len(rows)))
    return rows


def separator_of(text: str) -> str:
    """The separator that cuts most lines into the same number of parts, more than one; a semicolon where none does."""
    head = "\n".join(text.splitlines()[:_LOOKED_AT])
    return max(SEPARATORS, key=lambda mark: (_evenness(head, mark), -SEPARATORS.index(mark)))


def _evenness(text: str, separator: str) -> tuple[float, int]:
    try:
        lengths = [len(row) for row in csv.reader(io.StringIO(text), delimiter=separator) if any(row)]
    except csv.Error:
        return 0.0, 0
    several = Counter(length for length in lengths if length > 1)
    if not several:
        return 0.0, 0
    length, number = max(several.items(), key=lambda pair: (pair[1], pair[0]))
    return round(number / len(lengths), 1), length
