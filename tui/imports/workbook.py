"""A workbook that comes back: what was edited in it, and only that, as arrivals for the plan."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from model.catalogue import FieldSpec
from model.edits import add
from model.incoming import Arrival, received
from model.paths import locate, read
from model.plan import Plan
from tui.exports.workbook.cells import canonical, content
from tui.exports.workbook.columns import ENTRY, HOLDER, NOTE, VALUE
from tui.exports.workbook.formulas import driver_names
from tui.formats.values import Reader
from tui.imports.outcome import Kept, Returned
from tui.imports.reading import CellReader, CellRefusedError
from tui.imports.refusing import ImportRefusedError
from tui.imports.scenario_cells import with_scenarios
from tui.imports.sheets import BookRead, CellRead, RowRead, read_book
from tui.imports.source import Answers, Source
from tui.words import Words

_TABLES = {"budget": "budget", "objectives": "objectives", "actions": "actions", "indicators": "indicators",
           "drivers": "drivers", "milestones": "actions"}  # fmt: skip


class WorkbookSource(Source):
    """A workbook of a plan; there is nothing to decide about it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def read(self, plan: Plan, answers: Answers) -> Returned:  # noqa: ARG002 - nothing to decide
        """What its edits make of the plan."""
        return returned(plan, self.file)


def source(plan: Plan, file: Path, reader: Reader) -> Source:  # noqa: ARG001 - it has its own language
    """The workbook as a file to import."""
    return WorkbookSource(file)


def returned(plan: Plan, file: Path) -> Returned:
    """What a workbook's edits make of the plan it came from.

    Raises:
        ImportRefusedError: no workbook of a plan, or a cell that cannot be read.
        ArrivalRefusedError: a value that the plan cannot hold.
    """
    book = read_book(file)
    if book.facts.get("scenario"):
        raise ImportRefusedError("imports.of_scenario", file=str(file), scenario=book.facts["scenario"])
    return _Comparer(plan, book, file).result()


