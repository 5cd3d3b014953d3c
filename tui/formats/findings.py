"""A finding in words: its sentence, the values in it as the reader writes them."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from tui.formats.dates import format_date
from tui.formats.numbers import format_number
from tui.text import visible
from tui.words import Language, Words

if TYPE_CHECKING:
    from model.checks.finding import Finding


def finding_sentence(finding: "Finding", words: Words, numbers: Language) -> str:
    """What was found, in a sentence."""
    params = {name: _shown(name, value, words, numbers) for name, value in finding.params.items()}
    return words(f"rules.{finding.code}.found", **params)


def _shown(name: str, value: object, words: Words, numbers: Language) -> str:
    if name == "field":
        return words(f"fields.{value}")
    if name == "choice":
        return words(f"choices.{value}")
    if name == "decision" and words.has(f"choices.decisions.{value}"):
        return words(f"choices.decisions.{value}")
    if name == "option":
        return words(f"offers.options.{value}")
    if isinstance(value, Decimal):
        return format_number(value, numbers)
    if isinstance(value, date):
        return format_date(value, words.language)
    return visible(str(value))
