"""Every family of words: the same sentences in both languages, naming the same things, French set as French is."""

import re
from pathlib import Path
from string import Formatter

import pytest

from tui.words import __file__ as words_file
from tui.words import catalogue

FAMILIES = sorted(file.stem for file in (Path(words_file).parent / "en").glob("[!_]*.py"))
COUNT = re.compile(r"\.(one|other)$")


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("family", FAMILIES)
def test_the_same_sentences_in_both_languages(family: str) -> None:
    french, english = catalogue("fr", family), catalogue("en", family)
    assert french.keys() == english.keys()
    # A singular may leave its number out in one of the languages.
    assert {
        key: (_placeholders(french[key]), _placeholders(english[key]))
        for key in english
        if not COUNT.search(key) and _placeholders(french[key]) != _placeholders(english[key])
    } == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_a_narrow_space_before_high_punctuation(family: str) -> None:
    assert [text for text in catalogue("fr", family).values() if re.search(r"[ \u00a0][;:!?](?!\S)", text)] == []
