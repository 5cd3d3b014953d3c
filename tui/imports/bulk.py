"""Many records at once: each is made and checked by itself, then all of them are put into the plan in one step.

Putting thousands of values into a plan one by one would copy its table of thousands of lines as many times.
"""

import re
from collections.abc import Iterator, Mapping

from model.edits import change_at
from model.incoming import Arrival, received
from model.plan import Plan
from model.references import next_id
from model.values import Record


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
        alone = plan.model_copy(update={table: {id_: old.get(id_, empty)}})
        record = getattr(received(alone, own), table)[id_]
        if record is not old.get(id_):
            made[id_] = record
    return change_at(plan, table, lambda all_: {**all_, **made}) if made else plan
