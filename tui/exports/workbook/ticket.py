"""The hidden sheet: which plan and version the workbook was made from, and each cell as it was, to tell edits by."""

import json
from collections.abc import Mapping
from dataclasses import field
from importlib.metadata import PackageNotFoundError, version

from model.plain import slotted
from model.plan import FORMAT, Plan
from tui.exports.workbook.book import Book
from tui.exports.workbook.cells import Content, canonical
from tui.exports.workbook.columns import MARK, TICKET

VERSION = 1


@slotted
class Ticket:
    """Collects what was written: for each record, by sheet and id, its cells in one form."""

    rows: list[tuple[str, str, dict[str, str]]] = field(default_factory=list)

    def note(self, sheet: str, id_: str, cells: Mapping[str, Content]) -> None:
        """Remember the cells of a record."""
        self.rows.append((sheet, id_, {key: text for key, value in cells.items() if (text := canonical(value))}))

    def write(self, book: Book, plan: Plan, scenario: str | None) -> None:
        """The hidden sheet."""
        sheet = book.sheet(TICKET)
        sheet.very_hidden()
        facts = {"version": str(VERSION), "plan": plan.plan.title or "", "format": str(FORMAT), "program": program()}
        facts |= {
            "scenario": scenario or "",
            "language": book.words.language,
            "drivers": json.dumps(list(plan.drivers)),
        }
        sheet.write_string(0, 0, MARK)
        for row, (key, value) in enumerate(facts.items(), 1):
            sheet.write_string(row, 0, key)
            sheet.write_string(row, 1, value)
        for row, (name, id_, cells) in enumerate(self.rows, len(facts) + 2):
            sheet.write_string(row, 0, name)
            sheet.write_string(row, 1, id_)
            sheet.write_string(row, 2, json.dumps(cells))


def program() -> str:
    """Which Planmark wrote it."""
    try:
        return f"planmark {version('planmark')}"
    except PackageNotFoundError:
        return "planmark"
