"""A record once more, beside itself."""

from typing import Any

from model.edits import add, change_at, put
from model.paths import read
from model.plan import Plan


def duplicated(plan: Plan, path: str, **values: Any) -> tuple[Plan, str]:
    """The plan with a copy of a record right after it, some of its values others; gives the plan and the new id."""
    table, id_ = path.rsplit(".", 1)
    record = read(plan, path)
    plan, new_id = add(plan, table, id_)
    plan = change_at(plan, f"{table}.{new_id}", lambda _: record)
    for name, value in values.items():
        plan = put(plan, f"{table}.{new_id}.{name}", value)
    return plan, new_id
