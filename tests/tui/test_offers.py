"""What the method offers in a field: each option has its word in both languages, and is typed by it."""

import pytest

from model.gear import OPTIONS
from model.purchasing import APPROACHES
from tests.tui.pages import Interface
from tui.words import LANGUAGES, Language, catalogue

EXPECTED = {f"options.{option}" for named in OPTIONS.values() for option in named} | {
    f"approaches.{approach}" for approach in APPROACHES
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_option_has_its_word_and_no_word_is_orphan(language: Language) -> None:
    """The words are those of the options of the sixteen decisions and of the approaches to a purchase."""
    assert catalogue(language, "offers").keys() == EXPECTED


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_option(language: Language) -> None:
    """Typed, a word finds its option again: no two are alike, none holds the comma that parts them."""
    for kind in ("options", "approaches"):
        words = [word.casefold() for key, word in catalogue(language, "offers").items() if key.startswith(kind)]
        assert len(set(words)) == len(words)
        assert [word for word in words if "," in word or word != word.strip() or len(word) > 32] == []


PLAN = 'format = 1\n[plan]\ntitle = "Exemple"\n[purchases.U1]\nwhat = "Tissu"\nimpact = 4\nrisk = 4\n'
MIX = "decisions.strategic_mix.options"


async def _at_the_mix(ui: Interface) -> None:
    await ui.to_section("decisions")
    await ui.press("down", "down", "enter")
    await ui.to_field(MIX)


async def test_options_are_taken_from_the_list_and_given_back() -> None:
    """Down shows them in the reader's words, Enter takes one, and takes it back; the plan keeps the method's words."""
    async with Interface.open(PLAN) as ui:
        await _at_the_mix(ui)
        assert "pull (par l'utilisateur)" in ui.form
        await ui.press("down", "down", "enter", "down", "enter")
        assert ui.value(MIX) == ("pull", "push")
        assert "✓ push (par les revendeurs)" in ui.form
        await ui.press("down", "down", "enter")
        assert ui.value(MIX) == ("push",)
        await ui.press("tab")
        assert ui.focused == "decisions.strategic_mix.choice"
        assert ui.value(MIX) == ("push",)


@pytest.mark.parametrize(("language", "word"), [("fr", "prix"), ("en", "price")])
async def test_an_option_is_typed_by_its_word(language: Language, word: str) -> None:
    """A word of the method in the reader's language is the option, whatever its case; other words stay one's own."""
    async with Interface.open(PLAN, language) as ui:
        await _at_the_mix(ui)
        await ui.type(f"{word.upper()}, sur mesure")
        assert ui.value(MIX) == ("price", "sur mesure")
        await ui.press("tab")
        assert f"{word}, sur mesure" in ui.field(MIX)


async def test_letters_narrow_what_is_offered() -> None:
    """What stands after the last comma narrows the list; the option taken stands in its place."""
    async with Interface.open(PLAN) as ui:
        await _at_the_mix(ui)
        await ui.type("Sur mesure, perf")
        assert "push (par" not in ui.form
        await ui.press("down", "enter")
        assert ui.value(MIX) == ("Sur mesure", "performance")
        await ui.type("prix")
        assert ui.value(MIX) == ("Sur mesure", "performance", "price")


async def test_the_approach_of_the_quadrant_is_offered_first() -> None:
    """Four approaches are offered, the quadrant's own at their head; one's own words are as good, line breaks too."""
    async with Interface.open(PLAN) as ui:
        await ui.to_section("purchases")
        await ui.press("enter")
        await ui.to_field("purchases.U1.approach")
        await ui.press("down", "enter")
        assert ui.value("purchases.U1.approach") == "partnership"
        await ui.press(*["backspace"] * 11, *"Deux ans", "enter", *"renouvelables")
        assert ui.value("purchases.U1.approach") == "Deux ans\nrenouvelables"
