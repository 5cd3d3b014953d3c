"""Cells as text, in the language of the deliverable."""

from datetime import date
from decimal import Decimal

from tui.exports.document import Amount, Cell, Month, Number, Percent, Score
from tui.formats.dates import format_date, format_month
from tui.formats.numbers import HARD, NARROW, SYMBOLS, format_gap, format_money, format_number
from tui.words import Language

_BRIEF: dict[Language, tuple[str, ...]] = {
    "fr": ("janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}


def brief_month(number: int, language: Language, count: int = 1) -> str:
    """A month, counted from 1, where so many stand beside each other: in a few letters, or in one."""
    name = _BRIEF[language][number - 1]
    return name if count <= 14 else name[0].upper()


def text_of(cell: Cell, language: Language) -> str:
    """The cell as it is read; nothing for what is not known."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, Amount):
        return money_text(cell.value, cell.currency, language, cell.places)
    if isinstance(cell, Percent):
        return percent_text(cell, language)
    if isinstance(cell, Number):
        text = _number(cell.value, language, signed=cell.signed)
        return f"{text} {cell.unit}" if cell.unit else text
    if isinstance(cell, Score):
        return f"{cell.value}/{cell.most}"
    return format_month(cell.value, language).replace(" ", HARD) if isinstance(cell, Month) else _day(cell, language)


def symbol_of(currency: str) -> str:
    """The currency as it is written beside an amount."""
    return SYMBOLS.get(currency, currency)


def money_text(value: Decimal, currency: str, language: Language, places: int) -> str:
    """An amount with its currency; of a plan without one, the number alone."""
    return format_money(value, currency, language, places) if currency else format_number(value, language, places)


def percent_text(cell: Percent, language: Language) -> str:
    """A percentage, `12,5 %` or `12.5%`."""
    return _number(cell.value, language, signed=cell.signed) + (f"{NARROW}%" if language == "fr" else "%")


def _number(value: Decimal, language: Language, *, signed: bool) -> str:
    return format_gap(value, language) if signed else format_number(value, language)


def _day(day: date, language: Language) -> str:
    return format_date(day, language).replace(" ", HARD)  # a day is not broken over two lines
