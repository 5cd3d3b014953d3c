"""The SWOT crossed on the screen: pairs become objectives, findings become lines, a line is set aside."""

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[diagnostic.competitors.C1]
name = "Dupont"
threat = 5

[diagnostic.swot.S1]
kind = "strength"
text = "Atelier à soi"

[diagnostic.swot.S2]
kind = "weakness"
text = "Pas de commercial"

[diagnostic.swot.S3]
kind = "threat"
text = "Un concurrent s'installe"

[diagnostic.swot.S4]
kind = "opportunity"
text = "Une école ouvre"

[diagnostic.pestel.P1]
factor = "legal"
text = "Le tri devient obligatoire"
effect = "opportunity"
weight = 4

[diagnostic.pestel.P2]
factor = "legal"
text = "Rien de sûr"

[objectives.O1]
title = "Trente mairies"
answers = ["S1", "S3"]
"""


def _line(ui: Interface, text: str) -> str:
    return plain(next(line for line in ui.dialog.splitlines() if text in line))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_the_grid(size: tuple[int, int], language: Language) -> None:
    """Internal by external, the objective in the cell of its pair, the four crossings named, what is in no pair."""
    async with Interface.open(PLAN, language, size) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x")
        told = plain(ui.dialog)
        assert _line(ui, "S1 Atelier").split("│")[0].split()[-2:] == ["·", "O1"]
        for name in ("so", "st", "wo", "wt", "never"):
            assert plain(ui.words(f"crossing.{name}")) in told
        assert [line.split()[1] for line in ui.dialog.splitlines() if "○" in line] == ["S2", "S4"]


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_pair_becomes_an_objective(language: Language) -> None:
    """Enter on a pair drafts its objective, title and family filled in, the cursor on the title, in one step."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x", "down", "right", "left", "enter")
        objective = ui.plan.objectives["O2"]
        assert objective.answers == ("S2", "S4")
        assert "Pas de commercial" in (objective.title or "")
        assert "Une école ouvre" in (objective.title or "")
        assert objective.family == "activity"
        assert ui.focused == "objectives.O2.title"
        assert set(ui.plan.links) == {"O2>S2", "O2>S4"}
        await ui.press("ctrl+z")
        assert list(ui.plan.objectives) == ["O1"]
        assert not ui.plan.links


async def test_a_pair_with_an_objective_leads_to_it() -> None:
    """Enter on a pair that has one asks: it, or another one."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x", "right", "enter", "enter")
        assert (ui.section, ui.record) == ("objectives", "O1")
        await ui.to_section("diagnostic.swot")
        await ui.press("x", "right", "enter", "down", "enter")
        assert ui.plan.objectives["O2"].answers == ("S1", "S3")


async def test_a_side_without_items() -> None:
    """With strengths alone there is nothing to cross, and the sheet says what is missing."""
    async with Interface.open(PLAN.partition("[diagnostic.swot.S3]")[0]) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x")
        assert plain(ui.words("crossing.one_sided")) in plain(ui.dialog)
        await ui.press("enter", "escape")
        assert ui.dialog == ""


async def test_a_line_is_set_aside_and_taken_up_again() -> None:
    """`s` asks for the reason; the board shows it in a glyph and a word; the same key takes it back."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("s", *"Trop cher", "enter")
        assert ui.plan.diagnostic.swot["S1"].set_aside == "Trop cher"
        assert "⊘ écarté" in plain(ui.list)
        await ui.press("s")
        assert not ui.plan.diagnostic.swot["S1"].set_aside
        await ui.press("s", "escape")
        assert not ui.plan.diagnostic.swot["S1"].set_aside


async def test_setting_aside_from_the_grid_comes_back_to_it() -> None:
    """In the grid too, and what is set aside is no longer named as left over."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x", "down", "s", *"Plus tard", "enter")
        assert ui.plan.diagnostic.swot["S2"].set_aside == "Plus tard"
        assert "⊘ S2" in plain(ui.dialog)
        assert "○ S2" not in plain(ui.dialog)


async def test_a_trend_is_drawn_into_the_swot() -> None:
    """`p` makes the line of the kind that the effect says, weight and origin kept; the list shows it; one step."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.pestel")
        await ui.press("p")
        item = ui.plan.diagnostic.swot["S5"]
        assert (item.kind, item.weight, item.from_) == ("opportunity", 4, "P1")
        assert "S5" in plain(ui.list)
        assert ui.section == "diagnostic.pestel"
        await ui.press("ctrl+z")
        assert "S5" not in ui.plan.diagnostic.swot


async def test_what_has_no_effect_is_asked() -> None:
    """A trend without effect, a review line: which line does it make?"""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.pestel")
        await ui.press("down", "p", "down", "enter")
        assert ui.plan.diagnostic.swot["S5"].kind == "weakness"


async def test_what_was_drawn_already_is_said() -> None:
    """A second time, one goes to the line or draws another of a kind one chooses."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.competitors")
        await ui.press("p", "p", "enter")
        assert (ui.section, ui.record) == ("diagnostic.swot", "S5")
        await ui.to_section("diagnostic.competitors")
        await ui.press("p", "down", "enter", "enter")
        assert ui.plan.diagnostic.swot["S6"].kind == "strength"


async def test_the_guidance_is_of_the_crossing_one_stands_at() -> None:
    """Each of the four has its section beside the grid."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("x")
        titles = [plain(ui.text)]
        for key in ("right", "down", "left"):
            await ui.press(key)
            titles.append(plain(ui.text))
        names = ("Force × opportunité", "Force × menace", "Faiblesse × menace", "Faiblesse × opportunité")
        assert all(name in title for name, title in zip(names, titles, strict=True))
