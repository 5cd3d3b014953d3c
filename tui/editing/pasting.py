"""Cells pasted from a spreadsheet: rows of tab-separated numbers, French or English, over the cells they fall on."""

from typing import TYPE_CHECKING

from model.edits import EditRefusedError
from model.formulas import FormulaError
from model.plain import frozen
from model.plan import Plan
from model.whatif.trial import ChangeError
from tui.desk import Desk
from tui.editing.arrangement import Cell, RowKey
from tui.editing.cell_entry import CellEntry, refusal_sentence
from tui.formats.numbers import EntryError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Protocol

    class Cells(Protocol):
        """Where the paste falls: the rows, the names of the columns, and the cursor."""

        row_keys: list[RowKey]
        at: int
        column: str

        @property
        def column_names(self) -> Sequence[str]:
            """The columns, in order."""
            ...

        def takes_entry(self, column: str) -> bool:
            """Whether one may type in a column."""
            ...


@frozen
class Pasted:
    """The plan with the cells in it; or the text that was refused, and why."""

    plan: Plan
    count: int = 0
    refused: str = ""
    reason: str = ""


def pasted(desk: Desk, cells: "Cells", text: str) -> Pasted:
    """The rows pasted from the current cell on; what is empty, or falls on words, is passed over."""
    names = list(cells.column_names)
    left = names.index(cells.column)
    plan, count = desk.plan, 0
    lines = [row for row in cells.row_keys[cells.at :] if row.kind == "line"]
    for row, pasted_row in zip(lines, text.rstrip("\r\n").splitlines(), strict=False):
        for name, value in zip(names[left:], pasted_row.split("\t"), strict=False):
            if not value.strip() or not cells.takes_entry(name):
                continue
            entry = CellEntry(desk, [Cell("line", row.key, name)], value.strip())
            try:
                plan = entry.made_in(plan).plan
            except EntryError as error:
                return Pasted(desk.plan, 0, value.strip(), desk.entry_sentence(error))
            except (EditRefusedError, ChangeError, FormulaError) as error:
                return Pasted(desk.plan, 0, value.strip(), refusal_sentence(desk, error))
            count += 1
    return Pasted(plan, count)
