"""The year's end by keys: a verdict for each action, a lesson, the new plan written and gone on with."""

import re
from pathlib import Path

import pytest

from model.store.reading import load
from tests.renewal import YEAR
from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui import entry
from tui.desk import Desk
from tui.settings import Settings
from tui.words import LANGUAGES, Language, Words


async def _walk(ui: Interface) -> None:
    """To the actions, through the palette."""
    await ui.press("ctrl+p")
    await ui.type(re.split(r"\W", ui.words("commands.renew"))[0])
    await ui.press("enter")


def _file(tmp_path: Path) -> Path:
    file = tmp_path / "plan-2027.toml"
    file.write_text(YEAR, encoding="utf-8")
    return file


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_each_action_stands_there_with_what_is_known(language: Language, size: tuple[int, int]) -> None:
    """Verdict in words, planned and spent, and what came of the aims."""
    async with Interface.open(YEAR, language, size) as ui:
        await _walk(ui)
        rows = [plain(row) for row in ui.dialog.splitlines()]
        first = next(row for row in rows if "A1 Foire" in row)
        assert ui.words("choices.actions.verdict.correct") in first
        assert first.endswith("5 300 5 521" if language == "fr" else "5,300 5,521")
        came = plain(ui.words("renewal.came.reached", value="31 / 30 contrats", name="Contrats signés"))
        assert sum(came in row for row in rows) == 3
        assert any(plain(ui.words("renewal.learnt", lesson="Un vendeur de plus")) in row for row in rows)


async def test_a_key_gives_the_verdict_and_takes_it_back() -> None:
    """r, c and d; the same again takes it back, Ctrl+Z the last one, and the walk stays open."""
    async with Interface.open(YEAR) as ui:
        await _walk(ui)
        await ui.press("r")
        assert ui.value("actions.A1.verdict") == "repeat"
        await ui.press("down", "d", "d")
        assert ui.value("actions.A2.verdict") == "drop"
        await ui.press("down", "c")
        assert ui.value("actions.A3.verdict") == "correct"
        await ui.press("ctrl+z", "ctrl+z")
        assert (ui.value("actions.A3.verdict"), ui.value("actions.A2.verdict")) == (None, None)
        assert ui.words("renewal.title")[:11] in ui.dialog


async def test_a_lesson_on_a_line() -> None:
    """Typed from the walk, which is there again after it, at the same action; left, nothing changes."""
    async with Interface.open(YEAR) as ui:
        await _walk(ui)
        await ui.press("down", "down", "l")
        await ui.type("Moins longue")
        await ui.press("enter")
        assert ui.value("actions.A3.lesson") == "Moins longue"
        await ui.press("l", "escape", "c")
        assert ui.value("actions.A3.verdict") == "correct"


async def test_enter_leads_to_the_lesson_in_the_form() -> None:
    """Where more can be written than on a line."""
    async with Interface.open(YEAR) as ui:
        await _walk(ui)
        await ui.press("down", "enter")
        assert ui.focused == "actions.A2.lesson"


async def test_the_new_plan_is_written_and_gone_on_with(tmp_path: Path) -> None:
    """The year in the file's name a year later; this plan saved before it is left."""
    async with Interface.open(_file(tmp_path)) as ui:
        await _walk(ui)
        await ui.press("r", "n", "enter")
        assert plain(ui.words("renewal.made", file="plan-2028.toml")) in plain(ui.dialog)
        assert "R4 Lettre" in ui.dialog
        await ui.press("enter", "enter")
        assert ui.has_ended
        assert ui.app.following == tmp_path / "plan-2028.toml"
    assert load(str(tmp_path / "plan-2027.toml")).plan.actions["A1"].verdict == "repeat"
    assert load(str(tmp_path / "plan-2028.toml")).plan.review["R2"].verdict == "repeat"


async def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """Another file of the name is left alone, said so, and the walk is there again."""
    other = tmp_path / "plan-2028.toml"
    async with Interface.open(_file(tmp_path)) as ui:
        await _walk(ui)
        await ui.press("n")
        other.write_text("x", encoding="utf-8")
        await ui.press("enter")
        assert plain(ui.words("renewal.is_there", file="plan-2028.toml")) in ui.told
        await ui.press("n")
        assert "plan-2028-2.toml" in ui.dialog
        await ui.press("escape", "d")
        assert ui.value("actions.A1.verdict") == "drop"
    assert other.read_text(encoding="utf-8") == "x"


async def test_a_plan_without_actions_has_nothing_to_renew() -> None:
    """Said in a sentence; no key of the walk does anything then."""
    async with Interface.open('format = 1\n\n[plan]\ntitle = "Vide"\n') as ui:
        await _walk(ui)
        assert plain(ui.words("renewal.no_action")) in plain(ui.dialog)
        await ui.press("r", "l", "escape")
        assert not ui.dialog


def test_another_plan_is_another_sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program goes on with the plan asked for, in the language and the numbers of the one before."""
    first, second = _file(tmp_path), tmp_path / "plan-2028.toml"
    second.write_text(YEAR.replace("2027", "2028"), encoding="utf-8")
    seen: list[tuple[Path, str | None, str]] = []

    def shown(desk: Desk, *, has_plan: bool) -> tuple[int, Path | None]:
        seen.append((desk.session.file, desk.plan.plan.title, desk.words.language))
        desk.words = Words("en")
        return 0, second if has_plan and len(seen) == 1 else None

    monkeypatch.setattr(entry, "_shown", shown)
    monkeypatch.setattr(entry, "_spare_memory", lambda: None)
    monkeypatch.setattr("gc.disable", lambda: None)
    assert entry._interface(first, Words("fr"), Settings()) == 0
    assert seen == [(first, "Plan 2027", "fr"), (second, "Plan 2028", "en")]
