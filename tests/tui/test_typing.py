"""What is typed in a field of each kind, and the value the plan takes from it."""

from datetime import date
from decimal import Decimal

import pytest

from model.paths import read
from tests.tui.pages import Interface, plain
from tui.words import LANGUAGES, Language, Words

PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31

[team.helene]
name = "Hélène Noël"

[team.paul]
name = "Paul"

[segments.G1]
name = "Écoles"

[segments.G2]
name = "Événements"

[segments.G3]
name = "Mairies"

[objectives.O1]

[actions.A1]

[budget.B1]

[drivers.jour]
value = 350

[diagnostic.competitors.C1]
"""


async def _typed(path: str, keys: tuple[str, ...], language: Language = "fr") -> object:
    """What the plan holds at a path once keys were pressed there and Tab after them."""
    async with Interface.open(PLAN, language) as ui:
        section, id_, _ = path.rsplit(".", 2)
        await ui.to_section(section)
        await ui.press(*["down"] * list(read(ui.plan, section)).index(id_))
        await ui.to_field(path)
        await ui.press(*keys, "tab")
        return ui.value(path)


@pytest.mark.parametrize(
    ("path", "language", "text", "value"),
    [
        ("objectives.O1.title", "fr", "L'Été : 50 % [gagné] €", "L'Été : 50 % [gagné] €"),
        ("objectives.O1.target", "fr", "4200,5", Decimal("4200.5")),
        ("objectives.O1.target", "fr", "4 200,50", Decimal("4200.5")),
        ("objectives.O1.target", "en", "4200.5", Decimal("4200.5")),
        ("objectives.O1.target", "en", "4,200.50", Decimal("4200.5")),
        ("objectives.O1.target", "en", "1,500", Decimal(1500)),
        ("objectives.O1.target", "fr", "-3", Decimal(-3)),
        ("objectives.O1.target", "fr", "0", Decimal(0)),
        ("budget.B1.amount", "fr", "12k", Decimal(12000)),
        ("budget.B1.amount", "fr", "1,5 k€", Decimal(1500)),
        ("budget.B1.amount", "en", "12k", Decimal(12000)),
        ("budget.B1.amount", "fr", "=12*350,5", "=12*350.5"),
        ("budget.B1.amount", "en", "=3*@jour", "=3*@jour"),
        ("budget.B1.tax_rate", "fr", "5,5 %", Decimal("5.5")),
        ("budget.B1.tax_rate", "en", "5.5%", Decimal("5.5")),
        ("budget.B1.currency", "fr", "chf", "CHF"),
        ("budget.B1.start", "fr", "03/2027", "2027-03"),
        ("budget.B1.start", "fr", "mars", "2027-03"),
        ("budget.B1.start", "en", "March", "2027-03"),
        ("budget.B1.start", "en", "2027-03", "2027-03"),
        ("objectives.O1.deadline", "fr", "30/06/2027", date(2027, 6, 30)),
        ("objectives.O1.deadline", "fr", "2027-06-30", date(2027, 6, 30)),
        ("objectives.O1.deadline", "fr", "30/6", date(2027, 6, 30)),
        ("objectives.O1.deadline", "fr", "30 juin", date(2027, 6, 30)),
        ("objectives.O1.deadline", "en", "30 June 2027", date(2027, 6, 30)),
        ("diagnostic.competitors.C1.threat", "fr", "4", 4),
    ],
)
async def test_a_typed_text_becomes_its_value(path: str, language: Language, text: str, value: object) -> None:
    """Words, numbers, amounts, percents, formulas, days and months are taken as the language writes them."""
    assert await _typed(path, tuple(text), language) == value


async def test_enter_starts_a_new_line_in_prose() -> None:
    """In a long text Enter is a new line; Tab leaves the field."""
    assert await _typed("objectives.O1.note", (*"Un", "enter", "enter", *"trois")) == "Un\n\ntrois"


async def test_enter_is_tab_in_a_field_of_one_line() -> None:
    """In a one-line field Enter goes on to the next one."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", *"Salon", "enter")
        assert ui.focused == "objectives.O1.family"
        assert ui.value("objectives.O1.title") == "Salon"


