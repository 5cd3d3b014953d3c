"""Reading a plan file: guards first, then TOML, then the plan's own types; a refusal says where and why."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import tomli

from model.plain import frozen
from model.plan import FORMAT, Plan
from model.store.building import Found, built
from model.store.files import LARGEST, digest_of, read_bytes
from model.store.migration import is_known, migrated
from model.store.pause import collector_paused
from model.store.problems import PlanUnusableError, Problem, placed, shown, shown_text
from model.store.quick import UnusualError, quick
from model.store.scan import DEEPEST, first_too_deep, has_comments, key_lines, line_at, line_of, may_be_too_deep

# Python refuses to convert integers of more than 4,300 digits and decimals with immense exponents.
_ABSURD_NUMBER = re.compile(r"(?<![0-9_])[0-9_]{4300,}|[eE][+-]?[0-9_]{10,}")


@frozen
class Loaded:
    """A plan as it was read.

    `digest` names the file's bytes for `save`, which keeps the original beside it if `keeps_original`: the file holds
    comments, which are not written again, or is of an earlier format.
    """

    plan: Plan
    digest: str
    has_comments: bool
    is_migrated: bool

    @property
    def keeps_original(self) -> bool:
        """Whether saving loses something that only the file as it was can show."""
        return self.has_comments or self.is_migrated


@collector_paused()
def load(path: Path | str) -> Loaded:
    """Read a plan file.

    Raises:
        PlanUnusableError: the file cannot be read, or is no plan; its problems say why.
    """
    try:
        data = read_bytes(path)
        text = _text(data)
        tables = _tables(text)
        plan = _plan(tables, text)
    except PlanUnusableError as error:
        raise error.within(str(path)) from None
    return Loaded(plan, digest_of(data), has_comments(text), tables["format"] != FORMAT)


@collector_paused()
def loads(data: bytes) -> Plan:
    """The plan that the bytes of a file hold, as the TOML library reads them: what is saved is tried that way.

    Raises:
        PlanUnusableError: they are no plan; its problems say why.
    """
    text = _text(data)
    return _plan(_parsed(text), text)


def _text(data: bytes) -> str:
    if len(data) > LARGEST:
        raise PlanUnusableError([Problem("file_too_large", high=LARGEST)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        byte = data[error.start : error.start + 1].hex()
        raise PlanUnusableError([Problem("not_utf8", line=line, value=f"0x{byte}")]) from None


def _tables(text: str) -> dict[str, Any]:
    try:
        return quick(_shallow(text))
    except UnusualError:
        return _parsed(text)


def _shallow(text: str) -> str:
    if may_be_too_deep(text) and first_too_deep(text) is not None:
        raise PlanUnusableError([_nesting(text)])
    return text


def _parsed(text: str) -> dict[str, Any]:
    text = _shallow(text)
    try:
        return tomli.loads(text, parse_float=Decimal)
    except tomli.TOMLDecodeError as error:
        raise PlanUnusableError([_syntax(error)]) from None
    except RecursionError:
        raise PlanUnusableError([_nesting(text)]) from None
    except (ValueError, ArithmeticError):
        match = _ABSURD_NUMBER.search(text)
        line = line_at(text, match.start()) if match else None
        raise PlanUnusableError([Problem("number_range", line=line, expected="number")]) from None


def _nesting(text: str) -> Problem:
    position = first_too_deep(text)
    return Problem("nesting", line=None if position is None else line_at(text, position), high=DEEPEST)


def _syntax(error: tomli.TOMLDecodeError) -> Problem:
    line = shown_text(error.doc.split("\n", error.lineno)[error.lineno - 1].strip())
    is_twice = any(words in error.msg for words in ("Cannot overwrite", "twice", "Duplicate", "Cannot redefine"))
    return Problem("key_twice" if is_twice else "toml_syntax", "", error.lineno, error.colno, line)


def _plan(tables: dict[str, Any], text: str) -> Plan:
    """The plan that the parsed tables hold; the text gives the problems their lines."""
    if refusal := _format_refusal(tables):
        raise _refused([refusal], text)
    plan, found = built(migrated(tables))
    if found:
        raise _refused(found, text)
    return plan


def _format_refusal(tables: dict[str, Any]) -> tuple[tuple[str, ...], Problem] | None:
    number, at = tables.get("format"), ("format",)
    if number is None:
        return at, Problem("format_missing", "format", expected="whole_number", high=FORMAT)
    if isinstance(number, bool) or not isinstance(number, int):
        return at, Problem("wrong_type", "format", value=shown(number), expected="whole_number", high=FORMAT)
    if number > FORMAT:
        return at, Problem("format_newer", "format", value=shown(number), expected="format", high=FORMAT)
    if not is_known(number):
        return at, Problem("impossible_value", "format", value=shown(number), expected="whole_number", high=FORMAT)
    return None


def _refused(found: Found, text: str) -> PlanUnusableError:
    lines = key_lines(text)
    problems = [placed(problem, line_of(lines, steps)) for steps, problem in found]
    return PlanUnusableError(sorted(problems, key=lambda problem: problem.line or 0))
