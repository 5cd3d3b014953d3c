"""Saving and leaving: the file, what changed underneath it, what is unsaved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from model.store.problems import PlanUnusableError
from tui.dialogs.picker import Choice
from tui.settings import remember_plan
from tui.text import visible

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.screens.workspace import Machine
    from tui.widgets.bars import StatusBar
    from tui.widgets.form import Form


class Keeping:
    """The commands that write the file, or leave."""

    if TYPE_CHECKING:
        desk: Desk
        machine: Machine
        status_bar: StatusBar
        form: Form
        refresh_panes: Callable[[], None]
        check: Callable[[], None]
        ask: Callable[..., None]
        _tell: Callable[..., None]

    def command_save(self) -> None:
        """Save, and say so."""
        self._save()

    def _save(self, *, overwrite: bool = False) -> bool:
        """Write the file; whether it is saved. A file changed underneath is asked about, a failure told."""
        # The store writes only when something is saved: it is loaded then.
        from model.store.saving import FileChangedError, SaveFailedError

        if not self.desk.session.is_modified and not overwrite:
            self._tell("nothing_to_save")
            return True
        try:
            self.desk.session.save(overwrite=overwrite)
        except FileChangedError:
            choices = self._choices("cancel", "changed_overwrite", "changed_reload")
            self.ask("changed_title", choices, self._settle_conflict)
            return False
        except SaveFailedError as failure:
            self.status_bar.tell(
                "✗ "
                + self.desk.words(
                    f"files.{failure.code}", file=visible(str(failure.path)), reason=visible(str(failure.reason))
                )
            )
            return False
        remember_plan(self.desk.session.file)
        self.refresh_panes()
        self._tell("saved", file=visible(self.desk.session.file.name))
        return True

    def _choices(self, *names: str) -> list[Choice]:
        return [Choice(self.desk.words(f"messages.{name}"), name) for name in names]

    def _settle_conflict(self, answer: str) -> None:
        if answer == "changed_overwrite":
            self._save(overwrite=True)
        elif answer == "changed_reload":
            try:
                self.desk.session.reload()
            except PlanUnusableError:
                self._tell("reload_failed")
                return
            self.form.state.reload()
            self.form.repaint()
            self.refresh_panes()
            self.check()

    def command_quit(self) -> None:
        """Quit; unsaved changes are asked about."""
        if not self.desk.session.is_modified and not self.desk.session.drafts:
            self.machine.leave()
            return
        self.ask("quit_title", self._choices("quit_save", "quit_discard", "cancel"), self._quit)

    def _quit(self, answer: str) -> None:
        if answer == "quit_discard" or (answer == "quit_save" and self._save()):
            self.machine.leave()
