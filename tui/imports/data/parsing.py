"""A file of exported data: its tables as a plan, the fingerprints of what was exported."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from model.plain import frozen
from model.plan import FORMAT, Plan
from model.store.building import built
from model.store.problems import Problem
from tui.exports.options import PROFILES, Profile
from tui.exports.schema import SCHEMA
from tui.imports.data.typed import typed
from tui.imports.refusing import ImportRefusedError
from tui.text import visible
from tui.words import Words

_MOST_BYTES = 50_000_000
_KEYS = ("schema", "profile", "scenario", "tables", "fingerprints", "computed")
_LONGEST = 60


@frozen
class Parsed:
    """A plan as its data say it, for whom it was exported, what each of its records said then (None: not known)."""

    plan: Plan
    profile: Profile
    marks: Mapping[str, Any] | None


def parsed(file: Path, words: Words) -> Parsed:
    """The data of a file.

    Raises:
        ImportRefusedError: no JSON, none that was exported from a plan, or something in it that no plan can hold.
    """
    value = _value(file)
    tables = value.get("tables", value if "tables" not in value and "schema" not in value else None)
    if not isinstance(tables, dict) or tables.get("format") != FORMAT:
        raise ImportRefusedError("data.not_ours", file=str(file))
    if tables is not value:
        _check_head(value, file)
    theirs, found = built(typed({name: raw for name, raw in tables.items() if name != "format"}))
    if found:
        raise refusal(found[0][1], file, words)
    marks = value.get("fingerprints") if tables is not value else None
    return Parsed(theirs, value.get("profile", "internal"), marks if isinstance(marks, dict) else None)


def _value(file: Path) -> dict[str, Any]:
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


def refusal(problem: Problem, file: Path, words: Words) -> ImportRefusedError:
    """Why it can be no plan: where, what stands there, the nearest known key."""
    code = f"files.{problem.code}" if words.has(f"files.{problem.code}") else "files.impossible_value"
    said = words(code) + (words("files.value", value=visible(problem.value)) if problem.value else "")
    if problem.nearest:
        said += words("files.nearest", nearest=problem.nearest)
    return ImportRefusedError("data.problem", file=str(file), path=visible(problem.path), reason=said)
