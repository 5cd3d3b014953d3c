"""The file itself: reading its bytes with care, and their digest."""

import errno
import hashlib
import os
import stat
from pathlib import Path

from model.store.problems import PlanUnusableError, Problem

LARGEST = 16 * 1024 * 1024

_REFUSALS = {
    errno.ENOENT: "file_missing",
    errno.ENOTDIR: "file_missing",
    errno.EISDIR: "file_folder",
    errno.EACCES: "file_permission",
    errno.EPERM: "file_permission",
    errno.ENXIO: "file_special",
    errno.ENODEV: "file_special",
}


def digest_of(data: bytes) -> str:
    """The name of these very bytes (SHA-256, hexadecimal)."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(path: Path | str) -> bytes:
    """The bytes of a regular file (symbolic links followed) of at most 16 MiB.

    Raises:
        PlanUnusableError: no such file, no permission, a folder, a device, a pipe, too large, or a failing disk.
    """
    try:
        # Opening a pipe would wait for its other end without O_NONBLOCK.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            _check_kind(status)
            # Room for the file as it is, and one byte to notice that it grew: not for the largest there could be.
            data = file.read(min(status.st_size, LARGEST) + 1)
            data += file.read(LARGEST + 1 - len(data)) if len(data) > status.st_size else b""
    except (OSError, ValueError) as error:
        raise PlanUnusableError([_unreadable(error)], str(path)) from None
    if len(data) > LARGEST:
        raise PlanUnusableError([Problem("file_too_large", high=LARGEST)], str(path))
    return data


def _check_kind(status: os.stat_result) -> None:
    # A folder has been refused by then: it cannot be opened as a file.
    if not stat.S_ISREG(status.st_mode):
        raise OSError(errno.ENXIO, "")


def _unreadable(error: OSError | ValueError) -> Problem:
    number = error.errno if isinstance(error, OSError) else errno.ENOENT
    code = _REFUSALS.get(number or 0, "file_unreadable")
    return Problem(code, value=errno.errorcode.get(number or 0, ""))
