"""A table of readings as a source: what its columns are, which indicators are meant, what it makes of the plan."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from model.incoming import received
from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.numbers import format_number
from tui.formats.values import Reader
from tui.imports.outcome import Returned
from tui.imports.readings.columns import (
    DATE,
    INDICATOR,
    NAMES,
    NOTE,
    VALUE,
    ReadingsTable,
    column_day,
    indicator_of,
    is_day,
    proposals,
)
from tui.imports.readings.rows import ReadingRow, Rows
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.imports.tables.cells import is_blank, text_of
from tui.imports.tables.source import Proposal, TableSource
from tui.imports.tables.table import Table
from tui.text import visible

NAMED = "indicator: "
"""How the key of a question begins that asks which indicator a name means: remembered, as those of columns are."""
_MOST_NAMES, _MOST_ROWS = 200, 8


def source(plan: Plan, file: Path, reader: Reader) -> Source:
    """A table of readings as a file to import."""
    return ReadingsSource(plan, file, reader)


class ReadingsSource(TableSource):
    """A table of readings of a plan's indicators."""

    def __init__(self, plan: Plan, file: Path, reader: Reader) -> None:
        self.plan = plan
        super().__init__(file, reader)

    def _table(self, answers: tuple[tuple[str, str], ...]) -> Table:
        table = super()._table(answers)
        return ReadingsTable(table.document, table.answers, table.language, self.plan)

    # --- what columns can be ----------------------------------------------------------------------------------------

    def column_targets(self, table: Table) -> tuple[Target, ...]:
        """Date, indicator, value, note; each indicator of the plan; the days that the header names."""
        words = self.words
        parts = [Target(name, words(f"readings.target.{name}")) for name in NAMES]
        days = dict.fromkeys(day for column in table.columns if (day := column_day(column, self.plan)))
        return (*parts, *self._indicators(), *(Target(day.isoformat(), self._shown(day)) for day in days))

    def _indicators(self) -> list[Target]:
        return [Target(id_, visible(f"{id_} {one.name or ''}"), visible(one.unit or ""))
                for id_, one in self.plan.indicators.items()]  # fmt: skip

    def _shown(self, day: date) -> str:
        return format_date(day, self.words.language)

    def proposals(self, table: Table) -> Mapping[str, Proposal]:
        """By its header, else by what stands in it."""
        return proposals(table, self.plan)

    def is_figure(self, target: str) -> bool:
        """Whether such a column holds readings."""
        return target == VALUE or is_day(target) or target in self.plan.indicators

    def is_scaled(self, target: str) -> bool:  # noqa: ARG002
        """Readings count in their indicator's own unit."""
        return False

    def topic(self, target: str) -> str:
        """The guidance on readings."""
        return "indicators.x.reading_notes" if target == NOTE else "indicators.x.readings"

    # --- which indicator a name means -------------------------------------------------------------------------------

    def further(self, table: Table, answers: Answers) -> tuple[Question, ...]:
        """The names in the table's own column of indicators that are none of the plan's."""
        column = next((one for one, target in self.targeted(answers).items() if target == INDICATOR), None)
        if column is None:
            return ()
        names = dict.fromkeys(text_of(value) for value in table.values(column) if not is_blank(value))
        unknown = [name for name in names if not indicator_of(self.plan, name)][:_MOST_NAMES]
        why = self.words("readings.which")
        return tuple(Question(NAMED + name, name, answers.get(NAMED + name, ""), why, why, "indicators")
                     for name in unknown)  # fmt: skip

    def targets(self, key: str, answers: Answers) -> tuple[Target, ...]:
        """For a name, any indicator or none."""
        if key.startswith(NAMED):
            return (*self._indicators(), Target("", self.words("tables.left_out")))
        return super().targets(key, answers)

    # --- what it says -----------------------------------------------------------------------------------------------

    def _rows(self, answers: Answers) -> Rows:
        named = {key.removeprefix(NAMED): value for key, value in answers.items() if key.startswith(NAMED)}
        table = self.table(answers)
        return Rows(self.plan, table, self.targeted(answers), self.figures(answers), named, self.words)

    def preview(self, answers: Answers) -> Preview:
        """The first readings as understood."""
        if self._missing(answers):
            return Preview()
        rows = self._rows(answers).found[:_MOST_ROWS]
        head = tuple(self.words(f"readings.target.{name}") for name in (INDICATOR, DATE, VALUE, NOTE))
        return Preview(head, tuple(self._row(row) for row in rows), self.words("readings.first"))

    def _row(self, row: ReadingRow) -> tuple[str, ...]:
        name = visible(f"{row.indicator} {self.plan.indicators[row.indicator].name or ''}")
        return name, self._shown(row.day), format_number(row.value, self.reader.numbers), visible(row.note)

    def _missing(self, answers: Answers) -> str:
        """What the columns do not say yet: a day, an indicator, a value."""
        targets = set(self.targeted(answers).values())
        has_days, has_indicators = any(map(is_day, targets)), bool(targets & self.plan.indicators.keys())
        if not (DATE in targets or (INDICATOR in targets and has_days)):
            return "date"
        return "" if has_indicators or (INDICATOR in targets and (VALUE in targets or has_days)) else "value"

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """Readings that are new or other than the plan's, and their notes.

        Raises:
            ImportRefusedError: no column has the days, or none the values.
        """
        if plan is not self.plan:
            return ReadingsSource(plan, self.file, self.reader).read(plan, answers)
        if missing := self._missing(answers):
            raise ImportRefusedError(f"readings.no_{missing}", file=str(self.file))
        rows = self._rows(answers)
        taken = received(plan, rows.arrivals()) if rows.found else plan
        return Returned(taken, rows.kept, rows.notes())
