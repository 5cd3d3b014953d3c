"""Edits: each takes a plan and gives a new one that shares everything unchanged, or refuses with a code."""

import re
from collections.abc import Callable, Mapping
from typing import Any, get_args

from model.catalogue import sections
from model.master import DecisionKey
from model.paths import PathUnknownError, Place, attribute_of, locate, read, step
from model.plan import Plan
from model.record import Record
from model.references import next_id, records, references
from model.standing import STANDING, neighbour_before
from model.validation import ValueRefusedError
from model.values import ID_PATTERN

Table = Mapping[str, Any]


class EditRefusedError(ValueError):
    """The value cannot stand at this path; `code` says why (`number_type`, `date_range`, `id_taken`…)."""

    def __init__(self, path: str, code: str, value: object = None, **details: Any) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code, self.value, self.details = path, code, value, details


def validated(place: Place, value: Any) -> Any:
    """The value as the plan keeps it at this place.

    Raises:
        EditRefusedError: the value cannot stand there.
    """
    if place.field is None:
        raise EditRefusedError(place.path, "not_a_field", value)
    given = value if place.entry is None else {place.entry: value}
    try:
        # Every field may be absent, so a record of this one field says whether it can stand.
        kept = getattr(place.record.from_table({place.field.name: given}), place.field.attribute)
    except ValueRefusedError as error:
        raise EditRefusedError(place.path, error.code, value, **error.details) from None
    return kept if place.entry is None else kept[place.entry]


def _rebuild(node: Any, names: list[str], change: Callable[[Any], Any]) -> Any:
    """The node with what stands under `names` changed; the node itself when nothing changed."""
    if not names:
        return change(node)
    old = step(node, names[0])
    new = _rebuild(old, names[1:], change)
    if new is old:
        return node
    if isinstance(node, dict):
        rest = {key: value for key, value in node.items() if new is not None or key != names[0]}
        return {**rest, names[0]: new} if new is not None else rest
    return node.replaced({attribute_of(names[0]): new})


def change_at(plan: Plan, path: str, change: Callable[[Any], Any]) -> Plan:
    """The plan with `change` applied to what stands at the path (unvalidated: for this package's own use)."""
    result: Plan = _rebuild(plan, path.split("."), change)
    return result


def put(plan: Plan, path: str, value: Any) -> Plan:
    """Set a field or a table's entry; None or an empty value removes it; a missing record is made.

    Raises:
        PathUnknownError: the path leads nowhere.
        EditRefusedError: the value cannot stand there.
    """
    place = locate(path)
    empty = value is None or value == "" or value == () or value == []
    kept = None if empty else validated(place, value)
    if kept is None and place.entry is None and place.field is not None:
        kept = place.record.FIELDS[place.field.attribute].default
    if read(plan, path) == kept and _same_text(read(plan, path), kept):
        return plan
    return _without_blank(plan, change_at(_with_record(plan, place), path, lambda _: kept), place)


def _without_blank(old: Plan, plan: Plan, place: Place) -> Plan:
    """The plan without a decision or an answer in which nothing is left: an empty one is shown, never written."""
    if place.section not in STANDING or read(plan, place.holder) != place.record.trusted():
        return plan
    return old if read(old, place.holder) is None else remove(plan, place.holder)


def _same_text(old: Any, new: Any) -> bool:
    # Python holds 1 == True == Decimal(1); the file does not.
    return type(old) is type(new)


def _with_record(plan: Plan, place: Place) -> Plan:
    """The plan with the record that holds the place, made empty if it is not there yet."""
    if read(plan, place.holder) is not None:
        return plan
    *parents, id_ = place.holder.split(".")
    if (outer := ".".join(parents[:-1])) and outer not in sections() and ".".join(parents) not in sections():
        plan = _with_record(plan, locate(outer))
    check_id(plan, id_, place.holder)
    empty = place.record.trusted()
    return change_at(plan, ".".join(parents), lambda table: _placed(place.section, table or {}, id_, empty))


def _placed(section: str, table: Table, id_: str, record: Record) -> dict[str, Any]:
    """A table with a record made in its place: last, or where the method has it among those that always stand."""
    if id_ not in STANDING.get(section, ()):
        return {**table, id_: record}
    before = neighbour_before(section, id_, table)
    return _inserted(table, id_, record, before) if before else {id_: record, **table}


def check_id(plan: Plan, id_: str, path: str) -> None:
    """Refuse an id of the wrong form, unknown to a fixed table, or already taken anywhere in the plan."""
    if path.startswith("decisions."):
        if id_ not in get_args(DecisionKey):
            raise EditRefusedError(path, "literal_error", id_)
        return
    if not re.fullmatch(ID_PATTERN, id_):
        raise EditRefusedError(path, "id_form", id_)
    is_own = not path.startswith("scenarios.") or path.count(".") == 1
    if is_own and any(id_ == taken for _, taken, _ in records(plan)):
        raise EditRefusedError(path, "id_taken", id_)


