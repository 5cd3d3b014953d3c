"""The rows of an exported CSV, in whatever file a spreadsheet has kept it, and their cells."""

from decimal import Decimal
from pathlib import Path

from tui.imports.lines_back.header import RATE, SIDES, columns_of
from tui.imports.refusing import ImportRefusedError
from tui.imports.tables.cells import Cells, is_blank, text_of
from tui.imports.tables.documents import read_document
from tui.imports.tables.figures import figures_of
from tui.text import visible
from tui.words import Language

_LOOKED_AT = 5


class Rows:
    """The rows that hold something, with their numbers; the places of the columns, how they write numbers."""

    def __init__(self, rows: list[tuple[int, Cells]], columns: dict[int, str], file: Path, usual: Language) -> None:
        self.rows = [(number, row) for number, row in rows if any(not is_blank(value) for value in row)]
        self.file = file
        self.places = {name: at for at, name in columns.items()}
        figures = {at: 1 for at, name in columns.items() if name in (*SIDES, RATE)}
        self.figures = figures_of([row for _, row in self.rows], figures, None, usual)

    def text(self, row: Cells, name: str) -> str | None:
        """A cell as a text on one line; None where the column is not there."""
        at = self.places.get(name)
        if at is None:
            return None
        value = row[at] if at < len(row) else ""
        return visible(value).strip() if isinstance(value, str) else text_of(value)

    def number(self, row: Cells, name: str) -> Decimal | None:
        """A cell as a number; None for nothing.

        Raises:
            UnreadableError: it is none.
        """
        at = self.places[name]
        how = self.figures[at]
        value = row[at] if at < len(row) else None
        return how.rate(value) if name == RATE else how.number(value)


def read_rows(file: Path) -> Rows:
    """The rows of a file.

    Raises:
        ImportRefusedError: it has not the header of an exported CSV.
    """
    document = read_document(file)
    # What `1,005` is where no other number tells: we write commas between semicolons, points between commas.
    usual: Language = "en" if document.separator == "," else "fr"
    for sheet in document.sheets:
        for at, row in enumerate(sheet.rows[:_LOOKED_AT]):
            if columns := columns_of(text_of(value) for value in row):
                return Rows(list(enumerate(sheet.rows[at + 1 :], at + 2)), columns, file, usual)
    raise ImportRefusedError("lines_back.not_ours", file=str(file))
