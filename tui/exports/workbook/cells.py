"""A field's value as a cell, and a cell as text that does not depend on which program wrote the file."""

import hashlib
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec
from model.plan import Plan
from tui.exports.workbook.formulas import plain
from tui.formats.naming import named
from tui.text import visible
from tui.words import Words

Content = str | float | date | None
"""What stands in a cell: a text, a number, a day, nothing."""

_LONGEST_CELL = 32_000
_LONGEST = 120


def clean(text: str) -> str:
    """A text as a cell may hold it: its line breaks, and nothing that a program would obey."""
    return "\n".join(visible(line) for line in text.split("\n"))[:_LONGEST_CELL]


def content(plan: Plan, spec: FieldSpec, value: Any, label: str, words: Words) -> Content:
    """What is written into the cell of a field; `label` is the catalogue key of its choices."""
    if value is None or value in ("", (), {}):
        return None
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return float(value / 100 if spec.kind == "percent" else value)
    if spec.takes_formula and isinstance(value, str):
        return clean(plain(value, plan.drivers))
    if spec.kind == "month":
        return date.fromisoformat(f"{value}-01")
    return value if isinstance(value, date) else clean(_text(plan, spec, value, label, words))


def _text(plan: Plan, spec: FieldSpec, value: Any, label: str, words: Words) -> str:
    if spec.kind in ("ref", "refs"):
        ids = (value,) if isinstance(value, str) else value
        return "\n".join(named(plan, id_, spec.refers).replace("\n", " ") for id_ in ids)
    if spec.kind == "choice":
        key = f"choices.{label}.{value}"
        return words(key) if words.has(key) else str(value)
    if spec.kind == "flag":
        return words(f"choices.flag.{'yes' if value else 'no'}")
    return ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)


def canonical(value: object) -> str:
    """A cell in one form, whoever saved the file: numbers to fifteen digits, days, texts without the ends of lines.

    A long text stands there by its fingerprint.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return f"b:{value}"
    if isinstance(value, int | float):
        return f"n:{Decimal(format(float(value), '.15g')).normalize():f}"
    if isinstance(value, datetime | date):
        return f"d:{value:%Y-%m-%d}"
    text = str(value).replace("\r\n", "\n").replace("\r", "\n").rstrip()
    if len(text) > _LONGEST:
        return f"h:{hashlib.sha256(text.encode('utf-8', 'replace')).hexdigest()[:32]}"
    return f"t:{text}" if text else ""
