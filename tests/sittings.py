"""Sittings that ended badly, for the tests of recovery: their journal is there, their process is not."""

from pathlib import Path

from model.recovery.journal import Journal
from model.recovery.process import Process, host_name
from model.recovery.sitting import Sitting

GONE = Process("marie", host_name(), 2**31 - 1)
"""A process that is no longer there: no system counts so far."""
ELSEWHERE = Process("paul", "another-host.example", 1)


def killed(folder: Path, *sittings: Sitting, process: Process = GONE) -> Path:
    """The journal of a sitting that was written after each of these moments, then killed."""
    journal = Journal(folder, process)
    for sitting in sittings:
        journal.write(sitting)
    journal.close()
    assert journal.path is not None
    return journal.path
