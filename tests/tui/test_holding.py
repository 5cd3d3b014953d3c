"""A plan that somebody else has: asked about, looked at only, worked on as a copy, taken over."""

from dataclasses import replace
from pathlib import Path

import pytest

from model.store import lock
from model.store.reading import load
from tests.sittings import GONE, killed
from tests.tui.pages import Interface, plain
from tests.tui.test_saving import PLAN
from tui.formats.holders import moment
from tui.settings import recovery_folder
from tui.words import Words

ANOTHER = replace(lock.this_process(), user="colette", pid=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "exemple.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def lock_of(file: Path) -> Path:
    return file.with_name(f".#{file.name}")


async def test_looking_at_a_plan_takes_no_lock(file: Path) -> None:
    """The lock is there from the first change until the save, and again from the next change."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end")
        assert not lock_of(file).is_symlink()
        await ui.press("!")
        assert lock.is_ours(file)
        await ui.press("ctrl+s")
        assert not lock_of(file).is_symlink()
        await ui.press("end", "?")
        assert lock.is_ours(file)
        await ui.press("ctrl+z")
        assert not lock_of(file).is_symlink()


@pytest.mark.parametrize("answer", ["quit_save", "quit_discard"])
async def test_leaving_gives_the_lock_back(file: Path, answer: str) -> None:
    """Whether saved or not."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "ctrl+q")
        while plain(ui.words(f"messages.{answer}")) not in next(line for line in ui.dialog.splitlines() if "▸" in line):
            await ui.press("down")
        await ui.press("enter")
        assert ui.has_ended
    assert not lock_of(file).is_symlink()


async def test_somebody_elses_plan_is_asked_about_when_it_is_opened(file: Path) -> None:
    """Who, on which machine, since when; unanswered, the plan is only looked at, and says so in its title."""
    lock.take(file, ANOTHER)
    async with Interface.open(file) as ui:
        await ui.press()
        assert f"colette (sur {ANOTHER.host}) modifie ce plan depuis le" in plain(ui.dialog)
        await ui.press("escape")
        assert plain(ui.words("conflicts.look_only_mark")) in ui.title
        await ui.press("f3", "enter", "end", "!")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        assert "colette" in ui.told
        assert not ui.desk.session.has_unsaved
        await ui.press("ctrl+q")
        assert ui.has_ended
    assert lock.holder_of(file) == replace(ANOTHER, since=lock_of(file).lstat().st_mtime)


@pytest.mark.parametrize(
    "keys",
    [
        ("insert",),
        ("delete",),
        ("ctrl+z",),
        ("f10", "tab", "tab", "tab", "tab", "tab", "9", "tab"),
        ("f5", "insert"),
    ],
)
async def test_nothing_changes_while_one_looks_only(file: Path, keys: tuple[str, ...]) -> None:
    """New, remove, undo, typing, a half-typed date: all refused, the plan as it was, and the program goes on."""
    lock.take(file, ANOTHER)
    async with Interface.open(file) as ui:
        await ui.press()
        await ui.press("enter", "f3", *keys)
        assert ui.plan == load(file).plan
        assert not ui.desk.session.has_unsaved
        assert "colette" in ui.told or keys == ("f10", "tab", "tab", "tab", "tab", "tab", "9", "tab")


async def test_a_pasted_text_is_refused_too(file: Path) -> None:
    """Pasting is typing."""
    lock.take(file, ANOTHER)
    async with Interface.open(file) as ui:
        await ui.press()
        await ui.press("enter", "f3", "enter")
        await ui.paste("collé")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        assert "colette" in ui.told


async def test_a_lock_that_appeared_is_met_at_the_first_change(file: Path) -> None:
    """The change is asked about at once; looking only undoes it, and redo has it back once the plan is taken over."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end")
        lock.take(file, ANOTHER)
        await ui.press("!")
        assert "colette" in ui.dialog
        await ui.press("enter")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        await ui.press("ctrl+p", *"Prendre la main", "enter")
        assert lock.is_ours(file)
        assert plain(ui.words("conflicts.taken_over")) in ui.told
        await ui.press("ctrl+y")
        assert ui.value("objectives.O1.title") == "Trente mairies!"


async def test_taking_over_at_once(file: Path) -> None:
    """The change stands, and the lock is one's own."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end")
        lock.take(file, ANOTHER)
        await ui.press("!", "down", "down", "enter")
        assert ui.value("objectives.O1.title") == "Trente mairies!"
        assert lock.is_ours(file)


async def test_a_copy_of_ones_own(file: Path) -> None:
    """Work goes on under the first free name, unsaved; the other's file and lock stay as they are."""
    (file.parent / "exemple-copy.toml").write_text("", encoding="utf-8")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end")
        lock.take(file, ANOTHER)
        await ui.press("!", "down", "enter", "ctrl+s")
    assert load(file.parent / "exemple-copy-2.toml").plan.objectives["O1"].title == "Trente mairies!"
    assert file.read_text(encoding="utf-8") == PLAN
    assert lock.other_holder(file) is not None


async def test_a_lock_taken_over_by_somebody_else_is_told_at_the_save(file: Path) -> None:
    """The save goes through when the file is the same, and says who has the plan now, whose lock stays."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!")
        lock.take_over(file, ANOTHER)
        await ui.press("ctrl+s")
        assert "colette" in ui.told
    assert load(file).plan.objectives["O1"].title == "Trente mairies!"
    assert lock.other_holder(file) is not None


async def test_nobody_to_take_over_from(file: Path) -> None:
    """The command says so."""
    async with Interface.open(file) as ui:
        await ui.press("ctrl+p", *"Prendre la main", "enter")
        assert plain(ui.words("conflicts.nobody_else")) in ui.told


@pytest.mark.parametrize("text", ["Prudent\x1b[2J\u202e\uffff", "x" * 30_000], ids=["hostile", "endless"])
async def test_what_a_plan_refuses_does_not_end_the_program(file: Path, text: str) -> None:
    """A title pasted where one line is asked for is made inert, or refused in a sentence."""
    async with Interface.open(file) as ui:
        await ui.press("ctrl+p", *plain(ui.words("commands.scenario_menu")), "enter", "end", "pagedown", "enter")
        await ui.paste(text)
        await ui.press("enter")
        assert not ui.has_ended
        assert all(len(scenario.title or "") < 100 for scenario in ui.plan.scenarios.values())


async def test_what_was_left_is_offered_once_the_plan_is_taken_over(file: Path) -> None:
    """Who has the plan comes first; a sitting that was killed is asked about after the plan is one's own."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!")
        sitting = ui.workspace.snapshot()
    killed(recovery_folder(), sitting, process=GONE)
    lock.take_over(file, ANOTHER)
    async with Interface.open(file) as ui:
        await ui.press()
        assert "colette" in ui.dialog
        await ui.press("down", "down", "enter")
        assert plain(ui.words("recovery.title")) in plain(ui.dialog)
        await ui.press("enter")
        assert ui.value("objectives.O1.title") == "Trente mairies!"
        assert lock.is_ours(file)


def test_a_moment_that_no_calendar_has() -> None:
    """A lock may bear any time."""
    assert moment(1e20, Words("en")) == "?"
