"""Saving, a file changed by somebody else, and leaving."""

from pathlib import Path

import pytest

from model.store.reading import load
from tests.tui.pages import Interface, plain

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[objectives.O1]
title = "Trente mairies"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "exemple.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


async def test_control_s_saves(file: Path) -> None:
    """Ctrl+S writes the file, only what changed differs in it, and the screen says so."""
    async with Interface.open(file) as ui:
        assert plain(ui.words("messages.saved_mark")) in ui.title
        await ui.press("f3", "enter", "end", "!", "tab")
        assert plain(ui.words("messages.modified")) in ui.title
        await ui.press("ctrl+s")
        assert file.read_text(encoding="utf-8") == PLAN.replace("mairies", "mairies!")
        assert plain(ui.words("messages.saved", file="exemple.toml")) in ui.told
        assert plain(ui.words("messages.saved_mark")) in ui.title


async def test_looking_changes_nothing(file: Path) -> None:
    """Going through every step and every field leaves the plan unmodified."""
    async with Interface.open(file) as ui:
        for key in ("f2", "f3", "f4", "f5", "f6", "f10"):
            await ui.press(key, "enter", *["tab"] * 40, "escape")
        await ui.press("ctrl+q")
        assert ui.has_ended
    assert file.read_text(encoding="utf-8") == PLAN


async def test_a_missing_file_is_written_by_the_first_save(tmp_path: Path) -> None:
    """A file that is not there is a new plan, and comes with Ctrl+S."""
    file = tmp_path / "nouveau.toml"
    async with Interface.open(file) as ui:
        await ui.press("f3", "insert", *"Salon")
        assert not file.exists()
        await ui.press("ctrl+s")
    assert load(file).plan.objectives["O1"].title == "Salon"


async def test_a_file_changed_by_somebody_else_is_asked_about(file: Path) -> None:
    """Ctrl+S over a file that changed underneath asks, and writes nothing until an answer is given."""
    other = PLAN.replace("Trente", "Quarante")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s")
        assert plain(ui.words("messages.changed_title")) in plain(ui.dialog)
        assert file.read_text(encoding="utf-8") == other
        await ui.press("enter")
        assert not ui.dialog
        assert file.read_text(encoding="utf-8") == other
        assert ui.value("objectives.O1.title") == "Trente mairies!"


async def test_ones_own_version_can_be_kept(file: Path) -> None:
    """Keeping one's own writes it, and leaves the other version beside it."""
    other = PLAN.replace("Trente", "Quarante")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s", "down", "enter")
        assert file.read_text(encoding="utf-8") == PLAN.replace("mairies", "mairies!")
    beside = [path.read_text(encoding="utf-8") for path in file.parent.glob("*.bak*")]
    assert other in beside


async def test_the_files_version_can_be_taken(file: Path) -> None:
    """Taking the file's version shows it; one's own is one Ctrl+Z away."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(PLAN.replace("Trente", "Quarante"), encoding="utf-8")
        await ui.press("ctrl+s", "down", "down", "enter")
        assert "Quarante mairies" in ui.text
        await ui.press("ctrl+z")
        assert ui.value("objectives.O1.title") == "Trente mairies!"


async def test_quitting_asks_when_something_is_unsaved(file: Path) -> None:
    """Ctrl+Q with changes asks; Escape stays."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "ctrl+q")
        assert plain(ui.words("messages.quit_title")) in plain(ui.dialog)
        await ui.press("escape")
        assert not ui.has_ended
        assert not ui.dialog


@pytest.mark.parametrize(("answer", "title"), [("quit_save", "Trente mairies!"), ("quit_discard", "Trente mairies")])
async def test_quitting_saves_or_not_as_answered(file: Path, answer: str, title: str) -> None:
    """The answer given is what happens to the file, and the program ends."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "ctrl+q")
        while plain(ui.words(f"messages.{answer}")) not in next(line for line in ui.dialog.splitlines() if "▸" in line):
            await ui.press("down")
        await ui.press("enter")
        assert ui.has_ended
    assert load(file).plan.objectives["O1"].title == title


async def test_a_plan_that_cannot_be_saved_says_why(file: Path) -> None:
    """A folder that is gone: the save is refused in a sentence, the plan stays modified and open."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!")
        file.unlink()
        ui.desk.session.file = file.parent / "gone" / "exemple.toml"
        ui.desk.session.digest = None
        await ui.press("ctrl+s")
        assert "✗" in ui.told
        assert ui.desk.session.is_modified
        assert not ui.has_ended
