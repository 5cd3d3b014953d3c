"""Saving while the system fails at call 1, 2, 3… until the save runs through; then saving again while it fails."""

import errno
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.campaigns.failing import Fault, failing
from tests.campaigns.forking import Ended, forked
from tests.campaigns.subjects import SUBJECTS, Said, Subject, said_again

ERRORS: Final = (errno.ENOSPC, errno.EIO, errno.EACCES)
_MOST_CALLS: Final = 1_000


@dataclass(frozen=True, slots=True)
class Series:
    """One subject and one kind of fault, tried at every `step`th call from `start` on."""

    subject: str
    fault: Fault
    seed: int
    start: int = 1
    step: int = 1


def run(asked: Asked, subjects: dict[str, Subject] = SUBJECTS) -> Outcome:
    """Every kind of fault at every call of every subject's save; fewer tries take calls at even distances."""
    full = [Series(name, fault, asked.seed) for name in subjects for fault in _kinds()]
    step = max(1, -(-sum(_calls(subjects[series.subject]) for series in full) // asked.tries))
    series = [replace(one, start=1 + (asked.seed + n) % step, step=step) for n, one in enumerate(full)]
    return spread(series, _tried, asked.jobs)


def _kinds() -> Iterator[Fault]:
    """Call 1 failing in every way; the same ways are tried at the others."""
    for error in ERRORS:
        yield Fault(1, error)
        yield Fault(1, error, for_ever=True)
        yield Fault(1, error, "after")
        yield Fault(1, error, "half")
        yield Fault(1, error, "half", for_ever=True)
    yield Fault(1, None)
    yield Fault(1, None, "half")


def _calls(subject: Subject) -> int:
    """How many calls an undisturbed save makes."""
    with TemporaryDirectory() as name:
        subject.prepare(Path(name))
        known = subject.known(Path(name))
        subject.save(Path(name), known)  # what is loaded at the first time only is no part of it
    with TemporaryDirectory() as name:
        subject.prepare(Path(name))
        known = subject.known(Path(name))
        return len(forked(partial(_disturbed, subject, Path(name), known, None)).value["made"])


def _tried(series: Series) -> Outcome:
    outcome = Outcome()
    for number in range(series.start, _MOST_CALLS, series.step):
        made, is_through = _case(series, replace(series.fault, number=number))
        outcome += made
        if is_through:
            return outcome
    return outcome + Outcome(0, (Miss(f"{series.subject}-{series.fault}", "never ran through"),))


def _case(series: Series, fault: Fault) -> tuple[Outcome, bool]:
    """One fault, another one during the save that follows, then a save left in peace. Whether the first had none."""
    subject, dice = SUBJECTS[series.subject], chance(series.seed, fault.number)
    second = replace(dice.choice(list(_kinds())), number=dice.randint(1, 30))
    with TemporaryDirectory(dir=_quick_folder()) as name:
        folder = Path(name)
        subject.prepare(folder)
        known, wrong, ended, told = subject.known(folder), [], [], []
        for disturbance in (fault, second, None):
            ended.append(forked(partial(_disturbed, subject, folder, known, disturbance)))
            said = said_again(ended[-1].value["said"]) if ended[-1].value else None
            known = said.known if said else subject.known(folder)
            wrong += [f"{disturbance}: {what}" for what in _wrong(subject, folder, ended[-1], said)]
            told.append(f"{disturbance}: {said}")
        wrong += [] if subject.is_new(folder) else [f"a save left in peace does not save: {said}"]
    is_through = not ended[0].signal and not (ended[0].value or {}).get("failed")
    what = "\n".join([*wrong, "", *told, "", f"calls: {(ended[0].value or ended[-1].value or {}).get('made')}"])
    misses = (Miss(f"{series.subject}-{fault}", what, f"{series.subject}\n{fault!r}\n{second!r}\n".encode()),)
    return Outcome(not is_through, misses if wrong else (), _counts(ended[0], told[0])), is_through


def _counts(first: Ended, told: str) -> dict[str, int]:
    return {"killed": int(bool(first.signal)), "refused": int("is_saved=False" in told)}


def _wrong(subject: Subject, folder: Path, ended: Ended, said: Said | None) -> list[str]:
    wrong = subject.wrong(folder, said)
    if said and said.is_saved and ended.value["failed"] == "fsync":
        wrong.append("said to be saved, though the disk did not confirm it")
    return [*wrong, ended.failure] if ended.failure else wrong


def _disturbed(subject: Subject, folder: Path, known: str | None, fault: Fault | None) -> dict[str, Any]:
    with failing(fault) as calls:
        said = subject.save(folder, known)
    return {"said": asdict(said), "failed": calls.failed, "made": calls.made}


def _quick_folder() -> str | None:
    """Memory where there is some: what is tried is the order of the calls, not the disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


CAMPAIGN: Final = Campaign("faults", "a save whose system call N fails, or where it is killed", 5_000, 150, run)
