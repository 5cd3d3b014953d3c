"""Who names whom: every id that some field refers to, every record there is, and the next free id."""

import re
from collections.abc import Iterator
from functools import cache

from model.catalogue import FieldSpec, fields, sections
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record


@frozen
class Reference:
    """A field at `path` that names `id`, which should be a record of one of `sections`."""

    path: str
    id: str
    sections: tuple[str, ...]


@cache
def _pointing(record: type[Record]) -> tuple[FieldSpec, ...]:
    return tuple(spec for spec in fields(record).values() if spec.refers or spec.kind == "records")


def _references(record: Record, path: str) -> Iterator[Reference]:
    for spec in _pointing(type(record)):
        value = getattr(record, spec.attribute)
        if not value:
            continue
        if spec.kind == "ref":
            yield Reference(f"{path}.{spec.name}", value, spec.refers)
            continue
        for id_ in value:
            if spec.refers:
                yield Reference(
                    f"{path}.{spec.name}.{id_}" if spec.kind != "refs" else f"{path}.{spec.name}", id_, spec.refers
                )
            if spec.kind == "records":
                yield from _references(value[id_], f"{path}.{spec.name}.{id_}")


def records(plan: Plan) -> Iterator[tuple[str, str, Record]]:
    """Every record of every table as (path, id, record), those inside records (milestones, quotes) too."""
    for section in sections().values():
        if section.is_table and section.path != "decisions":
            for id_, record in read(plan, section.path).items():
                yield f"{section.path}.{id_}", id_, record
                yield from _nested(record, f"{section.path}.{id_}")


def _nested(record: Record, path: str) -> Iterator[tuple[str, str, Record]]:
    for spec in _pointing(type(record)):
        if spec.kind == "records" and not spec.refers and path.split(".")[0] != "scenarios":
            for id_, inner in getattr(record, spec.attribute).items():
                yield f"{path}.{spec.name}.{id_}", id_, inner


def references(plan: Plan) -> Iterator[Reference]:
    """Every reference of the plan, in the order of the file."""
    for section in sections().values():
        if section.is_table:
            for id_, record in read(plan, section.path).items():
                yield from _references(record, f"{section.path}.{id_}")


def pointing_at(plan: Plan, id_: str) -> tuple[str, ...]:
    """The paths of the fields that name this id."""
    return tuple(reference.path for reference in references(plan) if reference.id == id_)


def next_id(plan: Plan, letter: str) -> str:
    """The section's letter and the number above the highest present or referred to anywhere."""
    numbered = re.compile(rf"{re.escape(letter)}(\d+)$")
    named = [id_ for _, id_, _ in records(plan)] + [reference.id for reference in references(plan)]
    linked = [part for link in plan.links for part in link.split(">")]
    numbers = [int(match[1]) for name in (*named, *linked) if (match := numbered.match(name))]
    return f"{letter}{max(numbers, default=0) + 1}"
