"""What a record is called by people: its title, name, label or text."""

from functools import cache

from model.catalogue import fields, sections
from model.paths import read
from model.plan import Plan
from model.record import Record

_NAMING = ("title", "name", "label", "text", "action", "what", "supplier", "cause", "rule")


@cache
def naming_field(record: type[Record]) -> str:
    """The field that names records of this class; empty where none does (drivers are named by their id)."""
    specs = fields(record)
    return next((name for name in _NAMING if name in specs and specs[name].kind in ("words", "prose")), "")


def name_of(record: Record) -> str:
    """The record's name, empty when nobody has typed it yet."""
    field = naming_field(type(record))
    return (getattr(record, field) or "") if field else ""


def find(plan: Plan, id_: str, among: tuple[str, ...] = ()) -> tuple[str, Record] | None:
    """The path and record of an id, among some sections or all; None when it names nothing there."""
    for path in among or tuple(path for path, section in sections().items() if section.is_table):
        table = read(plan, path)
        if id_ in table:
            return f"{path}.{id_}", table[id_]
    return None
