"""`planmark recover`: what killed sittings and saves left, listed, written into the plan's file, or thrown away."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from model.differences import differences
from model.plain import frozen
from model.plan import Plan
from model.recovery.finding import Recovery, all_journals
from model.recovery.reading import JournalUnusableError
from model.recovery.sitting import Sitting
from model.recovery.strays import Stray, strays_in, strays_of
from model.store.problems import FileChangedError
from model.store.saving import save
from tui.cli.arguments import Arguments, UsageError
from tui.cli.console import Answer, Console, RefusedError
from tui.cli.holding import held
from tui.cli.json_text import json_lines
from tui.formats.dates import format_moment
from tui.formats.differences import Teller
from tui.formats.values import Reader
from tui.settings import recovery_folder


@frozen
class Found:
    """A journal, and what can be made of it; nothing where it is damaged."""

    recovery: Recovery
    sitting: Sitting | None

    @property
    def is_wanted(self) -> bool:
        """Whether a person wants to know of it: not of a sitting that ended well."""
        return self.sitting is None or self.sitting.has_unsaved or self.recovery.is_in_use

    @property
    def base(self) -> Plan | None:
        """The version that the file held."""
        if self.sitting is None:
            return None
        first = self.sitting.done[0].before if self.sitting.done else self.sitting.plan
        return self.sitting.saved or first

    @property
    def changes(self) -> int:
        """How many fields and records differ from the file that was opened."""
        return 0 if self.sitting is None or self.base is None else len(differences(self.base, self.sitting.plan))


def run(given: Arguments, console: Console) -> Answer:
    """List, unless one file is to be restored or thrown away."""
    asked = [option for option in ("--restore", "--discard") if option in given.options]
    if len(asked) == 2 or (asked and "--list" in given.flags):
        raise UsageError("either", "recover", one=asked[0], other=asked[1] if len(asked) == 2 else "--list")
    if asked and given.operands:
        raise UsageError("too_many", "recover", word=given.operands[0])
    if not asked:
        return _listed(given, console)
    file = Path(given.options[asked[0]])
    return _restored(file, given, console) if asked == ["--restore"] else _discarded(file, console)


def _found(file: Path | None) -> list[Found]:
    return [Found(recovery, _sitting(recovery)) for recovery in all_journals(recovery_folder(), file)]


def _found_in(folder: Path) -> list[Found]:
    return [each for each in _found(None) if each.recovery.file is not None and each.recovery.file.parent == folder]


def _sitting(recovery: Recovery) -> Sitting | None:
    try:
        return recovery.read()
    except JournalUnusableError:
        return None


# --- listing --------------------------------------------------------------------------------------------------------


def _listed(given: Arguments, console: Console) -> Answer:
    found: list[Found] = []
    strays: list[Stray] = []
    for operand in given.operands:
        path = Path(operand)
        if path.is_dir():
            found += _found_in(path.resolve())
            strays += strays_in(path)
        else:
            found += _found(path)
            strays += strays_of(path)
    if not given.operands:
        found = _found(None)
    if given.wants_json:
        return Answer(json_lines({"recoveries": [_object(each) for each in found], "leftovers": _strays(strays)}))
    said = [_line(each, console) for each in found if each.is_wanted]
    said += [_stray_line(stray, console) for stray in strays]
    return Answer(tuple(said) or (console.words("recovery.none"),))


def _object(found: Found) -> dict[str, Any]:
    recovery, sitting, process = found.recovery, found.sitting, found.recovery.process
    return {
        "file": str(recovery.file) if recovery.file else None,
        "journal": str(recovery.path),
        "when": datetime.fromtimestamp(recovery.when, UTC).isoformat(timespec="seconds"),
        "changes": found.changes,
        "texts": len(sitting.half_typed) if sitting else 0,
        "unsaved": sitting.has_unsaved if sitting else None,
        "in_use": recovery.is_in_use,
        "user": process.user if process else None,
        "host": process.host if process else None,
        "pid": process.pid if process else None,
    }


def _strays(strays: list[Stray]) -> list[dict[str, str]]:
    return [{"path": str(stray.path), "kind": stray.kind} for stray in strays]


def _line(found: Found, console: Console) -> str:
    words, recovery = console.words, found.recovery
    if found.sitting is None or recovery.process is None:
        return words("recovery.damaged_at", journal=recovery.path)
    parts = [format_moment(recovery.when, words.language), words.count("recovery.changes", found.changes)]
    if texts := len(found.sitting.half_typed):
        parts.append(words.count("recovery.half_typed", texts))
    process = recovery.process
    if recovery.is_in_use or recovery.is_elsewhere:
        key = "recovery.in_use" if recovery.is_in_use else "recovery.on_host"
        parts.append(words(key, user=process.user, host=process.host, pid=process.pid))
    return f"{recovery.file}: {', '.join(parts)}"


def _stray_line(stray: Stray, console: Console) -> str:
    return f"{stray.path}: {console.words(f'recovery.{stray.kind}')}"


# --- restoring ------------------------------------------------------------------------------------------------------


def _restored(file: Path, given: Arguments, console: Console) -> Answer:
    words, out = console.words, given.options.get("-o")
    left = [each for each in _found(file) if each.sitting is None or each.sitting.has_unsaved]
    _refuse_used(file, left)
    usable = [each for each in left if each.sitting is not None]
    if not usable:
        raise RefusedError("recovery.nothing_for" if not left else "recovery.damaged_for", file=str(file))
    newest, sitting = usable[0], usable[0].sitting
    assert sitting is not None  # noqa: S101 - only usable ones are there
    said: list[str] = []
    if out is not None:
        save(sitting.plan, Path(out), None)
        said.append(words("recovery.written", file=out, when=format_moment(newest.recovery.when, words.language)))
    elif sitting.plan is not sitting.saved:
        _save(sitting, file, given, console)
        said.append(words("recovery.written", file=file, when=format_moment(newest.recovery.when, words.language)))
    said += _texts(newest, console)
    newest.recovery.remove()
    others = len(left) - 1
    return Answer((*said, *([words.count("recovery.others", others)] if others else [])))


def _save(sitting: Sitting, file: Path, given: Arguments, console: Console) -> None:
    try:
        with held(str(file), given, console):
            save(sitting.plan, file, sitting.digest, keep_original=sitting.keep_original)
    except FileChangedError as error:
        raise RefusedError("recovery.written_since", file=str(file)) from error


def _texts(found: Found, console: Console) -> list[str]:
    """The texts that are no values, which no file of a plan can hold."""
    sitting, base = found.sitting, found.base
    if sitting is None or base is None or not sitting.half_typed:
        return []
    teller = Teller(base, sitting.plan, Reader.of(console.words, console.numbers, sitting.plan))
    told = [
        console.words("recovery.text", field=teller.field(path), text=text) for path, text in sitting.half_typed.items()
    ]
    return [console.words("recovery.texts_lost"), *(line for text in told for line in text.split("\n"))]


def _refuse_used(file: Path, found: list[Found]) -> None:
    for each in found:
        if each.recovery.is_in_use and each.recovery.process is not None:
            process = each.recovery.process
            details = {"user": process.user, "host": process.host, "pid": str(process.pid)}
            raise RefusedError("recovery.is_used", file=str(file), **details)


# --- throwing away --------------------------------------------------------------------------------------------------


def _discarded(file: Path, console: Console) -> Answer:
    found, strays = _found(file), strays_of(file)
    _refuse_used(file, found)
    said = []
    for each in found:
        if each.is_wanted:
            said.append(console.words("recovery.removed", what=_line(each, console)))
        each.recovery.remove()
    for stray in strays:
        said.append(console.words("recovery.removed", what=_stray_line(stray, console)))
        stray.remove()
    return Answer(tuple(said) or (console.words("recovery.none"),))
