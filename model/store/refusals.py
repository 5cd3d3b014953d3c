"""What records refuse as the plan's own problems: codes, paths as in the file, what was expected, the nearest key."""

from typing import Any

from model.catalogue import FieldSpec, fields
from model.record import Record
from model.store.problems import Problem, dotted, shown
from model.validation import ValueRefusedError, faults
from model.values import CURRENCY_PATTERN, ID_PATTERN, LABEL_PATTERN, MONTH_PATTERN, TEXT_PATTERN

MOST_ERRORS = 2_000
_LONGEST_KEY = 64

_EXPECTED = {
    "string_type": "text",
    "number_type": "number",
    "formula_type": "number_or_formula",
    "int_type": "whole_number",
    "bool_type": "flag",
    "date_type": "date",
    "dict_type": "table",
    "tuple_type": "list",
}
_PATTERNS = {
    ID_PATTERN: ("id_form", "id"),
    TEXT_PATTERN: ("text_forbidden", "text"),
    MONTH_PATTERN: ("impossible_value", "month"),
    LABEL_PATTERN: ("impossible_value", "label"),
    CURRENCY_PATTERN: ("impossible_value", "currency"),
}

Steps = tuple[str, ...]


def refusals(record: type[Record], at: Steps, raw: Any) -> list[tuple[Steps, Problem]]:
    """The problems of one record that stands at a path, one a field, each with its path in steps."""
    found: dict[Steps, Problem] = {}
    for number, fault in enumerate(faults(record, raw)):
        if number == MOST_ERRORS:
            return [_too_many(at, raw)]
        found.setdefault(at + fault.steps, _problem(record, at, fault))
    return list(found.items())


def nearest(key: str, known: tuple[str, ...]) -> str:
    """The known key most like an unknown one; empty when none is."""
    from difflib import get_close_matches  # loaded when something was misspelt

    matches = get_close_matches(key, known, 1) if len(key) <= _LONGEST_KEY else []
    return matches[0] if matches else ""


def unknown_key(at: Steps, key: str, known: tuple[str, ...], value: Any) -> Problem:
    """A key that this place of the file does not know."""
    return Problem("unknown_key", dotted((*at, key)), value=shown(value), nearest=nearest(key, known))


def _too_many(at: Steps, raw: Any) -> tuple[Steps, Problem]:
    sizes = {key: len(value) for key, value in raw.items() if isinstance(value, list | dict)} if raw else {}
    steps = (*at, max(sizes, key=lambda key: sizes[key])) if sizes else at
    return steps, Problem("too_many", dotted(steps), high=MOST_ERRORS)


def _holder(record: type[Record], steps: Steps) -> tuple[type[Record], FieldSpec | None]:
    """The class that holds the last step of a path inside a record, and the field it belongs to."""
    spec = fields(record).get(steps[0]) if steps else None
    if spec is None or spec.record is None or len(steps) < 3:
        return record, spec
    return _holder(spec.record, steps[2:])


def _problem(record: type[Record], at: Steps, fault: ValueRefusedError) -> Problem:
    kind, value, path = fault.code, fault.value, dotted(at + fault.steps)
    holder, spec = _holder(record, fault.steps)
    if kind == "extra_forbidden":
        return unknown_key((*at, *fault.steps[:-1]), fault.steps[-1], tuple(fields(holder)), value)
    if kind == "literal_error":
        choices = spec.choices if spec else ()
        return Problem("impossible_value", path, value=shown(value), expected="choice", choices=choices)
    if kind == "string_pattern_mismatch":
        code, expected = _PATTERNS[fault.details["pattern"]]
        return Problem(code, path, value=shown(value), expected=expected)
    if kind == "string_too_long":
        return Problem("text_too_long", path, value=shown(value), high=fault.details["max_length"])
    if kind in _EXPECTED:
        # The key of a series is a text already: what is wrong with it is what it says.
        code = "impossible_value" if fault.is_key else "wrong_type"
        return Problem(code, path, value=shown(value), expected=_EXPECTED[kind])
    return _out_of_range(path, kind, value, spec)


def _out_of_range(path: str, kind: str, value: Any, spec: FieldSpec | None) -> Problem:
    if kind in ("greater_than_equal", "less_than_equal"):
        low, high = (spec.low, spec.high) if spec else (None, None)
        return Problem("number_range", path, value=shown(value), expected="whole_number", low=low, high=high)
    code = kind if kind in ("number_range", "date_range") else "impossible_value"
    return Problem(code, path, value=shown(value), expected=spec.kind if spec else "")
