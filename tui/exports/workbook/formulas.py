"""Formulas of the plan as formulas of a workbook, and back: `=12*@day-rate` is `=12*driver_day.rate` there."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal

from model.formulas import LAST_YEAR, FormulaError, Known, evaluate, tokens

_BACK = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d+)?|\.\d+)(?![A-Za-z_(:!.$])|(?P<cell>\$?[A-Z]{1,3}\$?\d+)(?![A-Za-z0-9_.(:!])"
    r"|(?P<name>[A-Za-z_][A-Za-z0-9_.]*)(?![(!:])|(?P<sign>[-+*/()]))"
)


def driver_names(ids: Iterable[str]) -> dict[str, str]:
    """What each driver is called in a workbook, which takes no hyphen and tells no capitals apart."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for id_ in ids:
        base = name = f"driver_{id_.replace('-', '.')}"
        number = 1
        while name.lower() in taken:
            number += 1
            name = f"{base}..{number}"
        taken.add(name.lower())
        names[id_] = name
    return names


def to_workbook(formula: str, known: Known, names: Mapping[str, str], last_year: str) -> str:
    """The formula as a workbook writes it; `last_year` is the cell of what the line was last year.

    Raises:
        FormulaError: it cannot be read, or names something that has no name in the workbook.
    """
    parts = ["="]
    for kind, text, _ in tokens(formula, known.hyphenated):
        if kind == "name":
            name = last_year if text == LAST_YEAR else names.get(text)
            if not name:
                raise FormulaError("unknown_name", name=text)
            parts.append(name)
        elif kind != "end":
            parts.append(text)
    return "".join(parts)


def to_plan(formula: str, names: Mapping[str, str], last_year: str) -> str | None:
    """A workbook's formula in the plan's grammar; None where it says more than a plan can (functions, other cells)."""
    ids = {name.lower(): id_ for id_, name in names.items()}
    parts, position, body = ["="], 1, formula.rstrip()
    while position < len(body):
        match = _BACK.match(body, position)
        if match is None:
            return None
        position = match.end()
        part = _part(match, ids, last_year)
        if part is None:
            return None
        parts.append(part)
    return "".join(parts) if len(parts) > 1 else None


def _part(match: re.Match[str], ids: Mapping[str, str], last_year: str) -> str | None:
    if match["cell"]:
        return f"@{LAST_YEAR}" if match["cell"].replace("$", "") == last_year.replace("$", "") else None
    if match["name"]:
        id_ = ids.get(match["name"].lower())
        return f"@{id_}" if id_ else None
    return format(Decimal(match["number"]).normalize(), "f") if match["number"] else match["sign"]


def plain(formula: str, ids: Iterable[str]) -> str:
    """The formula without spaces, its numbers in one form; one that cannot be read as it is."""
    try:
        found = list(tokens(formula, frozenset(id_ for id_ in ids if "-" in id_)))
    except FormulaError:
        return formula
    texts = {"number": lambda text: format(Decimal(text).normalize(), "f"), "name": lambda text: f"@{text}"}
    return "=" + "".join(texts.get(kind, str)(text) for kind, text, _ in found if kind != "end")


def value_of(formula: str, known: Known, last_year: Decimal | None) -> float | None:
    """What a formula gives; None where it has no value."""
    try:
        return float(evaluate(formula, known, last_year))
    except (FormulaError, OverflowError):
        return None
