"""Saving a plan whole or not at all: never over what somebody else wrote, never leaving half a file."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from model.plan import Plan
from model.store.atomic import Folder, NotSyncedError, followed, locked_folder, write_whole
from model.store.files import digest_of, read_bytes
from model.store.problems import FileChangedError, PlanUnusableError, SaveFailedError
from model.store.reading import loads
from model.store.writing import document, dumps

_CODES = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.EROFS: "permission",
    errno.ENAMETOOLONG: "name_too_long",
    errno.EAGAIN: "file_busy",
}


def save(plan: Plan, path: Path | str, expected: str | None, *, keep_original: bool = False) -> str:
    """Write the plan; the new digest of the file.

    `expected` is the digest of the file as it was read; None means that there must be none yet. `keep_original` keeps
    the file as it was beside the new one, as `NAME.toml.bak`.

    Raises:
        FileChangedError: the file is no longer the one that was read; nothing was written.
        SaveFailedError: nothing was saved, and why.
    """
    data = _checked_bytes(plan, path)
    try:
        # A link is followed, never replaced.
        target = followed(Path(path))
        with locked_folder(target.parent) as folder:
            old = _unchanged(target, expected, data)
            if keep_original and old not in (None, data):
                _keep(target, old, folder)
            write_whole(target, data, folder, before_rename=lambda: _unchanged(target, expected, data))
    except OSError as error:
        raise failure(error, path, data) from error
    return digest_of(data)


def _checked_bytes(plan: Plan, path: Path | str) -> bytes:
    """The file's bytes, read back and found the same before the disk is touched."""
    try:
        data = dumps(plan)
        again = loads(data)
    except UnicodeEncodeError as error:
        raise SaveFailedError("text_forbidden", str(path)) from error
    except PlanUnusableError as error:
        problem = error.problems[0]
        raise SaveFailedError("plan_refused", str(path), f"{problem.code} {problem.path}".strip()) from error
    if document(again) != document(plan):
        raise SaveFailedError("plan_altered", str(path))
    return data


def _unchanged(target: Path, expected: str | None, data: bytes) -> bytes | None:
    """What the file holds now, if it is what was read (or already what is to be written); None if there is none."""
    try:
        old = read_bytes(target)
    except PlanUnusableError as error:
        if error.problems[0].code != "file_missing":
            raise SaveFailedError(error.problems[0].code, str(target), error.problems[0].value) from None
        old = None
    # Renaming over a file needs no right on it; a file that its owner made read-only stays as it is all the same.
    if old is not None and not os.access(target, os.W_OK):
        raise SaveFailedError("file_read_only", str(target))
    found = None if old is None else digest_of(old)
    if found != expected and not (expected and found == digest_of(data)):
        raise FileChangedError(str(target), expected, found)
    return old


def _keep(target: Path, old: bytes, folder: Folder) -> None:
    """Keep the file as it was, under the first name free: an earlier original stays too."""
    for number in range(1, 100):
        backup = target.with_name(f"{target.name}.bak{number if number > 1 else ''}")
        if not backup.exists():
            _copy(backup, old, folder, target)
            return
        with suppress(PlanUnusableError):  # what cannot be read is no copy of this file
            if read_bytes(backup) == old:
                return
    raise OSError(errno.EEXIST, "")


def _copy(backup: Path, old: bytes, folder: Folder, target: Path) -> None:
    try:
        write_whole(backup, old, folder, like=target)
    except NotSyncedError as error:
        # It is the copy that was replaced; the plan's own file is still untouched.
        raise OSError(error.errno, error.strerror) from error


def failure(error: OSError, path: Path | str, data: bytes) -> SaveFailedError:
    """Why nothing was saved, as an error with a code; or what was, where the disk did not confirm it."""
    number = error.errno or 0
    failure = SaveFailedError(_CODES.get(number, "disk_error"), str(path), errno.errorcode.get(number, ""))
    failure.leftover = str(getattr(error, "leftover", ""))
    if getattr(error, "is_replaced", False):
        failure.digest = digest_of(data)
    return failure
