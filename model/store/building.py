"""The tables of a file as a plan, section by section: only the records that a file uses have their checks built.

Building them all would cost every launch tens of milliseconds.
"""

import re
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from typing import Any, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from model.catalogue import fields
from model.diagnostic import Diagnostic
from model.plan import Plan
from model.store.ids import ids_taken
from model.store.plugins import leave_plugins_aside
from model.store.problems import MOST_REPORTED, Problem, dotted, shown
from model.store.refusals import Steps, refusals, unknown_key
from model.values import ID_PATTERN, Id, Record

Table = dict[str, Any]
Found = list[tuple[Steps, Problem]]

_ID = re.compile(ID_PATTERN)
_FOLDERS = (Plan, Diagnostic)
_NOT_KEPT: set[str] = set()
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
        if name not in folder.model_fields:
            found.append((here, unknown_key(at, name, tuple(folder.model_fields), raw)))
        elif not isinstance(raw, dict):
            found.append(_no_table(here, raw))
        else:
            made[name] = _section(folder.model_fields[name].annotation, raw, here, found)
        if len(found) > _TOO_MANY:
            break
    return folder.model_construct(**made)


def _light(record: Record) -> Record:
    # Which fields were given is written in the values themselves: a set of their names in each record is weight.
    object.__setattr__(record, "__pydantic_fields_set__", _NOT_KEPT)
    return record


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
    validate, blank = _validator(record), _tables(record)
    if set(keys).issuperset(raw) if keys else all(map(_ID.fullmatch, raw)):
        # Nearly every table is right: then all its records are checked in one go.
        with suppress(ValidationError, TypeError):
            return {
                id_: _light(validate(blank | fields_, by_alias=True, by_name=False)) for id_, fields_ in raw.items()
            }
    made: dict[str, Record] = {}
    for id_, fields_ in raw.items():
        if (id_ not in keys) if keys else not _ID.fullmatch(id_):
            found.append(((*at, id_), _unknown_id(keys, at, id_, fields_)))
        elif not isinstance(fields_, dict):
            found.append(_no_table((*at, id_), fields_))
        else:
            try:
                made[id_] = validate(blank | fields_, by_alias=True, by_name=False)
            except ValidationError as error:
                found.extend(refusals(record, (*at, id_), fields_, error))
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
        made: Record = _validator(record)(raw, by_alias=True, by_name=False)
    except ValidationError as error:
        found.extend(refusals(record, at, raw, error))
        made = record.model_construct()
    return made


def _series(annotation: Any, raw: Table, at: Steps, found: Found) -> Any:
    """A table of plain values at the top of the file: the links."""
    try:
        return TypeAdapter(annotation, config=ConfigDict(strict=True, regex_engine="python-re")).validate_python(raw)
    except ValidationError as error:
        found.extend(refusals(Plan, at, raw, error))
        return {}


@cache
def _validator(record: type[Record]) -> Callable[..., Any]:
    leave_plugins_aside()
    record.model_rebuild()
    return record.__pydantic_validator__.validate_python


@cache
def _tables(record: type[Record]) -> dict[str, Table]:
    # Pydantic copies a default table anew for every record, which costs as much as all its checks; it takes an
    # empty one that is given in a third of the time.
    return {name: {} for name, spec in fields(record).items() if spec.kind in ("table", "records")}
