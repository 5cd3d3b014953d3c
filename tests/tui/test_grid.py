"""The budget grid: entries in a cell, and the totals that follow them; expected figures are computed apart."""

import re
from decimal import ROUND_HALF_UP, Decimal

import pytest

from tests.tui.pages import NARROW, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
tax_rate = 20
ceiling = 5000

[drivers.jour]
value = 350

[budget.B1]
label = "Stand"
category = "salons"
amount = 1000.05

[budget.B2]
label = "Brochure"
category = "papier"
unit_cost = 0.125
quantity = 1000

[budget.B3]
label = "Traiteur"
category = "salons"
amount = 700
tax_rate = 10
"""
B2 = Decimal(125)
B3 = Decimal(700)


def _cents(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _french(number: Decimal) -> str:
    whole, _, cents = f"{number:,.2f}".partition(".")
    return f"{whole.replace(',', ' ')},{cents}"


def _shows(text: str, number: Decimal) -> bool:
    """Whether a text holds a number, whole ones with or without their cents."""
    french = _french(number)
    return re.search(rf"(?<![\d,]){re.escape(french.removesuffix(',00'))}(,00)?(?![\d,])", text) is not None


@pytest.mark.parametrize(
    ("language", "typed", "value"),
    [
        ("fr", "1200", Decimal(1200)),
        ("fr", "12k", Decimal(12000)),
        ("fr", "1 200,50", Decimal("1200.50")),
        ("en", "1,200.50", Decimal("1200.50")),
        ("fr", "+500", Decimal("1500.05")),
        ("fr", "-500", Decimal("500.05")),
        ("fr", "-10%", Decimal("900.05")),
        ("fr", "+10%", Decimal("1100.06")),
        ("fr", "*1,2", Decimal("1200.06")),
        ("en", "*1.2", Decimal("1200.06")),
        ("fr", "/12", Decimal("83.34")),
        ("fr", "15%", _cents((Decimal("1000.05") + B2 + B3) * 15 / 100)),
        ("fr", "=12*350", "=12*350"),
        ("fr", "=3*@jour", "=3*@jour"),
        ("fr", "=12,5*2", "=12.5*2"),
        ("fr", "=-500", "=-500"),
    ],
)
async def test_an_entry_in_a_cell(language: Language, typed: str, value: object) -> None:
    """A number replaces, a sign changes, a percent takes its share of the total, = keeps a formula."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f5", *typed, "enter")
        assert ui.value("budget.B1.amount") == value


@pytest.mark.parametrize(
    ("typed", "amount"), [("1200", "1200"), ("+500", "1500.05"), ("=12*350", "4200"), ("=3*@jour", "1050"), ("0", "0")]
)
async def test_totals_follow_an_entry(typed: str, amount: str) -> None:
    """The line, the total on both sides of the tax and the categories are those of the new amount."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *typed, "enter")
        excl = Decimal(amount) + B2 + B3
        tax = _cents(Decimal(amount) * 20 / 100) + _cents(B2 * 20 / 100) + _cents(B3 * 10 / 100)
        shown = plain(ui.list)
        for figure in (Decimal(amount), excl, tax, excl + tax):
            assert _shows(shown, figure), figure


async def test_the_ceiling_follows_an_entry() -> None:
    """What is left under the ceiling, or what goes over it, is said on the grid and at the top."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"1000", "enter")
        assert f"{ui.words('messages.left')} 3 175" in plain(ui.list)
        await ui.press("up", *"10000", "enter")
        assert f"{ui.words('messages.over')} 5 825" in plain(ui.list)
        assert "✗" in ui.title


async def test_escape_leaves_the_cell_as_it_was() -> None:
    """Escape gives an entry up: the amount is what it was, and the cell shows it."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"9999", "escape")
        assert ui.value("budget.B1.amount") == Decimal("1000.05")
        assert "9999" not in ui.text
        assert "1 000,05" in plain(ui.list)


async def test_before_and_after_show_while_typing() -> None:
    """While an entry is open its effect is said: the cell before, after, and the difference."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"+500")
        for figure in ("1 000,05", "1 500,05", "+500"):
            assert figure in ui.told


@pytest.mark.parametrize("typed", ["12..5", "1,500", "+x", "/0", "*10%"])
async def test_an_entry_that_is_no_value_is_not_kept(typed: str) -> None:
    """Enter on what is no value says why and keeps the entry open; the plan is untouched."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *typed, "enter")
        assert ui.value("budget.B1.amount") == Decimal("1000.05")
        assert "✗" in ui.told
        assert typed in ui.list


async def test_enter_goes_down_tab_goes_right() -> None:
    """Enter keeps the entry and goes to the line below; Tab keeps it and goes to the next cell."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "down", "down", *"800", "up")
        assert (ui.value("budget.B3.amount"), ui.record) == (Decimal(800), "B2")


