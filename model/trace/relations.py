"""Which fields make the thread, and which of the two records rests on the other."""

from collections.abc import Iterator
from functools import cache

from model.catalogue import FieldSpec, fields, sections
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.values import FINDINGS

RESTS: dict[str, tuple[str, ...]] = {
    "diagnostic.swot": ("from",),
    "decisions": ("findings",),
    "objectives": ("parent", "answers", "segments"),
    "actions": ("objectives", "segments", "channels", "from"),
    "budget": ("action", "shares"),
    "funding": ("actions",),
    "indicators": ("objective", "action"),
    "corrections": ("indicator",),
}
"""By section, the fields that name what their record rests on."""

CARRIES: dict[str, tuple[str, ...]] = {
    "segments": ("satisfaction_indicator",),
    "decisions": ("objectives", "actions"),
    "corrections": ("action",),
}
"""By section, the fields that name what rests on their record: a decision names the objectives it led to."""

THREAD = tuple(dict.fromkeys((*FINDINGS.sections, "segments", *RESTS, *CARRIES)))
"""The sections whose records may stand in the thread."""


@cache
def _naming_fields(section: str) -> tuple[tuple[FieldSpec, bool], ...]:
    """The fields of a section's records that make links, and whether what they name rests on the record."""
    specs = fields(sections()[section].record)
    tables = ((False, RESTS), (True, CARRIES))
    return tuple((specs[name], is_carrying) for is_carrying, table in tables for name in table.get(section, ()))


@frozen
class Naming:
    """A record's field, at `field`, names an id of one of `sections`; `is_carrying` where that one rests on it."""

    field: str
    id: str
    sections: tuple[str, ...]
    is_carrying: bool


def section_of(path: str) -> str:
    """The section that a record's path lies in (`diagnostic.swot.S1` → `diagnostic.swot`)."""
    return path.rpartition(".")[0]


def namings(path: str, record: Record) -> Iterator[Naming]:
    """What a record of the plan names, in the order of its fields."""
    for spec, is_carrying in _naming_fields(section_of(path)):
        value = getattr(record, spec.attribute)
        if not value:
            continue
        if isinstance(value, dict):
            yield from (Naming(f"{path}.{spec.name}.{id_}", id_, spec.refers, is_carrying) for id_ in value)
        else:
            ids = (value,) if isinstance(value, str) else dict.fromkeys(value)
            yield from (Naming(f"{path}.{spec.name}", id_, spec.refers, is_carrying) for id_ in ids)


def place_of(plan: Plan, id_: str, among: tuple[str, ...] = THREAD) -> str:
    """The path of an id's record among some sections; empty where it names none."""
    return next((f"{section}.{id_}" for section in among if id_ in read(plan, section)), "")
