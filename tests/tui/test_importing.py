"""An edited workbook from the palette: its difference read first, taken as one step, undone as one."""

import re
from decimal import Decimal
from pathlib import Path

from openpyxl import load_workbook

from tests.tui.exports.books import at, example, workbook
from tests.tui.pages import Interface


async def test_shown_then_taken_then_undone(tmp_path: Path) -> None:
    plan = example("twin-cities-gateway")
    file = workbook(plan, tmp_path / "back.xlsx")
    book = load_workbook(file)
    at(book["Budget"], "amount", "B2").value = 22000
    book.save(file)
    async with Interface.open(plan) as ui:
        ui.workspace.desk.session.file = file.with_suffix(".toml")
        await ui.press("ctrl+p")
        await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
        await ui.press("enter", "enter")
        assert "22,000" in ui.dialog or "22\u202f000" in ui.dialog
        assert ui.plan is plan
        await ui.press("enter")
        assert ui.plan.budget["B2"].amount == Decimal(22000)
        await ui.press("ctrl+z")
        assert ui.plan == plan
