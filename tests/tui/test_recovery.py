"""What an earlier sitting left unsaved: shown at the next opening, restored where it stopped, discarded, or kept."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from model.recovery.finding import recoveries
from model.recovery.journal import Journal
from model.recovery.process import Process
from model.recovery.sitting import Place, Sitting, Typed
from model.store.reading import load
from model.store.writing import dumps
from tests.commands import PLAN
from tests.sittings import ELSEWHERE, GONE, killed
from tests.tui.pages import Interface, plain
from tui.settings import recovery_folder
from tui.words import Language


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "exemple.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


async def _killed(file: Path, *keys: str, process: Process = GONE) -> Sitting:
    """Open the plan, type, and be killed."""
    async with Interface.open(file) as ui:
        await ui.press(*keys)
        sitting = ui.workspace.snapshot()
    killed(recovery_folder(), sitting, process=process)
    return sitting


@asynccontextmanager
async def _opened(file: Path, language: Language = "fr") -> AsyncIterator[Interface]:
    async with Interface.open(file, language) as ui:
        await ui.press()
        yield ui


TITLE = ("f3", "enter", "end", *" neuves")


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_what_would_come_back_is_shown_and_restored(file: Path, language: Language) -> None:
    """The fields that differ are shown; Enter restores them, at the step, record, field and cursor left."""
    sitting = await _killed(file, *TITLE, "left", "left")
    async with _opened(file, language) as ui:
        assert plain(ui.words("recovery.title")) in plain(ui.dialog)
        assert "Trente mairies → Trente mairies neuves" in plain(ui.dialog)
        assert plain(ui.words("recovery.restore")) in ui.told
        assert ui.value("objectives.O1.title") == "Trente mairies"
        await ui.press("enter")
        assert not ui.dialog
        assert ui.value("objectives.O1.title") == "Trente mairies neuves"
        assert (ui.section, ui.record, ui.focused) == ("objectives", "O1", "objectives.O1.title")
        assert ui.workspace.snapshot().place == sitting.place
        assert ui.desk.session.is_modified
        await ui.press("!", "ctrl+z", "ctrl+z")
        assert ui.value("objectives.O1.title") == "Trente mairies"
    assert file.read_text(encoding="utf-8") == PLAN


async def test_a_restored_sitting_saves_over_its_file(file: Path) -> None:
    """The file is as it was when the sitting was killed: saving meets no conflict."""
    await _killed(file, *TITLE)
    async with _opened(file) as ui:
        await ui.press("enter", "ctrl+s")
        assert not ui.dialog
    assert load(file).plan.objectives["O1"].title == "Trente mairies neuves"


async def test_a_text_that_is_no_value_comes_back(file: Path) -> None:
    """A date half typed is shown in the dialogue, and is in its field again."""
    await _killed(file, "f4", "enter", *["tab"] * 10, *"30/")
    async with _opened(file) as ui:
        assert "30/" in ui.dialog
        await ui.press("enter")
        assert ui.focused == "actions.A1.start"
        await ui.press(*"6/2027")
        assert str(ui.value("actions.A1.start")) == "2027-06-30"


async def test_an_entry_in_the_grid_comes_back(file: Path) -> None:
    """An amount being typed in a cell, which is nowhere in the plan yet, is being typed again."""
    await _killed(file, "f5", "down", *"125")
    async with _opened(file) as ui:
        assert "125" in ui.dialog
        await ui.press("enter")
        assert (ui.section, ui.record) == ("budget", "B2")
        await ui.press("0", "enter")
        assert ui.value("budget.B2.unit_cost") == Decimal("1.25")


async def test_a_scenario_at_work_is_at_work_again(file: Path) -> None:
    """Edits of the budget go on in the scenario that they went to."""
    await _killed(file, "f5", "f8", *"900", "enter")
    async with _opened(file) as ui:
        await ui.press("enter")
        assert ui.desk.scenario == "prudent"
        assert ui.value("budget.B1.amount") == Decimal("1000.05")
        assert ui.value("scenarios.prudent.budget.B1.amount") == Decimal(900)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_later_keeps_the_journal(file: Path, language: Language) -> None:
    """Escape leaves the plan as its file is, and the question comes again."""
    await _killed(file, *TITLE)
    async with _opened(file, language) as ui:
        await ui.press("escape")
        assert not ui.dialog
        assert plain(ui.words("recovery.kept")) in ui.told
        assert not ui.desk.session.is_modified
    async with _opened(file, language) as ui:
        assert ui.dialog


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_discarding_is_asked_twice(file: Path, language: Language) -> None:
    """A `d` typed ahead throws nothing away: the answer does, and the journal goes."""
    await _killed(file, *TITLE)
    async with _opened(file, language) as ui:
        await ui.press("d")
        assert plain(ui.words("messages.recovery_discard")) in plain(ui.dialog)
        await ui.press("enter")
        assert plain(ui.words("recovery.title")) in plain(ui.dialog)
        await ui.press("d", "down", "enter")
        assert not ui.dialog
        assert plain(ui.words("recovery.discarded")) in ui.told
    assert recoveries(recovery_folder(), file) == []


async def test_a_file_written_meanwhile_is_not_overwritten(file: Path) -> None:
    """Somebody else wrote the file: both versions stay, and saving asks which to take."""
    await _killed(file, *TITLE)
    other = PLAN.replace("Stand", "Stand loué")
    file.write_text(other, encoding="utf-8")
    async with _opened(file) as ui:
        assert plain(ui.words("recovery.file_changed")) in plain(ui.dialog)
        await ui.press("enter", "ctrl+s")
        assert plain(ui.words("conflicts.title", file=file.name)) in plain(ui.dialog)
    assert file.read_text(encoding="utf-8") == other


async def test_texts_alone_are_for_the_plan_as_it_is_today(file: Path) -> None:
    """The file was written meanwhile and only a text was unsaved: it comes back in today's plan."""
    await _killed(file, "f4", "enter", *["tab"] * 10, *"30/")
    file.write_text(PLAN.replace("Stand", "Stand loué"), encoding="utf-8")
    async with _opened(file) as ui:
        await ui.press("enter")
        assert ui.value("budget.B1.label") == "Stand loué"
        assert not ui.desk.session.is_modified
        assert ui.focused == "actions.A1.start"


