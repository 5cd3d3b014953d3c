"""Journals of sittings, written while the system fails: what was confirmed comes back, whatever happens after it."""

import os
import posix
import stat
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from model import edits
from model.plan import Plan
from model.recovery.finding import all_journals, prune
from model.recovery.journal import Journal
from model.recovery.reading import JournalUnusableError
from model.recovery.sitting import Place, Sitting
from model.store.files import digest_of
from model.store.reading import loads
from tests.campaigns import faults
from tests.campaigns.campaign import Asked, Campaign, Outcome
from tests.campaigns.subjects import Said, Subject
from tests.commands import PLAN
from tests.sittings import GONE

STEPS: Final = 3
_TWO_DAYS: Final = 2 * 24 * 3600.0


@dataclass(frozen=True, slots=True)
class JournalWrite:
    """Three writings of one sitting: appended, or each a whole journal; on a former one, or for a file not there."""

    name: str
    is_anew: bool = False
    goes_on: bool = False
    has_file: bool = True

    def prepare(self, folder: Path) -> None:
        if self.has_file:
            (folder / "plan.toml").write_bytes(_DATA)
        if self.goes_on:
            former = Journal(folder / "recovery", GONE)
            former.write(self._sitting(folder, 1, ()))
            former.close()
            _confirm(folder, 1)

    def known(self, folder: Path) -> str | None:
        return str(_best(folder))

    def save(self, folder: Path, known: str | None) -> Said:
        """Write the moments from the last one known on; what is confirmed is noted, the failing system unasked."""
        journal = Journal(folder / "recovery", GONE, largest=1 if self.is_anew else 10**6)
        former = tuple(_inside(folder / "recovery")) if self.goes_on else ()
        is_saved, error = False, ""
        kept = max(1, int(known or 1))
        for step in range(kept, STEPS + 1):
            is_saved = False
            try:
                journal.write(self._sitting(folder, step, former))
            except OSError as failure:
                error = str(failure)
            else:
                is_saved, kept = True, step
                _confirm(folder, step)
        journal.close()
        return Said(is_saved, str(kept), error=error)

    def is_new(self, folder: Path) -> bool:
        prune(folder / "recovery", time.time() + _TWO_DAYS)
        return _best(folder) == STEPS and all(name.suffix == ".journal" for name in _inside(folder / "recovery"))

    def wrong(self, folder: Path, said: Said | None) -> list[str]:
        plan, recovery = folder / "plan.toml", folder / "recovery"
        confirmed, best = _confirmed(folder), _best(folder)
        checks = {
            f"lost: {confirmed} was confirmed, {best} comes back": best >= confirmed,
            "said to be kept": said is None or not said.is_saved or best == STEPS,
            "the plan's file was touched": not self.has_file or plan.read_bytes() == _DATA,
            "others may read it": all(_is_private(path) for path in (recovery, *_inside(recovery))),
        }
        wrong = [what for what, holds in checks.items() if not holds]
        return [*wrong, *(f"unreadable: {path.name}" for path in _unreadable(recovery))]

    def _sitting(self, folder: Path, step: int, former: tuple[Path, ...]) -> Sitting:
        drafts = {"plan.start": "3" * step}
        saved, digest = (_SAVED, digest_of(_DATA)) if self.has_file else (None, None)
        return Sitting(folder / "plan.toml", _TITLED[step], saved, digest, drafts=drafts, place=Place(), former=former)


JOURNALS: Final[dict[str, Subject]] = {
    subject.name: subject
    for subject in (
        JournalWrite("journal"),
        JournalWrite("journal-anew", is_anew=True),
        JournalWrite("journal-goes-on", goes_on=True),
        JournalWrite("journal-without-file", has_file=False),
    )
}
"""What `emergency` is about; whatever else is kept for an emergency takes its place here."""


def run(asked: Asked) -> Outcome:
    """The faults of saving, at every call of keeping a journal."""
    return faults.run(asked, JOURNALS)


def _inside(folder: Path) -> list[Path]:
    """What is in a folder, asked so that it is neither counted nor fails."""
    try:
        return [folder / name for name in sorted(posix.listdir(folder))]
    except FileNotFoundError:
        return []


def _confirm(folder: Path, step: int) -> None:
    posix.close(posix.open(folder / f"confirmed{step}", os.O_CREAT | os.O_WRONLY, 0o600))


def _confirmed(folder: Path) -> int:
    return max((step for step in range(1, STEPS + 1) if (folder / f"confirmed{step}").exists()), default=0)


def _best(folder: Path) -> int:
    """The furthest moment that a journal brings back, its half-typed text with it."""
    best = 0
    for journal in all_journals(folder / "recovery", folder / "plan.toml"):
        try:
            sitting = journal.read()
        except JournalUnusableError:
            continue
        step = len(sitting.drafts.get("plan.start", ""))
        best = max(best, step if sitting.plan == _TITLED[step] else 0)
    return best


def _unreadable(recovery: Path) -> list[Path]:
    unreadable = []
    for journal in all_journals(recovery):
        try:
            journal.read()
        except JournalUnusableError:
            unreadable.append(journal.path)
    return unreadable


def _is_private(path: Path) -> bool:
    return not path.exists() or not stat.S_IMODE(path.stat().st_mode) & 0o077


_DATA: Final = PLAN.encode()
_SAVED: Final = loads(_DATA)
_TITLED: Final[list[Plan]] = [edits.put(_SAVED, "plan.title", f"step {step}") for step in range(STEPS + 1)]

CAMPAIGN: Final = Campaign("emergency", "a journal whose system call N fails, or where it is killed", 5_000, 100, run)
