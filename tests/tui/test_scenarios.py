"""Scenarios from the keyboard: which is at work, the menu, all side by side, one made the plan."""

import pytest

from model.breakdowns import total
from tests.tui.pages import NARROW, Interface, plain
from tui.words import LANGUAGES, Language

BASE = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
ceiling = 2000

[objectives.O1]
title = "Mairies"

[actions.A1]
title = "Salon"
objectives = ["O1"]

[budget.B1]
label = "Stand"
category = "salons"
action = "A1"
amount = 1000

[budget.B2]
label = "Brochure"
amount = 500
"""
PLAN = (
    BASE
    + """
[scenarios.Z1]
title = "Prudent"

[scenarios.Z1.budget.B2]
amount = "-10%"

[scenarios.Z2]
title = "Sans salon"
base = "Z1"

[scenarios.Z2.actions.A1]
excluded = true
"""
)
both = pytest.mark.parametrize("language", LANGUAGES)


async def _ordered(ui: Interface, command: str) -> None:
    """Run a command by its name in the palette."""
    await ui.press("ctrl+p", *plain(ui.words(f"commands.{command}")), "enter")


@both
async def test_f8_goes_round(language: Language) -> None:
    """The plan, each scenario in order, the plan again; the line at the bottom says which and how much."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section("budget")
        seen = []
        for _ in range(3):
            await ui.press("f8")
            seen.append((ui.desk.scenario, ui.told))
        assert [id_ for id_, _ in seen] == ["Z1", "Z2", None]
        assert "Z1 Prudent" in seen[0][1]
        assert plain(ui.words("scenarios.plan_active")) in ui.told


@both
@pytest.mark.parametrize("command", ["compare", "next_scenario", "promote"])
async def test_without_scenario_a_sentence_says_how_to_make_one(language: Language, command: str) -> None:
    """Nothing to compare or to promote: one sentence, no sheet."""
    async with Interface.open(BASE, language) as ui:
        await _ordered(ui, command)
        assert plain(ui.words("scenarios.none")) in ui.told
        assert not ui.dialog


@both
async def test_the_comparison_shows_each_figure_with_its_difference(language: Language) -> None:
    """Totals, what is left, categories, objectives, and the objective that loses its money."""
    async with Interface.open(PLAN, language) as ui:
        await _ordered(ui, "compare")
        shown = plain(ui.dialog).replace(",", " ")
        assert "Prudent Sans salon" in shown
        side = plain(ui.words("messages.excl_tax"))
        assert f"{plain(ui.words('scenarios.total', side=side))} 1 500 1 450 −50 450 −1 050" in shown
        assert "500 550 +50 1 550 +1 050" in shown
        assert "salons 1 000 1 000 = 0 −1 000" in shown
        assert "O1 Mairies 1 000 1 000 = 0 −1 000" in shown
        assert plain(ui.words("cli.what_if.objective_unfunded", name="O1 Mairies")) in plain(ui.dialog)
        await ui.press("escape")
        assert not ui.dialog


@both
async def test_a_narrow_comparison_says_what_it_leaves_out(language: Language) -> None:
    """Four scenarios have no room at 80 columns: the last one is named, and stands there once it is at work."""
    more = "".join(f'\n[scenarios.Y{n}]\ntitle = "Autre {n}"\n[scenarios.Y{n}.drivers]\n' for n in range(5))
    async with Interface.open(PLAN + more, language, NARROW) as ui:
        await _ordered(ui, "compare")
        await ui.press("end")
        assert plain(ui.words("scenarios.no_room", names="@")).split("@")[0] in plain(ui.dialog)
        assert "Y4 Autre 4" in plain(ui.dialog)
        await ui.press("escape", *["f8"] * 7)
        assert ui.desk.scenario == "Y4"
        await _ordered(ui, "compare")
        assert "▸ Autre 4" in plain(ui.dialog)


@both
async def test_promotion_is_read_then_done_then_undone(language: Language) -> None:
    """The differences in words, `p` does it in one step, the scenario is gone, undo brings all of it back."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f8", "f8")
        before, seen = ui.plan, total(ui.desk.seen)
        await _ordered(ui, "promote")
        shown = plain(ui.dialog)
        label = {"fr": "B2 Brochure : montant", "en": "B2 Brochure: amount"}[language]
        assert f"{label} 500 → 450 (−50)" in shown
        await ui.press("p")
        assert not ui.dialog
        assert total(ui.plan) == seen
        assert list(ui.plan.scenarios) == ["Z1"]
        assert ui.desk.scenario is None
        assert "Z2 Sans salon" in ui.told
        await ui.press("ctrl+z")
        assert ui.plan is before


@both
async def test_promotion_needs_a_scenario_at_work(language: Language) -> None:
    """With the plan itself at work, a sentence says which key chooses a scenario."""
    async with Interface.open(PLAN, language) as ui:
        await _ordered(ui, "promote")
        assert plain(ui.words("scenarios.promote_none")) in ui.told


@both
async def test_the_menu_chooses_and_makes(language: Language) -> None:
    """The menu opens on what is at work; what it makes is at work at once."""
    async with Interface.open(PLAN, language) as ui:
        await _ordered(ui, "scenario_menu")
        await ui.press("down", "enter")
        assert ui.desk.scenario == "Z1"
        await _ordered(ui, "scenario_menu")
        await ui.press("down", "down", "enter")
        assert ui.desk.scenario == "Z3"
        made = ui.plan.scenarios["Z3"]
        assert (made.title, made.base) == (ui.words("scenarios.title", n=3), "Z1")


@both
async def test_a_copy_holds_what_the_original_holds_and_can_be_deleted(language: Language) -> None:
    """The copy differs by its title alone; deleting it leaves the plan at work."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f8", "f8")
        await _ordered(ui, "scenario_menu")
        await ui.press("down", "down", "enter")
        copy, original = ui.plan.scenarios["Z3"], ui.plan.scenarios["Z2"]
        assert ui.desk.scenario == "Z3"
        assert copy.title == plain(ui.words("scenarios.copy_of", title="Sans salon"))
        assert copy.model_copy(update={"title": original.title}) == original
        await _ordered(ui, "scenario_menu")
        await ui.press(*["down"] * 4, "enter")
        assert "Z3" not in ui.plan.scenarios
        assert ui.desk.scenario is None


@both
async def test_a_scenario_others_rest_on_says_so_when_deleted(language: Language) -> None:
    """Who is still based on it is named."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f8")
        await _ordered(ui, "scenario_menu")
        await ui.press(*["down"] * 5, "enter")
        assert list(ui.plan.scenarios) == ["Z2"]
        assert "Z2" in ui.told


@both
async def test_a_scenario_is_renamed(language: Language) -> None:
    """The title at work stands in the line to be changed; Escape leaves it as it is."""
    async with Interface.open(PLAN, language) as ui:
        await ui.press("f8")
        await _ordered(ui, "scenario_menu")
        await ui.press(*["down"] * 4, "enter", *["backspace"] * 7, *"Sobre", "enter")
        assert ui.plan.scenarios["Z1"].title == "Sobre"
        assert "Z1 Sobre" in ui.told
        await _ordered(ui, "scenario_menu")
        await ui.press(*["down"] * 4, "enter", "x", "escape")
        assert not ui.dialog
        assert ui.plan.scenarios["Z1"].title == "Sobre"
