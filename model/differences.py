"""What differs between two plans, field by field: two files, or a plan and what a scenario makes of it."""

from collections.abc import Iterator, Mapping
from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record


@frozen
class FieldChange:
    """The path of a field, a table's entry or a whole record, and what stood and stands there; None for nothing."""

    path: str
    before: Any
    after: Any


def differences(old: Plan, new: Plan, among: tuple[str, ...] = ()) -> tuple[FieldChange, ...]:
    """Every field that differs, in the order of the new plan's file; what went stands last in its table.

    A record that came or went is one difference; the order of records is none. `among` names sections, else all.
    """
    return tuple(
        found
        for path, section in sections().items()
        if not among or path in among
        for found in (
            _of_table(path, read(old, path), read(new, path))
            if section.is_table
            else _of_record(path, read(old, path), read(new, path))
        )
    )


def changes_within(path: str, old: Any, new: Any) -> tuple[FieldChange, ...]:
    """What differs at a path and below it."""
    return tuple(_of_value(path, old, new))


def _of_table(path: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[FieldChange]:
    if old is new:
        return
    for id_, value in new.items():
        yield from _of_value(f"{path}.{id_}", old.get(id_), value)
    for id_, value in old.items():
        if id_ not in new:
            yield FieldChange(f"{path}.{id_}", value, None)


def _of_value(path: str, old: Any, new: Any) -> Iterator[FieldChange]:
    if isinstance(old, Record) and isinstance(new, Record):
        yield from _of_record(path, old, new)
    elif old != new:
        yield FieldChange(path, old, new)


def _of_record(path: str, old: Record, new: Record) -> Iterator[FieldChange]:
    if old is not new:
        for spec in fields(type(new)).values():
            yield from _of_field(
                f"{path}.{spec.name}", spec, getattr(old, spec.attribute), getattr(new, spec.attribute)
            )


def _of_field(path: str, spec: FieldSpec, old: Any, new: Any) -> Iterator[FieldChange]:
    if spec.kind == "table":
        keys = dict.fromkeys((*new, *old))
        # Days and months stand in their order, whichever side knows them.
        for key in sorted(keys) if spec.key and spec.key.kind in ("date", "month") else keys:
            yield from _of_value(f"{path}.{key}", old.get(key), new.get(key))
    elif spec.kind == "records":
        yield from _of_table(path, old, new)
    elif old != new:
        yield FieldChange(path, old if old != () else None, new if new != () else None)
