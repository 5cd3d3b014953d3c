"""An invoice from the palette: where it goes, then what it changes, taken as one step and undone as one."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tui.imports.invoices.test_taking import TEXT, loaded
from tests.tui.imports.invoices.writing import Written, cii
from tests.tui.pages import Interface
from tui.words import Language


async def test_a_folder_of_invoices_is_offered(tmp_path: Path) -> None:
    """Beside the plan, with the folders that hold some; each of them on its own line."""
    folder = tmp_path / "factures"
    folder.mkdir()
    (folder / "a.xml").write_bytes(cii(Written("F-1", order="BC-2027-118")))
    (folder / "b.xml").write_bytes(cii(Written("F-2", seller="Azur Expositions")))
    (tmp_path / "empty").mkdir()
    plan = loaded(TEXT)
    async with Interface.open(plan) as ui:
        ui.workspace.desk.session.file = tmp_path / "plan.toml"
        await ui.press("ctrl+p")
        await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
        await ui.press("enter")
        assert "factures/" in ui.dialog
        assert "empty" not in ui.dialog
        await ui.press("enter")
        assert all(number in ui.dialog for number in ("F-1", "F-2"))
        await ui.press("d", "enter")
        assert ui.plan.budget["B1"].spent == Decimal(200)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_another_line_chosen_taken_and_undone(language: Language, tmp_path: Path) -> None:
    """The file is told by what is in it, whatever it is called."""
    plan = loaded(TEXT)
    file = tmp_path / "facture.xlsx"
    file.write_bytes(cii(Written(order="BC-2027-118")))
    async with Interface.open(plan, language=language) as ui:
        ui.workspace.desk.session.file = file.with_suffix(".toml")
        await ui.press("ctrl+p")
        await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
        await ui.press("enter", "enter")
        assert "BC-2027-118" in ui.dialog
        await ui.press("enter", "down", "enter")
        assert "B2" in ui.dialog
        await ui.press("d")
        assert '"F-1" (900000025)' in ui.dialog
        await ui.press("enter")
        assert ui.plan.budget["B2"].spent == Decimal(100)
        assert ui.plan.budget["B1"].spent is None
        await ui.press("ctrl+z")
        assert ui.plan == plan
