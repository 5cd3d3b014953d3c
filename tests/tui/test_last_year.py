"""Starting from last year, choosing quotes, and the budget against last year, from the keyboard."""

from decimal import Decimal

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import LANGUAGES, Language

D = Decimal
PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"

[budget.B1]
label = "Stand"
category = "Salons"
last_year = 10000

[budget.B2]
label = "Film"
category = "Media"
last_year = 2000

[budget.B3]
label = "Affiches"
category = "Media"
last_year = 1000
amount = 1234
"""


async def _open_last_year(ui: Interface) -> None:
    await ui.to_section("budget")
    ui.workspace.run("last_year")
    await ui.press("down", "up")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_filling_the_empty_lines_of_a_category(language: Language, size: tuple[int, int]) -> None:
    """A percentage, then a scope that tells its consequence; one step fills, one step goes back."""
    async with Interface.open(PLAN, language, size) as ui:
        await _open_last_year(ui)
        assert plain(ui.words("last_year.percent_title")) in plain(ui.dialog)
        await ui.press("end", "down", "enter")
        group = " " if language == "fr" else ","
        assert f"0 → 10{group}200" in plain(ui.dialog)
        assert f"0 → 12{group}240" in plain(ui.dialog)
        assert f"1{group}234 → 13{group}260" in plain(ui.dialog)
        await ui.press("enter")
        assert (ui.value("budget.B1.amount"), ui.value("budget.B1.source")) == (D(10200), "last_year")
        assert ui.value("budget.B2.amount") is None
        assert plain(ui.words.count("last_year.filled", 1)) in ui.told
        await ui.press("ctrl+z")
        assert ui.value("budget.B1.amount") is None


async def test_a_percentage_is_typed_and_the_whole_budget_overwritten() -> None:
    """+2,5 % typed; the last choice overwrites the typed line too."""
    async with Interface.open(PLAN, "fr") as ui:
        await _open_last_year(ui)
        await ui.press(*"2,5", "enter", "down", "down", "down", "enter")
        assert [ui.value(f"budget.B{n}.amount") for n in (1, 2, 3)] == [D(10250), D(2050), D(1025)]
        await ui.press("ctrl+z")
        assert [ui.value(f"budget.B{n}.amount") for n in (1, 2, 3)] == [None, None, D(1234)]


async def test_a_scenario_at_work_takes_the_amounts() -> None:
    """With a scenario at work the plan's lines stay, its own differences hold the amounts."""
    async with Interface.open(PLAN + '[scenarios.Z1]\ntitle = "Prudent"\n', "fr") as ui:
        ui.desk.session.asked_scenario = "Z1"
        await _open_last_year(ui)
        await ui.press("enter", "down", "enter")
        assert ui.value("budget.B1.amount") is None
        assert ui.value("scenarios.Z1.budget.B1.amount") == D(10000)
        assert ui.value("scenarios.Z1.budget.B2.amount") == D(2000)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_nothing_to_fill_is_said(language: Language) -> None:
    """Without any figure of last year one sentence says where to enter it."""
    async with Interface.open(PLAN.partition("[budget")[0], language) as ui:
        await _open_last_year(ui)
        await ui.press("enter")
        assert not ui.dialog
        assert plain(ui.words("last_year.nothing")) in ui.told
