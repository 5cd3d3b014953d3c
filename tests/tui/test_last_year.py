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


QUOTED = (
    PLAN
    + """
[budget.B1.quotes.Y1]
supplier = "Dupont"
amount = 9000
valid_until = 2020-01-31
chosen = true

[budget.B1.quotes.Y2]
supplier = "Durand"
amount = 8500
reference = "D-12"

[budget.B1.quotes.Y3]
supplier = "Muet"
"""
)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_choosing_a_quote(language: Language) -> None:
    """The quotes with their validity; the one taken is written on the line as one step."""
    async with Interface.open(QUOTED, language, NARROW) as ui:
        await ui.to_section("budget")
        ui.workspace.run("choose_quote")
        await ui.press("up")
        assert "● Dupont" in plain(ui.dialog)
        assert "✗" in ui.dialog
        await ui.press("down", "enter")
        line = ui.plan.budget["B1"]
        assert (line.amount, line.supplier, line.source, line.reference) == (D(8500), "Durand", "quote", "D-12")
        assert [quote.chosen for quote in line.quotes.values()] == [None, True, None]
        assert "Durand" in ui.told
        await ui.press("ctrl+z")
        assert ui.plan.budget["B1"].amount is None
        assert ui.plan.budget["B1"].quotes["Y1"].chosen


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_cannot_be_chosen_is_said(language: Language) -> None:
    """A quote without an amount, a line without quotes: a sentence each, and nothing changes."""
    async with Interface.open(QUOTED, language) as ui:
        await ui.to_section("budget")
        before = ui.plan
        ui.workspace.run("choose_quote")
        await ui.press("down", "down", "enter")
        assert plain(ui.words("last_year.no_quote_amount")) in ui.told
        ui.workspace.grid.show("budget", "B2")
        await ui.press("ctrl+p", *ui.words("commands.choose_quote"), "enter")
        assert plain(ui.words("last_year.no_quotes", id="B2")) in ui.told
        assert ui.plan is before


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_the_budget_against_last_year(language: Language, size: tuple[int, int]) -> None:
    """A line a category with figures in columns, the difference signed, what is empty counted."""
    async with Interface.open(PLAN + '[budget.B4]\nlabel = "x"\namount = 50\n', language, size) as ui:
        await ui.to_section("budget")
        ui.workspace.run("against_last_year")
        await ui.press("down")
        said, group = plain(ui.dialog), " " if language == "fr" else ","
        assert f"Media 3{group}000 1{group}234 −1{group}766 −58{'.' if language == 'en' else ','}9" in said
        assert f"{plain(ui.words('last_year.sum'))} 13{group}000 1{group}234" in said
        assert f"{plain(ui.words('last_year.total'))} 13{group}000 1{group}284" in said
        assert plain(ui.words.count("last_year.waiting", 2)) in said


async def test_how_much_quotes_back_stands_below_the_total() -> None:
    """9,000 of 10,234 rests on a quote; an empty budget says nothing of it."""
    text = QUOTED.replace("last_year = 10000", "last_year = 10000\namount = 9000")
    async with Interface.open(text, "en") as ui:
        await ui.to_section("budget")
        assert ui.words("last_year.backed", n="88") in ui.text
    async with Interface.open(PLAN.partition("[budget")[0], "en") as ui:
        await ui.to_section("budget")
        assert "backed" not in ui.text