async def test_arrows_reach_the_other_numbers_of_a_line() -> None:
    """On a screen that has room for them, Right goes to the unit cost and the quantity, which take entries too."""
    async with Interface.open(PLAN, size=(200, 50)) as ui:
        await ui.press("f5", "down")
        while ui.workspace.grid.column != "quantity":
            before = ui.workspace.grid.column
            await ui.press("right")
            assert ui.workspace.grid.column != before
        await ui.press(*"*2", "enter")
        assert ui.value("budget.B2.quantity") == Decimal(2000)
        assert _shows(plain(ui.list), Decimal("0.125") * 2000)


async def test_an_entry_is_kept_when_one_goes_elsewhere() -> None:
    """A step's key in the middle of an entry keeps it."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"1234", "f6")
        assert ui.value("budget.B1.amount") == Decimal(1234)


async def test_an_entry_is_undone_as_one_step() -> None:
    """Ctrl+Z takes a whole entry back."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"1234", "enter", "ctrl+z")
        assert ui.value("budget.B1.amount") == Decimal("1000.05")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_t_shows_the_other_side_of_the_tax(language: Language) -> None:
    """`t` shows amounts on the other side of the tax and says which; the plan is the same, `t` again comes back."""
    async with Interface.open(PLAN, language, NARROW, numbers="fr") as ui:
        await ui.press("f5")
        with_tax = _french(Decimal("1000.05") + _cents(Decimal("1000.05") * 20 / 100))
        line = next(line for line in ui.list.splitlines() if "Stand" in line)
        before, amounts = ui.plan, plain(line)
        assert "1 000,05" in amounts
        await ui.press("t")
        heading, line = ui.list.splitlines()[0], next(line for line in ui.list.splitlines() if "Stand" in line)
        assert with_tax in plain(line)
        assert plain(ui.words("messages.incl_tax")) in plain(heading)
        assert ui.plan is before
        await ui.press("t")
        assert plain(next(line for line in ui.list.splitlines() if "Stand" in line)) == amounts


async def test_a_line_is_removed_and_comes_back() -> None:
    """Ctrl+D removes the line, its amount leaves the total, Ctrl+Z brings both back."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "ctrl+d")
        assert _shows(plain(ui.list), B2 + B3)
        await ui.press("ctrl+z")
        assert _shows(plain(ui.list), Decimal("1000.05") + B2 + B3)


@pytest.mark.parametrize("key", ["delete", "ctrl+d"])
async def test_delete_removes_no_line_while_an_entry_is_typed(key: str) -> None:
    """Delete and Ctrl+D never remove anything while text is typed."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"12", key, "enter")
        assert list(ui.plan.budget) == ["B1", "B2", "B3"]
        assert ui.value("budget.B1.amount") == Decimal(12)


async def test_an_entry_never_shows_on_another_line() -> None:
    """An entry that is no value is given up when one goes to another line; the new line takes its own."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", *"1,500", "ctrl+p", *"traiteur", "enter")
        assert ui.record == "B3"
        assert "1,500" not in ui.list
        await ui.press(*"800", "enter")
        assert (ui.value("budget.B1.amount"), ui.value("budget.B3.amount")) == (Decimal("1000.05"), Decimal(800))


async def test_an_entry_goes_with_its_line() -> None:
    """Undoing the line that an unfinished entry is open on leaves the grid at work."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "end", "insert", *"Port", "tab", "escape", *"12..", "ctrl+z", "ctrl+z")
        assert list(ui.plan.budget) == ["B1", "B2", "B3"]
        await ui.press("home", *"7", "enter")
        assert ui.value("budget.B1.amount") == Decimal(7)


ONE_LINE = PLAN[: PLAN.index("[budget.B2]")]


async def test_the_last_line_can_be_removed() -> None:
    """An empty budget has no row to stand on: the grid shows none, and takes a new line."""
    async with Interface.open(ONE_LINE) as ui:
        await ui.press("f5", "ctrl+d")
        assert ui.plan.budget == {}
        await ui.press("up", "down", "x", "X", "h", "home", "end", "ctrl+c", "1", "escape", "insert")
        assert len(ui.plan.budget) == 1
        assert not ui.has_ended


async def test_a_selection_does_not_outlive_its_rows() -> None:
    """Rows selected, then gone: what is chosen is what is left."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f5", "end", "shift+up", "ctrl+d", "ctrl+d", "ctrl+d", "x", "X", "ctrl+c")
        assert not ui.has_ended
