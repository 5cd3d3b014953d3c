"""An invoice from the palette: where it goes, then what it changes, taken as one step and undone as one."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tui.imports.invoices.test_taking import TEXT, loaded
from tests.tui.imports.invoices.writing import Written, cii
from tests.tui.pages import Interface
from tui.words import Language


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
