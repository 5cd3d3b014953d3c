"""The JSON Schema of an exported plan, made from the catalogue of sections and fields."""

from typing import Any

from model.breakdowns import BREAKDOWNS
from model.catalogue import FieldSpec, fields, sections
from model.record import Record
from tui.exports.options import PROFILES

SCHEMA = "urn:planmark:plan:1"
Shape = dict[str, Any]

_TEXT: Shape = {"type": "string"}
_PLAIN: dict[str, Shape] = {
    "score": {"type": "integer"},
    "flag": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "dates": {"type": "array", "items": {"type": "string", "format": "date"}},
    "refs": {"type": "array", "items": _TEXT},
    "names": {"type": "array", "items": _TEXT},
}
_MONEY: Shape = {"$ref": "#/$defs/money"}


def schema() -> Shape:
    """What an exported plan looks like; additions to come are let through."""
    figures = {
        name: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"} for name in ("excl_tax", "tax", "incl_tax")
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA,
        "title": "A plan of Planmark with its computed totals",
        "type": "object",
        "required": ["schema", "profile", "scenario", "tables", "computed"],
        "properties": {
            "schema": {"const": SCHEMA},
            "profile": {"enum": list(PROFILES)},
            "scenario": {"type": ["string", "null"]},
            "tables": _tables(),
            "fingerprints": _table(_TEXT),
            "computed": _computed(),
        },
        "$defs": {"money": {"type": "object", "required": list(figures), "properties": figures}},
    }


def _computed() -> Shape:
    groups = {by: _table(_MONEY) for by in BREAKDOWNS}
    properties = {
        "currency": {"type": ["string", "null"]},
        "total": _MONEY,
        "lines": _table(_MONEY),
        "by": {"type": "object", "required": list(groups), "properties": groups},
        "scenarios": _table(_MONEY),
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _tables() -> Shape:
    """The sections as they stand in the file."""
    properties: Shape = {"format": {"const": 1}}
    diagnostic: Shape = {}
    for path, section in sections().items():
        record = _record(section.record, is_change=path == "scenarios")
        shape = _table(record) if section.is_table else record
        parent, _, name = path.rpartition(".")
        (diagnostic if parent else properties)[name] = shape
    properties |= {"diagnostic": _object(diagnostic), "links": _table(_TEXT)}
    return _object(properties, required=["format"])


def _object(properties: Shape, **more: Any) -> Shape:
    return {"type": "object", **more, "properties": properties, "additionalProperties": False}


def _table(value: Shape) -> Shape:
    return {"type": "object", "additionalProperties": value}


def _record(record: type[Record], *, is_change: bool) -> Shape:
    return _object({name: _field(spec, is_change) for name, spec in fields(record).items()})


def _field(spec: FieldSpec, is_change: bool) -> Shape:
    """A field; in a scenario a number may be a change, which is a text."""
    if spec.kind == "records" and spec.record is not None:
        return _table(_record(spec.record, is_change=is_change))
    if spec.kind == "table" and spec.value is not None:
        return _table(_field(spec.value, is_change))
    if spec.kind == "choice":
        return {"enum": list(spec.choices)}
    if spec.kind in ("number", "amount", "percent"):
        return {"type": ["number", "string"] if spec.takes_formula or is_change else "number"}
    return _PLAIN.get(spec.kind, _TEXT)
