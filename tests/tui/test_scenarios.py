"""Scenarios at the keyboard: which one is at work, the menu, comparing, consequences, promoting."""

from decimal import Decimal
from pathlib import Path

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
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
ceiling = 2000

[objectives.O1]
title = "Trente mairies"
family = "customers"
unit = "contrats"
baseline = 10
target = 30
deadline = 2027-06-30

[objectives.O2]
title = "Être connu"
family = "communication"

[actions.A1]
title = "Salon"
objectives = [
    "O1",
]

[actions.A1.milestones.J1]
title = "Stand"
due = 2027-03-31

[actions.A2]
title = "Presse"
objectives = [
    "O2",
]

[budget.B1]
label = "Traiteur"
category = "salons"
action = "A1"
amount = 700

[budget.B2]
label = "Dossier"
category = "presse"
action = "A2"
amount = 300

[scenarios.Z1]
title = "Prudent"

[scenarios.Z1.budget.B1]
amount = "+200"

[scenarios.Z2]
title = "Sans salon"

[scenarios.Z2.actions.A1]
excluded = true
"""
both_languages = pytest.mark.parametrize("language", LANGUAGES)


async def _run(ui: Interface, command: str) -> None:
    """Run a command from the palette, by its name."""
    await ui.press("ctrl+p", *ui.words(f"commands.{command}"), "enter")


def _line(text: str, start: str) -> str:
    return next(plain(line) for line in text.splitlines() if plain(line).startswith(start))


LATER = PLAN.replace('title = "Salon"\n', 'title = "Salon"\nstart = 2027-03-01\nend = 2027-04-30\n').replace(
    "[scenarios.Z2]", "[scenarios.Z1.actions.A1]\ndelay = 2\n\n[scenarios.Z2]"
)
sizes = pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])


@sizes
@both_languages
async def test_every_step_says_which_scenario_is_at_work(language: Language, size: tuple[int, int]) -> None:
    """In the title, by a sign and in words, on whatever step; nothing is said while the plan itself is at work."""
    async with Interface.open(LATER, language, size) as ui:
        await ui.press("f8")
        for key in ("f2", "f3", "f4", "f5", "f6", "f10", "f12"):
            await ui.press(key)
            assert plain("▲ " + ui.words("grid.banner", title="Prudent")) in ui.title
        await ui.press("f8", "f8")
        assert "▲" not in ui.title


@sizes
@both_languages
async def test_actions_show_what_the_scenario_asks_of_them(language: Language, size: tuple[int, int]) -> None:
    """Beside the plan's days stand those of the scenario; an action that is left out is marked."""
    async with Interface.open(LATER, language, size) as ui:
        await ui.press("f4")
        assert "▲" not in ui.list + ui.form
        await ui.press("f8")
        later = plain("▲ " + ui.words("grid.delayed", n="+2"))
        assert [later in plain(row) for row in ui.list.splitlines()[1:3]] == [True, False]
        assert later in plain(ui.form)
        days = {"fr": ("▲ 01/05/2027", "▲ 31/05/2027"), "en": ("▲ 1 May 2027", "▲ 31 May 2027")}[language]
        await ui.to_field("actions.A1.start")
        assert days[0] in ui.field("actions.A1.start")
        await ui.press("tab")
        assert days[0] in ui.field("actions.A1.start")
        await ui.to_field("actions.A1.milestones.J1.due")
        assert days[1] in ui.field("actions.A1.milestones.J1.due")
        await ui.press("escape", "f8")
        assert plain("▲ " + ui.words("grid.excluded")) in plain(ui.list)


@both_languages
async def test_f8_goes_round(language: Language) -> None:
    """From the plan to each scenario in the order of the file, and back; which one is at work is told."""
    async with Interface.open(PLAN, language) as ui:
        seen = []
        for title in ("Prudent", "Sans salon", None):
            await ui.press("f8")
            seen.append(ui.desk.scenario)
            assert title is None or title in ui.told
        assert plain(ui.words("scenarios.active_plan")) in ui.told
        assert seen == ["Z1", "Z2", None]


async def test_f8_without_scenario_says_how_to_begin() -> None:
    """A plan without scenarios has nothing to go to."""
    async with Interface.open(PLAN.split("[scenarios")[0]) as ui:
        await ui.press("f8")
        assert plain(ui.words("scenarios.none")) in ui.told
        assert ui.desk.scenario is None


