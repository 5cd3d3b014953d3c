"""Words of a cell as values of the plan: choices in both languages, actions by id or title, currencies, months."""

from functools import cached_property
from typing import Any

from model.budget import Line
from model.catalogue import fields
from model.names import name_of
from model.plain import frozen
from model.plan import Plan
from tui.formats.values import plan_year
from tui.imports.tables.cells import Value, text_of
from tui.imports.tables.days import day_of, month_of_cell
from tui.imports.tables.figures import UnreadableError
from tui.text import folded
from tui.words import LANGUAGES, Words

_SYNONYMS = {
    "status": {"estime": "forecast", "previsionnel": "forecast", "planned": "forecast", "budgeted": "forecast",
               "commande": "committed", "ordered": "committed", "signe": "committed", "realise": "invoiced",
               "billed": "invoiced", "regle": "paid", "solde": "paid"},
    "source": {"estime": "estimate", "n-1": "last_year", "quotation": "quote", "marche": "contract"},
}  # fmt: skip
_CURRENCIES = {"€": "EUR", "euro": "EUR", "euros": "EUR", "$": "USD", "£": "GBP", "fr.": "CHF", "sfr": "CHF"}


@frozen
class Meanings:
    """Reads words for one plan."""

    plan: Plan

    @cached_property
    def _choices(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for name in ("status", "source"):
            known = dict(_SYNONYMS[name])
            for choice in fields(Line)[name].choices:
                known[choice] = choice
                known |= {folded(Words(one)(f"choices.budget.{name}.{choice}")): choice for one in LANGUAGES}
            found[name] = known
        return found

    @cached_property
    def _actions(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for id_, action in self.plan.actions.items():
            for name in {folded(id_), folded(name_of(action)), folded(f"{id_} {name_of(action)}")} - {""}:
                found.setdefault(name, []).append(id_)
        return found

    def value(self, target: str, value: Value, *, month_first: bool = False) -> Any:
        """What a cell says for a field that is neither a text nor a number; None for nothing.

        Raises:
            UnreadableError: nothing that this field can be.
        """
        text = text_of(value)
        if not text:
            return None
        if target == "valid_until":
            return day_of(value, plan_year(self.plan), month_first=month_first)
        if target in ("start", "end"):
            return month_of_cell(value, plan_year(self.plan))
        if target == "action":
            return self._one(self._actions.get(folded(text), []), "reference")
        if target == "priority":
            spec = fields(Line)["priority"]
            if not text.isdecimal() or not (spec.low or 0) <= int(text) <= (spec.high or 0):
                raise UnreadableError("priority")
            return int(text)
        if target == "currency":
            code = _CURRENCIES.get(folded(text), text.upper())
            return self._one([code] if len(code) == 3 and code.isascii() and code.isalpha() else [], "currency")
        return self._one([found] if (found := self._choices[target].get(folded(text))) else [], target)

    @staticmethod
    def _one(found: list[str], expected: str) -> str:
        if len(found) != 1:
            raise UnreadableError(expected)
        return found[0]

    def is_one(self, target: str, value: Value) -> bool:
        """Whether a cell says something for this field."""
        try:
            self.value(target, value)
        except UnreadableError:
            return False
        return True
