"""A text that is no value: it stays where it was typed, marked, and the plan keeps its last value."""

from decimal import Decimal

import pytest

from tests.tui.pages import Interface, plain
from tui.words import Language

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[objectives.O1]
title = "Trente mairies"

[budget.B1]
label = "Stand"

[diagnostic.competitors.C1]
name = "Atelier Rif"
"""


@pytest.mark.parametrize(
    ("path", "typed", "language"),
    [
        ("objectives.O1.target", "trente", "fr"),
        ("objectives.O1.target", "12..5", "fr"),
        ("objectives.O1.target", "1,500", "fr"),
        ("objectives.O1.target", "1.500", "en"),
        ("objectives.O1.deadline", "31/02/2027", "fr"),
        ("objectives.O1.deadline", "demain", "fr"),
        ("budget.B1.start", "13/2027", "fr"),
        ("budget.B1.currency", "euro", "fr"),
        ("budget.B1.amount", "mille", "fr"),
        ("budget.B1.tax_rate", "vingt", "en"),
        ("diagnostic.competitors.C1.threat", "6", "fr"),
        ("diagnostic.competitors.C1.threat", "2,5", "fr"),
    ],
)
async def test_a_text_that_is_no_value_stays_and_is_marked(path: str, typed: str, language: Language) -> None:
    """It can be read in its field from elsewhere, with a mark that needs no colour, and the plan has no value."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section(path.rsplit(".", 2)[0])
        await ui.to_field(path)
        await ui.press(*typed, "tab")
        assert ui.focused != path
        shown = ui.field(path)
        assert typed in shown
        assert "✗" in shown
        assert ui.value(path) is None


async def test_the_plan_keeps_the_last_value() -> None:
    """`12` stays the baseline while `12x` stands in the field; taking the x away puts the field right."""
    async with Interface.open(PLAN) as ui:
        path = "objectives.O1.baseline"
        await ui.to_section("objectives")
        await ui.to_field(path)
        await ui.press(*"12", "tab", "shift+tab", "end", "x", "tab")
        assert ui.value(path) == Decimal(12)
        assert "✗" in ui.field(path)
        await ui.press("shift+tab", "end", "backspace", "tab")
        assert ui.value(path) == Decimal(12)
        assert "✗" not in ui.field(path)


async def test_a_value_on_the_way_to_a_draft_is_not_kept() -> None:
    """`1,5` is passed on the way to `1,500`, which could be two numbers: the plan keeps what stood before."""
    async with Interface.open(PLAN) as ui:
        path = "objectives.O1.baseline"
        await ui.to_section("objectives")
        await ui.to_field(path)
        await ui.press(*"7", "tab", "shift+tab", "backspace", *"1,500", "tab")
        assert ui.value(path) == Decimal(7)


@pytest.mark.parametrize(
    ("language", "typed", "both"), [("fr", "1,500", ("1,5", "1500")), ("en", "1.500", ("1.5", "1500"))]
)
async def test_a_number_that_could_be_two_is_asked_about(language: Language, typed: str, both: tuple[str, str]) -> None:
    """A mark before three digits is never guessed: both readings are offered, a thousand times apart."""
    async with Interface.open(PLAN, language) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.target")
        await ui.type(typed)
        assert plain(ui.words("errors.thousand", small=both[0], large=both[1])) in ui.field("objectives.O1.target")


async def test_a_draft_is_still_there_after_a_visit_elsewhere() -> None:
    """What could not be applied waits in its field while other steps are visited."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.target")
        await ui.press(*"trente", "f4", "f3", "enter")
        assert "trente" in ui.field("objectives.O1.target")


async def test_quitting_with_a_draft_asks() -> None:
    """A text that is in no plan would be lost: quitting asks."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("objectives")
        await ui.to_field("objectives.O1.target")
        await ui.press(*"trente", "ctrl+q")
        assert ui.words("messages.quit_drafts") in ui.dialog
        assert not ui.has_ended
