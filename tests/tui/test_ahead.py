"""Keys typed faster than the screen: all of them arrive, each where it belongs."""

from decimal import Decimal

import pytest

from tests.tui.pages import NARROW, WIDE, Interface

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[team.marie]
name = "Marie"
"""


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_a_burst_over_several_steps_finds_its_places(size: tuple[int, int]) -> None:
    """Objective, action, budget line and indicator typed in one breath, before anything was drawn."""
    async with Interface.open(PLAN, size=size) as ui:
        await ui.press(
            *("f3", "insert", *"Trente mairies", "tab", "right", "tab", "tab", *"contrats", "tab", *"contrats"),
            *("f4", "insert", *"Salon des maires", "tab", *"trente", "enter", "tab", "enter", "enter", "tab"),
            *("f5", "insert", *"Stand", "tab", *"salons", "tab", "escape", *"1200", "enter"),
            *("f6", "insert", *"Contrats signés", "tab", *"O1", "tab"),
        )
        objective, action = ui.plan.objectives["O1"], ui.plan.actions["A1"]
        line, indicator = ui.plan.budget["B1"], ui.plan.indicators["K1"]
        assert (objective.title, objective.family) == ("Trente mairies", "activity")
        assert (objective.metric, objective.unit) == ("contrats", "contrats")
        assert (action.title, action.objectives) == ("Salon des maires", ("O1",))
        assert (line.label, line.category, line.amount) == ("Stand", "salons", Decimal(1200))
        assert (indicator.name, indicator.objective) == ("Contrats signés", "O1")


async def test_a_dialog_opened_by_a_burst_takes_the_rest_of_it() -> None:
    """Ctrl+P, the beginning of a name and Enter, then text: the name finds the record, the text goes to its field."""
    async with Interface.open(PLAN + '\n[objectives.O1]\ntitle = "Événement"\n') as ui:
        await ui.press("ctrl+p", *"evenement", "enter", "enter", "end", *" de mai", "tab")
        assert ui.value("objectives.O1.title") == "Événement de mai"


async def test_two_hundred_letters_at_once() -> None:
    """A long text posted in one go is all there, in order."""
    text = "".join(chr(ord("a") + n % 26) for n in range(200))
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "insert", *text)
        assert ui.value("objectives.O1.title") == text


async def test_what_was_typed_last_is_saved() -> None:
    """Ctrl+S right behind the last letter saves that letter too."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "insert", *"Salon", "ctrl+s")
        assert 'title = "Salon"' in ui.desk.session.file.read_text(encoding="utf-8")
