"""The journals that are there for a plan: of sittings that ended badly, of those under way, of those well ended."""

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path

from model.plain import frozen
from model.recovery.naming import SUFFIX, stem_of
from model.recovery.process import Process
from model.recovery.reading import (
    LARGEST_HEADER,
    Header,
    JournalUnusableError,
    header_of,
    last_state,
    read_data,
    sitting_of,
)
from model.recovery.sitting import Sitting

HISTORY_SECONDS = 24 * 3600.0
"""How long what could be undone in a sitting that ended well is kept."""


@frozen
class Recovery:
    """A journal and what its header says; `when` is its last writing, in seconds of the Unix clock.

    A journal whose header is damaged has no `header`.
    """

    path: Path
    when: float
    header: Header | None = None

    @property
    def file(self) -> Path | None:
        """The plan's file."""
        return self.header.file if self.header else None

    @property
    def process(self) -> Process | None:
        """Whose sitting it is."""
        return self.header.process if self.header else None

    @property
    def is_in_use(self) -> bool:
        """Whether its sitting goes on, on this host."""
        return self.header is not None and self.header.process.is_alive

    @property
    def is_elsewhere(self) -> bool:
        """Whether it was begun on another host, where it may go on."""
        return self.header is not None and self.header.process.is_elsewhere

    def read(self) -> Sitting:
        """The sitting in its last good state.

        Raises:
            JournalUnusableError: there is none.
        """
        return sitting_of(self.path, read_data(self.path))

    def remove(self) -> None:
        """Nothing in it is wanted any more. Raises `OSError` when it cannot be removed."""
        with contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def all_journals(folder: Path, file: Path | None = None) -> list[Recovery]:
    """Every journal in the folder, of one plan or of all, the newest first; those of sittings under way too."""
    found = [_recovery(path) for path in _paths(folder, "" if file is None else stem_of(file))]
    return sorted((each for each in found if each is not None), key=lambda each: -each.when)


def recoveries(folder: Path, file: Path | None = None) -> list[Recovery]:
    """The journals whose process is no longer there, the newest first; another host's are among them."""
    return [each for each in all_journals(folder, file) if not each.is_in_use]


def prune(folder: Path, now: float | None = None) -> None:
    """Remove journals of sittings that ended well more than a day ago, and what killed programs left half written."""
    limit = (time.time() if now is None else now) - HISTORY_SECONDS
    for each in recoveries(folder):
        if each.when < limit and not each.is_elsewhere:
            with contextlib.suppress(OSError, JournalUnusableError):
                if last_state(read_data(each.path)).get("unsaved") is False:
                    each.remove()
    for path in _half_written(folder):
        with contextlib.suppress(OSError):
            if path.lstat().st_mtime < limit:
                path.unlink()


def _paths(folder: Path, start: str) -> Iterator[Path]:
    for path in _inside(folder):
        if path.name.startswith(start) and path.name.endswith(SUFFIX) and not path.name.startswith("."):
            yield path


def _half_written(folder: Path) -> Iterator[Path]:
    return (path for path in _inside(folder) if path.name.startswith(".") and f"{SUFFIX}." in path.name)


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _recovery(path: Path) -> Recovery | None:
    try:
        when, data = path.lstat().st_mtime, read_data(path, LARGEST_HEADER)
    except (OSError, JournalUnusableError) as error:
        is_gone = isinstance(error, FileNotFoundError) or getattr(error, "code", "") == "journal_missing"
        return None if is_gone else Recovery(path, 0.0)
    try:
        return Recovery(path, when, header_of(path, data))
    except JournalUnusableError:
        return Recovery(path, when)
