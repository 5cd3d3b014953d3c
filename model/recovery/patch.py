"""What one version of a plan has that another has not, record by record: exact, small, and found without looking far.

Versions of a plan share whatever did not change, so a table or a record that is the very same one is not looked into.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cache, partial
from typing import Any

from model.catalogue import sections
from model.edits import change_at
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.store.building import built
from model.store.writing import Document, document

Table = dict[str, Any]
LINKS = "links"
SINGLE = ""


class PatchRefusedError(ValueError):
    """The changes are none of this plan, or a record in them cannot stand there; `code` says which."""

    def __init__(self, path: str, code: str) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code = path, code


@frozen
class Change:
    """What becomes of the table (or the single record) at a path.

    `records` holds by key what is put, as its document, or None where one goes; a single record has the key `""`. New
    keys stand last; `follows` puts them right after another (None: first). `order` then puts the keys from a place on.
    """

    path: str
    records: dict[str, Document | str | None] = field(default_factory=dict)
    follows: dict[str, str | None] = field(default_factory=dict)
    order: tuple[int, tuple[str, ...]] | None = None


def patch(old: Plan, new: Plan) -> tuple[Change, ...]:
    """What makes the new plan of the old one."""
    return tuple(_changes(old, new))


def _changes(old: Plan, new: Plan) -> Iterator[Change]:
    for path, is_table in _parts().items():
        before, after = read(old, path), read(new, path)
        if before is after:
            continue
        if is_table:
            change = _of_table(path, before, after)
            if change.records or change.order:
                yield change
        elif not _is_same(before, after):
            yield Change(path, {SINGLE: document(after)})


@cache
def _parts() -> dict[str, bool]:
    """The paths of all tables and single records, and which of them are tables."""
    return {path: section.is_table for path, section in sections().items()} | {LINKS: True}


def _of_table(path: str, old: Table, new: Table) -> Change:
    others = [key for key, value in new.items() if old.get(key) is not value]
    records: dict[str, Document | str | None] = {}
    if len(new) != len(old) or not all(map(old.__contains__, others)):
        records = {key: None for key in old if key not in new}
    for key in others:
        if not _is_same(old.get(key), value := new[key]):
            records[key] = document(value) if isinstance(value, Record) else value
    return _ordered(Change(path, records), old, new)


def _ordered(change: Change, old: Table, new: Table) -> Change:
    """The change with what it takes to have the keys in their new order."""
    wanted = list(new)
    keys = _natural(old, change.records)
    if keys == wanted:
        return change
    follows: dict[str, str | None] = {
        key: before for before, key in zip((None, *wanted[:-1]), wanted, strict=True) if key not in old
    }
    keys = _woven(keys, follows)
    return Change(change.path, change.records, follows, None if keys == wanted else _window(keys, wanted))


def _is_same(old: Any, new: Any) -> bool:
    """Whether both are written alike: equal, and their own tables in the same order."""
    if old is new:
        return True
    if type(old) is not type(new) or old != new:
        return False
    if isinstance(old, dict):
        return list(old) == list(new) and all(_is_same(old[key], new[key]) for key in old)
    if isinstance(old, Record):
        return all(_is_same(table, new.__dict__[name]) for name, table in old.__dict__.items() if type(table) is dict)
    return True


def _natural(old: Table, records: Mapping[str, object]) -> list[str]:
    """The keys as they stand once records went and new ones came last."""
    table = dict.fromkeys(old)
    for key, value in records.items():
        if value is None:
            del table[key]
        else:
            table[key] = None
    return list(table)


def _woven(keys: list[str], follows: Mapping[str, str | None]) -> list[str]:
    if not follows:
        return keys
    followers: dict[str | None, str] = {before: key for key, before in follows.items()}
    woven: list[str] = []
    for start in (None, *(key for key in keys if key not in follows)):
        at: str | None = start
        if at is not None:
            woven.append(at)
        while at in followers:
            at = followers.pop(at)
            woven.append(at)
    return woven


def _window(keys: list[str], wanted: list[str]) -> tuple[int, tuple[str, ...]]:
    """The part of the keys that is in another order."""
    differing = [n for n, (one, other) in enumerate(zip(keys, wanted, strict=True)) if one != other]
    return differing[0], tuple(wanted[differing[0] : differing[-1] + 1])


# --- applying -------------------------------------------------------------------------------------------------------


def patched(plan: Plan, changes: Iterable[Change]) -> Plan:
    """The plan with changes made to it in turn; whatever they do not name stays the same object.

    Raises:
        PatchRefusedError: they are none of this plan, or a record is none that a plan may hold.
    """
    tables: dict[str, Table] = {}
    touched: dict[str, set[str]] = {}
    for change in changes:
        if change.path not in _parts():
            raise PatchRefusedError(change.path, "path_unknown")
        table = tables.get(change.path)
        tables[change.path] = _applied(_table_at(plan, change.path) if table is None else table, change)
        touched.setdefault(change.path, set()).update(change.records)
    made = _validated(tables, touched)
    for path, table in tables.items():
        plan = change_at(plan, path, partial(_settled, table, touched[path], read(made, path), is_table=_parts()[path]))
    return plan


def _settled(table: Table, touched: set[str], made: Any, _: object, *, is_table: bool) -> Any:
    """The table with its new records as they were made."""
    if not is_table:
        return made if touched else table[SINGLE]
    for key in touched & table.keys():
        table[key] = made[key]
    return table


def _table_at(plan: Plan, path: str) -> Table:
    value = read(plan, path)
    return dict(value) if _parts()[path] else {SINGLE: value}


def _applied(table: Table, change: Change) -> Table:
    for key, value in change.records.items():
        if value is not None:
            table[key] = value
        elif table.pop(key, None) is None:
            raise PatchRefusedError(change.path, "key_unknown")
    if not _parts()[change.path]:
        if list(table) != [SINGLE]:
            raise PatchRefusedError(change.path, "key_unknown")
        return table
    if not change.follows and change.order is None:
        return table
    keys = _woven(list(table), change.follows)
    if change.order is not None:
        start, window = change.order
        keys[start : start + len(window)] = window
    if len(keys) != len(table) or set(keys) != set(table):
        raise PatchRefusedError(change.path, "order_unknown")
    return {key: table[key] for key in keys}


def _validated(tables: Mapping[str, Table], touched: Mapping[str, set[str]]) -> Plan:
    """A plan of the new records alone, each checked as those of a file are."""
    given: Document = {}
    for path, table in tables.items():
        fresh = {key: table[key] for key in touched[path] & table.keys()}
        if fresh:
            *folders, name = path.split(".")
            within = given
            for folder in folders:
                within = within.setdefault(folder, {})
            within[name] = fresh if _parts()[path] else fresh[SINGLE]
    plan, found = built(given)
    if found:
        raise PatchRefusedError(found[0][1].path, found[0][1].code)
    return plan
