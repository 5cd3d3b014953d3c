"""The master plan on the screen: boards of decisions and questions, the pictures that their keys open."""

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"

[team.marie]
name = "Marie Ébène"

[segments.G1]
name = "Mairies"
attractiveness = 5
chance = 4
target = true

[segments.G2]
name = "Écoles"
attractiveness = 5
chance = 4

[segments.G3]
name = "Musées"
chance = 2

[decisions.studies]
options = ["win_loss"]
status = "taken"

[decisions.strategic_mix]
options = ["push"]
choice = "Par les négoces"
status = "open"

[decisions.crm]
status = "taken"
revisit = 2020-01-31

[entities.E1]
name = "Magasin"
contribution = "Expédier le jour même"
owner = "marie"

[purchases.U1]
what = "Tissu"
kind = "creates_value"
impact = 4
risk = 5

[purchases.U2]
what = "Papier"
impact = 1
risk = 1
approach = "Au mois"

[purchases.U3]
what = "Moteurs"

[orientation.Q1]
score = 3
previous = 2
evidence = "Enquête de mars"

[orientation.Q2]
score = 1
previous = 3
"""


def line_with(text: str, screen: str) -> str:
    """The first line that holds a text."""
    return next(line for line in screen.splitlines() if text in plain(line))


@pytest.mark.parametrize("size", [WIDE, NARROW])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_board_says_where_each_decision_stands(language: Language, size: tuple[int, int]) -> None:
    """Under the names of the axes, with how many are settled: the state by glyph and word, then what is chosen."""
    async with Interface.open(PLAN, language, size) as ui:
        await ui.press("f12")
        words = ui.words
        assert f"{words('master.axis.information')} 1/2 ●○" in plain(ui.list)
        studies = plain(line_with(words("choices.decisions.studies"), ui.list))
        assert words("master.state.taken") in studies
        assert words("offers.options.win_loss")[:16] in studies
        mix = plain(line_with(words("choices.decisions.strategic_mix"), ui.list))
        assert plain(f"{words('master.state.open')} Par les négoces") in " ".join(mix.split())
        await ui.press("end", "up")
        crm = plain(line_with(words("choices.decisions.crm"), ui.list))
        assert words("master.state.overdue") in crm


async def test_the_guidance_is_about_the_decision_stood_on() -> None:
    """Going through the board shows what each decision is about; in a field, what the field is for."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f12")
        assert ui.words("choices.decisions.studies") in ui.guidance
        await ui.press("down")
        assert ui.words("choices.decisions.models") in ui.guidance
        await ui.press("enter", "tab")
        assert ui.guidance.split("│")[1].strip().startswith("Choix")


async def test_a_click_on_the_board_finds_its_record() -> None:
    """A heading is no record: a click on it changes nothing, one below it goes to what is under it."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f12")
        board = ui.workspace.decisions
        lines = ui.list.splitlines()
        at = next(n for n, line in enumerate(lines) if ui.words("choices.decisions.partners") in line)
        board.take_click(3, at)
        assert ui.record == "partners"
        board.take_click(3, at + 1)
        assert ui.record == "partners"


async def test_the_questions_stand_by_theme_with_their_trend() -> None:
    """The score as dots and figure, what became of last time's; the percentage of a theme, and of all."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("orientation")
        first = plain(line_with(ui.words("choices.orientation.Q1"), ui.list))
        assert "●●●○ 3 ▲ +1 Enquête de mars" in " ".join(first.split())
        assert "▼ −2" in line_with(ui.words("choices.orientation.Q2"), ui.list)
        assert f"{ui.words('master.theme.knowledge')} 50 % ▼ −13 2/3" in plain(ui.list)


