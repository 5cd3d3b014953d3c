"""A workbook is an archive that somebody else made: how much it unfolds to, and what its XML may hold."""

import zipfile
from pathlib import Path

from tui.imports.refusing import ImportRefusedError

_MOST_BYTES = 50_000_000
_MOST_UNFOLDED = 600_000_000
_LOOKED_AT = 4096


def check_size(file: Path) -> None:
    """Refuse a file that is too large to be read.

    Raises:
        ImportRefusedError: it is, or there is none.
    """
    try:
        size = file.stat().st_size
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    if size > _MOST_BYTES:
        raise ImportRefusedError("imports.too_large", file=str(file))


def check_archive(file: Path) -> None:
    """Refuse what unfolds to more than a plan can need, and XML that defines its own entities.

    Raises:
        ImportRefusedError: it does, or it is no archive.
    """
    check_size(file)
    try:
        with zipfile.ZipFile(file) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNFOLDED:
                raise ImportRefusedError("imports.too_large", file=str(file))
            for part in archive.infolist():
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if b"<!DOCTYPE" in opened.read(_LOOKED_AT).replace(b"\x00", b""):
                            raise ImportRefusedError("imports.no_workbook", file=str(file))
    except ImportRefusedError:
        raise
    except Exception as error:  # an archive that is damaged fails in many ways, none of which says more
        raise ImportRefusedError("imports.no_workbook", file=str(file)) from error
