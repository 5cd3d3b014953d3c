"""Many records at once: each is made and checked by itself, then all of them are put into the plan in one step.

Putting thousands of values into a plan one by one would copy its table of thousands of lines as many times.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from model.budget import Line
from model.checks.budget import forms
from model.edits import EditRefusedError, change_at, validated
from model.incoming import Arrival, received
from model.paths import Place, locate
from model.plan import Plan
from model.record import Record
from model.references import next_id


def new_ids(plan: Plan, letter: str) -> Iterator[str]:
    """The ids that new records get, one after the other."""
    first = next_id(plan, letter)
    number = int(re.sub(r"\D", "", first))
    while True:
        yield f"{letter}{number}"
        number += 1


def with_records(plan: Plan, table: str, arrivals: Mapping[str, tuple[Arrival, ...]], empty: Record) -> Plan:
    """The plan with records of a table changed or made, each by its own arrivals.

    Args:
        plan: the plan.
        table: `budget`, or another table at the top of the plan.
        arrivals: by id; an id that the table does not have makes a new record.
        empty: what a new record is before anything arrives in it.

    Raises:
        ArrivalRefusedError: one of the values cannot stand in the plan; none is taken then.
    """
    old: Mapping[str, Record] = getattr(plan, table)
    made: dict[str, Record] = {}
    for id_, own in arrivals.items():
        before = old.get(id_, empty)
        record = _at_once(before, f"{table}.{id_}.", own) if id_ not in old else None
        if record is None:
            record = getattr(received(plan.replaced({table: {id_: before}}), own), table)[id_]
        if record is not before:
            made[id_] = record
    return change_at(plan, table, lambda all_: {**all_, **made}) if made else plan


def _at_once(empty: Record, base: str, own: tuple[Arrival, ...]) -> Record | None:
    """A new record with all that arrives in it; None where that has to be done, or refused, value by value."""
    update: dict[str, Any] = {}
    for arrival in own:
        place = _place(base.partition(".")[0], arrival.path.removeprefix(base))
        if arrival.value in (None, "") or place is None:
            return None
        try:
            value = validated(place, arrival.value)
        except EditRefusedError:
            return None
        attribute = place.field.attribute if place.field else ""
        if place.entry is None:
            update[attribute] = value
        else:
            update.setdefault(attribute, {})[place.entry] = value
    ordered = {name: dict(sorted(one.items())) if isinstance(one, dict) else one for name, one in update.items()}
    record = empty.replaced(ordered)
    return None if isinstance(record, Line) and len(forms(record)) > 1 else record


@lru_cache(1024)
def _place(table: str, name: str) -> Place | None:
    """Where a field of a record of a table is; None for a record within it."""
    place = locate(f"{table}.x.{name}")
    return place if place.holder == f"{table}.x" and place.field is not None else None
