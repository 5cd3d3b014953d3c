"""The lines of a ledger, one after the other, mended where programs break them: each with its number in the file."""

import csv
from collections.abc import Iterator
from dataclasses import field
from pathlib import Path
from typing import TextIO

from model.plain import slotted
from tui.imports.ledger.columns import Header, HeaderRefusedError, header_of, is_header
from tui.imports.ledger.encodings import encoding_of
from tui.imports.ledger.figures import amount_of, side_of
from tui.imports.refusing import ImportRefusedError

LONGEST_LINE = 100_000
LARGEST = 2_000_000_000
_MOST_ABOVE = 20
_END_OF_FILE, _NEWLINE = "\x1a", "\n"


@slotted
class LedgerFile:
    """An opened ledger: how it is written, and what had to be mended in it."""

    file: Path
    encoding: str
    header: Header
    head_at: int = 1
    mended: dict[str, int] = field(default_factory=dict)
    """How many lines were mended, by what was: `broken`, `surplus`."""
    _fewest: int = 0
    """How many fields the shortest line has so far that is whole: where all leave out empty ones, the last may too."""

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each line that says something as its fields, at least as many as the header has and one empty one behind.

        Raises:
            ImportRefusedError: a line that does not have the fields of the header.
        """
        self._fewest = self.header.width
        with _open(self.file, self.encoding) as opened:
            lines = enumerate(opened, 1)
            for _ in range(self.head_at):
                next(lines)
            yield from self._split(lines)

    def _split(self, lines: Iterator[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
        separator, width, is_quoted = self.header.separator, self.header.width, self.header.is_quoted
        for number, line in lines:
            fields = line.rstrip(_NEWLINE).split(separator)
            if len(fields) != width or is_quoted or '"' in line:
                mended = self._mended(number, line, lines)
                if not mended:
                    continue
                fields = mended
            fields.append("")
            yield number, fields

    def _mended(self, number: int, line: str, lines: Iterator[tuple[int, str]]) -> list[str]:
        """The fields of a line that is not plain; empty for a line that says nothing."""
        if not line.strip(f" \r\n\t{_END_OF_FILE}{self.header.separator}"):
            return []
        if self.header.is_quoted:
            while line.count('"') % 2 and len(line) < LONGEST_LINE and (further := next(lines, None)):
                line += further[1]
        fields = self._fields(line)
        while len(fields) <= self._last_needed and line.endswith(_NEWLINE):
            whole = f"{line.rstrip(_NEWLINE)} {next(lines, (0, ''))[1]}"
            if len(joined := self._fields(whole)) > self.header.width or len(whole) > LONGEST_LINE:
                break
            line, fields = whole, joined
            self.mended["broken"] = self.mended.get("broken", 0) + 1
        return self._even(number, line, fields)

    def _fields(self, line: str) -> list[str]:
        """The fields of a line; quotes in it are signs like any other unless they stand around a field."""
        separator, line = self.header.separator, line.rstrip(_NEWLINE)
        fields = line.split(separator)
        if '"' not in line or len(line) > LONGEST_LINE:
            return fields
        read = next(csv.reader([line.replace(_NEWLINE, " ")], delimiter=separator), [])
        if self.header.is_quoted or (len(read) == self.header.width != len(fields)):
            return read
        return [_bare(field) for field in fields]

    @property
    def _last_needed(self) -> int:
        """Where the last column stands that has to be there: what stands behind it may be left out."""
        return max(at for at in self.header.read if at < self.header.width)

    def _even(self, number: int, line: str, fields: list[str]) -> list[str]:
        """As many fields as the header has.

        Raises:
            ImportRefusedError: there are fewer than are needed, or more, and nobody can say which.
        """
        width = self.header.width
        if len(fields) > width:
            fields = self._without_surplus(fields)
        is_cut = len(fields) < self._fewest and not line.endswith(_NEWLINE)
        if len(fields) <= self._last_needed or len(fields) > width or is_cut:
            key = "cut" if is_cut else "fields"
            raise ImportRefusedError(
                f"ledger.{key}", file=str(self.file), line=str(number), found=str(len(fields)), expected=str(width)
            )
        self._fewest = min(self._fewest, len(fields))
        return fields + [""] * (width - len(fields))

    def _without_surplus(self, fields: list[str]) -> list[str]:
        """Separators at the end say nothing; one in the text of the entry, which programs forget there, is text."""
        width, text_at = self.header.width, self.header.places.get("EcritureLib")
        if not any(map(str.strip, fields[width:])) and self._is_sound(fields):
            return fields[:width]
        if text_at is None:
            return fields
        behind = text_at + len(fields) - width + 1
        joined = [*fields[:text_at], " ".join(fields[text_at:behind]), *fields[behind:]]
        if not self._is_sound(joined):
            return fields
        self.mended["surplus"] = self.mended.get("surplus", 0) + 1
        return joined

    def _is_sound(self, fields: list[str]) -> bool:
        """Whether amounts stand where they should."""
        try:
            for name in self.header.money:
                text = fields[self.header.places[name]]
                (side_of if name == "Sens" else amount_of)(text)
        except ValueError:
            return False
        return True


def _bare(text: str) -> str:
    stripped = text.strip()
    is_quoted = len(stripped) > 1 and stripped[0] == stripped[-1] == '"'
    return stripped[1:-1].replace('""', '"') if is_quoted else text


def _open(file: Path, encoding: str) -> TextIO:
    """The file as text: any line end is one, a bar of Unicode is not."""
    return file.open(encoding=encoding, errors="replace", newline=None)


def open_ledger(file: Path) -> LedgerFile:
    """How a ledger is written, from its bytes and its first line.

    Raises:
        ImportRefusedError: it is none, or its header lacks a column.
    """
    try:
        if file.stat().st_size > LARGEST:
            raise ImportRefusedError("ledger.too_large", file=str(file))
        encoding = encoding_of(file)
        number, line = _first(file, encoding)
    except FileNotFoundError as error:
        raise ImportRefusedError("imports.missing", file=str(file)) from error
    except (OSError, ValueError) as error:
        raise ImportRefusedError("ledger.unreadable", file=str(file)) from error
    return LedgerFile(file, encoding, header_at(file, number, line), number)


def header_at(file: Path, number: int, line: str) -> Header:
    """The header that a line is.

    Raises:
        ImportRefusedError: it lacks a column.
    """
    try:
        return header_of(line)
    except HeaderRefusedError as error:
        raise ImportRefusedError(
            "ledger.header", file=str(file), line=str(number), column=str(error.position), value=error.found[:60],
            expected=error.name,
        ) from error  # fmt: skip


def _first(file: Path, encoding: str) -> tuple[int, str]:
    """The first line that names columns, else the first with something in it, which then lacks them."""
    with _open(file, encoding) as opened:
        lines = [(number, opened.readline(LONGEST_LINE)) for number in range(1, _MOST_ABOVE)]
    filled = [(number, line) for number, line in lines if line.strip()]
    if not filled:
        raise ImportRefusedError("ledger.empty", file=str(file))
    return next(((number, line) for number, line in filled if is_header(line)), filled[0])
