"""An export by keys: format, reader, language, file; written beside the plan, over nothing unasked.

What takes a while is done elsewhere: a line says so, keys go on living, Escape gives it up.
"""

import errno
from pathlib import Path

import pytest

from tests.commands import PLAN
from tests.tui.pages import Interface, plain
from tui.words import LANGUAGES, Language


@pytest.mark.parametrize("language", LANGUAGES)
async def test_four_times_enter_writes_it(language: Language) -> None:
    """The file stands beside the plan, in the plan's language, and what was done is told."""
    async with Interface.open(PLAN, language) as ui:
        file = ui.workspace.desk.session.file.with_suffix(".html")
        ui.workspace.run("export")
        for _ in range(4):
            await ui.press("enter")
        assert '<html lang="fr">' in file.read_text(encoding="utf-8")


async def test_what_is_there_is_asked_about() -> None:
    """The answer at hand is no."""
    async with Interface.open(PLAN, "en") as ui:
        file = ui.workspace.desk.session.file.with_suffix(".html")
        file.write_text("mine", encoding="utf-8")
        ui.workspace.run("export")
        for _ in range(5):
            await ui.press("enter")
        assert file.read_text(encoding="utf-8") == "mine"


async def _begin(ui: Interface) -> Path:
    """Ask for a PDF, as the file proposed."""
    pytest.importorskip("typst")
    ui.workspace.run("export")
    await ui.press("down", "down", *["enter"] * 4)
    assert ui.workspace.work is not None
    return ui.workspace.desk.session.file.with_suffix(".pdf")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_keys_live_while_a_report_is_typeset(language: Language) -> None:
    """The line names the file; the list moves meanwhile; at the end the line says where the file is."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section("actions")
        file = await _begin(ui)
        assert plain(ui.words("exports.working", file=file.name)) in plain(ui.text)
        await ui.to_section("budget")
        await ui.press("down")
        assert not file.exists()
        await ui.worked()
        assert ui.workspace.section == "budget"
        assert file.read_bytes().startswith(b"%PDF")
        assert plain(ui.words("exports.working", file=file.name)) not in plain(ui.text)


async def test_escape_gives_it_up() -> None:
    """Nothing is written, the line says so, and the next export is done."""
    async with Interface.open(PLAN, "en") as ui:
        file = await _begin(ui)
        await ui.press("escape")
        assert ui.workspace.work is None
        assert ui.words("waiting.given_up", sentence=ui.words("exports.working", file=file.name)) in ui.text
        await _begin(ui)
        await ui.worked()
        assert file.exists()


async def test_one_at_a_time() -> None:
    """While one is under way, another is not begun."""
    async with Interface.open(PLAN, "en") as ui:
        await _begin(ui)
        first = ui.workspace.work
        ui.workspace.run("export")
        await ui.press("down", "down", "down", *["enter"] * 4)
        assert ui.workspace.work is first
        await ui.press("escape")


async def test_an_export_that_dies_is_told() -> None:
    """Killed by the system, out of memory: nothing is written, and the interface goes on."""
    async with Interface.open(PLAN, "en") as ui:
        file = await _begin(ui)
        assert ui.workspace.work is not None
        ui.workspace.work.job._process.kill()
        await ui.worked()
        assert not file.exists()
        sentence = ui.words("exports.working", file=file.name)
        assert ui.words("waiting.died", sentence=sentence, reason="") in ui.text


async def test_a_template_beside_the_plan_is_offered() -> None:
    """First of the choices; one that is no template is told, and nothing is written."""
    pytest.importorskip("docx")
    async with Interface.open(PLAN, "en") as ui:
        file = ui.workspace.desk.session.file.with_suffix(".docx")
        template = file.with_name("house.dotx")
        template.write_text("no document", encoding="utf-8")
        ui.workspace.run("export")
        await ui.press("down", "down", "down", *["enter"] * 3)
        assert "house.dotx" in ui.text
        await ui.press("enter", "enter")
        await ui.worked()
        assert plain(ui.words("exports.template.unreadable", file="house.dotx"))[:40] in plain(ui.text)
        assert not file.exists()
        template.unlink()


async def test_no_room_for_the_work_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The interface goes on; nothing is written."""

    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    async with Interface.open(PLAN, "en") as ui:
        monkeypatch.setattr("tui.apart.TemporaryDirectory", full)
        ui.workspace.run("export")
        await ui.press("down", "down", *["enter"] * 4)
        file = ui.workspace.desk.session.file.with_suffix(".pdf")
        assert ui.workspace.work is None
        assert "ENOSPC" in ui.text
        assert not file.exists()
