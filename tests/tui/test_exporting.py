"""An export by keys: format, reader, language, file; written beside the plan, over nothing unasked."""

import pytest

from tests.commands import PLAN
from tests.tui.pages import Interface
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
