"""Suppliers by what the ledger calls them: a number, a name, both; spelled the same way from then on."""

import re
from collections.abc import Mapping

from tui.imports.ledger.spending import Amount, Key
from tui.text import folded

_LONGEST = 200
# What a plan's text may not hold, and what no name needs.
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ufffd]+")
_COLLECTIVE = re.compile(r"\b(fournisseurs|frs|collectif|divers)\b|^fournisseur$")
_ALONE = "fournisseur "


def clean(text: str) -> str:
    """A text on one line, without what a plan cannot hold."""
    return " ".join(_ODD.sub(" ", text).split())[:_LONGEST]


class Names:
    """Suppliers by their number, else their name; a number has the first name that it comes with."""

    def __init__(self) -> None:
        self._named: dict[str, str] = {}

    def key(self, number: str, name: str) -> str:
        """By which a supplier is known while the file is read."""
        number, name = (text.strip() if text.strip("0 ") else "" for text in (number, name))
        if number and name and number not in self._named:
            self._named[number] = name
        return number or name

    def own(self, label: str) -> str:
        """The supplier whose account this is alone; empty where the account is that of all suppliers."""
        label = " ".join(label.split())
        if _COLLECTIVE.search(plain := folded(label)):
            return ""
        return label[len(_ALONE) :] if plain.startswith(_ALONE) else label

    def spelled(self, spent: Mapping[Key, Amount]) -> dict[Key, Amount]:
        """Sums by name: two numbers or two spellings of one name are one supplier."""
        first: dict[str, str] = {}
        spelling: dict[str, str] = {}
        sums: dict[Key, Amount] = {}
        for key, amount in spent.items():
            if (name := spelling.get(key.supplier)) is None:
                name = clean(self._named.get(key.supplier, key.supplier))
                name = spelling[key.supplier] = first.setdefault(folded(name), name)
            found = sums.setdefault(key._replace(supplier=name), Amount())
            found.sum += amount.sum
            found.lines += amount.lines
        return sums
