"""Changes of a plan as JSON and back: decimals and dates are marked, so that they come back as they were."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from model.recovery.patch import Change

NUMBER, DAY = "#", "@"
"""No field of a record and no key of a table in it is called so; a text of links may be, so those stand in pairs."""


def encoded(value: Any) -> str:
    """The value as one line of ASCII."""
    return json.dumps(value, default=_marked, separators=(",", ":"))


def _marked(value: Any) -> Any:
    if isinstance(value, Decimal):
        return {NUMBER: format(value, "f")}
    if isinstance(value, date):
        return {DAY: value.isoformat()}
    raise TypeError(type(value).__name__)


def decoded(text: str | bytes) -> Any:
    """The value that a line holds.

    Raises:
        ValueError: it holds none.
    """
    try:
        return json.loads(text, object_hook=_unmarked)
    except (ArithmeticError, RecursionError, TypeError) as error:
        raise ValueError(str(error)) from None


def _unmarked(table: dict[str, Any]) -> Any:
    if len(table) == 1:
        if NUMBER in table:
            return Decimal(table[NUMBER])
        if DAY in table:
            return date.fromisoformat(table[DAY])
    return table


def from_changes(changes: tuple[Change, ...]) -> list[Any]:
    """Changes as plain lists, for `encoded`."""
    return [[change.path, [*change.records.items()], [*change.follows.items()], change.order] for change in changes]


def to_changes(given: Any) -> tuple[Change, ...]:
    """The changes in what `decoded` gave.

    Raises:
        ValueError: it holds none.
    """
    return tuple(_change(each) for each in _list(given))


def _change(given: Any) -> Change:
    path, records, follows, order = _list(given, 4)
    predecessors = pairs(follows)
    if not all(before is None or isinstance(before, str) for before in predecessors.values()):
        raise ValueError("follows")
    return Change(_text(path), pairs(records), predecessors, None if order is None else _order(order))


def pairs(given: Any) -> dict[str, Any]:
    """A table that was written as pairs.

    Raises:
        ValueError: it was not.
    """
    return {_text(key): value for key, value in (_list(pair, 2) for pair in _list(given))}


def _order(given: Any) -> tuple[int, tuple[str, ...]]:
    start, keys = _list(given, 2)
    if type(start) is not int or start < 0:
        raise ValueError("order")
    return start, tuple(_text(key) for key in _list(keys))


def _list(given: Any, length: int | None = None) -> list[Any]:
    if not isinstance(given, list) or (length is not None and len(given) != length):
        raise ValueError("list")
    return given


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("text")
    return given
