"""A full plan: every section, every field of every record, each reference to a record that is there."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Final

from model.catalogue import FieldSpec, SectionSpec, fields, sections
from model.master import DecisionKey
from model.plan import Plan
from model.record import Record
from model.store.writing import dumps

Table = dict[str, Any]
RECORDS: Final = 2

_PLAIN: Final[dict[str, Callable[[FieldSpec], Any]]] = {
    "words": lambda spec: f"Some {spec.name}",
    "prose": lambda spec: f"Two lines\nof {spec.name}",
    "number": lambda _: Decimal("12.5"),
    "amount": lambda _: Decimal(1200),
    "percent": lambda _: Decimal(20),
    "score": lambda spec: spec.low or 1,
    "flag": lambda _: True,
    "date": lambda _: date(2027, 3, 31),
    "dates": lambda _: [date(2027, 3, 31), date(2027, 6, 30)],
    "month": lambda _: "2027-03",
    "currency": lambda _: "EUR",
    "choice": lambda spec: spec.choices[0],
    "ref": lambda spec: _referred(spec),
    "refs": lambda spec: [_referred(spec)],
    "names": lambda _: ["Anne", "Bob"],
}


@cache
def full_plan() -> bytes:
    """The bytes of its file."""
    tables: Table = {"format": 1, "links": {"one": "two"}}
    for path, section in sections().items():
        outer, _, inner = path.partition(".")
        holder = tables.setdefault(outer, {}) if inner else tables
        holder[inner or outer] = _section(path, section)
    return dumps(Plan.from_table(tables))


def _section(path: str, section: SectionSpec) -> Table:
    if not section.is_table:
        return _record(section.record, path)
    keys = DecisionKey.__args__ if path == "decisions" else _ids(path)  # type: ignore[attr-defined]
    return {key: _record(section.record, f"{path}.{key}") for key in keys}


@cache
def _ids(path: str) -> tuple[str, ...]:
    """The ids of a section's records, unlike those of any other's."""
    letter = f"{chr(ord('A') + list(sections()).index(path) % 26)}{list(sections()).index(path)}"
    return tuple(f"{letter}_{number}" for number in range(1, RECORDS + 1))


def _referred(spec: FieldSpec) -> str:
    known = [section for section in spec.refers if section in sections()]
    return _ids(known[0])[0] if known else "nobody"


def _record(record: type[Record], path: str) -> Table:
    return {name: _value(spec, path) for name, spec in fields(record).items()}


def _value(spec: FieldSpec, path: str) -> Any:
    if spec.kind == "records" and spec.record:
        key = _referred(spec) if spec.refers else f"Y{abs(hash_of(path + spec.name))}"
        return {key: _record(spec.record, f"{path}.{spec.name}")}
    if spec.kind == "table" and spec.key and spec.value:
        return {_key(spec.key): _value(spec.value, path)}
    if spec.name == "delay":
        return 2
    if spec.takes_formula and spec.name in ("value", "quantity"):
        return "=12*350"
    return _PLAIN[spec.kind](spec)


def _key(spec: FieldSpec) -> str:
    if spec.kind == "date":
        return "2027-03-31"
    return "2026" if spec.kind == "words" else str(_PLAIN[spec.kind](spec))


def hash_of(text: str) -> int:
    """A number for a text, the same in every process."""
    return int.from_bytes(text.encode(), "big") % 1_000_003
