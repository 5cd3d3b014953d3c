"""Saving, a file changed by somebody else, and leaving."""

from decimal import Decimal
from pathlib import Path

import pytest

from model.edits import change_at
from model.store.reading import load
from tests.tui.pages import NARROW, Interface, plain

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
    """Ctrl+S over a file that changed underneath shows both versions, and writes nothing until an answer is given."""
    other = PLAN.replace("Trente", "Quarante")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s")
        assert plain(ui.words("conflicts.title", file="exemple.toml")) in plain(ui.dialog)
        assert "● le mien : intitulé Trente mairies → Trente mairies!" in plain(ui.dialog)
        assert "○ le leur : intitulé Trente mairies → Quarante mairies" in plain(ui.dialog)
        assert file.read_text(encoding="utf-8") == other
        await ui.press("escape")
        assert not ui.dialog
        assert file.read_text(encoding="utf-8") == other
        assert ui.value("objectives.O1.title") == "Trente mairies!"


async def test_ones_own_version_can_be_kept(file: Path) -> None:
    """Keeping one's own alone writes it, and leaves the other version beside it."""
    other = PLAN.replace("Trente", "Quarante")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s", "o")
        assert file.read_text(encoding="utf-8") == PLAN.replace("mairies", "mairies!")
        assert not ui.desk.session.is_modified
    beside = [path.read_text(encoding="utf-8") for path in file.parent.glob("*.bak*")]
    assert other in beside


async def test_the_files_version_can_be_taken(file: Path) -> None:
    """Taking theirs everywhere gives the file's version; one's own is one Ctrl+Z away."""
    other = PLAN.replace("Trente", "Quarante")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s", "t", "enter")
        assert "Quarante mairies" in ui.text
        assert file.read_text(encoding="utf-8") == other
        assert not list(file.parent.glob("*.bak*"))
        await ui.press("ctrl+z")
        assert ui.value("objectives.O1.title") == "Trente mairies!"


@pytest.mark.parametrize("key", ["space", "left", "right"])
async def test_a_conflict_is_decided_and_the_rest_comes_from_both(file: Path, key: str) -> None:
    """What they changed alone comes in, a conflict is decided by its key, and the merge is one step."""
    other = PLAN.replace("Trente", "Quarante").replace("Exemple", "Autre")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s", "down", key, "enter")
        assert not ui.dialog
        assert load(file).plan.objectives["O1"].title == "Quarante mairies"
        assert load(file).plan.plan.title == "Autre"
        assert not ui.desk.session.has_unsaved
        await ui.press("ctrl+z")
        assert (ui.value("objectives.O1.title"), ui.value("plan.title")) == ("Trente mairies!", "Exemple")


async def test_their_file_stays_beside_a_merge_that_leaves_something_out(file: Path) -> None:
    """A conflict decided for oneself leaves their version as .bak; changes that fit together leave none."""
    other = PLAN.replace("Trente", "Quarante").replace("Exemple", "Autre")
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text(PLAN.replace("Exemple", "Autre"), encoding="utf-8")
        await ui.press("ctrl+s")
        assert plain(ui.words("conflicts.no_conflict")) in plain(ui.dialog)
        await ui.press("enter")
        assert not list(file.parent.glob("*.bak*"))
        await ui.press("shift+tab", "end", "?", "tab")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s", "t", "m", "enter")
    assert [path.read_text(encoding="utf-8") for path in file.parent.glob("*.bak*")] == [other]
    assert (load(file).plan.plan.title, load(file).plan.objectives["O1"].title) == ("Autre", "Trente mairies!?")


async def test_all_that_differs_is_told(tmp_path: Path) -> None:
    """A record removed here and changed there, another form of amount, links: each in words, on its side."""
    base = PLAN + '[budget.B1]\nlabel = "Stand"\namount = 700\n\n[budget.B2]\nlabel = "Train"\n\n[links]\nA = "1"\n'
    file = tmp_path / "exemple.toml"
    file.write_text(base, encoding="utf-8")
    other = base.replace('"Train"', '"Car"').replace("amount = 700", "unit_cost = 10").replace('"1"', '"2"')
    async with Interface.open(file) as ui:
        session = ui.desk.session
        session.remove("budget.B2")
        session.edit("budget.B1.amount", Decimal(900))
        session.replace(change_at(session.plan, "links", lambda _: {"A": "3"}), "links", "edit")
        file.write_text(other, encoding="utf-8")
        await ui.press("ctrl+s")
        shown = plain(ui.dialog)
        assert "B2 Train ● le mien : retiré" in shown
        assert "○ le leur : intitulé Train → Car" in shown
        assert "montant 700 → 900 (+200)" in shown
        assert "montant 700 → — ; coût unitaire — → 10" in shown
        assert "links.A ● le mien : links.A 1 → 3 ○ le leur : links.A 1 → 2" in shown
        await ui.press("down", "space", "enter")
    assert (load(file).plan.budget["B2"].label, load(file).plan.links) == ("Car", {"A": "3"})