@both_languages
async def test_the_list_shows_what_each_comes_to(language: Language) -> None:
    """Total, distance from the plan, number of differences; the one at work is marked."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section("scenarios")
        await ui.press("f8")
        rows = [plain(line) for line in ui.list.splitlines()[1:3]]
        assert rows == [
            f"▸ Z1 ● Prudent {'1 200' if language == 'fr' else '1,200'} +200 1 —",
            "Z2 Sans salon 300 −700 1 —",
        ]


@both_languages
async def test_the_menu_makes_one_active(language: Language) -> None:
    """The menu lists the plan and the scenarios with their totals; Enter takes one."""
    async with Interface.open(PLAN, language) as ui:
        await _run(ui, "scenario_menu")
        assert {"fr": "1 200,00 € (+200,00)", "en": "€1,200.00 (+200.00)"}[language] in plain(ui.dialog)
        await ui.press("down", "down", "enter")
        assert ui.desk.scenario == "Z2"
        await _run(ui, "scenario_menu")
        assert "● Z2 Sans salon" in plain(ui.dialog)
        await ui.press("enter")
        assert ui.desk.scenario is None


@both_languages
async def test_a_new_scenario_from_here(language: Language) -> None:
    """Its title is asked for; it stands on the one at work, and is at work itself; undo takes it away again."""
    async with Interface.open(PLAN, language) as ui:
        before = ui.plan
        await ui.press("f8")
        await _run(ui, "scenario_menu")
        await ui.press("down", "down", "down", "enter", *"Pire", "enter")
        assert ui.desk.scenario == "Z3"
        assert (ui.value("scenarios.Z3.title"), ui.value("scenarios.Z3.base")) == ("Pire", "Z1")
        await ui.press("ctrl+z")
        assert ui.plan is before
        assert ui.desk.scenario is None


async def test_a_question_left_makes_nothing() -> None:
    """Escape leaves the question of the title, and nothing is made."""
    async with Interface.open(PLAN) as ui:
        before = ui.plan
        await _run(ui, "scenario_menu")
        await ui.press("down", "down", "down", "enter")
        assert plain(ui.words("scenarios.title_question")) in plain(ui.dialog)
        await ui.press(*"Pire", "escape")
        assert not ui.dialog
        assert ui.plan is before


async def test_the_one_at_work_is_duplicated_renamed_and_removed() -> None:
    """The menu's last lines: a copy with the same differences, another title, and gone, the plan at work again."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f8")
        await _run(ui, "scenario_menu")
        await ui.press(*["down"] * 4, "enter")
        assert list(ui.plan.scenarios) == ["Z1", "Z3", "Z2"]
        assert ui.value("scenarios.Z3.budget.B1.amount") == "+200"
        assert ui.value("scenarios.Z3.title") == "Prudent (copie)"
        assert ui.desk.scenario == "Z3"
        await _run(ui, "scenario_menu")
        await ui.press(*["down"] * 6, "enter", *["backspace"] * 20, *"Souple", "enter")
        assert ui.value("scenarios.Z3.title") == "Souple"
        await _run(ui, "scenario_menu")
        await ui.press(*["down"] * 7, "enter")
        assert list(ui.plan.scenarios) == ["Z1", "Z2"]
        assert ui.desk.scenario is None


