"""A document of the client's, opened to be written into: `.docx`, `.pptx`, or the `.dotx`, `.potx` of its house."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

_LARGEST = 50_000_000
"""Bytes, of the file and of what is packed in it: a template with pictures stays far below."""
_TEMPLATE, _REPORT, _DECK = b".template.main+xml", b".document.main+xml", b".presentation.main+xml"
_TYPES = "[Content_Types].xml"


class TemplateRefusedError(Exception):
    """A template that cannot be used; `reason` is `missing`, `too_large` or `unreadable`."""

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(str(file), reason)
        self.file, self.reason = file, reason


def opened(file: Path | None, opening: Callable[[Any], Any]) -> Any:
    """What the library makes of the template; without one, of its own.

    Raises:
        TemplateRefusedError: it is not there, too large, or no such document.
    """
    if file is None:
        return opening(None)
    try:
        if file.stat().st_size > _LARGEST:
            raise TemplateRefusedError(file, "too_large")
        return opening(_document(file))
    except TemplateRefusedError:
        raise
    except FileNotFoundError as error:
        raise TemplateRefusedError(file, "missing") from error
    except Exception as error:  # what is no document of its kind fails in many ways, none of which says more
        raise TemplateRefusedError(file, "unreadable") from error


def _document(file: Path) -> BytesIO:
    """The file, what it says of itself changed from a template to a document."""
    made = BytesIO()
    with ZipFile(file) as given, ZipFile(made, "w") as copy:
        if sum(entry.file_size for entry in given.infolist()) > _LARGEST * 4:
            raise TemplateRefusedError(file, "too_large")
        if _TYPES not in given.namelist():
            raise BadZipFile(str(file))
        for entry in given.infolist():
            data = given.read(entry)
            if entry.filename == _TYPES:
                data = data.replace(
                    b".template.main+xml", b".document.main+xml" if b"wordprocessingml" in data else _DECK
                )
            copy.writestr(entry.filename, data)
    made.seek(0)
    return made
