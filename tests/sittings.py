"""Sittings that ended badly, for the tests of recovery: their journal is there, their process is not."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from model.history import COALESCE_SECONDS
from model.recovery.finding import recoveries
from model.recovery.journal import Journal
from model.recovery.process import Process
from model.recovery.sitting import Place, Sitting, Typed
from model.session import Session
from model.store.processes import host_name
from model.store.reading import load
from model.store.writing import dumps

GONE = Process("marie", host_name(), 2**31 - 1)
"""A process that is no longer there: no system counts so far."""
ELSEWHERE = Process("paul", "another-host.example", 1)
TYPING = Place("objectives", "objectives.O1", "objectives.O1.title", "field", None, Typed("form", "Trente", 3))


def killed(folder: Path, *sittings: Sitting, process: Process = GONE) -> Path:
    """The journal of a sitting that was written after each of these moments, then killed."""
    journal = Journal(folder, process)
    for sitting in sittings:
        journal.write(sitting)
    journal.close()
    assert journal.path is not None
    return journal.path


def opened(file: Path) -> Session:
    """A session on a file, whose clock stands so that every edit is a step."""
    loaded = load(file)
    ticks = iter(range(0, 10**9, int(COALESCE_SECONDS) + 1))
    return Session(loaded.plan, file, loaded.digest, loaded.keeps_original, loaded.plan, clock=lambda: next(ticks))


def assert_same(found: Sitting, wanted: Sitting) -> None:
    """Both hold the same, versions that are one and the same included."""
    assert replace(found, **_plans(wanted)) == replace(wanted, file=found.file, former=())
    assert _bytes(found) == _bytes(wanted)
    assert (found.plan is found.saved) is (wanted.plan is wanted.saved)
    assert found.has_unsaved is wanted.has_unsaved


def _plans(sitting: Sitting) -> dict[str, Any]:
    return {name: getattr(sitting, name) for name in ("plan", "saved", "done", "undone")}


def _bytes(sitting: Sitting) -> list[Any]:
    steps = [(dumps(step.before), step.path, step.kind) for step in (*sitting.done, *sitting.undone)]
    return [dumps(sitting.plan), None if sitting.saved is None else dumps(sitting.saved), len(sitting.done), *steps]


def read(folder: Path, file: Path) -> Sitting:
    """The sitting in the newest journal."""
    return recoveries(folder, file)[0].read()


def size(journal: Journal) -> int:
    """How long a journal is by now."""
    assert journal.path is not None
    return journal.path.stat().st_size
