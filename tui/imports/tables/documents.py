"""A file as a table: a workbook or a text, with what has been decided about how to read it."""

from pathlib import Path

from tui.imports.archives import check_size
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Document, is_blank
from tui.imports.tables.delimited import read_text

_OLD = {b"\xd0\xcf\x11\xe0": ".xls", b"%PDF": ".pdf", b"{\\rt": ".rtf"}


def read_document(file: Path, encoding: str = "", separator: str = "") -> Document:
    """The sheets of a workbook, or the one of a text.

    Raises:
        ImportRefusedError: there is no such file, nothing in it, or it is of a kind that has to be saved as another.
        ModuleNotFoundError: openpyxl is not installed.
    """
    check_size(file)
    with file.open("rb") as opened:
        start = opened.read(80)
    if start.startswith(b"PK\x03\x04"):
        document = _archived(file, start)
    elif (suffix := _OLD.get(start[:4])) is not None:
        raise ImportRefusedError("imports.save_as", file=str(file), suffix=suffix)
    else:
        document = read_text(file, encoding, separator)
    if not any(not is_blank(value) for sheet in document.sheets for row in sheet.rows for value in row):
        raise ImportRefusedError("imports.empty", file=str(file))
    return document


def _archived(file: Path, start: bytes) -> Document:
    """A workbook of some office."""
    if file.suffix.lower() == ".numbers":
        raise ImportRefusedError("imports.save_as", file=str(file), suffix=".numbers")
    if b"opendocument" in start:
        from tui.imports.tables.opendocument import read_opendocument

        return read_opendocument(file)
    from tui.imports.tables.books import read_book

    return read_book(file)