class _Comparer:
    """Compares each cell with what it was when the workbook was made."""

    def __init__(self, plan: Plan, book: BookRead, file: Path) -> None:
        self.words = Words("fr" if book.facts.get("language") == "fr" else "en")
        self.book, self.file = book, file
        self.names = driver_names(json.loads(book.facts.get("drivers") or "[]"))
        self.given = self.plan = plan
        self.kept: list[Kept] = []
        self.arrivals: list[Arrival] = []

    def result(self) -> Returned:
        """All sheets in turn; new records after what they may name."""
        order = [name for name in ("drivers", "objectives", "actions", "milestones", "indicators", "budget", "readings")
                 if name in self.book.rows]  # fmt: skip
        try:
            for name in order:
                self._sheet(name)
        except CellRefusedError as error:
            raise self._refusal(error.cell, error.expected) from error
        made = received(self.plan, tuple(self.arrivals)) if self.arrivals else self.plan
        try:
            made, kept = with_scenarios(made, self.book)
        except CellRefusedError as error:
            raise self._refusal(error.cell, error.expected) from error
        return Returned(made, [*self.kept, *kept])

    def _refusal(self, cell: CellRead, expected: str) -> ImportRefusedError:
        key = f"imports.expected.{expected}"
        sheet, _, place = cell.place.rpartition("!")
        said = self.words(key) if self.words.has(key) else expected
        return ImportRefusedError(
            "imports.cell", file=str(self.file), sheet=sheet, cell=place, value=str(cell.value)[:60], expected=said
        )

    def _sheet(self, name: str) -> None:
        former, seen = self.book.former.get(name, {}), set()
        for row in self.book.rows[name]:
            if row.id in former and row.id not in seen:
                seen.add(row.id)
                self._row(name, row, former[row.id])
            elif row.id and row.id not in former:
                place = next(iter(row.cells.values())).place if row.cells else f"!{row.number}"
                raise CellRefusedError(CellRead(place, row.id), "known_id")
            elif row.cells:
                self._new(name, row)
        for id_, cells in former.items():
            if id_ not in seen:
                self._gone(name, id_, cells)

    # --- records that were there ----------------------------------------------------------------------------------

    def _row(self, name: str, row: RowRead, former: Mapping[str, str]) -> None:
        for key in self.book.letters[name]:
            cell = row.cells.get(key)
            if key in ("id", HOLDER, "@name") or self._canonical(name, cell, row) == former.get(key, ""):
                continue
            self._edit(name, row, key, cell, former.get(key, ""))

    def _edit(self, name: str, row: RowRead, key: str, cell: CellRead | None, was: str) -> None:
        path = self._path(name, row.id, key)
        origin = cell or CellRead(f"{self._title(name, row)}!{self.book.letters[name][key]}{row.number}", "")
        if path is None:
            raise CellRefusedError(origin, "new_row")
        place = locate(path)
        spec = place.field.value if place.entry is not None and place.field and place.field.value else place.field
        if spec is None:
            return
        value = self._reader().value(cell, spec, self._label(name, key), self._last_year(name, row))
        now = self._now(path, spec, self._label(name, key))
        if now != was:
            if now != self._form(spec, value, self._label(name, key)):
                self.kept.append(Kept(path, origin.place, str(origin.value)))
            return
        self.arrivals.append(Arrival(path, value, origin.place))

    def _path(self, name: str, id_: str, key: str) -> str | None:
        if name != "readings":
            return f"{_TABLES[name]}.{id_}.{key}"
        holder, _, day = id_.split(".")
        tables = {VALUE: "readings", NOTE: "reading_notes"}
        return f"indicators.{holder}.{tables[key]}.{day}" if key in tables else None

    def _gone(self, name: str, id_: str, cells: Mapping[str, str]) -> None:
        """A row that was taken away: its record goes, unless it has changed in the plan since."""
        path = f"indicators.{id_}" if name == "readings" else f"{_TABLES[name]}.{id_}"
        if read(self.given, path) is None:
            return
        for key, was in cells.items():
            if key in (HOLDER, ENTRY, "@name"):
                continue
            field_path = self._path(name, id_, key)
            place = locate(field_path) if field_path else None
            spec = place and (place.field.value if place.entry is not None and place.field else place.field)
            if field_path and spec and self._now(field_path, spec, self._label(name, key)) != was:
                self.kept.append(
                    Kept(path, self.words(f"workbook.{'budget' if name == 'budget' else 'sheet.' + name}"), "")
                )
                return
        self.arrivals.append(Arrival(path, None, name))
        if name == "readings" and NOTE in cells:
            self.arrivals.append(Arrival(path.replace(".readings.", ".reading_notes."), None, name))

    # --- records that are new -------------------------------------------------------------------------------------

    def _new(self, name: str, row: RowRead) -> None:
        if name == "readings":
            self._new_reading(row)
            return
        table, id_ = _TABLES[name], None
        if name == "milestones":
            table = f"actions.{self._holder(row, 'actions')}.milestones"
        if name == "drivers":
            id_ = str(self._needed(row, "@name").value).strip()
        self.plan, new = add(self.plan, table, None, id_)
        base = f"{table.removeprefix('actions.')}.{new}" if name == "milestones" else new
        for key, cell in row.cells.items():
            if key in (HOLDER, "@name"):
                continue
            path = f"{_TABLES[name]}.{base}.{key}"
            place = locate(path)
            spec = place.field.value if place.entry is not None and place.field and place.field.value else place.field
            if spec is not None:
                value = self._reader().value(cell, spec, self._label(name, key), self._last_year(name, row))
                self.arrivals.append(Arrival(path, value, cell.place))
        if name == "budget":
            sheet = next(iter(row.cells.values())).place.rpartition("!")[0]
            origin = f"{self.file.name}, {sheet}, {row.number}"
            self.arrivals.append(Arrival(f"budget.{new}.provenance", origin, origin))

    def _new_reading(self, row: RowRead) -> None:
        holder = self._holder(row, "indicators")
        specs = locate(f"indicators.{holder}.due"), locate(f"indicators.{holder}.readings.2000-01-01")
        day = self._reader().value(self._needed(row, ENTRY), specs[0].field or _none(), "")
        value_spec = specs[1].field.value if specs[1].field else None
        value = self._reader().value(self._needed(row, VALUE), value_spec or _none(), "")
        place = row.cells[VALUE].place
        self.arrivals.append(Arrival(f"indicators.{holder}.readings.{day}", value, place))
        if NOTE in row.cells:
            note = str(row.cells[NOTE].value)
            self.arrivals.append(Arrival(f"indicators.{holder}.reading_notes.{day}", note, row.cells[NOTE].place))

    def _holder(self, row: RowRead, section: str) -> str:
        cell = self._needed(row, HOLDER)
        return self._reader().reference(cell, (section,), str(cell.value).strip())

    def _needed(self, row: RowRead, key: str) -> CellRead:
        if key in row.cells:
            return row.cells[key]
        first = next(iter(row.cells.values()))
        raise CellRefusedError(first, "whole_row")

    # --- comparing ------------------------------------------------------------------------------------------------

    def _reader(self) -> CellReader:
        return CellReader(self.plan, self.words, self.names)

    def _label(self, name: str, key: str) -> str:
        return f"{_TABLES.get(name, name)}.{key}"

    def _title(self, name: str, row: RowRead) -> str:
        cell = next(iter(row.cells.values()), None)
        return cell.place.rpartition("!")[0] if cell else name

    def _last_year(self, name: str, row: RowRead) -> str:
        return f"{self.book.letters[name].get('last_year', '')}{row.number}"

    def _canonical(self, name: str, cell: CellRead | None, row: RowRead) -> str:
        if cell is None:
            return ""
        if not cell.formula:
            return canonical(cell.value)
        from tui.exports.workbook.formulas import to_plan

        formula = to_plan(cell.formula, self.names, self._last_year(name, row))
        return canonical(formula if formula else cell.value if cell.value is not None else cell.formula)

    def _now(self, path: str, spec: FieldSpec, label: str) -> str:
        """What the cell would say if the workbook were made now."""
        return self._form(spec, read(self.given, path), label)

    def _form(self, spec: FieldSpec, value: Any, label: str) -> str:
        return canonical(content(self.given, spec, value, label, self.words))


def _none() -> FieldSpec:
    return FieldSpec("", "", "words")
