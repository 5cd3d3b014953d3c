"""What is made from a plan, saved whole or not at all, and over nothing unless that is asked for."""

import os
from pathlib import Path

from model.store.atomic import followed, locked_folder, write_whole
from model.store.problems import FileChangedError, SaveFailedError
from model.store.saving import failure


def keep(data: bytes, path: Path | str, *, overwrite: bool = False) -> None:
    """Write the bytes into a file.

    Raises:
        FileChangedError: there is a file of that name already, and it was not to be overwritten.
        SaveFailedError: nothing was saved, and why; it is never saved over a folder, a device or a read-only file.
    """
    try:
        target = followed(Path(path))
        with locked_folder(target.parent) as folder:
            _check(target, path, overwrite=overwrite)
            write_whole(target, data, folder, before_rename=lambda: _check(target, path, overwrite=overwrite))
    except OSError as error:
        raise failure(error, path, data) from error


def _check(target: Path, path: Path | str, *, overwrite: bool) -> None:
    if not os.path.lexists(target):
        return
    if target.is_dir():
        raise SaveFailedError("file_folder", str(path))
    if not target.is_file():
        raise SaveFailedError("file_special", str(path))
    if not overwrite:
        raise FileChangedError(str(path), None, "")
    if not os.access(target, os.W_OK):
        raise SaveFailedError("file_read_only", str(path))
