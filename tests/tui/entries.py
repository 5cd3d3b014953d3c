"""For every kind of field: two things to type in it, the values they stand for, and the keys that take them away."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from model.catalogue import FieldSpec
from tui.words import Language

Keys = tuple[str, ...]

NEIGHBOURS: Final = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[team.marie]
name = "Marie Ébène"

[team.paul]
name = "Paul Île"
"""
"""A plan's beginning; `neighbourhood` adds two records to every section that some field refers to."""

_TABLES: Final = {
    "diagnostic.competitors": ("C", "name"),
    "diagnostic.offers": ("F", "name"),
    "diagnostic.media": ("M", "name"),
    "diagnostic.channels": ("D", "name"),
    "diagnostic.swot": ("S", "text"),
    "diagnostic.pestel": ("P", "text"),
    "review": ("R", "action"),
    "segments": ("G", "name"),
    "objectives": ("O", "title"),
    "actions": ("A", "title"),
    "budget": ("B", "label"),
    "scenarios": ("Z", "title"),
    "indicators": ("K", "name"),
}
NAMES: Final = ("Événement", "Brochure")
"""What the two records of each section are called."""


def neighbourhood() -> str:
    """A plan where every reference finds two records to choose from."""
    tables = [
        f'[{section}.{letter}{n}]\n{field} = "{name}"\n'
        for section, (letter, field) in _TABLES.items()
        for n, name in enumerate(NAMES, 1)
    ]
    return NEIGHBOURS + "\n" + "\n".join(tables)


def first_ids(spec: FieldSpec) -> tuple[str, str]:
    """The ids of the two records that a reference may name, in the first section it may name."""
    if spec.refers[0] == "team":
        return "marie", "paul"
    letter = _TABLES[spec.refers[0]][0]
    return f"{letter}1", f"{letter}2"


@dataclass(frozen=True, slots=True)
class Entry:
    """Keys pressed in an empty field and what the plan then holds; keys that empty the field again."""

    keys: Keys
    value: object
    erasing: Keys


def _typed(text: str, value: object) -> Entry:
    return Entry(tuple(text), value, ("backspace",) * (len(text) + 2))


def _number(text: str, language: Language) -> Entry:
    return _typed(text if language == "fr" else text.replace(",", "."), Decimal(text.replace(",", ".")))


def entries(spec: FieldSpec, language: Language) -> tuple[Entry, Entry]:
    """Two different entries for a field of this kind, the keys of the first then of the second."""
    days = date(2027, 6, 30), date(2027, 1, 15)
    if spec.kind in ("ref", "refs"):
        return _links(spec)
    if spec.kind == "score":
        low = spec.low or 0
        return _typed(str(low + 1), low + 1), _typed(str(low + 2), low + 2)
    if spec.kind in ("choice", "flag"):
        first, second = (True, False) if spec.kind == "flag" else spec.choices[:2]
        return Entry(("right",), first, ("backspace",)), Entry(("right", "right"), second, ("backspace",))
    plain: dict[str, tuple[Entry, Entry]] = {
        "words": (_typed("Été 1", "Été 1"), _typed("Noël", "Noël")),
        "prose": (Entry((*"Un", "enter", *"deux"), "Un\ndeux", ("backspace",) * 8), _typed("Trois", "Trois")),
        "number": (_number("12,5", language), _number("-3", language)),
        "amount": (_typed("12k", Decimal(12000)), _number("1250,75", language)),
        "percent": (_number("7,5", language), _number("20", language)),
        "date": (_typed("30/06/2027", days[0]), _typed("15/1", days[1])),
        "month": (_typed("03/2027", "2027-03"), _typed("2027-04", "2027-04")),
        "currency": (_typed("CHF", "CHF"), _typed("usd", "USD")),
        "names": (_typed("a, b", ("a", "b")), _typed("c", ("c",))),
        "dates": (_typed("30/06/2027, 15/1", days), _typed("15/1", days[1:])),
    }
    return plain[spec.kind]


def _links(spec: FieldSpec) -> tuple[Entry, Entry]:
    one, other = first_ids(spec)
    if spec.kind == "ref":
        return (
            Entry((*one, "enter", "shift+tab"), one, ("backspace",)),
            Entry((*other, "enter", "shift+tab"), other, ("backspace",)),
        )
    return (
        Entry((*one, "enter", *other, "enter"), (one, other), ("backspace",) * 2),
        Entry((*other, "enter"), (other,), ("backspace",)),
    )
