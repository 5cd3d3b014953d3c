"""Every sentence of the interface, in French and English, found by a key such as `fields.objectives.deadline`.

The first step of a key names a module of the language's folder, imported when first asked for; each holds one
dictionary, `WORDS`. A sentence with a count has two keys, ending in `.one` and `.other`.
"""

from functools import cache
from importlib import import_module
from typing import Literal

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


@cache
def catalogue(language: Language, family: str) -> dict[str, str]:
    """The sentences of one family (`fields`, `choices`, `rules`, `messages`…) in one language."""
    words: dict[str, str] = import_module(f"tui.words.{language}.{family}").WORDS
    return words


class Words:
    """The words of one language: `words("messages.saved", file="plan.toml")`."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence with its values in place.

        Raises:
            KeyError: no such sentence.
        """
        family, _, name = key.partition(".")
        sentence = catalogue(self.language, family)[name]
        return sentence.format(**values) if values else sentence

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        family, _, name = key.partition(".")
        return name in catalogue(self.language, family)

    def count(self, key: str, number: int, /, **values: object) -> str:
        """The sentence that goes with a number: French counts 0 and 1 as singular, English 1 alone."""
        is_one = number in (0, 1) if self.language == "fr" else number == 1
        return self(f"{key}.{'one' if is_one else 'other'}", n=number, **values)
