"""An exported CSV that comes back, edited in a spreadsheet, as a source."""

from pathlib import Path

from model.plan import Plan
from tui.formats.values import Reader
from tui.imports.lines_back.comparing import Comparer
from tui.imports.lines_back.rows import Rows, read_rows
from tui.imports.outcome import Returned
from tui.imports.source import Source
from tui.words import Words


def source(plan: Plan, file: Path, reader: Reader) -> "LinesBack":  # noqa: ARG001 - the same for every kind
    """The rows of a file.

    Raises:
        ImportRefusedError: it has not the header of an exported CSV.
    """
    return LinesBack(read_rows(file), reader.words)


class LinesBack(Source):
    """The rows of an exported CSV."""

    def __init__(self, rows: Rows, words: Words) -> None:
        self.rows, self.words = rows, words

    def read(self, plan: Plan, answers: object) -> Returned:  # noqa: ARG002 - there is nothing to decide
        """What was edited; a line without a row stays, and is told."""
        return Comparer(self.rows, plan, self.words).result()
