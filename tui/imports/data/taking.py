"""Many edits of a plan at once."""

from collections.abc import Mapping
from functools import partial

from model.catalogue import sections
from model.edits import change_at
from model.incoming import Arrival, received
from model.plan import Plan
from model.record import Record
from tui.imports.bulk import with_records


def with_all(plan: Plan, arrivals: list[Arrival], new: Mapping[str, Mapping[str, Record]]) -> Plan:
    """The plan with all that arrived: a table of records in one step each, then what goes and the rest."""
    tables: dict[str, dict[str, list[Arrival]]] = {}
    rest: list[Arrival] = []
    for arrival in arrivals:
        section, _, more = arrival.path.partition(".")
        is_table = section in sections() and sections()[section].is_table
        if is_table and "." in more:
            tables.setdefault(section, {}).setdefault(more.partition(".")[0], []).append(arrival)
        else:
            rest.append(arrival)
    for section, by_id in tables.items():
        empty = sections()[section].record.trusted()
        plan = with_records(plan, section, {id_: tuple(own) for id_, own in by_id.items()}, empty)
    for table, made in new.items():
        plan = change_at(plan, table, partial(_joined, made))
    return received(plan, tuple(rest)) if rest else plan


def _joined(made: Mapping[str, Record], old: Mapping[str, Record] | None) -> dict[str, Record]:
    return {**(old or {}), **made}
