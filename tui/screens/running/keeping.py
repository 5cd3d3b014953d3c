"""Commands that write the file, or leave: what changed underneath it, what is unsaved."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.store.problems import FileChangedError, PlanUnusableError, SaveFailedError
from tui.dialogs.picker import Choice
from tui.settings import remember_plan
from tui.text import visible

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace


def save(space: Workspace) -> None:
    """Save, and say so."""
    if space.desk.session.is_modified:
        saved(space)
    else:
        space.tell("nothing_to_save")


def saved(space: Workspace, *, overwrite: bool = False) -> bool:
    """Write the file; whether it is saved. A file changed underneath is asked about, a failure told."""
    try:
        space.desk.session.save(overwrite=overwrite)
    except FileChangedError:
        choices = _choices(space, "cancel", "changed_overwrite", "changed_reload")
        space.ask("changed_title", choices, partial(_settle_conflict, space))
        return False
    except (SaveFailedError, PlanUnusableError) as failure:
        # The sentences of the command line say it here too; they are loaded only when something went wrong.
        from tui.cli.refusals import lines

        space.status_bar.tell("✗ " + visible(lines(failure, space.desk.words)[0]))
        return False
    remember_plan(space.desk.session.file)
    space.refresh_panes()
    key = "saved_drafts" if space.desk.session.has_drafts else "saved"
    space.tell(key, file=visible(space.desk.session.file.name))
    return True


def _choices(space: Workspace, *names: str) -> list[Choice]:
    return [Choice(space.desk.words(f"messages.{name}"), name) for name in names]


def _settle_conflict(space: Workspace, answer: str) -> None:
    """Keep one's own version, the other one staying beside it, or take the file's."""
    if answer == "changed_overwrite":
        saved(space, overwrite=True)
    elif answer == "changed_reload":
        try:
            space.desk.session.reload()
        except PlanUnusableError:
            space.tell("reload_failed")
            return
        space.form.state.reload()
        space.show_section(space.section)
        space.changed()


def quit(space: Workspace) -> None:  # noqa: A001 - the command's name
    """Quit; unsaved changes are asked about."""
    if space.desk.session.has_unsaved:
        title = "quit_drafts" if space.desk.session.has_drafts else "quit_title"
        space.ask(title, _choices(space, "quit_save", "quit_discard", "cancel"), partial(_leave, space))
    else:
        space.machine.leave()


def _leave(space: Workspace, answer: str) -> None:
    if answer == "quit_discard" or (answer == "quit_save" and saved(space)):
        space.machine.leave()
