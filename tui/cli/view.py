"""A plan's records as people read them: labels from the words, values in the reader's formats."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.money import minor_digits
from model.names import name_of, naming_field
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.standing import stands
from tui.cli.console import Console
from tui.cli.layout import headed, labelled
from tui.cli.plans import named
from tui.formats.numbers import format_money, format_number
from tui.formats.values import Reader
from tui.words import Language

# Elsewhere an amount is not money: a correction's gap counts in its indicator's unit, a driver in its own.
_MONEY = ("plan", "team", "review", "budget", "budget.quotes", "funding", "scenarios.budget")
# What a line in a foreign currency says in that currency; the rest of it is in the plan's.
_FOREIGN = ("amount", "unit_cost", "months", "low", "high")


def amount_text(amount: Decimal, currency: str | None, numbers: Language) -> str:
    """An amount with its currency, and all its decimals when there are more than the currency has."""
    exponent = amount.as_tuple().exponent
    places = max(minor_digits(currency), -exponent if isinstance(exponent, int) else 0)
    return format_money(amount, currency, numbers, places) if currency else format_number(amount, numbers, places)


@frozen
class View:
    """A plan before a reader."""

    plan: Plan
    console: Console

    def section(self, path: str) -> list[str]:
        """A section with its title; empty when nothing is in it."""
        value = read(self.plan, path)
        if isinstance(value, Record):
            rows = self._fields(path, value, self.plan.plan.currency)
            return [*headed(self.console.words(f"sections.{path}")), *rows] if rows else []
        if not value:
            return []
        records = [self.record(path, id_, value[id_]) for id_ in value]
        lines = [line for lines in records for line in (*lines, "")]
        return [*headed(self.console.words(f"sections.{path}")), *lines[:-1]]

    def record(self, section: str, id_: str, record: Record, indent: int = 0) -> list[str]:
        """A record: its id and name, then its other fields."""
        name = self.console.words(f"choices.{section}.{id_}") if stands(f"{section}.{id_}") else name_of(record)
        currency = getattr(record, "currency", None) or self.plan.plan.currency
        head = labelled([(id_, name)], self.console.width, indent)
        return [*head, *self._fields(section, record, currency, indent + 2)]

    def _fields(self, path: str, record: Record, currency: str | None, indent: int = 0) -> list[str]:
        lines: list[str] = []
        rows: list[tuple[str, str]] = []
        is_single = path in sections() and not sections()[path].is_table
        naming = "" if is_single else naming_field(type(record))
        for spec, value in _filled(record):
            label = self.console.words(f"fields.{path}.{spec.name}")
            if spec.kind == "records":
                lines += [" " * indent + label]
                for id_, inner in value.items():
                    lines += self.record(f"{path}.{spec.name}", id_, inner, indent + 2)
            elif spec.name != naming:
                own = currency if spec.name in _FOREIGN else self.plan.plan.currency
                rows.append((label, self._text(path, spec, value, own)))
        return [*labelled(rows, self.console.width, indent), *lines]

    def _text(self, path: str, spec: FieldSpec, value: Any, currency: str | None) -> str:
        if spec.kind != "table" or spec.key is None or spec.value is None:
            return self._value(path, spec, value, currency)
        key, held = spec.key, spec.value
        entries = [(self._value(path, key, k, None), self._value(path, held, v, currency)) for k, v in value.items()]
        return "\n".join(f"{name}  {text}" for name, text in entries)

    def _value(self, path: str, spec: FieldSpec, value: Any, currency: str | None) -> str:
        if spec.kind in ("ref", "refs"):
            ids = (value,) if isinstance(value, str) else value
            return "\n".join(named(self.plan, id_, spec.refers) for id_ in ids)
        if spec.kind == "amount" and isinstance(value, Decimal) and path in _MONEY:
            return amount_text(value, currency, self.console.numbers)
        reader = Reader.of(self.console.words, self.console.numbers, self.plan)
        return reader.shown(spec, value, f"{path}.{spec.name}")


def _filled(record: Record) -> Iterator[tuple[FieldSpec, Any]]:
    for spec in fields(type(record)).values():
        value = getattr(record, spec.attribute)
        if value is not None and value not in ("", (), {}):
            yield spec, value
