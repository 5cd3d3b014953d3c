"""The formats: the endings by which they are known, the module that writes each, the library it needs."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from model.plain import frozen
from tui.exports.document import Document
from tui.exports.options import Options, Profile

Write = Callable[[Document, BinaryIO, Options], None]


class LibraryMissingError(Exception):
    """A format needs a library that is not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(library)
        self.library = library


@frozen
class Format:
    """A format: its name is its ending too.

    `packages` are what is imported for it, each with what it is called where it is installed from. What comes back, or
    is read by programs, shows everything unless a profile is asked for. `template` is the ending of templates of a
    house, where the format takes one.
    """

    name: str
    module: str
    packages: tuple[tuple[str, str], ...] = ()
    template: str = ""
    profile: Profile = "client"

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return f".{self.name}"


FORMATS: dict[str, Format] = {
    one.name: one
    for one in (
        Format("html", "html"),
        Format("md", "markdown"),
        Format("pdf", "pdf", (("typst", "typst"),)),
        # The charts of a report are those of slides.
        Format("docx", "docx", (("docx", "python-docx"), ("pptx", "python-pptx")), template=".dotx"),
        Format("pptx", "pptx", (("pptx", "python-pptx"),), template=".potx"),
        Format("csv", "lines_csv"),
        Format("ics", "calendar", (("icalendar", "icalendar"),)),
        Format("json", "data", profile="internal"),
        Format("xlsx", "xlsx", (("xlsxwriter", "XlsxWriter"),), profile="internal"),
    )
}
_SAME = {"htm": "html", "markdown": "md", "ical": "ics"}


def format_called(word: str) -> Format | None:
    """The format of a name or an ending, whatever its case."""
    bare = word.lower().removeprefix(".")
    return FORMATS.get(_SAME.get(bare, bare))


def format_of(file: Path) -> Format | None:
    """The format that a file's ending speaks of."""
    return format_called(file.suffix) if file.suffix else None


def writer_of(chosen: Format) -> Write:
    """The function that writes a format.

    Raises:
        LibraryMissingError: what it needs is not installed.
    """
    for package, library in chosen.packages:
        try:
            import_module(package)
        except ModuleNotFoundError as error:
            raise LibraryMissingError(library) from error
    write: Write = import_module(f"tui.exports.writers.{chosen.module}").write
    return write
