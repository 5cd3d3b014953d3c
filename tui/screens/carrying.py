"""Texts that come and go: copy and paste, over SSH and in tmux too, and the user's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.screens.workspace import Machine
    from tui.widgets.form import Form
    from tui.widgets.records import Records


class Carrying:
    """The commands that copy, paste, and open an editor."""

    if TYPE_CHECKING:
        desk: Desk
        machine: Machine
        form: Form
        records: Records
        has_list: bool
        is_in_form: bool
        _tell: Callable[..., None]

    def command_copy(self) -> None:
        """Copy the field or row in focus, by the terminal's own clipboard and by tmux's where there is one."""
        text = self._here()
        if not text:
            self._tell("nothing_to_copy")
            return
        self.machine.copy_to_clipboard(text)
        if os.environ.get("TMUX") and shutil.which("tmux"):
            subprocess.run(["tmux", "load-buffer", "-w", "-"], input=text.encode(), check=False, timeout=2)
        self._tell("copied")

    def _here(self) -> str:
        if self.is_in_form:
            return self.form.copied()
        return self.records.copied() if self.has_list else ""

    def command_paste(self) -> None:
        """Paste what was last copied here; a terminal's own paste arrives as typing."""
        text = self.machine.clipboard
        if self.is_in_form and text:
            self.form.paste(text)
        else:
            self._tell("nothing_to_paste")

    def command_editor(self) -> None:
        """The text in focus in the user's own editor, in a private folder, without a shell."""
        slot = self.form.state.slot
        editor = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
        if slot is None or not self.is_in_form or slot.spec.kind not in ("prose", "words") or slot.table:
            self._tell("no_text_here")
        elif not editor or not shutil.which(editor[0]):
            self._tell("no_editor")
        else:
            text = self._edited(editor, str(self.form.state.value(slot) or ""))
            if text is None:
                self._tell("editor_failed")
            else:
                self.form.replace_text(text.rstrip("\n"))

    def _edited(self, editor: list[str], text: str) -> str | None:
        """What the editor leaves in the file; None when it failed."""
        with tempfile.TemporaryDirectory(prefix="planmark-") as folder:
            file = Path(folder) / "text.md"
            file.write_text(text, encoding="utf-8")
            with self.machine.suspend():
                status = subprocess.run([*editor, str(file)], check=False).returncode
            try:
                return file.read_text(encoding="utf-8") if status == 0 else None
            except (OSError, ValueError):
                return None
