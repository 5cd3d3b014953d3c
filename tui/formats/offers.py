"""What the method offers in a field, by its word: a file keeps the option, people read and type the word."""

from functools import cache

from tui.words import Language, Words, catalogue


def word_of(words: Words, offers: str, value: str) -> str:
    """How an option reads; words of one's own read as they are."""
    key = f"offers.{offers}.{value}"
    return words(key) if words.has(key) else value


def option_of(words: Words, offers: str, text: str) -> str:
    """The option that a text is the word of; any other text as it is."""
    return _options(words.language, offers).get(text.strip().casefold(), text)


@cache
def _options(language: Language, offers: str) -> dict[str, str]:
    found = [key.split(".") for key in catalogue(language, "offers") if key.startswith(f"{offers}.")]
    return {catalogue(language, "offers")[f"{kind}.{option}"].casefold(): option for kind, option in found}
