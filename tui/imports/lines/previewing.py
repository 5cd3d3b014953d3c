"""The first lines of a table as they would come in."""

from collections.abc import Mapping
from decimal import Decimal

from model.money import minor_digits
from model.plan import Plan
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.lines.targets import target_label
from tui.imports.lines.understanding import Understood
from tui.imports.source import Preview
from tui.imports.tables.headers import Column

_ROWS, _MOST = 5, 3


def preview_of(found: Understood, columns: Mapping[Column, str], reader: Reader, plan: Plan) -> Preview:
    """Row, name, category, amount, and some of what else was understood."""
    words = reader.words
    more = [one for one in ("supplier", "tax_rate", "last_year", "spent", "note") if one in columns.values()][:_MOST]
    if any(line.one.row.months for line in found.lines):
        more.insert(0, "months")
    head = ["label", *(["category"] if any(line.category for line in found.lines) else []), "amount", *more]
    rows = []
    for line in found.lines[:_ROWS]:
        row, amounts = line.one.row, found.amounts[line.one.row.number]
        digits = minor_digits(row.others.get("currency") or plan.plan.currency)
        shown = {
            "label": row.label,
            "category": line.category,
            "amount": _number(amounts.figure, reader, digits),
            "months": str(len(row.months) or ""),
            "tax_rate": _number(amounts.rate, reader),
            **{name: row.texts.get(name, "") for name in ("supplier", "note")},
            **{name: _number(row.figures.get(name), reader, digits) for name in ("last_year", "spent")},
        }
        rows.append((str(row.number), *(shown[name] for name in head)))
    return Preview((words("tables.row_head"), *(target_label(name, words) for name in head)), tuple(rows))


def _number(value: Decimal | None, reader: Reader, digits: int | None = None) -> str:
    return "" if value is None else format_number(value, reader.numbers, digits)
