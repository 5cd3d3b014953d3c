"""Rows of a line's tables in a scenario: months stand over those below one by one, shares as a whole."""

from decimal import Decimal
from typing import Any

from model.edits import change_at, put, remove
from model.overlay import applied
from model.phasing import month_number
from model.plan import Plan
from model.whatif.entries import tidied

TABLES = ("months", "shares")


def with_row(plan: Plan, scenario: str, id_: str, table: str, old_key: str, key: str, value: Any) -> Plan:
    """The plan in whose scenario a line's table has this row, in place of the row `old_key` if it is another.

    What is as it was says nothing in the scenario; a month of the layer below that is another now counts nothing.

    Raises:
        EditRefusedError: the value cannot stand there.
    """
    if old_key == key and getattr(applied(plan, scenario).budget[id_], table).get(key) == value:
        return plan
    made = put(plan, f"scenarios.{scenario}.budget.{id_}.{table}.{key}", value)
    if table == "shares":
        rows = {key if name == old_key else name: share for name, share in _shares(plan, scenario, id_).items()}
        return _with_shares(made, scenario, id_, {**rows, key: value})
    made = _without_month(made, scenario, id_, old_key) if old_key not in ("", key) else made
    return change_at(made, f"scenarios.{scenario}.budget.{id_}.months", _in_order)


def without_row(plan: Plan, scenario: str, id_: str, table: str, key: str) -> Plan:
    """The plan in whose scenario a line's table has no such row; without any share it has those of the layer below."""
    if table == "months":
        return tidied(_without_month(plan, scenario, id_, key), scenario, id_)
    rows = {name: share for name, share in _shares(plan, scenario, id_).items() if name != key}
    return _with_shares(plan, scenario, id_, rows)


def _without_month(plan: Plan, scenario: str, id_: str, month: str) -> Plan:
    path = f"scenarios.{scenario}.budget.{id_}.months.{month}"
    if month in _below(plan, scenario, id_, "months"):
        return put(plan, path, Decimal(0))
    return remove(plan, path)


def _with_shares(plan: Plan, scenario: str, id_: str, rows: dict[str, Any]) -> Plan:
    if rows == _below(plan, scenario, id_, "shares"):
        rows = {}
    elif rows:
        name, share = next(iter(rows.items()))
        plan = put(plan, f"scenarios.{scenario}.budget.{id_}.shares.{name}", share)
    if id_ not in plan.scenarios[scenario].budget:
        return plan
    return tidied(change_at(plan, f"scenarios.{scenario}.budget.{id_}.shares", lambda _: rows), scenario, id_)


def _shares(plan: Plan, scenario: str, id_: str) -> dict[str, Any]:
    """The shares that the scenario gives the line, before its levers."""
    change = plan.scenarios[scenario].budget.get(id_)
    return dict(change.shares if change is not None and change.shares else _below(plan, scenario, id_, "shares"))


def _below(plan: Plan, scenario: str, id_: str, table: str) -> dict[str, Any]:
    line = applied(plan, plan.scenarios[scenario].base).budget.get(id_)
    return {} if line is None else dict(getattr(line, table))


def _in_order(months: dict[str, Any]) -> dict[str, Any]:
    return {name: months[name] for name in sorted(months, key=month_number)}