async def test_the_current_one_of_the_list_is_duplicated() -> None:
    """In the list of scenarios the command is for the current one, whichever is at work."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("scenarios")
        await ui.press("down")
        await _run(ui, "duplicate_scenario")
        assert (ui.record, list(ui.plan.scenarios)) == ("Z3", ["Z1", "Z2", "Z3"])
        assert ui.value("scenarios.Z3.actions.A1.excluded") is True


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
@both_languages
async def test_comparing(language: Language, size: tuple[int, int]) -> None:
    """Plan and scenarios in columns, with the difference by sign and glyph, and what loses its money."""
    async with Interface.open(PLAN, language, size) as ui:
        await _run(ui, "compare")
        total = _line(ui.dialog, ui.words("scenarios.excl_tax"))
        figures = "1,000.00 1,200.00 ▲ +200.00 300.00 ▼ −700.00"
        figures = figures if language == "en" else figures.replace(",", " ").replace(".", ",")
        assert total == f"{plain(ui.words('scenarios.excl_tax'))} {figures}"
        assert "Prudent" in ui.dialog
        assert "=" in _line(ui.dialog, "presse")
        await ui.press("end")
        assert "O1 Trente mairies" in plain(ui.dialog)
        await ui.press("escape")
        assert not ui.dialog


async def test_more_scenarios_than_fit_are_reached_by_the_arrows() -> None:
    """Right shows the next ones, as far as the last; Left goes back."""
    more = "".join(f'\n[scenarios.Y{n}]\ntitle = "Essai {n}"\n' for n in range(1, 6))
    async with Interface.open(PLAN + more, size=NARROW) as ui:
        await _run(ui, "compare")
        assert "Prudent" in ui.dialog
        assert "Essai 5" not in ui.dialog
        await ui.press(*["right"] * 9)
        assert "Essai 5" in ui.dialog
        await ui.press(*["left"] * 9)
        assert "Prudent" in ui.dialog


async def test_comparing_without_scenario() -> None:
    """One sentence says what is missing and how to make it."""
    async with Interface.open(PLAN.split("[scenarios")[0]) as ui:
        await _run(ui, "compare")
        assert plain(ui.words("scenarios.compare_none")) in plain(ui.dialog)


@both_languages
async def test_consequences_of_the_one_at_work(language: Language) -> None:
    """Who loses its money and what moves with it, or that the plan itself is at work."""
    async with Interface.open(PLAN, language) as ui:
        await _run(ui, "consequences")
        assert plain(ui.words("scenarios.consequences_none_active")) in plain(ui.dialog)
        await ui.press("escape", "f8", "f8")
        await _run(ui, "consequences")
        said = plain(ui.dialog)
        assert plain(ui.words("cli.what_if.objective_unfunded", name="O1 Trente mairies", because="")) in said
        assert "J1 Stand" in said
        assert {"fr": "70,0 % → 0,0 %", "en": "70.0% → 0.0%"}[language] in said


@both_languages
async def test_promoting(language: Language, tmp_path: Path) -> None:
    """The differences are read first; Enter makes them the plan in one step, the scenario gone, and undo is whole."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    async with Interface.open(file, language) as ui:
        before = ui.plan
        await ui.press("f8")
        await _run(ui, "promote")
        told = {"fr": "B1 Traiteur : montant 700 → 900 (+200)", "en": "B1 Traiteur: amount 700 → 900 (+200)"}[language]
        assert told in plain(ui.dialog)
        await ui.press("escape")
        assert ui.plan is before
        await _run(ui, "promote")
        await ui.press("enter")
        assert not ui.dialog
        assert ui.value("budget.B1.amount") == Decimal(900)
        assert list(ui.plan.scenarios) == ["Z2"]
        assert ui.desk.scenario is None
        assert "Prudent" in ui.told
        assert file.read_text(encoding="utf-8") == PLAN
        await ui.press("ctrl+z")
        assert ui.plan is before


async def test_promoting_tells_what_formulas_redo() -> None:
    """A line that only a driver changes is told by its amounts."""
    plan = PLAN.replace("amount = 300", 'amount = "=3*@jour"')
    plan = plan.replace("[budget.B1]", "[drivers.jour]\nvalue = 100\n\n[budget.B1]")
    async with Interface.open(plan + "\n[scenarios.Z2.drivers.jour]\nvalue = 110\n") as ui:
        await ui.press("f8", "f8")
        await _run(ui, "promote")
        assert "jour : valeur 100 → 110 (+10)" in plain(ui.dialog)
        assert "B2 Dossier : 300,00 → 330,00 (+30,00)" in plain(ui.dialog)


async def test_promoting_asks_which() -> None:
    """With the plan at work, the scenario is chosen first; `p` does it too."""
    async with Interface.open(PLAN) as ui:
        await _run(ui, "promote")
        await ui.press("down", "enter")
        assert "Sans salon" in ui.dialog
        await ui.press("p")
        assert ui.value("actions.A1.status") == "dropped"
        assert list(ui.plan.scenarios) == ["Z1"]
