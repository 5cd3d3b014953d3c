"""Commands for texts that come and go: copy and paste, over SSH and in tmux too, and the user's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tui.text import visible

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace

TMUX_SECONDS = 2


def copy(space: Workspace) -> None:
    """Copy the field or row in focus, by the terminal's own clipboard and by tmux's where there is one."""
    text = space.form.copied() if space.is_in_form else space.records.copied()
    if not text:
        space.tell("nothing_to_copy")
        return
    space.machine.copy_to_clipboard(text)
    if os.environ.get("TMUX") and shutil.which("tmux"):
        _load_tmux(text)
    space.tell("copied")


def _load_tmux(text: str) -> None:
    """Tmux often drops what a program sends to the clipboard: its own buffer never does."""
    try:
        subprocess.run(["tmux", "load-buffer", "-w", "-"], input=text.encode(), check=False, timeout=TMUX_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return


def paste(space: Workspace) -> None:
    """Paste what was last copied here; a terminal's own paste arrives as typing."""
    if space.is_in_form and space.machine.clipboard:
        space.form.paste(space.machine.clipboard)
    else:
        space.tell("nothing_to_paste")


def editor(space: Workspace) -> None:
    """The text in focus in the user's own editor, in a private folder, without a shell."""
    slot = space.form.state.slot
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "")
    if slot is None or not space.is_in_form or slot.spec.kind not in ("prose", "words") or slot.table:
        space.tell("no_text_here")
    elif not command:
        space.tell("no_editor")
    elif not shutil.which(command[0]):
        space.tell("editor_missing", name=visible(command[0]))
    else:
        text = _edited(space, command, str(space.form.state.value(slot) or ""))
        if text is None:
            space.tell("editor_failed")
        else:
            space.form.replace_text(text.rstrip("\n"))


def _edited(space: Workspace, command: list[str], text: str) -> str | None:
    """What the editor leaves in the file; None when it failed."""
    with tempfile.TemporaryDirectory(prefix="planmark-") as folder:
        file = Path(folder) / "text.md"
        file.write_text(text, encoding="utf-8")
        with space.machine.suspend():
            status = subprocess.run([*command, str(file)], check=False).returncode
        try:
            return file.read_text(encoding="utf-8") if status == 0 else None
        except (OSError, ValueError):
            return None
