"""Ids are unique in the whole plan: which ones are not."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

from model.catalogue import FieldSpec, fields, sections
from model.paths import read
from model.plan import Plan
from model.references import records
from model.store.problems import Problem, shown

Steps = tuple[str, ...]


def ids_taken(plan: Plan) -> Iterator[tuple[Steps, Problem]]:
    """The ids that two records hold, whatever their tables: after the first, each is a problem."""
    if _ids_are_unique(plan):
        return
    holders: dict[str, str] = {}
    for path, id_, _ in records(plan):
        if (first := holders.setdefault(id_, path)) != path:
            yield tuple(path.split(".")), Problem("id_taken", path, value=shown(id_), expected="id", other=first)


def _ids_are_unique(plan: Plan) -> bool:
    # Counting is ten times faster than walking all records with their paths, and nearly always enough.
    ids: list[str] = []
    for path, nested in _id_tables():
        table = read(plan, path)
        ids.extend(table)
        for attribute in nested:
            ids.extend(chain.from_iterable(getattr(record, attribute) for record in table.values()))
    return len(ids) == len(set(ids))


@cache
def _id_tables() -> tuple[tuple[str, Steps], ...]:
    """The tables whose ids are unique in the plan, with the attributes of their records that hold such tables too."""
    return tuple(
        (
            section.path,
            tuple(spec.attribute for spec in fields(section.record).values() if _holds_ids(section.path, spec)),
        )
        for section in sections().values()
        if section.is_table and section.path != "decisions"
    )


def _holds_ids(section: str, spec: FieldSpec) -> bool:
    # A scenario's tables name the records of others.
    return spec.kind == "records" and not spec.refers and section != "scenarios"
