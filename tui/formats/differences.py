"""A difference between two plans as a sentence: `B3 Traiteur : montant 700 → 900 (+200)`."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from model.catalogue import FieldSpec
from model.differences import FieldDifference
from model.names import name_of
from model.paths import PathUnknownError, Place, locate, read
from model.plan import Plan
from model.values import Record, canonical
from tui.formats.values import NUMERIC, Reader
from tui.text import visible

LONGEST = 40
PLACES = 4


def difference_sentence(one: FieldDifference, old: Plan, new: Plan, reader: Reader) -> str:
    """What changed, at which field of which record, in the reader's words and numbers."""
    words = reader.words
    try:
        place = locate(one.path)
    except PathUnknownError:
        return words("scenarios.difference", name=visible(one.path), before=_text(one.before), after=_text(one.after))
    name = _holder(place, old, new) or words(f"sections.{place.section}")
    if place.field is None:
        return words("scenarios.removed" if one.after is None else "scenarios.added", name=name)
    spec, label = _spec(place, place.field, reader)
    before, after = (_shown(spec, value, _key(place), reader) for value in (one.before, one.after))
    told = words("scenarios.difference", name=f"{name}{words('scenarios.colon')}{label}", before=before, after=after)
    return told + _by(spec, one, reader)


def _text(value: Any) -> str:
    text = "" if value is None else visible(str(value))
    return (text[: LONGEST - 1] + "…" if len(text) > LONGEST else text) or "—"


def _tables(place: Place) -> list[str]:
    """The names of the tables between the section and the record: `milestones`."""
    return place.holder[len(place.section) :].split(".")[2::2]


def _key(place: Place) -> str:
    return ".".join([place.section, *_tables(place), place.field.name if place.field else ""])


def _holder(place: Place, old: Plan, new: Plan) -> str:
    """The record and those around it, by id and name; empty for a section of one record."""
    first, *inner = place.holder[len(place.section) :].split(".")[1::2] or [""]
    if not first:
        return ""
    path, names = f"{place.section}.{first}", []
    for table, id_ in zip(["", *_tables(place)], [first, *inner], strict=True):
        path = f"{path}.{table}.{id_}" if table else path
        record = read(new, path) or read(old, path)
        named = name_of(record) if isinstance(record, Record) else ""
        names.append(visible(f"@{id_}" if place.section == "drivers" else f"{id_} {named}".strip()))
    return ", ".join(names)


def _spec(place: Place, field: FieldSpec, reader: Reader) -> tuple[FieldSpec, str]:
    """What the value is, and the field's label, followed by the key of the entry in a table."""
    label = reader.words(f"fields.{_key(place)}")
    label = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    if place.entry is None or field.value is None or field.key is None:
        return field, label
    return field.value, f"{label} {visible(reader.shown(field.key, place.entry))}"


def _shown(spec: FieldSpec, value: Any, key: str, reader: Reader) -> str:
    return _text(reader.shown(spec, _short(value), key))


def _short(value: Any) -> Any:
    """A number that a division left with many decimals, to the fourth."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    if not isinstance(exponent, int) or exponent >= -PLACES:
        return value
    return canonical(value.quantize(Decimal(1).scaleb(-PLACES), ROUND_HALF_UP))


def _by(spec: FieldSpec, one: FieldDifference, reader: Reader) -> str:
    """By how much, where both are numbers."""
    if spec.kind not in NUMERIC or isinstance(one.before, str) or isinstance(one.after, str):
        return ""
    if one.before is None or one.after is None:
        return ""
    difference = Decimal(one.after) - Decimal(one.before)
    return f" ({'+' if difference > 0 else ''}{reader.shown(spec, _short(difference))})"
