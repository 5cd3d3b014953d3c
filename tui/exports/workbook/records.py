"""The sheets of records: objectives, actions and their milestones, indicators and their readings, drivers."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from model.breakdowns import breakdown
from model.catalogue import fields
from model.exact import known_of
from model.paths import step
from model.plan import Plan
from tui.exports.workbook.book import LINE, PALE, Book, quoted
from tui.exports.workbook.cells import Content, clean, content
from tui.exports.workbook.columns import (
    ACTIONS,
    DRIVERS,
    ENTRY,
    HOLDER,
    ID,
    INDICATORS,
    MARK,
    MILESTONES,
    NOTE,
    OBJECTIVES,
    VALUE,
    WIDTHS,
    columns,
)
from tui.exports.workbook.formulas import driver_names, to_workbook, value_of
from tui.exports.workbook.ticket import Ticket
from tui.formats.naming import named
from tui.words import Words

_FIRST = 4
_CODES = {"percent": "percent", "number": "number", "score": "whole", "date": "day", "amount": "money"}
_FIGURES = ("percent", "number", "score", "amount", "date")
Head = tuple[str, str, str, float]
"""The key of a column, its title, the kind of its values, its width."""


def write_records(book: Book, plan: Plan, ticket: Ticket) -> None:
    """All of these sheets."""
    words = book.words
    for section, names in (("objectives", OBJECTIVES), ("actions", ACTIONS), ("indicators", INDICATORS)):
        kept = columns(plan, section, names, words)
        heads = [(one.key, one.title, one.spec.kind, one.width) for one in kept]
        table: dict[str, Any] = step(plan, section)
        rows = [
            (id_, [content(plan, one.spec, step(record, one.key), f"{section}.{one.key}", words) for one in kept])
            for id_, record in table.items()
        ]
        extra = _costs(plan, words) if section == "actions" else None
        _write(book, ticket, section, heads, rows, extra)
        if section == "actions":
            _milestones(book, plan, ticket)
        if section == "indicators":
            _readings(book, plan, ticket)
    _drivers(book, plan, ticket)


def _costs(plan: Plan, words: Words) -> tuple[str, dict[str, float]]:
    """What each action costs, on the side that the plan speaks of."""
    costs = {id_: float(money.priced(plan.plan.prices)) for id_, money in breakdown(plan, "action").items()}
    return words(f"workbook.{plan.plan.prices or 'excl_tax'}"), costs


def _write(
    book: Book,
    ticket: Ticket,
    mark: str,
    heads: Sequence[Head],
    rows: Iterable[tuple[str, Sequence[Content]]],
    extra: tuple[str, dict[str, float]] | None = None,
) -> None:
    sheet = book.sheet(book.words(f"workbook.sheet.{mark}"))
    book.heading(sheet, 1, book.words(f"workbook.sheet.{mark}"), book.words("workbook.may_be_edited"))
    titles = [one[1] for one in heads] + ([extra[0]] if extra else [])
    are_figures = [head[2] in _FIGURES for head in heads]
    book.header(sheet, _FIRST - 1, [ID, *titles], figures=[False, *are_figures, True])
    sheet.write_string(0, 0, f"{MARK}:{mark}")
    for col, head in enumerate(heads, 1):
        sheet.write_string(0, col, head[0])
    sheet.set_row(0, None, None, {"hidden": True})
    looks = {"border": 1, "border_color": LINE, "text_wrap": True}
    formats = [
        book.format(_CODES.get(head[2], "text" if head[2] in ("words", "prose") else ""), **looks) for head in heads
    ]
    row = _FIRST
    for id_, cells in rows:
        ticket.note(mark, id_, {head[0]: cell for head, cell in zip(heads, cells, strict=True)})
        sheet.write_string(row, 0, id_)
        for col, (cell, looks_of) in enumerate(zip(cells, formats, strict=True), 1):
            book.write(sheet, row, col, cell, looks_of)
        if extra:
            book.write(
                sheet,
                row,
                len(heads) + 1,
                extra[1].get(id_, 0.0),
                book.format("money", bg_color=PALE, border=1, border_color=LINE),
            )
        book.fit(sheet, row, [(cell, head[3]) for head, cell in zip(heads, cells, strict=True)])
        row += 1
    sheet.set_column(0, 0, None, None, {"hidden": True})
    for col, head in enumerate(heads, 1):
        sheet.set_column(col, col, head[3])
    sheet.set_column(len(heads) + 1, len(heads) + 1, 14)
    sheet.freeze_panes(_FIRST, 2)
    if row > _FIRST:
        sheet.autofilter(_FIRST - 1, 1, row - 1, len(heads))
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_FIRST - 1)


def _milestones(book: Book, plan: Plan, ticket: Ticket) -> None:
    words = book.words
    spec = fields(type(next(iter(plan.actions.values()))))["milestones"] if plan.actions else None
    if spec is None or spec.record is None:
        return
    specs = fields(spec.record)
    heads = [(HOLDER, words("fields.budget.action"), "words", WIDTHS["ref"])]
    heads += [
        (name, words(f"fields.actions.milestones.{name}"), specs[name].kind, WIDTHS[specs[name].kind])
        for name in MILESTONES
    ]
    rows = []
    for id_, action in plan.actions.items():
        for inner, milestone in action.milestones.items():
            cells = [content(plan, specs[name], step(milestone, name), "", words) for name in MILESTONES]
            rows.append((f"{id_}.milestones.{inner}", [clean(named(plan, id_, ("actions",))), *cells]))
    _write(book, ticket, "milestones", heads, rows)


def _readings(book: Book, plan: Plan, ticket: Ticket) -> None:
    words = book.words
    heads: list[Head] = [(HOLDER, words("workbook.indicator"), "words", 40.0)]
    heads += [
        (ENTRY, words("fields.indicators.readings.key"), "date", 12.0),
        (VALUE, words("fields.indicators.readings.value"), "number", 14.0),
        (NOTE, words("fields.indicators.readings.note"), "prose", 48.0),
    ]
    rows = []
    for id_, indicator in plan.indicators.items():
        for day, value in indicator.readings.items():
            note = indicator.reading_notes.get(day)
            cells: list[Content] = [clean(named(plan, id_, ("indicators",))), date.fromisoformat(day), float(value)]
            rows.append((f"{id_}.readings.{day}", [*cells, clean(note) if note else None]))
    _write(book, ticket, "readings", heads, rows)


def _drivers(book: Book, plan: Plan, ticket: Ticket) -> None:
    """The assumptions, each with a name that the budget's formulas use."""
    if not plan.drivers:
        return
    words, kept = book.words, columns(plan, "drivers", DRIVERS, book.words)
    heads: list[Head] = [("@name", words("workbook.driver"), "words", 22.0)]
    heads += [(one.key, one.title, one.spec.kind, one.width) for one in kept]
    rows = [
        (id_, [id_, *(content(plan, one.spec, step(driver, one.key), "", words) for one in kept)])
        for id_, driver in plan.drivers.items()
    ]
    _write(book, ticket, "drivers", heads, rows)
    names, known, sheet_name = driver_names(plan.drivers), known_of(plan.drivers), words("workbook.sheet.drivers")
    sheet = book.file.get_worksheet_by_name(sheet_name)
    col = 1 + [head[0] for head in heads].index("value")
    for row, (id_, driver) in enumerate(plan.drivers.items(), _FIRST):
        book.file.define_name(names[id_], f"={quoted(sheet_name)}!${'ABCDEFG'[col]}${row + 1}")
        if isinstance(driver.value, str) and (value := value_of(driver.value, known, None)) is not None:
            text = to_workbook(driver.value, known, names, "")
            book.formula(sheet, row, col, text, value, book.format("number", border=1, border_color=LINE))
