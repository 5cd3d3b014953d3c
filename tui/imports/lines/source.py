"""Budget lines from anybody's CSV or sheet: what is understood, what can be decided, what it makes of the plan."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from model.plan import Plan
from tui.formats.dates import format_date
from tui.formats.values import Reader, plan_year
from tui.imports.lines.meanings import Meanings
from tui.imports.lines.months import first_year, month_columns, months
from tui.imports.lines.previewing import preview_of
from tui.imports.lines.proposing import Proposer
from tui.imports.lines.receiving import Receiver
from tui.imports.lines.rows import RowReader
from tui.imports.lines.targets import SIDES, is_figure, is_scaled, targets, topic_of
from tui.imports.lines.understanding import Understood, understood
from tui.imports.outcome import Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Answers, Preview, Question, Source, Target
from tui.imports.tables.cells import Document
from tui.imports.tables.figures import Figures, figures_of
from tui.imports.tables.headers import Column
from tui.imports.tables.numbers import Mark
from tui.imports.tables.periods import year_in
from tui.imports.tables.source import Proposal, TableSource
from tui.imports.tables.table import DECIMAL, MONTHS, Table
from tui.imports.tables.vocabulary import plain

ROW = "@row "
_MOST_ASKED = 20


def source(plan: Plan, file: Path, reader: Reader, read: object = None) -> Source:
    """A table of budget lines as a file to import."""
    return LinesSource(plan, file, reader, read if isinstance(read, Document) else None)


class LinesSource(TableSource):
    """A table of budget lines."""

    def __init__(self, plan: Plan, file: Path, reader: Reader, document: Document | None = None) -> None:
        super().__init__(file, reader, document)
        self.plan, self.meanings = plan, Meanings(plan)
        self._understood = lru_cache(2)(lambda given: self._understanding(dict(given)))

    # --- what columns can be ----------------------------------------------------------------------------------------

    def column_targets(self, table: Table) -> tuple[Target, ...]:
        """The fields of a line, and the years that the table speaks of."""
        years = {year for column in table.columns if (year := year_in(column.name))}
        return targets(self.words, tuple(sorted(years - {plan_year(self.plan)[0].year}, reverse=True)))

    def proposals(self, table: Table) -> Mapping[str, Proposal]:
        """What each column but the months is taken for."""
        return Proposer(table, self.plan, self.meanings).proposals()

    def is_figure(self, target: str) -> bool:
        """Whether such a column holds numbers."""
        return is_figure(target)

    def is_scaled(self, target: str) -> bool:
        """Whether thousands in its header are about it."""
        return is_scaled(target)

    def topic(self, target: str) -> str:
        """The field's own guidance."""
        return topic_of(target)

    def figures(self, answers: Answers) -> dict[int, Figures]:
        """How columns of numbers write them, the months among them."""
        table = self.table(answers)
        scales = {
            c.at: table.scale_of(c) if is_scaled(t) else 1 for c, t in self.targeted(answers).items() if is_figure(t)
        }
        scales |= {column.at: table.scale_of(column) for column in months(table, self.plan, answers)}
        given = answers.get(DECIMAL)
        mark: Mark | None = "," if given == "," else "." if given == "." else None
        return figures_of([row for _, row in table.rows], scales, mark, table.words_language)

    # --- questions of its own ---------------------------------------------------------------------------------------

    def further(self, table: Table, answers: Answers) -> tuple[Question, ...]:
        """Which year the months are of; the rows that are totals by arithmetic alone, or whose totals do not agree."""
        questions: list[Question] = []
        columns = list(month_columns(table))
        if columns:
            label = f"{columns[0].name} … {columns[-1].name}"
            year = answers.get(MONTHS, str(first_year(table, self.plan)))
            questions.append(Question(MONTHS, label, year, table.sample(columns[0]), "", "budget.x.months"))
        found = self.understood(answers)
        for one in found.asked[:_MOST_ASKED] if found else []:
            key = f"{ROW}{one.row.number}"
            label = self.words("tables.row", row=one.row.number, what=one.text)
            below = one in found.below if found else False
            usual = "" if below else "total" if one.kind == "total" else "line"
            questions.append(Question(key, label, answers.get(key, usual), self.words("tables.row_why")))
        return tuple(questions)

    def further_targets(self, key: str, table: Table, answers: Answers) -> tuple[Target, ...]:  # noqa: ARG002
        """Years for months; for a row, a line or a total."""
        words = self.words
        if key == MONTHS:
            year = first_year(table, self.plan)
            years = [Target(str(n), words("tables.months_of", year=n)) for n in (year, year + 1, year - 1)]
            return (*years, Target("", words("tables.left_out")))
        if key.startswith(ROW):
            kinds = [Target(kind, words(f"tables.row_is.{kind}")) for kind in ("line", "total")]
            return (*kinds, Target("", words("tables.left_out")))
        return ()

    # --- what it says -----------------------------------------------------------------------------------------------

    def understood(self, answers: Answers) -> Understood | None:
        """What the rows say under these answers; None while no column names the lines or says what they cost."""
        return self._understood(tuple(sorted(answers.items())))

    def _understanding(self, answers: Answers) -> Understood | None:
        columns, when = self.targeted(answers), months(self.table(answers), self.plan, answers)
        if not _suffices(columns, when):
            return None
        table = self.table(answers)
        rows = list(RowReader(table, columns, when, self.figures(answers), self.meanings).rows())
        decided = {int(key.removeprefix(ROW)): value for key, value in answers.items() if key.startswith(ROW)}
        return understood(
            rows,
            [column.name for column in table.columns],
            decided,
            self.plan,
            has_category="category" in columns.values(),
            unit_side=_unit_side(columns),
        )

    def preview(self, answers: Answers) -> Preview:
        """The first lines as they would come in."""
        found = self.understood(answers)
        return preview_of(found, self.targeted(answers), self.reader, self.plan) if found else Preview()

    def read(self, plan: Plan, answers: Answers) -> Returned:
        """New lines, lines that change, what is not taken, totals that do not agree.

        Raises:
            ImportRefusedError: no column names the lines, or none says what they cost.
        """
        if plan is not self.plan:
            return LinesSource(plan, self.file, self.reader, self._given).read(plan, answers)
        found = self.understood(answers)
        if found is None:
            missing = "label" if "label" not in self.targeted(answers).values() else "amount"
            raise ImportRefusedError(f"tables.no_{missing}", file=str(self.file))
        receiver = Receiver(plan, found, self.targeted(answers), self.words, self.reader, self._provenance(answers))
        receiver.sheet = self.table(answers).sheet.name
        return receiver.returned()

    def _provenance(self, answers: Answers) -> str:
        """Where a line comes from, with a place for its row."""
        sheet, words = self.table(answers).sheet.name, self.words
        today = format_date(date.today(), words.language)
        key = "tables.provenance_sheet" if sheet else "tables.provenance"
        escaped = {"file": self.file.name, "sheet": sheet, "day": today}
        return words(key, row="{row}", **{k: v.replace("{", "{{").replace("}", "}}") for k, v in escaped.items()})


def _suffices(columns: Mapping[Column, str], when: Mapping[Column, str]) -> bool:
    targeted = set(columns.values())
    costs = {*SIDES, "unit_cost", "last_year", "committed", "spent", "landing"}
    return "label" in targeted and bool(when or targeted & costs or any(one.startswith("history.") for one in targeted))


def _unit_side(columns: Mapping[Column, str]) -> str:
    """The side of the tax that the column of unit costs names."""
    name = next((plain(column.name) for column, target in columns.items() if target == "unit_cost"), "")
    parts = name.split()
    return "incl_tax" if "ttc" in parts or "incl" in parts else "excl_tax" if {"ht", "excl", "net"} & set(parts) else ""
