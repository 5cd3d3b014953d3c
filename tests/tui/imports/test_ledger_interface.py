"""A ledger from the palette: its accounts gone through, the difference read, taken as one step, undone as one."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from tests.tui.imports.ledgers import USUAL, ledger
from tests.tui.imports.test_ledger_taking import FAIR, plan_of
from tests.tui.pages import Interface
from tui.imports.ledger import apart


async def _opened(ui: Interface, file: Path) -> None:
    ui.workspace.desk.session.file = file.with_suffix(".toml")
    await ui.press("ctrl+p")
    await ui.type(re.split(r"\W", ui.words("commands.import_file"))[0])
    await ui.press("enter")
    await ui.type(file.name)
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


async def test_a_category_of_ones_own_and_back_from_the_difference(tmp_path: Path) -> None:
    """A text that is no choice is a category; Escape on the difference goes back to the accounts."""
    async with Interface.open(plan_of(tmp_path, FAIR), "en") as ui:
        await _opened(ui, ledger(tmp_path, USUAL))
        await ui.press("down", "down", "down", "enter")
        await ui.type("Agencies")
        await ui.press("enter", "d")
        assert "Agencies" in ui.dialog
        await ui.press("escape")
        assert ui.words("ledger.balanced", debit="41,849.30") in ui.dialog
        await ui.press("d", "enter")
        assert [line.supplier for line in ui.plan.budget.values() if line.category == "Agencies"] == [
            "Agence Éclat & Cie"
        ]


async def test_a_large_one_is_read_beside_the_interface(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line says so; keys do nothing meanwhile, Escape gives it up; then its accounts are there."""
    monkeypatch.setattr(apart, "is_large", lambda _: True)
    file = ledger(tmp_path, USUAL)
    async with Interface.open(plan_of(tmp_path, FAIR), "en") as ui:
        await _opened(ui, file)
        assert ui.words("imports.reading", file=file.name) in ui.dialog
        await ui.press("escape")
        assert ui.workspace.work is None
        assert ui.workspace.dialog is None
        await _opened(ui, file)
        await ui.press("d", "enter")
        await ui.worked()
        assert ui.words("ledger.balanced", debit="41,849.30") in ui.dialog
