"""Commands that write the file, or leave: what changed underneath it, what is unsaved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.store.problems import FileChangedError, PlanUnusableError, SaveFailedError
from tui.dialogs.picker import Choice
from tui.screens.running import holding
from tui.settings import remember_plan
from tui.text import visible

if TYPE_CHECKING:
    from pathlib import Path

    from tui.screens.workspace import Workspace


def save(space: Workspace) -> None:
    """Save, and say so."""
    if space.desk.session.has_unsaved or space.desk.session.digest is None:
        saved(space)
    else:
        space.tell("nothing_to_save")


def saved(space: Workspace, *, overwrite: bool = False) -> bool:
    """Write the file; whether it is saved. A file changed underneath is asked about, a failure told."""
    try:
        intruder = space.desk.session.save(overwrite=overwrite)
    except FileChangedError as error:
        from tui.screens.running import conflicts

        conflicts.settle(space, error)
        return False
    except (SaveFailedError, PlanUnusableError) as failure:
        space.tell("not_saved", reason=reason(space, failure, space.desk.session.file))
        return False
    remember_plan(space.desk.session.file)
    space.refresh_panes()
    key = "saved_drafts" if space.desk.session.has_drafts else "saved"
    space.tell(key, file=visible(space.desk.session.file.name))
    if intruder is not None:
        holding.tell_intruder(space, intruder)
    return True


def reason(space: Workspace, failure: SaveFailedError | PlanUnusableError, file: Path) -> str:
    """Why a file could not be written, in a sentence."""
    code = failure.code if isinstance(failure, SaveFailedError) else failure.problems[0].code
    why = failure.reason if isinstance(failure, SaveFailedError) else ""
    return space.desk.words(f"files.{code}", file=visible(file.name), reason=visible(why))


def _choices(space: Workspace, *names: str) -> list[Choice]:
    return [Choice(space.desk.words(f"messages.{name}"), name) for name in names]


def export(space: Workspace) -> None:
    """The plan as what somebody else reads: format, profile, language, file."""
    from tui.screens.running.exporting import ask_format

    ask_format(space)


def renew(space: Workspace) -> None:
    """Go through the actions, a key a verdict; then make the plan of the year after, and open it if one likes."""
    # Wanted once a year: loaded then.
    from tui.screens.running.renewing import walk

    walk(space)


def import_file(space: Workspace) -> None:
    """What an edited workbook would change, then taken."""
    from tui.screens.running import importing  # loaded when asked for

    importing.ask(space)


def quit(space: Workspace) -> None:  # noqa: A001 - the command's name
    """Quit; unsaved changes are asked about."""
    if space.desk.session.has_unsaved:
        has_drafts = space.desk.session.has_drafts
        answers = ("cancel", "quit_save", "quit_discard") if has_drafts else ("quit_save", "quit_discard", "cancel")
        space.ask("quit_drafts" if has_drafts else "quit_title", _choices(space, *answers), partial(_leave, space))
    else:
        _go(space)


def _go(space: Workspace) -> None:
    space.desk.session.release_lock()
    space.machine.leave()


def _leave(space: Workspace, answer: str) -> None:
    space.desk.session.is_given_up = answer == "quit_discard"
    if answer == "quit_discard" or (answer == "quit_save" and saved(space)):
        _go(space)