@pytest.mark.parametrize(
    ("path", "keys", "value"),
    [
        ("objectives.O1.family", ("right",), "activity"),
        ("objectives.O1.family", ("right", "right"), "communication"),
        ("objectives.O1.family", ("left",), "customers"),
        ("objectives.O1.family", ("right", "right", "left"), "activity"),
        ("objectives.O1.family", ("right", "backspace"), None),
        ("team.paul.authority", ("right",), True),
        ("team.paul.authority", ("left",), False),
        ("team.paul.authority", ("n",), False),
        ("team.paul.authority", ("o",), True),
        ("team.paul.authority", ("o", "n"), False),
    ],
)
async def test_a_choice_is_made_by_arrows(path: str, keys: tuple[str, ...], value: object) -> None:
    """Left and Right go through the choices, Backspace takes the choice away, letters choose."""
    assert await _typed(path, keys) == value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", ["activity", "communication", "customers"])
async def test_a_choice_is_made_by_its_letters(family: str, language: Language) -> None:
    """Typing how a choice begins chooses it, in either language."""
    word = Words(language)(f"choices.objectives.family.{family}")
    assert await _typed("objectives.O1.family", tuple(word[:4]), language) == family


async def test_a_chosen_word_stands_out_without_colour() -> None:
    """The choice made is told from the others by brackets, whatever the colours."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter", "tab", "right")
        assert f"[{ui.words('choices.objectives.family.activity')}]" in ui.form


@pytest.mark.parametrize("text", ["helene", "noel", "Hél", "hel noe"])
async def test_a_reference_is_found_by_part_of_a_name(text: str) -> None:
    """Part of a name, without its accents, and Enter: the record is referred to, and shows by its name."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("actions")
        await ui.to_field("actions.A1.owner")
        await ui.type(text)
        await ui.press("enter")
        assert ui.value("actions.A1.owner") == "helene"
        assert "Hélène Noël" in ui.field("actions.A1.owner")


async def test_a_reference_is_chosen_by_arrows() -> None:
    """Down goes into the list on offer, Enter takes what it is on."""
    assert await _typed("actions.A1.owner", ("down", "down", "enter")) == "paul"


async def test_several_references_are_taken_one_after_the_other() -> None:
    """A list of references takes a name and Enter, again and again."""
    assert await _typed("actions.A1.segments", (*"mair", "enter", *"evene", "enter")) == ("G3", "G2")


async def test_backspace_takes_the_last_reference_away() -> None:
    """With nothing typed, Backspace removes the last of the references."""
    assert await _typed("actions.A1.segments", (*"mair", "enter", *"evene", "enter", "backspace")) == ("G3",)


async def test_tab_takes_the_reference_being_typed() -> None:
    """Tab accepts what the letters typed so far have found."""
    assert await _typed("actions.A1.segments", tuple("ecol")) == ("G1",)


async def test_escape_gives_up_a_half_typed_reference() -> None:
    """Escape forgets the letters of a reference, and the field keeps what it had."""
    assert await _typed("actions.A1.owner", (*"helene", "escape")) is None


async def test_a_name_that_nobody_has_is_said_to_be_unknown() -> None:
    """A reference to nobody stays as typed, with a word about it, and the plan refers to nothing."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("actions")
        await ui.to_field("actions.A1.owner")
        await ui.type("zzz")
        assert plain(ui.words("errors.no_match")) in ui.field("actions.A1.owner")
        assert ui.value("actions.A1.owner") is None


async def test_pasted_text_is_typed_text() -> None:
    """A paste goes where typing goes: in one line in a field of one line, with its lines in prose."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3", "enter")
        await ui.paste("Trente\r\nmairies")
        assert ui.value("objectives.O1.title") == "Trente mairies"
        await ui.to_field("objectives.O1.note")
        await ui.paste("Un\r\ndeux")
        assert ui.value("objectives.O1.note") == "Un\ndeux"


async def test_an_abridged_entry_says_how_it_was_understood() -> None:
    """A day without a year, a month by name and an amount in thousands are spelt out beneath."""
    async with Interface.open(PLAN) as ui:
        await ui.press("f3")
        await ui.to_field("objectives.O1.deadline")
        await ui.type("30/6")
        assert "= 30/06/2027" in ui.field("objectives.O1.deadline")
        await ui.press("f5")
        await ui.to_field("budget.B1.amount")
        await ui.type("12k")
        assert "= 12 000" in ui.field("budget.B1.amount")
