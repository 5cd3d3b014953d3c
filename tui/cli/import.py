"""`planmark import`: what comes back from outside, shown as a difference, and taken with `--yes`."""

from pathlib import Path

from model.differences import differences
from model.edits import EditRefusedError
from model.incoming import ArrivalRefusedError
from model.plan import Plan
from model.store.reading import Loaded, load
from model.store.saving import save
from model.trace.following import followed
from tui.cli.arguments import Arguments
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.holding import held
from tui.cli.json_text import json_lines
from tui.cli.layout import wrapped
from tui.formats.differences import Teller
from tui.formats.values import Reader
from tui.imports.receiving import read_file
from tui.imports.refusing import ImportRefusedError
from tui.imports.workbook import Returned

YES = "--yes"


def run(given: Arguments, console: Console) -> Answer:
    """The difference that a file makes; with `--yes`, the plan saved with it."""
    file, source = given.operands
    if YES not in given.flags:
        loaded = load(file)
        return _answer(file, loaded.plan, _returned(loaded, source, console), given, console, is_saved=False)
    with held(file, given, console):
        loaded = load(file)
        found = _returned(loaded, source, console)
        if found.plan is not loaded.plan:
            save(found.plan, Path(file), loaded.digest, keep_original=loaded.keeps_original)
        return _answer(file, loaded.plan, found, given, console, is_saved=found.plan is not loaded.plan)


def _returned(loaded: Loaded, source: str, console: Console) -> Returned:
    try:
        found = read_file(loaded.plan, Path(source))
    except ImportRefusedError as error:
        raise RefusedError(error.key, **error.details) from None
    except ArrivalRefusedError as error:
        raise _refused(error, source, console) from None
    except ModuleNotFoundError as error:
        if error.name != "openpyxl":
            raise
        raise RefusedError("imports.library", library="openpyxl") from None
    return Returned(followed(loaded.plan, found.plan), found.kept)


def _refused(error: ArrivalRefusedError, source: str, console: Console) -> RefusedError:
    from tui.cli.refusals import lines

    sheet, _, cell = error.arrival.origin.rpartition("!")
    reason = " ".join(lines(error.reason, console.words))
    assert isinstance(error.reason, EditRefusedError | LookupError)  # noqa: S101 - what `received` says it refuses with
    return RefusedError("imports.value", file=source, sheet=sheet, cell=cell, reason=reason)


def _answer(file: str, before: Plan, found: Returned, given: Arguments, console: Console, *, is_saved: bool) -> Answer:
    changes = differences(before, found.plan)
    status = 1 if found.kept else 0
    if given.wants_json:
        told = [{"path": one.path, "before": _plain(one.before), "after": _plain(one.after)} for one in changes]
        kept = [{"path": one.path, "cell": one.cell, "value": one.value} for one in found.kept]
        return Answer(json_lines({"file": file, "saved": is_saved, "changes": told, "kept": kept}), status)
    teller = Teller(before, found.plan, Reader.of(console.words, console.numbers, found.plan))
    lines = [console.words.count("imports.changes", len(changes), file=file)]
    for _, sentence in teller.sentences(changes):
        lines += wrapped(sentence, console.width, "  ", "    ")
    if found.kept:
        lines.append(console.words("imports.kept"))
        for one in found.kept:
            lines += wrapped(f"{one.cell}: {teller.field(one.path)}", console.width, "  ", "    ")
    if changes:
        lines.append(console.words("imports.saved" if is_saved else "imports.not_saved", file=file))
    return Answer(tuple(lines), status)


def _plain(value: object) -> object:
    from model.values import Record

    return value.model_dump(by_alias=True, exclude_defaults=True) if isinstance(value, Record) else value
