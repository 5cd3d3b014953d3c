"""What a file from outside would change in the plan, record by record, before it is taken."""

from collections.abc import Sequence

from model.differences import FieldChange
from tui.desk import Desk
from tui.formats.differences import Teller
from tui.imports.outcome import Kept, Returned
from tui.imports.telling import sentences
from tui.reports.prose import headed, said
from tui.text import visible
from tui.widgets.pane import Row


def lines(found: Returned, changes: Sequence[FieldChange], desk: Desk, width: int) -> list[Row]:
    """Notes, those in trouble first, sections as headings, a sentence for each record, then what is not taken."""
    teller, palette = Teller(desk.plan, found.plan, desk.reader), desk.palette
    rows, last = list[Row](), ""
    for note in sorted(found.notes, key=lambda note: not note.is_trouble):
        mark, style = ("! ", palette.warning) if note.is_trouble else ("", palette.muted)
        rows += said(width, mark + note.told(desk.words), style, 2)
    for section, sentence in sentences(teller, changes):
        if section != last:
            rows += headed(width, desk.words(f"sections.{section}"), palette.accent)
        rows += said(width, sentence, palette.text, 2)
        last = section
    for title in ("kept", "left"):
        if group := [one for one in found.kept if (one.why is None) == (title == "kept")]:
            rows += headed(width, desk.words(f"imports.{title}"), palette.accent)
        for one in group:
            rows += said(width, visible(_kept(one, teller, desk)), palette.text, 2)
    return rows


def _kept(one: Kept, teller: Teller, desk: Desk) -> str:
    why = one.why.told(desk.words) if one.why else teller.field(one.path)
    return desk.words("imports.kept_line", place=one.cell, why=why)
