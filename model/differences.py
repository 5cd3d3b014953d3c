"""What differs between two plans, field by field; a record that came or went is one difference."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from model.plan import Plan
from model.values import Record


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """What stood at a path and what stands there now; None where nothing does, a record where one came or went."""

    path: str
    before: Any
    after: Any


def differences(old: Plan, new: Plan, sections: tuple[str, ...] | None = None) -> list[FieldDifference]:
    """The differences in some sections (dotted paths) or all, in the order of the file."""
    return [one for one in _records("", old, new) if sections is None or _is_in(one.path, sections)]


def _is_in(path: str, sections: tuple[str, ...]) -> bool:
    return any(path == section or path.startswith(section + ".") for section in sections)


def _records(prefix: str, old: Record, new: Record) -> Iterator[FieldDifference]:
    for attribute, field in type(new).model_fields.items():
        before, after = getattr(old, attribute), getattr(new, attribute)
        if before is not after:
            yield from _values(prefix + (field.alias or attribute), before, after)


def _values(path: str, before: Any, after: Any) -> Iterator[FieldDifference]:
    if isinstance(before, Record) and isinstance(after, Record):
        yield from _records(path + ".", before, after)
    elif isinstance(before, Mapping) and isinstance(after, Mapping):
        yield from _tables(path, before, after)
    elif before != after or type(before) is not type(after):
        yield FieldDifference(path, before, after)


def _tables(path: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[FieldDifference]:
    """Entries in their new order, those that went after them."""
    for key in [*after, *(key for key in before if key not in after)]:
        if before.get(key) is not after.get(key):
            yield from _values(f"{path}.{key}", before.get(key), after.get(key))
