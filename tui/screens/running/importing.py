"""A file from outside, read into the plan: the difference shown first, then taken as one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from model.differences import differences
from model.incoming import ArrivalRefusedError
from tui.dialogs.report import Deed
from tui.imports.receiving import read_file
from tui.imports.refusing import ImportRefusedError
from tui.reports.importing import lines
from tui.text import visible

if TYPE_CHECKING:
    from tui.imports.workbook import Returned
    from tui.screens.workspace import Workspace


def ask(space: Workspace) -> None:
    """Which file, the edited workbook beside the plan proposed."""
    proposed = str(space.desk.session.file.with_suffix(".xlsx"))
    space.question(space.desk.words("imports.ask"), partial(_show, space), proposed, lambda: None)


def _show(space: Workspace, text: str) -> None:
    """What the file would change, or why it cannot be read."""
    words, file = space.desk.words, Path(text.strip()).expanduser()
    try:
        found = read_file(space.desk.plan, file)
    except (ImportRefusedError, ArrivalRefusedError, ModuleNotFoundError) as error:
        space.status_bar.tell(_refusal(space, file, error))
        return
    changes = differences(space.desk.plan, found.plan)
    name = visible(file.name)
    if not changes and not found.kept:
        space.status_bar.tell(words("imports.nothing", file=name))
        return
    take = partial(_take, space, found, name, len(changes))
    deeds = {"enter": Deed(take, words("imports.take"), words("messages.enter"))} if changes else {}
    space.read(words.count("imports.changes", len(changes), file=name), partial(lines, found, changes), deeds)


def _refusal(space: Workspace, file: Path, error: Exception) -> str:
    words = space.desk.words
    if isinstance(error, ImportRefusedError):
        return words(error.key, **{key: visible(value) for key, value in error.details.items()})
    if isinstance(error, ArrivalRefusedError):
        from tui.cli.refusals import lines as sentences

        sheet, _, cell = error.arrival.origin.rpartition("!")
        reason = " ".join(sentences(error.reason, words))
        return words("imports.value", file=visible(file.name), sheet=visible(sheet), cell=cell, reason=reason)
    return words("imports.library", library="openpyxl")


def _take(space: Workspace, found: Returned, name: str, number: int) -> None:
    """Take what was read about, as one step; the plan itself is then at work."""
    space.dialog = None
    space.desk.session.replace(found.plan, "plan", "import")
    space.desk.session.asked_scenario = None
    space.show_section(space.section)
    space.changed()
    space.redraw()
    space.status_bar.tell(space.desk.words.count("imports.taken", number, file=name))