async def test_a_long_list_of_conflicts_follows_the_one_chosen(tmp_path: Path) -> None:
    """On a small screen the conflict that the arrows are at is in view."""
    lines = [f'[budget.B{n}]\nlabel = "L{n}"\n' for n in range(1, 21)]
    file = tmp_path / "exemple.toml"
    file.write_text("\n".join([PLAN, *lines]), encoding="utf-8")
    async with Interface.open(file, size=NARROW) as ui:
        for n in range(1, 21):
            ui.desk.session.edit(f"budget.B{n}.label", f"M{n}")
        file.write_text("\n".join([PLAN, *lines]).replace('"L', '"T'), encoding="utf-8")
        await ui.press("ctrl+s")
        for n in range(1, 21):
            assert f"▸ B{n} M{n}" in ui.dialog
            assert f"→ T{n}" in ui.dialog
            await ui.press("down")
        await ui.press(*["up"] * 20)
        assert "▸ B1 M1" in ui.dialog


async def test_their_file_goes_while_it_is_asked_about(tmp_path: Path) -> None:
    """What was there when it was asked is no longer: said, and nothing lost."""
    file = tmp_path / "nouveau.toml"
    async with Interface.open(file) as ui:
        await ui.press("f3", "insert", *"Salon")
        file.write_text(PLAN, encoding="utf-8")
        await ui.press("ctrl+s", "down", "down")
        file.unlink()
        await ui.press("enter")
        assert plain(ui.words("messages.reload_failed")) in ui.told
        assert ui.value("objectives.O1.title") == "Salon"


async def test_a_record_that_they_removed_is_left(file: Path) -> None:
    """The merge takes away the record that is open: the list is shown."""
    async with Interface.open(file) as ui:
        await ui.press("end", "!", "f3", "enter")
        file.write_text(PLAN[: PLAN.index("[objectives")], encoding="utf-8")
        await ui.press("ctrl+s", "enter")
        assert ui.plan.objectives == {}
        assert not ui.desk.session.has_unsaved
    assert load(file).plan == ui.plan


async def test_a_file_that_is_no_plan_any_more_is_not_compared(file: Path) -> None:
    """Where their version cannot be read, one's own may take its place, and theirs stays beside it."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.write_text("<<<<<<< HEAD", encoding="utf-8")
        await ui.press("ctrl+s")
        assert plain(ui.words("conflicts.title_unreadable", file="exemple.toml")) in plain(ui.dialog)
        await ui.press("enter")
        assert file.read_text(encoding="utf-8") == "<<<<<<< HEAD"
        await ui.press("ctrl+s", "down", "enter")
    assert load(file).plan.objectives["O1"].title == "Trente mairies!"
    assert [path.read_text(encoding="utf-8") for path in file.parent.glob("*.bak*")] == ["<<<<<<< HEAD"]


async def test_a_file_that_is_gone_can_be_written_again(file: Path) -> None:
    """A file removed by somebody else is said to be gone, and written again when asked for."""
    async with Interface.open(file) as ui:
        await ui.press("f3", "enter", "end", "!", "tab")
        file.unlink()
        await ui.press("ctrl+s")
        assert plain(ui.words("conflicts.title_removed", file="exemple.toml")) in plain(ui.dialog)
        await ui.press("down", "enter")
    assert load(file).plan.objectives["O1"].title == "Trente mairies!"


async def test_a_new_plan_meets_a_file_that_appeared(tmp_path: Path) -> None:
    """Two plans with nothing in common are not merged: one or the other."""
    file = tmp_path / "nouveau.toml"
    async with Interface.open(file) as ui:
        await ui.press("f3", "insert", *"Salon")
        file.write_text(PLAN, encoding="utf-8")
        await ui.press("ctrl+s")
        assert plain(ui.words("conflicts.title_appeared", file="nouveau.toml")) in plain(ui.dialog)
        await ui.press("down", "down", "enter")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        await ui.press("ctrl+z")
        assert ui.value("objectives.O1.title") == "Salon"


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