async def test_undo_comes_back_after_a_good_end(file: Path) -> None:
    """A sitting that was saved and left has nothing to ask about; its steps can still be undone, for a day."""
    await _killed(file, *TITLE, "ctrl+s")
    async with _opened(file) as ui:
        assert not ui.dialog
        assert not ui.desk.session.is_modified
        await ui.press("ctrl+z")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        assert ui.desk.session.is_modified


async def test_a_sitting_killed_while_saving_asks_nothing(file: Path) -> None:
    """The file holds what the journal calls unsaved: the save had worked, nothing is asked."""
    sitting = await _killed(file, *TITLE)
    file.write_bytes(dumps(sitting.plan))
    async with _opened(file) as ui:
        assert not ui.dialog
        assert not ui.desk.session.is_modified


async def test_several_are_asked_about_in_turn(file: Path) -> None:
    """The newest comes first and says that there are others; thrown away, it gives way to the next."""
    await _killed(file, *TITLE)
    await _killed(file, "escape", "f3", "enter", "end", "?")
    async with _opened(file) as ui:
        assert "mairies?" in ui.dialog
        assert plain(ui.words.count("recovery.others", 1)) in plain(ui.dialog)
        await ui.press("d", "down", "enter")
        assert "mairies neuves" in ui.dialog


async def test_another_host_is_named(file: Path) -> None:
    """A sitting of another host may go on there: its host is named."""
    await _killed(file, *TITLE, process=ELSEWHERE)
    async with _opened(file) as ui:
        assert ELSEWHERE.host in ui.dialog


async def test_what_cannot_be_read_is_said(file: Path) -> None:
    """A damaged journal stops nothing: it is named at the bottom."""
    await _killed(file, *TITLE)
    path = recoveries(recovery_folder(), file)[0].path
    path.write_bytes(path.read_bytes()[:300])
    async with _opened(file) as ui:
        assert not ui.dialog
        assert path.name[:16] in ui.told


async def test_the_former_journal_goes_once_there_is_a_new_one(file: Path) -> None:
    """After restoring, the old journal stays until the new sitting has its own."""
    await _killed(file, *TITLE)
    (old,) = recoveries(recovery_folder(), file)
    async with _opened(file) as ui:
        await ui.press("enter")
        assert old.path.exists()
        journal = Journal(recovery_folder(), GONE)
        journal.write(ui.workspace.snapshot())
        assert not old.path.exists()
        (new,) = recoveries(recovery_folder(), file)
        assert new.path == journal.path
        journal.close()


