"""Words in the cells of an exported CSV: what they are in the plan, whatever a spreadsheet has done to them."""

from collections.abc import Iterator

from model.budget import Line
from model.catalogue import fields
from model.names import name_of
from model.plan import Plan
from tui.exports.writers.lines_csv import neutral
from tui.text import folded
from tui.words import LANGUAGES, Words

_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def edited(now: str | None, text: str) -> str | None:
    """What a cell makes of a text: the text itself where the cell says it as it is exported."""
    return now if _spaced(text) in _written(now) else (_meant(text) or None)


def choice_of(name: str, text: str) -> str | None:
    """The choice that a cell names, in any language; None for nothing.

    Raises:
        LookupError: none.
    """
    if not text:
        return None
    for language in LANGUAGES:
        for choice, word in _choices(name, Words(language)):
            if folded(text) in (choice, folded(word)):
                return choice
    raise LookupError(text)


def action_of(plan: Plan, known: set[str | None], text: str) -> str | None:
    """The action that a cell names, by its id (one of those known) or by its title; None for nothing.

    Raises:
        LookupError: none.
    """
    if not text:
        return None
    first = text.lstrip("'").split()[0]
    called = [id_ for id_, one in plan.actions.items() if folded(name_of(one)) == folded(text)]
    if first in known:
        return first
    if len(called) == 1:
        return called[0]
    raise LookupError(text)


def _written(text: str | None) -> tuple[str, str]:
    """How a text stands in the file, with the sign before a formula and without."""
    written = _spaced(neutral(text or ""))
    return written, written.removeprefix("'") if written[1:2] in _FORMULA else written


def _spaced(text: str) -> str:
    """A text with plain spaces: a spreadsheet may change what kind they are."""
    return " ".join(text.split())


def _meant(text: str) -> str:
    """A text without the sign that keeps a spreadsheet from computing it."""
    return text[1:] if text.startswith("'") and text[1:2] in _FORMULA else text


def _choices(name: str, words: Words) -> Iterator[tuple[str, str]]:
    for choice in fields(Line)[name].choices:
        yield choice, words(f"choices.budget.{name}.{choice}")
