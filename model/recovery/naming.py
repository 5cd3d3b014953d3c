"""What the journals of a plan are called: found by their names, before anything is loaded that could read them."""

import os
from hashlib import sha256
from pathlib import Path

SUFFIX = ".journal"


def stem_of(file: Path) -> str:
    """How the names of a plan's journals begin: the same for every way to name the file."""
    return sha256(os.fsencode(whole_path(file))).hexdigest()[:16]


def whole_path(file: Path) -> Path:
    """The plan's file from the root, links followed."""
    try:
        return file.resolve()
    except (OSError, RuntimeError):
        return file.absolute()


def is_any_left(folder: Path, file: Path) -> bool:
    """Whether some sitting with this plan has left a journal."""
    start = stem_of(file)
    try:
        return any(path.name.startswith(start) for path in folder.iterdir())
    except OSError:
        return False
