"""A ledger from the palette: its accounts gone through, the difference read, taken as one step, undone as one."""

import re
from decimal import Decimal
from pathlib import Path

from tests.tui.imports.ledgers import USUAL, ledger
from tests.tui.imports.test_ledger_taking import FAIR, plan_of
from tests.tui.pages import Interface


async def _opened(ui: Interface, file: Path) -> None:
    ui.workspace.desk.session.file = file.with_suffix(".toml")
    await ui.press("ctrl+p")
    await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
    await ui.press("enter", *["backspace"] * 5)
    await ui.type(".txt")
    await ui.press("enter")


async def test_mapped_shown_taken_and_undone(tmp_path: Path) -> None:
    """Enter changes an account from where it stands, Escape leaves it, d goes on, Enter takes."""
    plan = plan_of(tmp_path, FAIR)
    async with Interface.open(plan, "en") as ui:
        await _opened(ui, ledger(tmp_path, USUAL))
        assert ui.words("ledger.balanced", debit="41,849.30") in ui.dialog
        await ui.press("down", "down", "down", "enter")
        assert "62260000" in ui.dialog
        await ui.press("escape")
        assert ui.words("ledger.balanced", debit="41,849.30") in ui.dialog
        await ui.press("enter", "up", "up", "enter", "d")
        assert "18,500" in ui.dialog
        assert ui.plan is plan
        await ui.press("enter")
        assert ui.plan.budget["B1"].last_year == Decimal(18500)
        assert {line.category for line in ui.plan.budget.values()} == {"Salons", "Annonces et insertions"}
        await ui.press("ctrl+z")
        assert ui.plan == plan
