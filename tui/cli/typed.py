"""Values as the command line takes them: machine notation, whatever the language (`1234.5`, `2027-06-30`, `true`)."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec
from model.edits import EditRefusedError, validated
from model.paths import Place
from model.values import CHANGE_PATTERN

_NUMBER = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?")
_WHOLE = re.compile(r"[+-]?[0-9]{1,18}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FLAGS = {"true": True, "false": False}
_LISTS = ("names", "refs", "dates")


def day(text: str) -> date | None:
    """The day that `2027-06-30` names; None when it names none."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def typed(place: Place, text: str) -> Any:
    """What a text means at a place of a plan; None for an empty one.

    Raises:
        EditRefusedError: no value of the kind that stands there.
    """
    if text == "":
        return None
    refusal = EditRefusedError(place.path, "not_a_field", text)
    for value in _meanings(place, text):
        try:
            validated(place, value)
        except EditRefusedError as error:
            refusal = EditRefusedError(place.path, error.code, text, **error.details)
        else:
            return value
    raise refusal


def spec_of(place: Place) -> FieldSpec | None:
    """What stands at a place: a field, or the values of a table of values."""
    if place.field is None or place.entry is None:
        return place.field
    return place.field.value


def _meanings(place: Place, text: str) -> Iterator[Any]:
    """What the text may mean, the likeliest first."""
    spec = spec_of(place)
    if spec is None or spec.kind in ("table", "records"):
        return
    if spec.kind in ("number", "amount", "percent", "score"):
        yield from _numbers(place, text)
    elif spec.kind in _LISTS:
        parts = tuple(part.strip() for part in text.split(",") if part.strip())
        yield tuple(day(part) or part for part in parts) if spec.kind == "dates" else parts
    elif spec.kind == "flag":
        yield _FLAGS.get(text, text)
    elif spec.kind == "date":
        yield day(text) or text
    else:
        yield text


def _numbers(place: Place, text: str) -> Iterator[Any]:
    # In a scenario a signed number is a change relative to the layer below; `=-500` is the amount itself.
    if place.section == "scenarios" and CHANGE_PATTERN.fullmatch(text):
        yield text
    if _NUMBER.fullmatch(text):
        yield Decimal(text)
    if _WHOLE.fullmatch(text):
        yield int(text)
    elif not _NUMBER.fullmatch(text):
        yield text
