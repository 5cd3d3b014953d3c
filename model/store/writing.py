"""A plan as the bytes of its file: the same plan always gives the same bytes, a changed field its own lines only."""

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

import tomli_w

from model.plan import FORMAT, Plan
from model.record import Record
from model.store.pause import collector_paused

Document = dict[str, Any]


class PlainDecimal(Decimal):
    """A decimal that is written without exponent: the TOML writer takes whatever `str` gives."""

    def __str__(self) -> str:
        return format(self, "f")


@collector_paused()
def dumps(plan: Plan) -> bytes:
    """The file's bytes: UTF-8, LF, `format` first, sections and fields in their order, nothing that is empty.

    Raises:
        UnicodeEncodeError: a text holds a lone surrogate.
    """
    return tomli_w.dumps(document(plan), multiline_strings=True).encode()


def document(record: Record) -> Document:
    """A record (the whole plan, mostly) as plain TOML values by their names in the file, empty ones left out."""
    names = _names(type(record))
    written: Document = {"format": FORMAT} if type(record) is Plan else {}
    for attribute, value in record.__dict__.items():
        if not value and type(value) in _EMPTIED:
            continue
        write = _WRITERS.get(type(value))
        if write is not None:
            value = write(value)
        elif isinstance(value, Record):
            value = document(value)
        if value != {}:
            written[names[attribute]] = value
    return written


@cache
def _names(record: type[Record]) -> dict[str, str]:
    return {attribute: field.name for attribute, field in record.FIELDS.items()}


def _number(value: Decimal) -> int | PlainDecimal:
    whole, _, decimals = format(value, "f").partition(".")
    decimals = decimals.rstrip("0")
    return PlainDecimal(f"{whole}.{decimals}") if decimals else int(whole)


def _table(table: dict[str, Any]) -> Document:
    # An empty record of a table stays, as its header: the record is there, its fields are not filled in yet.
    written: Document = {}
    for key, value in table.items():
        if isinstance(value, Decimal):
            written[key] = _number(value)
        elif isinstance(value, Record):
            written[key] = document(value)
        elif value != "":
            written[key] = value
    return written


_EMPTIED = (str, dict, tuple)
_WRITERS: dict[type, Callable[[Any], Any]] = {Decimal: _number, dict: _table}
