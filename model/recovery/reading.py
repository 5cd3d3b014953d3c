"""A journal as a sitting again. Nothing in it is trusted: the last good state counts, or there is none."""

import errno
import os
import stat
from collections.abc import Iterable
from dataclasses import field, replace
from itertools import chain
from pathlib import Path
from typing import Any

from model.history import Step
from model.plain import frozen, slotted
from model.plan import Plan
from model.recovery import log
from model.recovery.encoding import decoded, pairs, to_changes
from model.recovery.journal import FORMAT
from model.recovery.patch import Change, patched
from model.recovery.process import Process
from model.recovery.sitting import Place, Sitting, Typed
from model.store.ids import ids_taken
from model.store.pause import collector_paused
from model.store.reading import loads

LARGEST_READ = 64 * 1024 * 1024
LARGEST_HEADER = 64 * 1024
_KINDS = ("form", "cell", "delay", "scale", "prompt")
_WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


class JournalUnusableError(Exception):
    """No sitting can be made of a journal; `code` is `journal_missing`, `journal_damaged` or `journal_newer`."""

    def __init__(self, path: Path, code: str) -> None:
        super().__init__(f"{path}: {code}")
        self.path, self.code = path, code


@frozen
class Header:
    """Whose journal it is, of which file, since when (seconds of the Unix clock)."""

    file: Path
    process: Process
    when: float


def read_data(path: Path, most: int = LARGEST_READ) -> bytes:
    """The bytes of a journal, a regular file, as far as 64 MiB.

    Raises:
        JournalUnusableError: there is none, or it cannot be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise JournalUnusableError(path, "journal_damaged")
            return file.read(most)
    except OSError as error:
        gone = error.errno in (errno.ENOENT, errno.ENOTDIR)
        raise JournalUnusableError(path, "journal_missing" if gone else "journal_damaged") from None


def header_of(path: Path, data: bytes) -> Header:
    """What the first line says.

    Raises:
        JournalUnusableError: it is none, or of a newer program.
    """
    try:
        given = decoded(next(log.payloads(data), b""))
        number, (user, host, pid, boot, start) = given["planmark"], given["process"]
        if not isinstance(number, int) or not all(isinstance(text, str) for text in (user, host, boot, start)):
            raise ValueError("header")
        header = Header(Path(given["file"]), Process(user, host, int(pid), boot, start), _seconds(given["when"]))
        if not header.file.is_absolute() or "\0" in str(header.file):
            raise ValueError("file")
    except _WRONG:
        raise JournalUnusableError(path, "journal_damaged") from None
    if number > FORMAT:
        raise JournalUnusableError(path, "journal_newer")
    return header


def _seconds(given: Any) -> float:
    if not isinstance(given, int | float) or not 0 <= given < 1e11:
        raise ValueError("when")
    return float(given)


@slotted
class _Log:
    """What the lines say, before any plan is made of it: how each version differs from another, and where one stood."""

    base: str = ""
    versions: list[tuple[int, tuple[Change, ...]]] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)
    done: list[tuple[int, str, str]] = field(default_factory=list)
    undone: list[tuple[int, str, str]] = field(default_factory=list)
    made: dict[int, Plan] = field(default_factory=dict)

    def take(self, entry: Any) -> None:
        """One more line; all of it or nothing.

        Raises:
            ValueError: and others: it makes no sense.
        """
        known, versions = 1 + len(self.versions), list[tuple[int, tuple[Change, ...]]]()
        for parent, changes in entry["versions"]:
            if type(parent) is not int or not 0 <= parent < known + len(versions):
                raise ValueError("version")
            versions.append((parent, to_changes(changes)))
        count, state = known + len(versions), entry["state"]
        done, undone = (_stack(own, state[name], count) for own, name in ((self.done, "done"), (self.undone, "undone")))
        _number(state["plan"], count)
        if state["saved"] is not None:
            _number(state["saved"], count)
        self.versions += versions
        self.state, self.done, self.undone = state, done, undone

    def plan(self, number: int) -> Plan:
        """A version, made from the nearest one that is made already. Raises `ValueError` when it cannot be."""
        way: list[tuple[Change, ...]] = []
        at = number
        while at not in self.made and at:
            at, changes = self.versions[at - 1]
            way.append(changes)
        if at not in self.made:
            self.made[at] = loads(self.base.encode())
        if way:
            self.made[number] = patched(self.made[at], chain.from_iterable(reversed(way)))
        return self.made[number]


def _number(given: Any, count: int) -> int:
    if type(given) is not int or not 0 <= given < count:
        raise ValueError("version")
    return given


def _stack(own: list[tuple[int, str, str]], given: Any, count: int) -> list[tuple[int, str, str]]:
    kept, added = given
    steps = [(_number(number, count), _text(path), _text(kind)) for number, path, kind in added]
    if type(kept) is not int or not 0 <= kept <= len(own):
        raise ValueError("stack")
    return [*own[:kept], *steps]


def _text(given: Any) -> str:
    if not isinstance(given, str):
        raise ValueError("text")
    return given


@collector_paused()
def sitting_of(path: Path, data: bytes) -> Sitting:
    """The sitting in its last good state.

    Raises:
        JournalUnusableError: there is no good one.
    """
    header = header_of(path, data)
    lines = log.payloads(data)
    next(lines)
    for entries in _earlier_and_earlier(list(lines)):
        try:
            return _sitting(header, entries)
        except _WRONG:
            continue
    raise JournalUnusableError(path, "journal_damaged")


def _earlier_and_earlier(lines: list[bytes]) -> Iterable[list[bytes]]:
    """All lines; then, for one that a defect of the program made senseless, fewer and fewer of them."""
    length = len(lines)
    while length > 1:
        yield lines[:length]
        length = length - 1 if length > len(lines) - _TRIES else length // 2


_TRIES = 8


def _sitting(header: Header, lines: list[bytes]) -> Sitting:
    log_ = _Log(_text(decoded(lines[0])))
    for each in lines[1:]:
        log_.take(decoded(each))
    state, digest = log_.state, log_.state["digest"]
    if digest is not None:
        _text(digest)
    if list(ids_taken(log_.plan(state["plan"]))):
        raise ValueError("ids")
    return Sitting(
        file=header.file,
        plan=log_.plan(state["plan"]),
        saved=None if state["saved"] is None else log_.plan(state["saved"]),
        digest=digest,
        keep_original=bool(state["keep"]),
        done=tuple(Step(log_.plan(number), path, kind) for number, path, kind in log_.done),
        undone=tuple(Step(log_.plan(number), path, kind) for number, path, kind in reversed(log_.undone))[::-1],
        drafts={path: _text(text) for path, text in pairs(state["drafts"]).items()},
        place=_place(state["place"]),
    )


def _place(given: Any) -> Place:
    *texts, scenario, is_in_form, under = given
    section, record, name, part = map(_text, texts)
    place = Place(section, record, name, part, None if scenario is None else _text(scenario), None, bool(is_in_form))
    if under is None:
        return place
    kind, text, cursor, cells = under
    if kind not in _KINDS or type(cursor) is not int:
        raise ValueError("typed")
    typed = Typed(kind, _text(text), min(max(cursor, 0), len(text)), tuple(tuple(map(_text, cell)) for cell in cells))
    return replace(place, typed=typed)


def last_state(data: bytes) -> dict[str, Any]:
    """The last state as it is written, without making plans of it; empty when there is none."""
    last = b""
    for payload in log.payloads(data):
        last = payload
    try:
        state = decoded(last)["state"]
    except _WRONG:
        return {}
    return state if isinstance(state, dict) else {}
