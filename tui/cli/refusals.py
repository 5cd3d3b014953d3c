"""Why something was refused, in readable lines: where, what stands there, what was expected, the nearest known key."""

from model.catalogue import FieldSpec
from model.edits import EditRefusedError
from model.paths import PathUnknownError, locate
from model.store.problems import FileChangedError, PlanUnusableError, Problem, SaveFailedError, shown
from tui.cli.arguments import nearest
from tui.cli.typed import spec_of
from tui.words import Words

MOST_LINES = 20
_PLAIN = ("format_missing",)
_TEXTS = ("words", "prose", "names")


def lines(error: Exception, words: Words) -> list[str]:
    """The refusal in at most 20 lines; of an error that nobody foresaw, one sentence without its contents."""
    if isinstance(error, PlanUnusableError):
        return _unusable(error, words)
    if isinstance(error, EditRefusedError):
        return [_sentence(_problem(error), words)]
    if isinstance(error, PathUnknownError):
        return [_unknown_path(error, words)]
    if isinstance(error, FileChangedError):
        return [f"{error.path}: {words(f'files.{_change(error)}')}"]
    if isinstance(error, SaveFailedError):
        return _not_saved(error, words)
    return [words("files.unexpected", kind=type(error).__name__)]


def _unusable(error: PlanUnusableError, words: Words) -> list[str]:
    sentences = [f"{_place(error.file, problem)}{_sentence(problem, words)}" for problem in error.problems]
    more = len(sentences) + error.more - MOST_LINES
    if more <= 0:
        return sentences
    return [*sentences[: MOST_LINES - 1], words.count("files.more", more + 1)]


def _place(file: str, problem: Problem) -> str:
    numbers = [str(number) for number in (problem.line, problem.column) if number is not None]
    return ":".join(filter(None, (file, *numbers))) + ": "


def _sentence(problem: Problem, words: Words) -> str:
    code = f"files.{problem.code}" if words.has(f"files.{problem.code}") else "files.impossible_value"
    said = [words(code), _stands(problem, words), _hint(problem, words)]
    prefix = f"{problem.path}: " if problem.path else ""
    return prefix + "".join(filter(None, said))


def _stands(problem: Problem, words: Words) -> str:
    """What stands there; a file that cannot be read has the system's name for the reason, told where it helps."""
    if not problem.value or (problem.code.startswith("file_") and problem.code != "file_unreadable"):
        return ""
    return words("files.value", value=problem.value)


def _hint(problem: Problem, words: Words) -> str:
    """What was expected, or the nearest known key, or the other holder of an id."""
    if problem.nearest:
        return words("files.nearest", nearest=problem.nearest)
    if problem.other:
        return words("files.other", other=problem.other)
    expected = _expected(problem, words)
    return words("files.expected", expected=expected) if expected else ""


def _expected(problem: Problem, words: Words) -> str:
    kind = problem.expected
    if problem.low is not None and problem.high is not None:
        kind = "between"
    elif problem.choices:
        kind = "choice"
    elif problem.code in _PLAIN:
        return ""
    key = f"files.expected.{kind}"
    if not words.has(key):
        return ""
    return words(key, low=problem.low, high=problem.high, choices=", ".join(problem.choices))


def _unknown_path(error: PathUnknownError, words: Words) -> str:
    """The step that leads nowhere, with the nearest known one, or all of them when they are few."""
    if not error.known:
        return f"{error.path}: {words('files.no_place')}"
    near = nearest(error.name, error.known)
    hint = words("files.nearest", nearest=near) if near else _known(error.known, words)
    return f"{error.path}: {words('files.unknown_step', name=error.name)}{hint}"


def _known(known: tuple[str, ...], words: Words) -> str:
    return words("files.expected", expected=words("files.expected.choice", choices=", ".join(known)))


def _not_saved(error: SaveFailedError, words: Words) -> list[str]:
    code = f"files.{error.code}" if words.has(f"files.{error.code}") else "files.disk_error"
    if error.digest:
        code = "files.not_synced"
    said = [f"{error.path}: {words(code, file=error.path, reason=error.reason)}"]
    return [*said, words("files.leftover", leftover=error.leftover)] if error.leftover else said


def _change(error: FileChangedError) -> str:
    if error.found is None:
        return "removed"
    return "appeared" if error.expected is None else "changed"


def _problem(error: EditRefusedError) -> Problem:
    """A refused edit as a problem of the file it would have made."""
    if error.code == "two_forms":
        return Problem("two_forms", error.path, value=str(error.details["forms"]))
    spec = _spec(error)
    if spec is None or error.code in ("id_form", "id_taken", "not_a_field", "no_record"):
        return Problem(error.code, error.path, value=shown(error.value) if error.value else "")
    code = _CODES.get(error.code, error.code)
    if error.code == "string_pattern_mismatch":
        code = "text_forbidden" if spec.kind in _TEXTS else "impossible_value"
    return Problem(
        code,
        error.path,
        value=shown(error.value) if spec.name != "key" else "",
        expected="whole_number" if error.code.startswith("int_") else _kind(spec),
        choices=spec.choices,
        low=spec.low,
        high=spec.high,
    )


def _spec(error: EditRefusedError) -> FieldSpec | None:
    """What was asked of the value, or of the key that its path ends with."""
    try:
        place = locate(error.path)
    except PathUnknownError:
        return None
    spec = spec_of(place)
    if place.entry is None or place.field is None or spec is None:
        return spec
    is_key = error.code == "date_type" or (error.code == "string_pattern_mismatch" and spec.kind not in _TEXTS)
    return place.field.key if is_key else spec


def _kind(spec: FieldSpec) -> str:
    if spec.takes_formula:
        return "number_or_formula"
    return {"amount": "number", "percent": "number", "ref": "id", "refs": "ids"}.get(spec.kind, spec.kind)


_CODES = {"string_unicode": "text_forbidden", "string_too_long": "text_too_long"}
