"""The lines of the budget as CSV: as a French Excel opens it, or in the notation of programs."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from model.amounts import figures
from model.money import Money
from model.plan import Plan
from tui.exports.document import Document
from tui.exports.options import Options
from tui.exports.scribe import said
from tui.words import Words

_FIELDS = ("label", "category", "group", "action", "supplier", "source", "status")
_RATE = "tax_rate"
# A spreadsheet takes what begins with one of these for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """A line of the file for each line of the budget; no totals, so that a sum of the column is the total."""
    text = StringIO(newline="")
    if options.machine:
        csv.writer(text, lineterminator="\n").writerows(_machine(document.plan))
    else:
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(_local(document, Words(options.language)))
    out.write(text.getvalue().encode("utf-8" if options.machine else "utf-8-sig"))


def neutral(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    line = " ".join(said(text).split("\n"))
    return f"'{line}" if line.startswith(_FORMULA) else line


def _machine(plan: Plan) -> Iterator[list[str]]:
    """Names of fields as heads, codes and ids as they stand in the plan, amounts with a point."""
    yield ["id", *_FIELDS, _RATE, "excl_tax", "tax", "incl_tax", "currency"]
    for id_, money in figures(plan).items():
        line = plan.budget[id_]
        cells = [neutral(getattr(line, name) or "") for name in _FIELDS]
        amounts = [f"{amount:f}" for amount in (money.excl_tax, money.tax, money.incl_tax)]
        yield [id_, *cells, _rate(plan, id_), *amounts, plan.plan.currency or ""]


def _local(document: Document, words: Words) -> Iterator[list[str]]:
    """Heads and choices in words, actions by name; a comma before the decimals, nothing between thousands."""
    plan = document.plan
    heads = [words(f"fields.budget.{name}") for name in (*_FIELDS, _RATE)]
    sides = [words(f"exports.column.{side}") for side in ("excl_tax", "tax", "incl_tax")]
    yield ["id", *heads, *sides, words("fields.plan.currency")]
    for id_, money in figures(plan).items():
        yield [id_, *_texts(plan, id_, words), _comma(_rate(plan, id_)), *_amounts(money), plan.plan.currency or ""]


def _texts(plan: Plan, id_: str, words: Words) -> list[str]:
    line = plan.budget[id_]
    action = plan.actions.get(line.action or "")
    named = f"{line.action} {action.title or ''}" if action else line.action or ""
    choices = (
        words(f"choices.budget.{name}.{value}") if (value := getattr(line, name)) else ""
        for name in ("source", "status")
    )
    plain = (line.label or "", line.category or "", line.group or "", named, line.supplier or "")
    return [neutral(text) for text in (*plain, *choices)]


def _rate(plan: Plan, id_: str) -> str:
    rate = plan.budget[id_].tax_rate
    rate = plan.plan.tax_rate if rate is None else rate
    return "" if rate is None else f"{rate:f}"


def _amounts(money: Money) -> list[str]:
    return [_comma(f"{amount:f}") for amount in (money.excl_tax, money.tax, money.incl_tax)]


def _comma(number: str) -> str:
    return number.replace(".", ",")
