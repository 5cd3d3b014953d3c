"""A plan's data that comes back: what was changed in an exported JSON, and nothing else, as edits of the plan."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from model.budget import Line
from model.catalogue import FieldSpec, fields, sections
from model.differences import differences
from model.edits import change_at
from model.incoming import Arrival, received
from model.paths import read
from model.plan import FORMAT, Plan
from model.store.building import built
from model.store.ids import ids_taken
from model.store.problems import Problem
from model.values import Record
from tui.exports.fingerprints import fingerprint
from tui.exports.options import PROFILES, Profile
from tui.exports.redaction import redacted
from tui.exports.schema import SCHEMA
from tui.formats.values import Reader
from tui.imports.bulk import with_records
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Source
from tui.text import visible
from tui.words import Words

_MOST_BYTES = 50_000_000
_KEYS = ("schema", "profile", "scenario", "tables", "fingerprints", "computed")
_LONGEST = 60


def source(plan: Plan, file: Path, reader: Reader) -> "Data":  # noqa: ARG001 - the same for every kind
    """The data of a file.

    Raises:
        ImportRefusedError: no JSON, none that was exported from a plan, or something in it that no plan can hold.
    """
    value = _parsed(file)
    tables = value.get("tables", value if "tables" not in value and "schema" not in value else None)
    if not isinstance(tables, dict) or tables.get("format") != FORMAT:
        raise ImportRefusedError("data.not_ours", file=str(file))
    if tables is not value:
        _check_head(value, file)
    theirs, found = built(_typed_sections({name: raw for name, raw in tables.items() if name != "format"}))
    if found:
        raise _refusal(found[0][1], file, reader.words)
    marks = value.get("fingerprints") if tables is not value else None
    return Data(
        theirs, value.get("profile", "internal"), marks if isinstance(marks, dict) else None, file, reader.words
    )


def _parsed(file: Path) -> dict[str, Any]:
    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ImportRefusedError("data.too_large", file=str(file))
        text = file.read_bytes().decode("utf-8-sig")
        value = json.loads(text, parse_float=Decimal, parse_constant=_no_number, object_pairs_hook=_once)
    except OSError as error:
        raise ImportRefusedError("imports.closed", file=str(file)) from error
    except json.JSONDecodeError as error:
        raise ImportRefusedError("data.no_json", file=str(file), line=str(error.lineno)) from error
    except (ValueError, ArithmeticError, RecursionError) as error:
        raise ImportRefusedError("data.no_json", file=str(file), line="–") from error
    if not isinstance(value, dict):
        raise ImportRefusedError("data.not_ours", file=str(file))
    return value


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object each of whose keys stands once."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError
    return found


def _check_head(value: Mapping[str, Any], file: Path) -> None:
    if value.get("schema") != SCHEMA or value.get("profile") not in PROFILES:
        raise ImportRefusedError("data.not_ours", file=str(file))
    if value.get("scenario") is not None:
        raise ImportRefusedError("data.of_scenario", file=str(file), scenario=visible(str(value["scenario"])))
    for key in value:
        if key not in _KEYS:
            raise ImportRefusedError("data.key", file=str(file), name=visible(key)[:_LONGEST], known=", ".join(_KEYS))


def _refusal(problem: Problem, file: Path, words: Words) -> ImportRefusedError:
    """Why it can be no plan: where, what stands there, the nearest known key."""
    code = f"files.{problem.code}" if words.has(f"files.{problem.code}") else "files.impossible_value"
    said = words(code) + (words("files.value", value=visible(problem.value)) if problem.value else "")
    if problem.nearest:
        said += words("files.nearest", nearest=problem.nearest)
    return ImportRefusedError("data.problem", file=str(file), path=visible(problem.path), reason=said)


# --- as the plan's own values -----------------------------------------------------------------------------------


def _typed_sections(tables: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """Texts that are dates as dates; whatever is of another shape is left for the plan to refuse."""
    made = dict[str, Any]()
    for name, raw in tables.items():
        path = prefix + name
        if path in sections() and isinstance(raw, dict):
            specs = fields(sections()[path].record)
            made[name] = _records(specs, raw) if sections()[path].is_table else _record(specs, raw)
        else:
            inner = isinstance(raw, dict) and not prefix and any(one.startswith(f"{path}.") for one in sections())
            made[name] = _typed_sections(raw, f"{path}.") if inner else raw
    return made


def _records(specs: Mapping[str, FieldSpec], table: dict[str, Any]) -> dict[str, Any]:
    return {id_: _record(specs, raw) if isinstance(raw, dict) else raw for id_, raw in table.items()}


def _record(specs: Mapping[str, FieldSpec], raw: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(specs[name], given) if name in specs else given for name, given in raw.items()}


def _value(spec: FieldSpec, given: Any) -> Any:
    if spec.kind == "records" and spec.record is not None and isinstance(given, dict):
        return _records(fields(spec.record), given)
    if spec.kind == "table" and spec.value is not None and isinstance(given, dict):
        return {key: _value(spec.value, one) for key, one in given.items()}
    if spec.kind == "dates" and isinstance(given, list):
        return [_day(one) for one in given]
    return _day(given) if spec.kind == "date" else given


def _day(given: Any) -> Any:
    try:
        return date.fromisoformat(given) if isinstance(given, str) and len(given) == len("2027-01-31") else given
    except ValueError:
        return given


# --- what was changed -------------------------------------------------------------------------------------------


class Data(Source):
    """A plan as its data say it, and what each of its records said when they were exported."""

    def __init__(
        self, theirs: Plan, profile: Profile, marks: Mapping[str, Any] | None, file: Path, words: Words
    ) -> None:
        self.theirs, self.profile, self.marks, self.file, self.words = theirs, profile, marks, file, words

    def read(self, plan: Plan, answers: object) -> Returned:  # noqa: ARG002 - there is nothing to decide
        """What was changed in the data; where the plan has changed the same record since, it stays the plan's."""
        result, ours = Returned(plan), redacted(plan, self.profile)
        arrivals, new = list[Arrival](), dict[str, dict[str, Record]]()
        for change in differences(ours, self.theirs):
            state = self._state(ours, holder_of(change.path))
            if state == "ours" or (self.marks is None and change.after is None):
                continue
            if state == "both":
                result.kept.append(Kept(change.path, self.file.name, _shown(change.after)))
            elif isinstance(change.after, Record):
                table, _, id_ = change.path.rpartition(".")
                new.setdefault(table, {})[id_] = self._new(change.path, change.after)
            else:
                arrivals.append(Arrival(change.path, change.after, change.path))
        if self.marks is None:
            result.notes.append(Note("data.unmarked"))
        elif self.marks.get("links") != fingerprint(self.theirs.links):
            # Links are confirmed in the plan, where one sees what they rest on.
            result.kept.append(Kept("", "links", "", Note("data.links")))
        result.plan = _with_all(plan, arrivals, new)
        if taken := next((problem for _, problem in ids_taken(result.plan)), None):
            # Something else of the plan has got the id of a new record since.
            raise _refusal(taken, self.file, self.words)
        return result

    def _state(self, ours: Plan, holder: str) -> str:
        """Who has changed a record since it was exported: `theirs`, `ours`, `both`."""
        if self.marks is None:
            return "theirs"
        mark, now, then = self.marks.get(holder, ""), *(fingerprint(read(one, holder)) for one in (ours, self.theirs))
        if now == mark:
            return "theirs"
        return "ours" if then == mark else "both"

    def _new(self, path: str, record: Record) -> Record:
        """A new record as the data have it; a budget line says where it comes from."""
        if isinstance(record, Line) and path.startswith("budget.") and record.provenance is None:
            return record.model_copy(update={"provenance": f"{self.file.name}, {path}"})
        return record


def holder_of(path: str) -> str:
    """The record of a section that a path leads into."""
    section = next(one for n in (2, 1) if (one := ".".join(path.split(".")[:n])) in sections())
    depth = section.count(".") + 1 + sections()[section].is_table
    return ".".join(path.split(".")[:depth])


def _with_all(plan: Plan, arrivals: list[Arrival], new: Mapping[str, Mapping[str, Record]]) -> Plan:
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
        empty = sections()[section].record.model_construct()
        plan = with_records(plan, section, {id_: tuple(own) for id_, own in by_id.items()}, empty)
    for table, made in new.items():
        plan = change_at(plan, table, partial(_joined, made))
    return received(plan, tuple(rest)) if rest else plan


def _joined(made: Mapping[str, Record], old: Mapping[str, Record] | None) -> dict[str, Record]:
    return {**(old or {}), **made}


def _shown(value: object) -> str:
    return visible("" if value is None else str(value))[:_LONGEST]