@pytest.mark.parametrize("answer", ["quit_save", "quit_discard"])
async def test_leaving_says_whether_it_was_given_up(file: Path, answer: str) -> None:
    """Whoever keeps the journal learns whether it is to be removed."""
    async with Interface.open(file) as ui:
        await ui.press(*TITLE, "ctrl+q")
        while plain(ui.words(f"messages.{answer}")) not in next(line for line in ui.dialog.splitlines() if "▸" in line):
            await ui.press("down")
        await ui.press("enter")
        assert ui.desk.session.is_given_up is (answer == "quit_discard")


async def test_order_alone_is_said(file: Path) -> None:
    """Records that were only moved are said to stand in another order."""
    await _killed(file, "f5", "ctrl+down")
    async with _opened(file) as ui:
        assert plain(ui.words("recovery.order")) in plain(ui.dialog)
        await ui.press("enter")
        assert list(ui.plan.budget) == ["B2", "B1"]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (("f5", "end", *"12"), "12"),
        (("f5", "g", "up", "+", "5"), "+5"),
        (("f5", "d", "2"), "2"),
        (("f5", "shift+down", *"=3"), "=3"),
    ],
)
async def test_entries_of_every_kind_come_back(file: Path, keys: tuple[str, ...], told: str) -> None:
    """On the total, on a group, a delay, for several cells: typed again as it was, for the same cells."""
    sitting = await _killed(file, *keys)
    assert sitting.place.typed is not None
    async with _opened(file) as ui:
        assert told in ui.dialog
        await ui.press("enter")
        assert ui.workspace.snapshot().place == sitting.place
        assert ui.workspace.grid.entry is not None
        await ui.press("escape")
        assert ui.workspace.grid.entry is None


async def test_a_question_being_answered_is_told(file: Path) -> None:
    """The answer half typed to a question cannot be asked again; it is shown."""
    sitting = await _killed(file, *TITLE, "escape", "f5", "n", "down", "down", "enter", *"!")
    assert sitting.place.typed is not None
    assert sitting.place.typed.kind == "prompt"
    async with _opened(file) as ui:
        assert sitting.place.typed.text in ui.dialog
        await ui.press("enter")
        assert ui.section == "budget"


@pytest.mark.parametrize(
    "place",
    [
        Place("nowhere", "nowhere.X", "nowhere.X.y", "field", None, Typed("form", "x", 1)),
        Place("objectives", "objectives.O9", "objectives.O9.title", "field", "gone", Typed("form", "x", 1)),
        Place("objectives", "objectives.O1", "objectives.O1.nothing", "field", None, None),
        Place(
            "budget",
            "budget.B9",
            "colour",
            "",
            None,
            Typed("cell", "5", 1, (("line", "B9", "amount", ""),)),
            is_in_form=False,
        ),
        Place(
            "budget", "budget.B1", "amount", "", None, Typed("cell", "5", 1, (("x", "B1", "amount"),)), is_in_form=False
        ),
        Place("budget", "budget.B1", "amount", "", None, Typed("delay", "5", 1, (("budget", "B9"),)), is_in_form=False),
        Place("budget", "budget.B1", "amount", "", None, Typed("delay", "5", 1, ()), is_in_form=False),
        Place("budget", "budget.B1", "amount", "", None, None, is_in_form=False),
        Place("plan", "plan", "plan.title", "field", None, Typed("form", "another text", 99)),
    ],
)
async def test_a_place_that_is_no_longer_there(file: Path, place: Place) -> None:
    """Whatever a journal says of where one was, restoring goes somewhere, with the plan as it was."""
    sitting = replace(await _plain_sitting(file), place=place)
    killed(recovery_folder(), sitting)
    async with _opened(file) as ui:
        await ui.press("enter")
        assert not ui.dialog
        assert ui.value("plan.title") == "Autre"
        assert ui.workspace.grid.entry is None


async def _plain_sitting(file: Path) -> Sitting:
    async with Interface.open(file) as ui:
        ui.desk.session.edit("plan.title", "Autre")
        return ui.workspace.snapshot()


async def test_what_cannot_be_removed_is_said(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal that the system does not let go of is said to stay."""
    await _killed(file, *TITLE)

    def refusing(_: Path, *, missing_ok: bool = False) -> None:
        raise PermissionError(13, f"refused {missing_ok}")

    async with _opened(file) as ui:
        monkeypatch.setattr(Path, "unlink", refusing)
        await ui.press("d", "down", "enter")
        assert "refused" in ui.told
