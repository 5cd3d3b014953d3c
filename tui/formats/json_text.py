"""JSON for programs: numbers digit for digit as the plan holds them, and nothing that a terminal would obey."""

import json
from datetime import date
from decimal import Decimal
from typing import Any


def json_text(value: Any, indent: str = "") -> str:
    """The value as JSON: a decimal as a number with all its digits, a date as its ISO text."""
    deeper = indent + "  "
    if isinstance(value, dict):
        return _block("{}", [f"{_text(str(key))}: {json_text(item, deeper)}" for key, item in value.items()], indent)
    if isinstance(value, list | tuple):
        return _block("[]", [json_text(item, deeper) for item in value], indent)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return _text(value.isoformat())
    return _text(value) if isinstance(value, str) else json.dumps(value)


def _block(brackets: str, items: list[str], indent: str) -> str:
    if not items:
        return brackets
    return f"{brackets[0]}\n" + ",\n".join(f"{indent}  {item}" for item in items) + f"\n{indent}{brackets[1]}"


def _text(value: str) -> str:
    # Beyond ASCII everything is escaped, whatever the locale makes of it; DEL alone is left for us to escape.
    return json.dumps(value).replace("\x7f", "\\u007f")
