"""Tables of JSON as the plan's own values: texts that are dates as dates; the rest is for the plan to refuse."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from model.catalogue import FieldSpec, fields, sections


def typed(tables: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Texts that are dates as dates; whatever is of another shape is left for the plan to refuse."""
    made = dict[str, Any]()
    for name, raw in tables.items():
        path = prefix + name
        if path in sections() and isinstance(raw, dict):
            specs = fields(sections()[path].record)
            made[name] = _records(specs, raw) if sections()[path].is_table else _record(specs, raw)
        else:
            inner = isinstance(raw, dict) and not prefix and any(one.startswith(f"{path}.") for one in sections())
            made[name] = typed(raw, f"{path}.") if inner else raw
    return made


def _records(specs: Mapping[str, FieldSpec], table: dict[str, Any]) -> dict[str, Any]:
    return {id_: _record(specs, raw) if isinstance(raw, dict) else raw for id_, raw in table.items()}


def _record(specs: Mapping[str, FieldSpec], raw: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(specs[name], given) if name in specs else given for name, given in raw.items()}


def _value(spec: FieldSpec, given: Any) -> Any:
    if spec.kind == "records" and spec.record is not None and isinstance(given, dict):
        return _records(fields(spec.record), given)
    if spec.kind == "table" and spec.value is not None and isinstance(given, dict):
        return {key: _value(spec.value, one) for key, one in given.items()}
    if spec.kind == "dates" and isinstance(given, list):
        return [_day(one) for one in given]
    return _day(given) if spec.kind == "date" else given


def _day(given: Any) -> Any:
    try:
        return date.fromisoformat(given) if isinstance(given, str) and len(given) == len("2027-01-31") else given
    except ValueError:
        return given
