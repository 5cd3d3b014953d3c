"""The plan as a workbook: formulas that compute in any spreadsheet, and a copy of which comes back."""

from tempfile import TemporaryDirectory
from typing import BinaryIO

from tui.exports.document import Document
from tui.exports.options import Options
from tui.exports.workbook.book import Book
from tui.exports.workbook.cells import clean
from tui.exports.workbook.lines import Layout, write_lines
from tui.exports.workbook.months import write_months
from tui.exports.workbook.records import write_records
from tui.exports.workbook.scenarios import write_scenarios
from tui.exports.workbook.summary import write_summary
from tui.exports.workbook.ticket import Ticket
from tui.words import Words


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """Write the workbook of the plan, or of the plan as a scenario sees it."""
    with TemporaryDirectory(prefix="planmark-") as folder:  # rows wait there, not in memory
        _write(document, out, options, folder)


def _write(document: Document, out: BinaryIO, options: Options, folder: str) -> None:
    plan = document.plan if options.scenario else document.whole
    words = Words(options.language)
    book, ticket, layout = Book(out, plan, words, folder, document.step), Ticket(), Layout.of(plan, words)
    subtitle = clean(
        " · ".join(filter(None, (document.cover.client, document.cover.period, *_remarks(document, words))))
    )
    summary = book.sheet(words("workbook.summary"))
    write_lines(book, layout, ticket, subtitle)
    write_months(book, layout, subtitle)
    if not options.scenario:
        write_scenarios(book, layout, ticket, subtitle)
    write_summary(book, layout, summary, subtitle)
    write_records(book, plan, ticket)
    ticket.write(book, plan, options.scenario)
    summary.activate()
    book.file.close()


def _remarks(document: Document, words: Words) -> tuple[str, ...]:
    """Which side of the tax; where amounts are shown in short, that the cells keep them whole."""
    is_short = document.step is not None and document.step >= 1000
    return (*document.remarks[:1], words("workbook.in_short")) if is_short else document.remarks[:1]
