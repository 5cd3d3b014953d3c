"""What a file from outside would change in the plan, record by record, before it is taken."""

from collections.abc import Sequence

from model.differences import FieldChange
from tui.desk import Desk
from tui.formats.differences import Teller
from tui.imports.workbook import Returned
from tui.reports.prose import headed, said
from tui.text import visible
from tui.widgets.pane import Row


def lines(found: Returned, changes: Sequence[FieldChange], desk: Desk, width: int) -> list[Row]:
    """Sections as headings, a sentence for each record, then what is not taken."""
    teller = Teller(desk.plan, found.plan, desk.reader)
    rows, last = list[Row](), ""
    for section, sentence in teller.sentences(changes):
        if section != last:
            rows += headed(width, desk.words(f"sections.{section}"), desk.palette.accent)
        rows += said(width, sentence, desk.palette.text, 2)
        last = section
    if found.kept:
        rows += headed(width, desk.words("imports.kept"), desk.palette.accent)
        for one in found.kept:
            rows += said(width, visible(f"{one.cell}: {teller.field(one.path)}"), desk.palette.text, 2)
    return rows
