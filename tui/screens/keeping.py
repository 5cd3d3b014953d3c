"""Saving and leaving: the file, what changed underneath it, what is unsaved."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from model.store.problems import PlanUnusableError
from tui.dialogs.picker import Choice, Picker
from tui.settings import remember_plan
from tui.text import visible

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.widgets.bars import StatusBar


class Keeping:
    """The commands that write the file, or leave."""

    if TYPE_CHECKING:
        app: App[Any]
        desk: "Desk"
        status_bar: "StatusBar"
        refresh_panes: Callable[[], None]
        check: Callable[[], None]
        _tell: Callable[..., None]
        form: Any

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
            self._ask_changed()
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

    def _ask_changed(self) -> None:
        words = self.desk.words
        choices = [
            Choice(words(f"messages.{name}"), name) for name in ("cancel", "changed_overwrite", "changed_reload")
        ]
        self.app.push_screen(
            Picker(self.desk, words("messages.changed_title"), choices, is_searchable=False), self._settle_conflict
        )

    def _settle_conflict(self, answer: str | None) -> None:
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
            self.app.exit()
            return
        words = self.desk.words
        choices = [Choice(words(f"messages.{name}"), name) for name in ("quit_save", "quit_discard", "cancel")]
        self.app.push_screen(Picker(self.desk, words("messages.quit_title"), choices, is_searchable=False), self._quit)

    def _quit(self, answer: str | None) -> None:
        if answer == "quit_discard" or (answer == "quit_save" and self._save()):
            self.app.exit()
