"""The grammar of a budget cell: `4200`, `+500`, `-10%`, `15%`, `*1,2`, `/12`, `=12*350`, `<5000` (contract, part 4)."""

import re
from decimal import ROUND_HALF_UP, Decimal
from typing import Literal

from model.plain import frozen
from tui.formats.numbers import EntryError, machine_formula, parse_number
from tui.words import Language

_RELATIVE = re.compile(r"^([+\-−*/])\s*(.+?)(%?)$")
Kind = Literal["empty", "number", "change", "share", "formula", "goal"]


@frozen
class Entry:
    """What was typed in a cell: its kind, its sign (`+ - * / < >`), its number; of a formula, its machine text."""

    kind: Kind
    sign: str = ""
    number: Decimal = Decimal(0)
    is_percent: bool = False
    formula: str = ""

    @property
    def machine(self) -> str:
        """The entry as the file and the command line write it."""
        return self.formula or f"{self.sign}{self.number:f}{'%' if self.is_percent else ''}"


def read_entry(text: str, language: Language) -> Entry:
    """What was typed in a cell, numbers as the language writes them.

    Raises:
        EntryError: it is nothing that a cell takes, `percent_of` for `*10%`, `division` for `/0`.
    """
    bare = text.strip()
    if not bare:
        return Entry("empty")
    if bare[0] in "<>":
        return Entry("goal", bare[0], parse_number(bare[1:], language))
    if bare.startswith("="):
        return Entry("formula", formula=machine_formula(bare, language))
    if relative := _RELATIVE.match(bare):
        return _change(relative[1].replace("−", "-"), relative[2], language, is_percent=bool(relative[3]))
    number = parse_number(bare, language)
    return Entry("share", "", number, is_percent=True) if bare.endswith("%") else Entry("number", "", number)


def _change(sign: str, text: str, language: Language, *, is_percent: bool) -> Entry:
    number = parse_number(text, language)
    if number < 0 and sign in "+-":
        sign, number = ("-" if sign == "+" else "+"), -number
    if is_percent and sign in "*/":
        raise EntryError("percent_of")
    if sign == "/" and not number:
        raise EntryError("division")
    if number < 0:
        raise EntryError("number", text=f"{sign}{text}")
    return Entry("change", sign, number, is_percent)


def result_of(entry: Entry, current: Decimal | None, parent: Decimal, digits: int) -> Decimal | str | None:
    """What an entry makes of a cell: a number, a formula, or None for an empty one.

    Args:
        entry: what was typed; a goal is none of a cell's own.
        current: the cell's value, None when it is empty.
        parent: the total that `15%` is a share of.
        digits: decimals of the currency, to which a computed result is rounded, half-up.

    Raises:
        EntryError: `relative_empty` where there is nothing to change.
    """
    if entry.kind == "empty":
        return None
    if entry.kind == "formula":
        return entry.formula
    if entry.kind == "share":
        return _rounded(parent * entry.number / 100, digits)
    return entry.number if entry.kind == "number" else _rounded(_changed(entry, current), digits)


def _changed(entry: Entry, current: Decimal | None) -> Decimal:
    if current is None:
        raise EntryError("relative_empty")
    if entry.sign in "*/":
        return current * entry.number if entry.sign == "*" else current / entry.number
    change = current * entry.number / 100 if entry.is_percent else entry.number
    return current + change if entry.sign == "+" else current - change


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
