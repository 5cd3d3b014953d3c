"""Why a file cannot be used or a plan cannot be saved: codes, places and values, never sentences."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from model.plain import frozen

MOST_REPORTED = 20
LONGEST_SHOWN = 60
_SPACES = "\u00a0\u202f"


@frozen
class Problem:
    """One thing that makes a file unusable.

    `path` is dotted as in the file, `line` and `column` count from 1, `value` is what stands there, cut and safe to
    print. `expected` names a kind of value (`text`, `number`, `date`, `table`…), `choices` the values allowed,
    `low` and `high` the bounds, `nearest` the known key most alike, `other` the path that holds the same id already.
    """

    code: str
    path: str = ""
    line: int | None = None
    column: int | None = None
    value: str = ""
    expected: str = ""
    choices: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    nearest: str = ""
    other: str = ""


class PlanUnusableError(ValueError):
    """A file that cannot be opened as a plan: its first problems, and how many `more` there are at least."""

    def __init__(self, problems: list[Problem], file: str = "") -> None:
        super().__init__(f"{file}: {', '.join(problem.code for problem in problems[:MOST_REPORTED])}")
        self.file = file
        self.problems = tuple(problems[:MOST_REPORTED])
        self.more = max(len(problems) - MOST_REPORTED, 0)

    def within(self, file: str) -> "PlanUnusableError":
        """The same refusal, naming the file."""
        named = PlanUnusableError(list(self.problems), file)
        named.more = self.more
        return named


class FileChangedError(Exception):
    """Somebody else wrote (or removed: `found` is None) the file since it was read; nothing was written."""

    def __init__(self, path: str, expected: str | None, found: str | None) -> None:
        super().__init__(path)
        self.path, self.expected, self.found = path, expected, found


class SaveFailedError(Exception):
    """The plan could not be saved. `reason` is the system's error name (`ENOSPC`), or the refusal's code and path.

    The old file is untouched, unless `digest` is set: then the new content is in place, but the disk has not
    confirmed it. `leftover` is a temporary file that could not be removed either.
    """

    def __init__(self, code: str, path: str, reason: str = "") -> None:
        super().__init__(f"{path}: {code} {reason}")
        self.code, self.path, self.reason = code, path, reason
        self.digest: str | None = None
        self.leftover: str = ""


def shown(value: Any) -> str:
    """A value of a file in TOML's notation, short and without a character that a terminal would obey."""
    if isinstance(value, str):
        return shown_text(f'"{value}"')
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return _cut(str(value)) if value.bit_length() < 1000 else "…"
    if isinstance(value, list | tuple):
        return "[…]" if value else "[]"
    if isinstance(value, dict):
        return "{…}" if value else "{}"
    return _cut(str(value)) if not isinstance(value, Decimal) or len(value.as_tuple().digits) < 1000 else "…"


def shown_text(text: str) -> str:
    """A text as it is, short and safe to print."""
    return _cut(_printable(text[: LONGEST_SHOWN + 1]))


def dotted(steps: tuple[str, ...]) -> str:
    """The path as it stands in a file: steps that are no bare keys in quotes, safe to print."""
    return ".".join(step if _is_bare(step) else shown(step) for step in steps)


def placed(problem: Problem, line: int | None) -> Problem:
    """The problem with its line."""
    return replace(problem, line=line)


def _is_bare(step: str) -> bool:
    return step.isascii() and step.replace("-", "_").replace("_", "a").isalnum() and len(step) <= LONGEST_SHOWN


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"


def _printable(text: str) -> str:
    return "".join(
        char if char.isprintable() or char in _SPACES else char.encode("unicode_escape").decode() for char in text
    )
