"""The words of the command line: the same in both languages, and none missing."""

import re
from pathlib import Path
from string import Formatter

import pytest

from tui.cli.commands import COMMANDS
from tui.words import LANGUAGES, Language, Words, catalogue

STORE = Path(__file__).parents[2] / "model" / "store"
CODES = re.compile(r'(?:Problem|SaveFailedError)\(\s*"([a-z0-9_]+)"|errno\.E[A-Z]+: "([a-z0-9_]+)"')


def _placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("family", ["cli", "files", "scenarios", "recovery", "trace", "crossing", "steering"])
def test_languages_agree(family: str) -> None:
    """Both languages hold the same sentences, naming the same things."""
    french, english = catalogue("fr", family), catalogue("en", family)
    assert {key: _placeholders(text) for key, text in french.items()} == {
        key: _placeholders(text) for key, text in english.items()
    }


@pytest.mark.parametrize("family", ["cli", "files", "scenarios", "recovery", "trace", "crossing", "exports"])
def test_french_typography(family: str) -> None:
    """In French a narrow no-break space stands before high punctuation."""
    wrong = [text for text in catalogue("fr", family).values() if re.search(r"(?<![\u202f])[;!?]|[ \u00a0]:", text)]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_refusal_of_the_store_has_its_sentence(language: Language) -> None:
    """Whatever code the store gives for a file or a save, there are words for it."""
    codes = {first or second for file in STORE.glob("*.py") for first, second in CODES.findall(file.read_text())}
    assert len(codes) > 20
    assert {code for code in codes if not Words(language).has(f"files.{code}")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_save_failures_need_only_file_and_reason(language: Language) -> None:
    """The interface says why a save failed knowing the file and the reason alone."""
    failures = ("disk_full", "folder_missing", "permission", "name_too_long", "file_busy", "disk_error")
    for code in (*failures, "file_read_only", "plan_refused", "plan_altered", "text_forbidden"):
        assert _placeholders(Words(language)(f"files.{code}")) <= {"file", "reason"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_and_option_is_explained(language: Language) -> None:
    """Each command has its usage and its help, each option its line."""
    words = Words(language)
    for command in COMMANDS.values():
        assert all(words.has(f"cli.{part}.{command.name}") for part in ("usage_of", "about", "help_of"))
        assert all(words.has(f"cli.{part}.{option}") for part in ("option", "about") for option in command.options)
