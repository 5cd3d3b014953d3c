"""A file replaced whole or not at all: written beside it, synced, renamed over it, the folder synced."""

import contextlib
import errno
import fcntl
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from model.plain import frozen

LONGEST_NAME = 200
_PATIENCE = 3.0
_PAUSE = 0.02
_MOST_LINKS = 40
# Some file systems can neither lock nor sync a folder; they say so with one of these.
_NOT_OFFERED = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.ENOSYS, errno.ENOLCK)


class NotSyncedError(OSError):
    """The file was replaced, but the disk did not confirm that it will stay so."""

    is_replaced = True


def followed(path: Path) -> Path:
    """Where a path leads once every link is followed; the file need not be there yet.

    Raises:
        OSError: the folder is not there, or a link could not be looked at (it is never taken for the file itself).
    """
    for _ in range(_MOST_LINKS):
        path = Path(os.path.realpath(path.parent, strict=True), path.name)
        try:
            path = path.parent / os.readlink(path)  # noqa: PTH115 - the same, one type fewer
        except OSError as error:
            if error.errno in (errno.EINVAL, errno.ENOENT):
                return path
            raise
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


@frozen
class Folder:
    """An open folder; `is_alone` when no other saver can be at work in it, which not every file system can promise."""

    descriptor: int
    is_alone: bool


@contextlib.contextmanager
def locked_folder(folder: Path, patience: float | None = None) -> Iterator[Folder]:
    """The folder, locked against other savers: comparing and renaming must not interleave.

    Raises:
        OSError: the folder cannot be opened, or EAGAIN: another saver holds it for seconds.
    """
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield Folder(descriptor, _lock(descriptor, _PATIENCE if patience is None else patience))
    finally:
        # Nothing was written through it: whatever closing it says must not hide what became of the file.
        with contextlib.suppress(OSError):
            os.close(descriptor)


def write_whole(
    target: Path,
    data: bytes,
    folder: Folder,
    *,
    like: Path | None = None,
    is_private: bool = False,
    before_rename: Callable[[], object] = lambda: None,
) -> None:
    """Replace `target` (no link) by a file with these bytes and the permissions of `like`, the old file mostly.

    A file that is private is for its owner's eyes alone, whatever it was before.

    Raises:
        OSError: nothing was changed, and no temporary file is left (else `leftover` names it).
        NotSyncedError: the new file is in place, but the folder could not be synced.
    """
    status = _status(like or target)
    temporary = temporary_for(target)
    try:
        _write(temporary, data, (lambda _: None) if is_private else partial(_give_mode, like=status))
        before_rename()
        temporary.replace(target)
    except BaseException as error:
        _remove(temporary, error)
        raise
    _sync_folder(folder.descriptor)
    if folder.is_alone:
        _remove_leftovers(target)


def leftovers(target: Path) -> list[Path]:
    """The temporary files that killed saves of this file, or of its original, left; none in a folder not to be read."""
    own = re.compile(re.escape(_stem(target)) + r"(?:bak[0-9]*\.)?[0-9a-f]{8}")
    try:
        return sorted(path for path in target.parent.iterdir() if own.fullmatch(path.name))
    except OSError:
        return []


def _lock(descriptor: int, patience: float) -> bool:
    """Wait for the lock; False where the file system offers none."""
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in _NOT_OFFERED:
                return False
            if error.errno != errno.EAGAIN or time.monotonic() > deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return True


def _status(target: Path) -> os.stat_result | None:
    try:
        return target.stat()
    except FileNotFoundError:
        return None


def _stem(target: Path) -> str:
    return f".{os.fsdecode(os.fsencode(target.name)[:LONGEST_NAME])}."


def temporary_for(target: Path) -> Path:
    """A hidden name beside a file that nobody else has, which the next save takes away if it is left behind."""
    return target.with_name(_stem(target) + secrets.token_hex(4))


def _write(temporary: Path, data: bytes, give_mode: Callable[[int], object]) -> None:
    # Until all is written it is for its owner's eyes alone.
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        view = memoryview(data)
        while view:
            view = view[os.write(descriptor, view) :]
        give_mode(descriptor)
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _give_mode(descriptor: int, like: os.stat_result | None) -> None:
    """The permissions of the old file; a new one gets what any program's new file gets."""
    if like is not None:
        _take_after(descriptor, like)
        return
    # There is no other way to read the mask; meanwhile it is the strictest there is.
    mask = os.umask(0o077)
    os.umask(mask)
    os.fchmod(descriptor, 0o666 & ~mask)


def _take_after(descriptor: int, old: os.stat_result) -> None:
    """Give the new file the old one's group, owner and permissions, as far as the system lets; never wider ones."""
    mode = stat.S_IMODE(old.st_mode) & 0o777
    new = os.fstat(descriptor)
    if new.st_gid != old.st_gid:
        try:
            os.fchown(descriptor, -1, old.st_gid)
        except OSError:
            mode &= 0o707
    if new.st_uid != old.st_uid:
        with contextlib.suppress(OSError):
            os.fchown(descriptor, old.st_uid, -1)
    os.fchmod(descriptor, mode)


def _remove(temporary: Path, error: BaseException) -> None:
    try:
        temporary.unlink()
    except FileNotFoundError:
        pass
    except OSError:
        error.leftover = str(temporary)  # type: ignore[attr-defined]


def _remove_leftovers(target: Path) -> None:
    """Take away what killed saves left; what cannot be taken away now is for the next save."""
    for leftover in leftovers(target):
        with contextlib.suppress(OSError):
            leftover.unlink()


def _sync_folder(folder: int) -> None:
    try:
        os.fsync(folder)
    except OSError as error:
        if error.errno not in _NOT_OFFERED:
            raise NotSyncedError(error.errno, error.strerror) from error
