"""What the method offers in a field: each option has its word in both languages, and is typed by it."""

import pytest

from model.gear import OPTIONS
from model.purchasing import APPROACHES
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