def add(plan: Plan, table: str, after: str | None = None, id_: str | None = None, **values: Any) -> tuple[Plan, str]:
    """A new record in a table, after the given one or last, with its first values; gives the plan and the new id."""
    place = locate(f"{table}.new")
    new_id = id_ or next_id(plan, place.record.LETTER)
    check_id(plan, new_id, f"{table}.{new_id}")
    fresh = place.record.trusted()
    plan = change_at(plan, table, lambda old: _inserted(old or {}, new_id, fresh, after))
    for name, value in values.items():
        plan = put(plan, f"{table}.{new_id}.{name}", value)
    return plan, new_id


def _inserted(table: Table, id_: str, record: Record, after: str | None) -> dict[str, Any]:
    if after not in table:
        return {**table, id_: record}
    result: dict[str, Any] = {}
    for key, value in table.items():
        result[key] = value
        if key == after:
            result[id_] = record
    return result


def remove(plan: Plan, path: str) -> Plan:
    """The plan without this record or table entry; what pointed at it keeps pointing, and is a finding."""
    *parents, id_ = path.split(".")
    return change_at(plan, ".".join(parents), lambda table: _without(table, id_))


def _without(table: Table | None, key: str) -> Table | None:
    # A year may be called `2025.1`: as a path, that leads to no table.
    return {kept: value for kept, value in table.items() if kept != key} if table and key in table else table


def move(plan: Plan, path: str, by: int) -> Plan:
    """The record `by` places further down its table (up when negative), as far as the table goes."""
    *parents, id_ = path.split(".")
    table_path = ".".join(parents)
    keys = list(read(plan, table_path))
    old = keys.index(id_)
    new = min(max(old + by, 0), len(keys) - 1)
    if new == old:
        return plan
    keys.insert(new, keys.pop(old))
    return change_at(plan, table_path, lambda table: {key: table[key] for key in keys})


def put_entry(plan: Plan, table: str, old_key: str, key: str, value: Any) -> Plan:
    """One entry of a table of values, renamed from `old_key` when it is another; dated tables stay in order of date."""
    plan = put(plan, f"{table}.{key}", value)
    if old_key and old_key != key:
        plan = remove(plan, f"{table}.{old_key}")
    return change_at(plan, table, _in_order)


def _in_order(table: Table) -> Table:
    is_dated = all(key[:4].isdigit() for key in table)
    keys = sorted(table) if is_dated else list(table)
    return table if keys == list(table) else {key: table[key] for key in keys}


def rename(plan: Plan, path: str, new_id: str) -> Plan:
    """The record under another id, everything that named it following; formulas name a driver as `@id`.

    Raises:
        EditRefusedError: `id_form` or `id_taken`.
    """
    *parents, id_ = path.split(".")
    if new_id == id_:
        return plan
    table = ".".join(parents)
    check_id(plan, new_id, f"{table}.{new_id}")
    for reference in [found for found in references(plan) if found.id == id_]:
        plan = _repoint(plan, reference.path, id_, new_id)
    plan = change_at(plan, table, lambda old: {new_id if key == id_ else key: value for key, value in old.items()})
    plan = _renamed_in_links(plan, id_, new_id)
    return _renamed_in_formulas(plan, id_, new_id) if table == "drivers" else plan


def _repoint(plan: Plan, path: str, id_: str, new_id: str) -> Plan:
    value = read(plan, path)
    if value == id_:
        return change_at(plan, path, lambda _: new_id)
    if isinstance(value, tuple):
        return change_at(plan, path, lambda ids: tuple(new_id if other == id_ else other for other in ids))
    table = path.rsplit(".", 1)[0]
    return change_at(plan, table, lambda old: {new_id if key == id_ else key: kept for key, kept in old.items()})


def _renamed_in_links(plan: Plan, id_: str, new_id: str) -> Plan:
    def renamed(key: str) -> str:
        return ">".join(new_id if end == id_ else end for end in key.split(">"))

    if not any(id_ in key.split(">") for key in plan.links):
        return plan
    return change_at(plan, "links", lambda links: {renamed(key): kept for key, kept in links.items()})


def _renamed_in_formulas(plan: Plan, id_: str, new_id: str) -> Plan:
    name = re.compile(rf"@{re.escape(id_)}(?![A-Za-z0-9_-])")

    def renamed(node: Any) -> Any:
        if isinstance(node, str):
            return name.sub(f"@{new_id}", node) if node.startswith("=") else node
        if isinstance(node, dict):
            changed = {key: renamed(value) for key, value in node.items()}
            return changed if any(changed[key] is not node[key] for key in node) else node
        if isinstance(node, Record):
            update = {key: new for key, value in node.__dict__.items() if (new := renamed(value)) is not value}
            return node.replaced(update) if update else node
        return node

    for section in ("drivers", "budget", "scenarios"):
        plan = change_at(plan, section, renamed)
    return plan


__all__ = [
    "EditRefusedError",
    "PathUnknownError",
    "add",
    "change_at",
    "check_id",
    "move",
    "put",
    "put_entry",
    "remove",
    "rename",
    "validated",
]
