"""What the method asks for, found missing and put right from the keyboard."""

import pytest

from tests.renewal import YEAR
from tests.tui.pages import Interface
from tui.dialogs.listing import Listing

SUBJECTS = ("market", "competitors", "offers", "pricing", "media", "channels", "swot", "pestel")


async def _enter(ui: Interface, code: str, path: str) -> None:
    """F7, down to a finding, Enter."""
    await ui.checked()
    await ui.press("f7")
    for _ in range(60):
        dialog = ui.workspace.dialog
        assert isinstance(dialog, Listing)
        if dialog.item is not None and dialog.item.key.startswith(code) and dialog.item.path == path:
            break
        await ui.press("down")
    assert code in ui.dialog
    await ui.press("enter")


@pytest.mark.parametrize("subject", SUBJECTS)
async def test_every_missing_subject_is_listed_and_led_to(subject: str) -> None:
    """Of a plan without a diagnostic, F7 has a line for each subject, and Enter opens its screen."""
    async with Interface.open(YEAR) as ui:
        await _enter(ui, "DIA", f"diagnostic.{subject}")
        assert ui.section == f"diagnostic.{subject}"


async def test_an_objective_without_a_deadline_is_named_and_led_to() -> None:
    """Emptied, it is an error in F7's list; Enter goes to the field; typed again, the error is gone."""
    async with Interface.open(YEAR) as ui:
        await ui.press("f3")
        await ui.to_field("objectives.O1.deadline")
        await ui.press("ctrl+w")
        await _enter(ui, "OBJ001", "objectives.O1.deadline")
        assert ui.focused == "objectives.O1.deadline"
        await ui.type("30/09/2027")
        await ui.checked()
        await ui.press("f7")
        assert "OBJ001" not in ui.dialog
