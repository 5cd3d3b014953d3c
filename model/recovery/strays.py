"""What killed programs left beside plans: temporary files of saves, and locks of processes that are gone."""

import contextlib
import re
from pathlib import Path
from typing import Literal

from model.plain import frozen
from model.store.atomic import locked_folder
from model.store.lock import is_abandoned

_TEMPORARY = re.compile(r"\.(.+\.toml)(?:\.bak\d{0,2})?\.[0-9a-f]{8}", re.DOTALL)
_LOCK = re.compile(r"\.#(.+)", re.DOTALL)


@frozen
class Stray:
    """A file that nobody needs any more."""

    path: Path
    kind: Literal["temporary", "lock"]

    def remove(self) -> None:
        """Remove it, no saver being at work in its folder. Raises `OSError` when that cannot be."""
        with locked_folder(self.path.parent), contextlib.suppress(FileNotFoundError):
            self.path.unlink()


def strays_of(file: Path) -> list[Stray]:
    """What was left beside one plan."""
    return [stray for stray in strays_in(file.parent) if _named(stray.path.name, stray.kind) == file.name]


def strays_in(folder: Path) -> list[Stray]:
    """What was left in a folder; nothing when it cannot be looked into."""
    try:
        paths = sorted(folder.iterdir())
    except OSError:
        return []
    return [stray for path in paths if (stray := _stray(path)) is not None]


def _stray(path: Path) -> Stray | None:
    if _TEMPORARY.fullmatch(path.name):
        return Stray(path, "temporary") if path.is_file() and not path.is_symlink() else None
    return Stray(path, "lock") if _LOCK.fullmatch(path.name) and is_abandoned(path) else None


def _named(name: str, kind: str) -> str:
    match = (_TEMPORARY if kind == "temporary" else _LOCK).fullmatch(name)
    return match[1] if match else ""
