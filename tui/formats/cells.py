"""The grammar of a budget cell: `4200`, `+500`, `-10%`, `15%`, `*1,2`, `/12`, `=12*350` (contract, part 4)."""

import re
from decimal import ROUND_HALF_UP, Decimal

from tui.formats.numbers import EntryError, machine_formula, parse_number
from tui.words import Language

STARTS = "0123456789+-*/=<>,."
_RELATIVE = re.compile(r"^([+\-−*/])\s*(.+?)(%?)$")


def read_cell(
    text: str, language: Language, current: Decimal | None, parent: Decimal, digits: int
) -> Decimal | str | None:
    """What an entry makes of a cell: a number, a formula, or None for an empty one.

    Args:
        text: what was typed.
        language: how its numbers are written.
        current: the cell's value, None when it is empty.
        parent: the total that `15%` is a share of.
        digits: decimals of the currency, to which a computed result is rounded, half-up.

    Raises:
        EntryError: it is no value, or `relative_empty` where there is nothing to change, or `percent_of` for `*10%`.
    """
    bare = text.strip()
    if not bare:
        return None
    if bare[0] in "<>":
        raise EntryError("goal")
    if bare.startswith("="):
        return machine_formula(bare, language)
    relative = _RELATIVE.match(bare)
    if relative:
        return _rounded(_changed(relative, language, current), digits)
    number = parse_number(bare, language)
    return _rounded(parent * number / 100, digits) if bare.endswith("%") else number


def _changed(relative: re.Match[str], language: Language, current: Decimal | None) -> Decimal:
    sign, number, percent = relative[1].replace("−", "-"), parse_number(relative[2], language), bool(relative[3])
    if current is None:
        raise EntryError("relative_empty")
    if sign in "*/":
        if percent:
            raise EntryError("percent_of")
        if sign == "/" and not number:
            raise EntryError("division")
        return current * number if sign == "*" else current / number
    change = current * number / 100 if percent else number
    return current + change if sign == "+" else current - change


def _rounded(number: Decimal, digits: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
