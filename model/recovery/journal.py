"""The journal of a sitting: appended to as one types, so that a killed program loses next to nothing.

A header, the plan as its file holds it, then a line for each writing: new versions of the plan, and where one stands.
"""

import contextlib
import errno
import os
import secrets
import stat
import time
from collections.abc import Callable
from pathlib import Path

from model.plan import Plan
from model.recovery import log
from model.recovery.encoding import encoded
from model.recovery.naming import SUFFIX, stem_of, whole_path
from model.recovery.process import Process, this_process
from model.recovery.sitting import Sitting
from model.recovery.versions import Versions, lineage, shared, state
from model.store.files import digest_of, read_bytes
from model.store.problems import PlanUnusableError
from model.store.writing import dumps

FORMAT = 1
LARGEST = 8 * 1024 * 1024
# Some file systems cannot sync a folder; they say so with one of these.
_NOT_OFFERED = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS)
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_APPEND


class Journal:
    """One sitting's journal in a folder; made by the first writing that has something to keep. For one thread."""

    def __init__(
        self,
        folder: Path,
        process: Process | None = None,
        *,
        largest: int = LARGEST,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.folder, self.process, self.largest, self.clock = folder, process or this_process(), largest, clock
        self.path: Path | None = None
        self._dropped: tuple[Path, ...] = ()
        self._left: tuple[Path, ...] = ()
        self._file = -1
        self._checksum = self._size = self._limit = 0
        self._versions = Versions()
        self._base: Plan | None = None
        self._written: Sitting | None = None

    def write(self, sitting: Sitting) -> None:
        """Write what is new since the last time, and have the disk confirm it.

        Raises:
            OSError: it is not kept; the next writing begins anew.
        """
        if self._written is None and not sitting.is_worth_keeping:
            return
        self._leave_for(sitting.file)
        try:
            if self._written is None or self._size > self._limit or not self._is_in_place():
                self._begin(sitting)
            else:
                self._append(self._line(sitting))
        except BaseException:
            self._written = None
            self._close()
            raise
        self._written = sitting
        self._versions.forget(sitting, *filter(None, [self._base]))
        self._drop((*sitting.former, *self._left))

    def remove(self) -> None:
        """Nothing of the sitting is to be kept."""
        self._written = None
        self._close()
        if self.path is not None:
            with contextlib.suppress(FileNotFoundError):
                self.path.unlink()

    def close(self) -> None:
        """The sitting is over; what was written stays."""
        self._written = None
        self._close()

    # --- what is written ----------------------------------------------------------------------------------------

    def _line(self, sitting: Sitting) -> bytes:
        former = self._written
        done, undone = (shared(former.done, sitting.done), shared(former.undone, sitting.undone)) if former else (0, 0)
        near = sitting.done[done - 1].before if done else former.plan if former else self._base
        assert near is not None  # noqa: S101 - there is a base before there is a line
        versions = self._versions.written(lineage(sitting, done, undone), near)
        entry = {"versions": versions, "state": state(sitting, former, self._versions, self.clock())}
        data, self._checksum = log.line(encoded(entry), self._checksum)
        return data

    def _whole(self, sitting: Sitting) -> bytes:
        """A journal that holds this moment alone."""
        self._versions, self._written = Versions(), None
        self._base = sitting.saved or next(lineage(sitting))
        self._versions.add(self._base)
        header, self._checksum = log.line(encoded(self._header(sitting)), 0)
        base, self._checksum = log.line(encoded(_text_of(sitting, self._base)), self._checksum)
        return header + base + self._line(sitting)

    def _header(self, sitting: Sitting) -> dict[str, object]:
        process = self.process
        return {
            "planmark": FORMAT,
            "file": str(whole_path(sitting.file)),
            "digest": sitting.digest,
            "process": [process.user, process.host, process.pid, process.boot, process.start],
            "when": self.clock(),
        }

    # --- the file -----------------------------------------------------------------------------------------------

    def _begin(self, sitting: Sitting) -> None:
        """Write a whole journal beside the one there is, and put it in its place."""
        self._close()
        data = self._whole(sitting)
        if self.path is None:
            self.path = self.folder / f"{stem_of(sitting.file)}-{secrets.token_hex(8)}{SUFFIX}"
        name = self.path.name
        folder = _own_folder(self.folder)
        try:
            aside = f".{name}.{secrets.token_hex(4)}"
            self._file = os.open(aside, _NEW, 0o600, dir_fd=folder)
            try:
                self._append(data)
                os.rename(aside, name, src_dir_fd=folder, dst_dir_fd=folder)
            except BaseException:
                with contextlib.suppress(OSError):
                    os.unlink(aside, dir_fd=folder)
                raise
            _sync(folder)
        finally:
            os.close(folder)
        self._size, self._limit = len(data), max(self.largest, 2 * len(data))

    def _append(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os.write(self._file, view) :]
        os.fsync(self._file)
        self._size += len(data)

    def _is_in_place(self) -> bool:
        """Whether the file written to is still the one under its name: it may have been cleared away."""
        try:
            there, ours = os.lstat(self.path or ""), os.fstat(self._file)
        except OSError:
            return False
        return (there.st_dev, there.st_ino) == (ours.st_dev, ours.st_ino)

    def _close(self) -> None:
        if self._file >= 0:
            descriptor, self._file = self._file, -1
            with contextlib.suppress(OSError):
                os.close(descriptor)

    def _leave_for(self, file: Path) -> None:
        """Where the sitting goes on with another file, a copy, the journal of the first is to be dropped."""
        if self._written is not None and self._written.file != file and self.path is not None:
            self._left = (*self._left, self.path)
            self.path = self._written = None

    def _drop(self, former: tuple[Path, ...]) -> None:
        """What the sitting goes on from is in this journal now."""
        for path in former:
            if path not in self._dropped:
                with contextlib.suppress(OSError):
                    path.unlink()
        self._dropped = former


def _own_folder(folder: Path) -> int:
    """The folder's descriptor; made if need be, for its owner alone.

    Raises:
        OSError: it cannot be made, or is somebody else's.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700)
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        status = os.fstat(descriptor)
        if status.st_uid != os.geteuid():
            raise PermissionError(errno.EPERM, "the folder is somebody else's")
        if stat.S_IMODE(status.st_mode) & 0o077:
            os.fchmod(descriptor, 0o700)
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def _sync(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise


def _text_of(sitting: Sitting, base: Plan) -> str:
    """The base as the file holds it: its very bytes while they are what was read, else written anew."""
    try:
        data = read_bytes(sitting.file) if base is sitting.saved and sitting.digest else b""
    except PlanUnusableError:
        data = b""
    return (data if data and digest_of(data) == sitting.digest else dumps(base)).decode()
