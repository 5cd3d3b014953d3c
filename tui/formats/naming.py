"""Ids with the names of their records, as people call them."""

from model.names import find, name_of
from model.plan import Plan


def named(plan: Plan, id_: str, among: tuple[str, ...] = ()) -> str:
    """An id with the name of its record: `A1 Open day`."""
    found = find(plan, id_, among)
    name = name_of(found[1]) if found else ""
    return f"{id_} {name}" if name else id_
