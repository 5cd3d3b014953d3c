"""What can be decided about any table: its columns first, then how it is read as a whole."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from model.plain import frozen
from tui.formats.values import Reader
from tui.imports.outcome import Note
from tui.imports.source import Answers, Question, Source, Target
from tui.imports.tables.cells import Document, text_of
from tui.imports.tables.delimited import SEPARATORS
from tui.imports.tables.documents import read_document
from tui.imports.tables.encodings import ENCODINGS, encoding_name
from tui.imports.tables.figures import Figures, figures_of
from tui.imports.tables.headers import Column
from tui.imports.tables.table import DECIMAL, ENCODING, HEADER, SCALE, SEPARATOR, SHEET, Table

_SEPARATOR_WORDS = {";": "semicolon", ",": "comma", "\t": "tab", "|": "bar"}
_MARK_WORDS = {",": "decimal_comma", ".": "decimal_point"}
_HEADERS_OFFERED = 12


@frozen
class Proposal:
    """What a column is taken to be, empty for nothing, and why: a key of the words under `imports.why`."""

    target: str
    why: str = "name"


class TableSource(Source):
    """A table of some kind: a subclass says what its columns can be, and what they make of the plan."""

    def __init__(self, file: Path, reader: Reader, document: Document | None = None) -> None:
        self.file, self.reader, self.words = file, reader, reader.words
        self._given = document or read_document(file)  # what cannot be read is refused before anything is asked
        self._document = lru_cache(4)(self._read_as)
        self._tables = lru_cache(8)(self._table)
        self._proposals = lru_cache(8)(self._proposed)

    def _read_as(self, encoding: str, separator: str) -> Document:
        return read_document(self.file, encoding, separator) if encoding or separator else self._given

    # --- for subclasses ---------------------------------------------------------------------------------------------

    def column_targets(self, table: Table) -> tuple[Target, ...]:
        """What a column can be."""
        raise NotImplementedError

    def proposals(self, table: Table) -> Mapping[str, Proposal]:
        """What each column is taken to be, by its key; those that have no question are left out."""
        raise NotImplementedError

    def is_figure(self, target: str) -> bool:
        """Whether such a column holds numbers, to which the decimal mark matters."""
        raise NotImplementedError

    def further(self, table: Table, answers: Answers) -> tuple[Question, ...]:  # noqa: ARG002
        """Questions of this kind alone."""
        return ()

    def further_targets(self, key: str, table: Table, answers: Answers) -> tuple[Target, ...]:  # noqa: ARG002
        """What these can be answered with."""
        return ()

    # --- the table as decided -----------------------------------------------------------------------------------------

    def table(self, answers: Answers) -> Table:
        """The table under the answers given so far."""
        return self._tables(tuple(sorted((key, value) for key, value in answers.items() if key.startswith("@"))))

    def _table(self, answers: tuple[tuple[str, str], ...]) -> Table:
        given = dict(answers)
        document = self._document(given.get(ENCODING, ""), given.get(SEPARATOR, ""))
        return Table(document, given, self.reader.numbers)

    def _proposed(self, answers: tuple[tuple[str, str], ...]) -> Mapping[str, Proposal]:
        return self.proposals(self.table(dict(answers)))

    def proposed(self, answers: Answers) -> Mapping[str, Proposal]:
        """The proposals under the answers about the table as a whole."""
        return self._proposals(tuple(sorted((key, value) for key, value in answers.items() if key.startswith("@"))))

    def targeted(self, answers: Answers) -> dict[Column, str]:
        """The columns that are taken for something, with what."""
        table, proposed = self.table(answers), self.proposed(answers)
        chosen = {
            column: answers.get(column.key, proposed[column.key].target)
            for column in table.columns
            if column.key in proposed
        }
        return {column: target for column, target in chosen.items() if target}

    def figures(self, answers: Answers) -> dict[int, Figures]:
        """How the columns of numbers write them, by place."""
        table = self.table(answers)
        scales = {
            column.at: table.scale_of(column) if self.is_scaled(target) else 1
            for column, target in self.targeted(answers).items()
            if self.is_figure(target)
        }
        mark = answers.get(DECIMAL)
        rows = [row for _, row in table.rows]
        return figures_of(rows, scales, "," if mark == "," else "." if mark == "." else None, table.words_language)

    def is_scaled(self, target: str) -> bool:
        """Whether what the header says of thousands is about such a column."""
        return self.is_figure(target)

    @property
    def signature(self) -> str:  # type: ignore[override]
        """The names of the columns in order."""
        return "; ".join(column.key for column in self.table({}).columns)

    # --- questions ----------------------------------------------------------------------------------------------------

    def questions(self, answers: Answers) -> tuple[Question, ...]:
        """Its columns in order, what its kind asks, the table as a whole."""
        table, proposed = self.table(answers), self.proposed(answers)
        columns = []
        for column in table.columns:
            if column.key in proposed:
                target = answers.get(column.key, proposed[column.key].target)
                why = "" if column.key in answers else self.words(f"tables.why.{proposed[column.key].why}")
                topic = self.topic(target)
                sample = table.sample(column)
                if why and proposed[column.key].why == "values":
                    sample = f"({why}) {sample}"
                columns.append(Question(column.key, column.name, target, sample, why, topic))
        return (*columns, *self.further(table, answers), *self._whole(table, answers))

    def topic(self, target: str) -> str:  # noqa: ARG002
        """What the guidance speaks of beside a column taken for this."""
        return "budget"

    def _whole(self, table: Table, answers: Answers) -> tuple[Question, ...]:
        document, words = table.document, self.words
        asked: list[tuple[str, str]] = []
        if len(document.sheets) > 1:
            asked.append((SHEET, table.sheet.name))
        figures = self.figures(answers).values()
        if DECIMAL in answers or any(one.either or one.why != "shown" for one in figures):
            marks = [one.mark for one in figures if one.either] or [one.mark for one in figures] or [","]
            asked.append((DECIMAL, marks[0]))
        if SCALE in answers or table.scale > 1 or any(one.scale > 1 for one in figures):
            asked.append((SCALE, str(max([table.scale, *(one.scale for one in figures)]))))
        asked.append((HEADER, str(table.header.last + 1)))
        if document.separator:
            asked += [(SEPARATOR, document.separator), (ENCODING, _plain_encoding(document.encoding))]
        return tuple(Question(key, words(f"tables.about.{key[1:]}"), value) for key, value in asked)

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:
        """What a question's answer can be."""
        table = self.table(answers)
        if not key.startswith("@"):
            return (*self.column_targets(table), Target("", self.words("tables.left_out")))
        words = self.words
        match key:
            case "@sheet":
                return tuple(Target(sheet.name, sheet.name) for sheet in table.document.sheets)
            case "@decimal":
                return tuple(Target(mark, words(f"tables.{name}")) for mark, name in _MARK_WORDS.items())
            case "@scale":
                return tuple(Target(str(n), words(f"tables.scale.{n}")) for n in (1, 1000, 1_000_000))
            case "@separator":
                marks = dict.fromkeys((*SEPARATORS, table.document.separator))
                return tuple(Target(mark, self.separator_name(mark)) for mark in marks)
            case "@encoding":
                return tuple(Target(name, encoding_name(name)) for name in ENCODINGS)
            case "@header":
                return tuple(self._headers(table))
        return self.further_targets(key, table, answers)

    def _headers(self, table: Table) -> list[Target]:
        none = Target("0", self.words("tables.no_header"))
        last = max(_HEADERS_OFFERED, table.header.last + 2)
        rows = enumerate(table.sheet.rows[:last], 1)
        return [none, *(Target(str(n), str(n), " · ".join(filter(None, map(text_of, row)))[:40]) for n, row in rows)]

    def separator_name(self, mark: str) -> str:
        """How a separator is called."""
        name = _SEPARATOR_WORDS.get(mark)
        return self.words(f"tables.separator.{name}") if name else mark

    # --- facts --------------------------------------------------------------------------------------------------------

    def facts(self, answers: Answers) -> tuple[Note, ...]:
        """How the file was read: its encoding and separator, or its sheet; the row of its header; its numbers."""
        table = self.table(answers)
        document, row = table.document, str(table.header.last + 1)
        bare = "_bare" if table.header.last < 0 else ""
        if document.separator:
            details = {
                "encoding": encoding_name(document.encoding),
                "separator": self.separator_name(document.separator),
            }
            where = Note(f"tables.fact.text{bare}", {"file": self.file.name, "row": row, **details})
        else:
            where = Note(f"tables.fact.book{bare}", {"file": self.file.name, "row": row, "sheet": table.sheet.name})
        return (where, *self._numbers(table, answers))

    def _numbers(self, table: Table, answers: Answers) -> list[Note]:
        """How numbers are written, column by column where they differ, and what nothing in the file settles."""
        names = {column.at: column.name for column in table.columns}
        figures = self.figures(answers)
        notes = []
        for at, one in figures.items():
            if one.either and one.why != "shown":
                mark = self.words(f"tables.{_MARK_WORDS[one.mark]}")
                key = f"tables.fact.either_{one.why}"
                notes.append(
                    Note(key, {"column": names[at], "mark": mark}, one.either, is_trouble=one.why == "language")
                )
        if scaled := [names[at] for at, one in figures.items() if one.scale > 1]:
            scale = next(one.scale for one in figures.values() if one.scale > 1)
            notes.append(
                Note("tables.fact.scale", {"columns": ", ".join(scaled), "scale": self.words(f"tables.scale.{scale}")})
            )
        return notes


def _plain_encoding(encoding: str) -> str:
    """Of the ways to name an encoding, the one that can be chosen."""
    return {"utf-8-sig": "utf-8", "utf-16-le": "utf-16", "utf-16-be": "utf-16", "ascii": "utf-8"}.get(
        encoding, encoding
    )
