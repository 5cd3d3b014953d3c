"""The tables of a file as a plan, section by section, with all that keeps them from being one."""

import re
from contextlib import suppress
from typing import Any, get_args, get_origin

from model.diagnostic import Diagnostic
from model.plan import Plan
from model.record import Record
from model.store.ids import ids_taken
from model.store.problems import MOST_REPORTED, Problem, dotted, shown
from model.store.refusals import Steps, refusals, unknown_key
from model.validation import ValueRefusedError, check_of, validated
from model.values import ID_PATTERN, Id

Table = dict[str, Any]
Found = list[tuple[Steps, Problem]]

_ID = re.compile(ID_PATTERN)
_FOLDERS = (Plan, Diagnostic)
_TOO_MANY = MOST_REPORTED * 5


def built(data: Table) -> tuple[Plan, Found]:
    """The plan that the tables of a file hold, and the problems found (then the plan is not to be used)."""
    found: Found = []
    plan: Plan = _folder(Plan, {name: raw for name, raw in data.items() if name != "format"}, (), found)
    return plan, found or list(ids_taken(plan))


def _folder(folder: type[Record], data: Table, at: Steps, found: Found) -> Any:
    """A record whose fields are sections: the plan itself, the diagnostic."""
    made: Table = {}
    for name, raw in data.items():
        here = (*at, name)
        if name not in folder.FIELDS:
            found.append((here, unknown_key(at, name, tuple(folder.FIELDS), raw)))
        elif not isinstance(raw, dict):
            found.append(_no_table(here, raw))
        else:
            made[name] = _section(folder.FIELDS[name].annotation, raw, here, found)
        if len(found) > _TOO_MANY:
            break
    return folder.trusted(**made)


def _section(annotation: Any, raw: Table, at: Steps, found: Found) -> Any:
    if annotation in _FOLDERS:
        return _folder(annotation, raw, at, found)
    if get_origin(annotation) is not dict:
        return _record(annotation, raw, at, found)
    key, record = get_args(annotation)
    if not (isinstance(record, type) and issubclass(record, Record)):
        return _series(annotation, raw, at, found)
    return _records(record, get_args(key) if key is not Id else (), raw, at, found)


def _records(record: type[Record], keys: Steps, raw: Table, at: Steps, found: Found) -> dict[str, Record]:
    """A table of records: by ids, or by fixed `keys`."""
    if set(keys).issuperset(raw) if keys else all(map(_ID.fullmatch, raw)):
        # Nearly every table is right: then all its records are made in one go.
        with suppress(ValueRefusedError):
            return {id_: validated(record, given) for id_, given in raw.items()}
    made: dict[str, Record] = {}
    for id_, given in raw.items():
        if (id_ not in keys) if keys else not _ID.fullmatch(id_):
            found.append(((*at, id_), _unknown_id(keys, at, id_, given)))
        elif not isinstance(given, dict):
            found.append(_no_table((*at, id_), given))
        else:
            made[id_] = _record(record, given, (*at, id_), found)
        if len(found) > _TOO_MANY:
            break
    return made


def _no_table(at: Steps, raw: Any) -> tuple[Steps, Problem]:
    return at, Problem("wrong_type", dotted(at), value=shown(raw), expected="table")


def _unknown_id(keys: Steps, at: Steps, id_: str, raw: Any) -> Problem:
    if keys:
        return unknown_key(at, id_, keys, raw)
    return Problem("id_form", dotted((*at, id_)), value=shown(id_), expected="id")


def _record(record: type[Record], raw: Table, at: Steps, found: Found) -> Record:
    try:
        return validated(record, raw)
    except ValueRefusedError:
        found.extend(refusals(record, at, raw))
        return record.trusted()


def _series(annotation: Any, raw: Table, at: Steps, found: Found) -> Any:
    """A table of plain values at the top of the file: the links."""
    try:
        return check_of(annotation)(raw)
    except ValueRefusedError:
        found.extend(refusals(Plan, at[:-1], {at[-1]: raw}))
        return {}
