"""The SWOT board: four quadrants gone through by arrows."""

import pytest

from tests.tui.pages import NARROW, WIDE, Interface, plain
from tui.words import LANGUAGES, Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[diagnostic.swot.S1]
kind = "strength"
text = "Atelier à soi"

[diagnostic.swot.S2]
kind = "strength"
text = "Délai tenu"

[diagnostic.swot.S3]
kind = "threat"
text = "Un concurrent s'installe"
"""
EMPTY = PLAN.partition("[diagnostic")[0]
KINDS = ("strength", "weakness", "opportunity", "threat")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "narrow"])
async def test_the_four_quadrants_are_named_and_hold_their_findings(size: tuple[int, int], language: Language) -> None:
    """Internal above, external below: each finding stands under the name of its kind."""
    async with Interface.open(PLAN, language, size) as ui:
        await ui.to_section("diagnostic.swot")
        board = plain(ui.list)
        for kind in KINDS:
            assert plain(ui.words(f"choices.diagnostic.swot.kind.{kind}")).capitalize() in board
        places = [board.index(text) for text in ("Atelier à soi", "Délai tenu", "Un concurrent")]
        assert places == sorted(places)


async def test_arrows_go_from_quadrant_to_quadrant() -> None:
    """Down through the strengths and on to what is below them, Right to the threats, Up, Left and home again."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        seen = []
        for key in ("down", "down", "right", "up", "left"):
            await ui.press(key)
            seen.append((ui.workspace.board.quadrant, ui.record))
        assert seen == [
            ("strength", "S2"),
            ("opportunity", ""),
            ("threat", "S3"),
            ("weakness", ""),
            ("strength", "S1"),
        ]


@pytest.mark.parametrize(("keys", "kind"), [((), 0), (("right",), 1), (("down",), 2), (("down", "right"), 3)])
async def test_a_new_finding_lands_in_the_quadrant_one_is_in(keys: tuple[str, ...], kind: int) -> None:
    """Insert in a quadrant, an empty one too, makes a finding of its kind."""
    async with Interface.open(EMPTY) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press(*keys, "insert")
        assert [item.kind for item in ui.plan.diagnostic.swot.values()] == [KINDS[kind]]


async def test_a_finding_goes_to_another_quadrant_with_its_kind() -> None:
    """Changing what kind a finding is moves it on the board, and it stays current."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("diagnostic.swot")
        await ui.press("enter", "right", "tab", "escape")
        assert (ui.record, ui.workspace.board.quadrant) == ("S1", "weakness")
