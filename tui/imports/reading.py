"""A cell as a value of the plan: numbers, days and texts as somebody typed them, in the language of the workbook."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec
from model.names import find, name_of
from model.paths import read
from model.plain import frozen
from model.plan import Plan
from tui.exports.workbook.formulas import to_plan
from tui.formats.numbers import EntryError
from tui.formats.values import NUMERIC, Reader
from tui.imports.sheets import CellRead
from tui.text import folded
from tui.words import Words


class CellRefusedError(Exception):
    """A cell that is no value of its field; `expected` names what would be."""

    def __init__(self, cell: CellRead, expected: str) -> None:
        super().__init__(expected)
        self.cell, self.expected = cell, expected


@frozen
class CellReader:
    """Reads cells for one plan."""

    plan: Plan
    words: Words
    names: dict[str, str]

    def value(self, cell: CellRead | None, spec: FieldSpec, label: str, last_year: str = "") -> Any:
        """The value for a field; `label` is the catalogue key of its choices.

        Raises:
            CellRefusedError: it is none.
        """
        if cell is None or (cell.value in (None, "") and not cell.formula):
            return None
        if cell.formula:
            return self._formula(cell, spec, last_year)
        if spec.kind in NUMERIC:
            return self._number(cell, spec)
        if spec.kind in ("date", "month"):
            return self._day(cell, spec)
        text = str(cell.value).strip()
        if spec.kind == "choice":
            return self._choice(cell, spec, label, text)
        if spec.kind in ("ref", "refs"):
            return self._refs(cell, spec, text)
        return self._typed(cell, spec, text)

    def _formula(self, cell: CellRead, spec: FieldSpec, last_year: str) -> Any:
        if spec.takes_formula and (formula := to_plan(cell.formula, self.names, last_year)):
            return formula
        if cell.value in (None, ""):
            raise CellRefusedError(CellRead(cell.place, cell.formula), "computed")
        return self.value(CellRead(cell.place, cell.value), spec, "")

    def _number(self, cell: CellRead, spec: FieldSpec) -> Any:
        if isinstance(cell.value, (bool, date)):
            raise CellRefusedError(cell, "number")
        if not isinstance(cell.value, int | float):
            return self._typed(cell, spec, str(cell.value))
        number = Decimal(format(float(cell.value), ".15g"))
        if spec.kind == "percent":
            number *= 100
        if spec.kind == "score":
            if number != int(number):
                raise CellRefusedError(cell, "whole_number")
            return int(number)
        return number

    def _day(self, cell: CellRead, spec: FieldSpec) -> Any:
        value = cell.value
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return f"{value:%Y-%m}" if spec.kind == "month" else value
        return self._typed(cell, spec, str(value))

    def _typed(self, cell: CellRead, spec: FieldSpec, text: str) -> Any:
        if spec.kind == "flag":
            flags = {folded(self.words(f"choices.flag.{word}")): word == "yes" for word in ("yes", "no")}
            if folded(text) not in flags:
                raise CellRefusedError(cell, "flag")
            return flags[folded(text)]
        try:
            return Reader.of(self.words, self.words.language, self.plan).parsed(spec, text)
        except EntryError as error:
            raise CellRefusedError(cell, "number" if spec.kind in NUMERIC else spec.kind) from error

    def _choice(self, cell: CellRead, spec: FieldSpec, label: str, text: str) -> str:
        known = {folded(self.words(f"choices.{label}.{choice}")): choice for choice in spec.choices}
        known |= {choice: choice for choice in spec.choices}
        if folded(text) not in known:
            raise CellRefusedError(cell, ", ".join(self.words(f"choices.{label}.{choice}") for choice in spec.choices))
        return known[folded(text)]

    def _refs(self, cell: CellRead, spec: FieldSpec, text: str) -> Any:
        parts = [part.strip() for part in text.split("\n") if part.strip()]
        if spec.kind == "ref":
            return self.reference(cell, spec.refers, " ".join(parts))
        if len(parts) == 1 and self._is_list(spec, parts[0]):
            parts = [part.strip() for part in parts[0].split(",")]
        return tuple(self.reference(cell, spec.refers, part) for part in parts)

    def _is_list(self, spec: FieldSpec, text: str) -> bool:
        """Whether ids stand on one line, `O1, O2`: a name may hold a comma too."""
        return all(find(self.plan, part.strip(), spec.refers) for part in text.split(","))

    def reference(self, cell: CellRead, among: tuple[str, ...], text: str) -> str:
        """The id that a text names: by itself, before a name, or by the name alone."""
        first = (text.split() or [""])[0].rstrip(":,")
        if find(self.plan, first, among):
            return first
        named = [
            id_
            for section in among
            for id_, record in read(self.plan, section).items()
            if folded(name_of(record)) == folded(text)
        ]
        if len(named) == 1:
            return str(named[0])
        raise CellRefusedError(cell, "reference")