async def test_the_map_places_the_segments() -> None:
    """The key m shows the plane, both segments in their cell, the best first below; Enter leads to one."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("segments")
        assert "20" in line_with("Mairies", ui.list)
        await ui.press("m")
        assert "●G1 ○G2" in line_with("5 │", ui.dialog)
        assert "5 × 4 = 20" in line_with("Mairies", ui.dialog)
        assert plain(ui.words("master.unplaced")) in line_with("Musées", ui.dialog)
        await ui.press("end", "enter")
        assert ui.focused == "segments.G3.attractiveness"


async def test_the_grid_places_the_purchases_and_gives_the_approach() -> None:
    """On the grid a key takes the quadrant's approach; words of one's own stay; what has no scores has no place."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("purchases")
        await ui.press("m")
        assert "U1" in line_with("4 │", ui.dialog)
        assert plain(ui.words("master.advised", approach="partenariat")) in plain(line_with("Tissu", ui.dialog))
        await ui.press("a")
        assert ui.value("purchases.U1.approach") == "partnership"
        assert "partenariat" in line_with("Tissu", ui.dialog)
        await ui.press("down", "a")
        assert ui.value("purchases.U2.approach") == "Au mois"
        assert plain(ui.words("messages.approach_kept")) in ui.told
        await ui.press("down", "a")
        assert plain(ui.words("messages.not_placed")) in ui.told
        await ui.press("enter")
        assert ui.focused == "purchases.U3.impact"


async def test_the_plan_for_the_inside_shows_what_is_missing() -> None:
    """An entity with its owner, a line a part; a part that is missing says so and is led to."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("entities")
        await ui.press("m")
        assert "Marie Ébène" in line_with("Magasin", ui.dialog)
        assert "Expédier le jour même" in line_with(ui.words("fields.entities.contribution"), ui.dialog)
        assert ui.words("master.to_write") in line_with(ui.words("fields.entities.message"), ui.dialog)
        await ui.press("down", "down", "enter")
        assert ui.focused == "entities.E1.message"


async def test_the_assessment_says_where_to_begin() -> None:
    """A bar a theme; the questions without a score, then the lowest, each leading to its own."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("orientation")
        await ui.press("m")
        assert "█" in line_with(ui.words("master.theme.knowledge"), ui.dialog)
        assert ui.words("master.unanswered") in ui.dialog
        await ui.press("end", "up", "enter")
        assert ui.focused == "orientation.Q2.score"


async def test_the_gear_names_what_does_not_go_together() -> None:
    """How far each axis is, the findings about decisions alone, the days to look again; Enter leads to the field."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f12", "m")
        assert "1/2" in line_with(ui.words("master.axis.information"), ui.dialog)
        assert plain(ui.words("rules.DEC007.found")) in plain(ui.dialog)
        assert "DIA001" not in ui.dialog
        assert "31/01/2020" in ui.dialog
        await ui.press("end", "enter")
        assert ui.focused == "decisions.crm.revisit"


@pytest.mark.parametrize("command", ["gear", "segment_map", "purchase_grid", "internal_plan", "self_assessment"])
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_every_picture_opens_from_anywhere_on_an_empty_plan(command: str, size: tuple[int, int]) -> None:
    """The palette opens each of them, whatever is in the plan: nothing yet is no failure."""
    async with Interface.open('format = 1\n[plan]\ntitle = "t"\n', size=size) as ui:
        await ui.press("ctrl+p")
        await ui.type(ui.words(f"commands.{command}"))
        await ui.press("enter")
        assert ui.dialog
        await ui.press("escape")
        assert not ui.dialog


async def test_a_crowded_cell_says_how_many_more_there_are() -> None:
    """Where the segments of a cell have no room, the first are named and the others counted."""
    many = "".join(f"[segments.G{n}]\nattractiveness = 1\nchance = 1\n" for n in range(1, 9))
    async with Interface.open(f"format = 1\n{many}") as ui:
        await ui.to_section("segments")
        await ui.press("m")
        assert "○G1 ○G2 +6" in line_with("1 │", ui.dialog)
