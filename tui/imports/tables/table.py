"""A sheet as a table, under the answers given so far: its header, its columns, the rows below."""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property

from model.plain import frozen
from tui.formats.numbers import format_number
from tui.imports.source import Answers
from tui.imports.tables.cells import Cells, Document, Sheet, Value, is_blank, is_text, text_of
from tui.imports.tables.headers import Column, Header, header_of
from tui.imports.tables.scales import scale_in, scale_of_titles
from tui.text import folded
from tui.words import Language

SHEET, HEADER, DECIMAL, SCALE, MONTHS, ENCODING, SEPARATOR = (
    "@sheet", "@header", "@decimal", "@scale", "@months", "@encoding", "@separator",
)  # fmt: skip
"""Keys of the questions about a table as a whole; those of its columns are their names."""
_FRENCH = re.compile(
    r"\b(libelle|designation|montant|fournisseur|poste|rubrique|quantite|intitule|ht|ttc|tva|prix|cout|devis)"
)
_ENGLISH = re.compile(r"\b(label|description|amount|supplier|vendor|item|quantity|cost|price|vat|tax|quote|spend)")


@frozen
class Table:
    """What is read: a sheet of a document from its header on. Rows are numbered from 1, as a spreadsheet shows them."""

    document: Document
    answers: Answers
    language: Language
    """Of whoever reads, which settles what the words of the table do not."""

    @cached_property
    def sheet(self) -> Sheet:
        """The sheet asked for, else the one whose header names most."""
        sheets = self.document.sheets
        named = next((sheet for sheet in sheets if sheet.name == self.answers.get(SHEET)), None)
        return named or max(
            sheets, key=lambda sheet: len(header_of(sheet).columns) if header_of(sheet).last >= 0 else 0
        )

    @cached_property
    def header(self) -> Header:
        """The header asked for, by the number of its lowest row (0: none), else the likeliest."""
        given = self.answers.get(HEADER, "")
        return header_of(self.sheet, int(given) - 1 if given.isdigit() else None)

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return self.header.columns

    @cached_property
    def rows(self) -> list[tuple[int, Cells]]:
        """The rows below the header that hold something, with their numbers; cells merged downwards filled."""
        filled = self._filled()
        return [
            (at + 1, row)
            for at, row in enumerate(filled)
            if at > self.header.last and any(not is_blank(v) for v in row)
        ]

    def _filled(self) -> list[Cells]:
        rows = self.sheet.rows
        downwards = [merge for merge in self.sheet.merged if merge[2] > merge[0] and merge[0] > self.header.last]
        if not downwards:
            return rows
        rows = [list(row) for row in rows]
        for top, left, bottom, _ in downwards:
            value = rows[top][left] if top < len(rows) and left < len(rows[top]) else None
            # An amount that is merged over several rows is one amount; words hold for each of them.
            if is_text(value):
                for row in rows[top + 1 : bottom + 1]:
                    row.extend([None] * (left + 1 - len(row)))
                    row[left] = value
        return rows

    def values(self, column: Column) -> list[Value]:
        """What stands in a column below the header."""
        return [row[column.at] if column.at < len(row) else None for _, row in self.rows]

    def sample(self, column: Column) -> str:
        """The first things that stand in a column."""
        found = dict.fromkeys(self._shown(value) for value in self.values(column)[:60] if not is_blank(value))
        return " · ".join(list(found)[:3])

    def _shown(self, value: Value) -> str:
        return format_number(value, self.language) if isinstance(value, Decimal) else text_of(value)

    @cached_property
    def words_language(self) -> Language:
        """The language of the header's words; that of whoever reads where they say nothing."""
        text = " ".join(folded(column.name) for column in self.columns)
        french, english = len(_FRENCH.findall(text)), len(_ENGLISH.findall(text))
        return self.language if french == english else "fr" if french > english else "en"

    @cached_property
    def scale(self) -> int:
        """What amounts are counted in where their own column does not say: as given, else as the titles say."""
        if (given := self.answers.get(SCALE, "")).isdigit():
            return int(given)
        return scale_of_titles(
            text_of(v) for row in self.sheet.rows[: max(self.header.first, 0)] for v in row if is_text(v)
        )

    def scale_of(self, column: Column) -> int:
        """What a column's amounts are counted in."""
        if self.answers.get(SCALE, "").isdigit():
            return self.scale
        own = scale_in(column.name)
        return own if own > 1 else self.scale


def by_key(table: Table) -> Mapping[str, Column]:
    """The columns by the keys that mappings know them by."""
    return {column.key: column for column in table.columns}
