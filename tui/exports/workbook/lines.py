"""The budget's sheet: lines with what they rest on, and formulas from there to what they amount to."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from typing import Any

from model.amounts import minor_figures
from model.breakdowns import breakdown
from model.budget import Line
from model.exact import known_of
from model.formulas import FormulaError, Known
from model.paths import step
from model.phasing import month_name
from model.plain import slotted
from model.plan import Plan
from tui.exports.workbook.book import LINE, PALE, Book, letter, quoted
from tui.exports.workbook.cells import Content, clean, content
from tui.exports.workbook.columns import (
    ALWAYS,
    BUDGET,
    BUDGET_AFTER,
    ID,
    MARK,
    Column,
    column,
    columns,
)
from tui.exports.workbook.formulas import driver_names, to_workbook, value_of
from tui.exports.workbook.sheet import Rows
from tui.exports.workbook.ticket import Ticket
from tui.words import Words

FIRST = 5
"""The row of the first line, counted from 0: below the keys, the title, the totals and the heads."""
SPARE = 20
"""Rows below the lines that compute as the others do, for what the client adds."""
_MOST_MONTHS = 60
_MONEY = ("amount", "last_year", "committed", "spent", "landing", "low", "high")
_WRAPPED = ("label", "note", "action", "supplier")
FIGURES = ("figure", "excl_tax", "tax", "incl_tax")


def months_of(plan: Plan) -> list[str]:
    """The months that the budget falls in, and those of the plan's year; none where they would fill a wall."""
    found = {month for line in plan.budget.values() for month in line.months}
    found |= {month for month in breakdown(plan, "month") if month}
    start, end = plan.plan.start, plan.plan.end
    if start and end:
        last = min(end.year * 12 + end.month, start.year * 12 + start.month + _MOST_MONTHS) - 1
        found |= {month_name(number) for number in range(start.year * 12 + start.month - 1, last + 1)}
    return sorted(found) if len(found) <= _MOST_MONTHS else []


@slotted
class Layout:
    """Where everything stands on the budget's sheet; columns are letters, rows are counted from 1."""

    plan: Plan
    words: Words
    name: str
    months: list[str]
    fields: list[Column]
    at: dict[str, str] = field(default_factory=dict)
    rows: dict[str, int] = field(default_factory=dict)

    @staticmethod
    def of(plan: Plan, words: Words) -> "Layout":
        """The layout of a plan's budget."""
        before = columns(plan, "budget", BUDGET, words, ALWAYS)
        after = columns(plan, "budget", BUDGET_AFTER, words, ALWAYS)
        after.sort(key=lambda one: one.key == "note")
        months = months_of(plan)
        layout = Layout(plan, words, words("workbook.budget"), months, [*before, *after])
        keys = [ID, *(one.key for one in before), *FIGURES, *(one.key for one in after if one.key != "note")]
        keys += [f"months.{month}" for month in months] + ["note"]
        layout.at = {key: letter(col) for col, key in enumerate(keys)}
        layout.rows = {id_: FIRST + 1 + row for row, id_ in enumerate(plan.budget)}
        return layout

    @property
    def last(self) -> int:
        """The last row that computes."""
        return FIRST + len(self.rows) + SPARE

    def range(self, key: str, *, sheet: bool = True) -> str:
        """All the cells of a column."""
        cells = f"${self.at[key]}${FIRST + 1}:${self.at[key]}${self.last}"
        return f"{quoted(self.name)}!{cells}" if sheet else cells

    def cell(self, key: str, row: int) -> str:
        """A cell, from another sheet."""
        return f"{quoted(self.name)}!${self.at[key]}{row}"

    def months_range(self, row: int, last: int | None = None, *, sheet: bool = True) -> str:
        """The cells of a line's months, the first ones when `last` is given."""
        months = self.months if last is None else self.months[:last]
        cells = f"${self.at[f'months.{months[0]}']}{row}:${self.at[f'months.{months[-1]}']}{row}"
        return f"{quoted(self.name)}!{cells}" if sheet else cells


def figure_formulas(layout: Layout, row: int, digits: int) -> dict[str, str]:
    """From what stands on a row to its own figure, then without tax, the tax, with tax."""
    at = {key: f"${column}{row}" for key, column in layout.at.items()}
    months = f"SUM({layout.months_range(row, sheet=False)})" if layout.months else "0"
    cost = f"N({at['unit_cost']})*IF(ISBLANK({at['quantity']}),1,N({at['quantity']}))"
    own = f"IF(NOT(ISBLANK({at['amount']})),N({at['amount']}),IF(NOT(ISBLANK({at['unit_cost']})),{cost},{months}))"
    if "exchange_rate" in at:
        rate = f"ISNUMBER({at['exchange_rate']})"
        if "currency" in at:
            rate = f'AND({rate},{at["currency"]}<>"{layout.plan.plan.currency or ""}")'
        own = f"{own}*IF({rate},{at['exchange_rate']},1)"
    if "included_in" in at:
        own = f"IF(ISBLANK({at['included_in']}),{own},0)"
    tax = f"IF(ISBLANK({at['tax_rate']}),tax_rate,{at['tax_rate']})"
    plain, without = f"{at['figure']}", f"IF({tax}=-1,{at['figure']},ROUND({at['figure']}/(1+{tax}),{digits}))"
    with_tax = f"ROUND({at['figure']}*(1+{tax}),{digits})"
    is_incl = _is_incl(layout, at)
    return {
        "figure": f"=ROUND({own},{digits})",
        "excl_tax": f"=IF({is_incl},{without},{plain})" if is_incl not in ("TRUE", "FALSE") else
        f"={without if is_incl == 'TRUE' else plain}",
        "tax": f"=ROUND({at['incl_tax']}-{at['excl_tax']},{digits})",
        "incl_tax": f"=IF({is_incl},{plain},{with_tax})" if is_incl not in ("TRUE", "FALSE") else
        f"={plain if is_incl == 'TRUE' else with_tax}",
    }  # fmt: skip


def _is_incl(layout: Layout, at: Mapping[str, str]) -> str:
    own = "TRUE" if layout.plan.plan.prices == "incl_tax" else "FALSE"
    if "prices" not in at:
        return own
    word = layout.words("choices.budget.prices.incl_tax").replace('"', '""')
    return f'IF(ISBLANK({at["prices"]}),{own},{at["prices"]}="{word}")'


def write_lines(book: Book, layout: Layout, ticket: Ticket, subtitle: str) -> None:
    """The sheet."""
    plan, words, at = layout.plan, layout.words, layout.at
    sheet = book.sheet(layout.name, Rows)
    specs = {one.key: one for one in layout.fields}
    figures = minor_figures(plan)
    known, names = known_of(plan.drivers), driver_names(plan.drivers)
    titles, widths = _heads(layout, specs)
    keys = list(at)
    _keys(sheet, keys, "budget")
    book.heading(sheet, 1, words("workbook.title", title=clean(plan.plan.title or "")), subtitle)
    _totals(book, sheet, layout, figures)
    book.header(sheet, FIRST - 1, titles, figures=[_is_figure(key, specs) for key in keys])
    formats = [_format(book, key, specs) for key in keys]
    wrapped = [key for key in _WRAPPED if key in specs]
    for id_, line in plan.budget.items():
        row = layout.rows[id_] - 1
        cells = dict(_contents(layout, line, specs, known, names, row + 1))
        ticket.note("budget", id_, {key: one[0] for key, one in cells.items()})
        book.write(sheet, row, 0, id_, formats[0])
        book.fit(sheet, row, [(cells[key][0], specs[key].width) for key in wrapped if key in cells])
        for col, key in enumerate(keys[1:], 1):
            if key not in FIGURES:
                shown, formula, value = cells.get(key, (None, "", None))
                if formula:
                    book.formula(sheet, row, col, formula, value, formats[col])
                else:
                    book.write(sheet, row, col, shown, formats[col])
        is_incl = (line.prices or plan.plan.prices) == "incl_tax"
        _write_figures(book, sheet, layout, row, figures[id_], formats, keys, is_incl=is_incl)
    for row in range(FIRST + len(plan.budget), layout.last):
        for col, key in enumerate(keys):
            if key not in FIGURES:
                sheet.put_blank(row, col, formats[col])
        _write_figures(book, sheet, layout, row, (0, 0), formats, keys, is_incl=False)
    _finish(sheet, layout, keys, widths)


def _keys(sheet: Any, keys: list[str], mark: str) -> None:
    """The hidden first row: by these keys the sheet is read back, wherever its columns have gone."""
    sheet.write_string(0, 0, f"{MARK}:{mark}")
    for col, key in enumerate(keys[1:], 1):
        sheet.write_string(0, col, "" if key in FIGURES else key)
    sheet.set_row(0, None, None, {"hidden": True})


def _heads(layout: Layout, specs: Mapping[str, Column]) -> tuple[list[str], list[float]]:
    words = layout.words
    titles, widths = [], []
    for key in layout.at:
        if key in specs:
            title, width = specs[key].title, specs[key].width
        elif key in FIGURES:
            title, width = words(f"workbook.{key}"), 14.0
        elif key.startswith("months."):
            title, width = month_title(key.removeprefix("months."), words), 11.0
        else:
            title, width = key, 6.0
        titles.append(title)
        widths.append(width)
    return titles, widths


def month_title(month: str, words: Words) -> str:
    """A month at the head of a column: `mars 2027`."""
    from tui.formats.dates import format_month

    return format_month(month, words.language)


def _is_figure(key: str, specs: Mapping[str, Column]) -> bool:
    if key in FIGURES or key.startswith("months."):
        return True
    return key in specs and specs[key].spec.kind in ("amount", "number", "percent", "score", "date")


def _format(book: Book, key: str, specs: Mapping[str, Column]) -> Any:
    looks: dict[str, Any] = {"border": 1, "border_color": LINE}
    if key in FIGURES:
        return book.format("money", bg_color=PALE, bold=key in ("excl_tax", "incl_tax"), **looks)
    if key == "unit_cost":
        return book.format("price", **looks)
    if key.startswith("months.") or key in _MONEY:
        return book.format("money", **looks)
    kind = specs[key].spec.kind if key in specs else "text"
    if key in _WRAPPED:
        looks["text_wrap"] = True
    codes = {"percent": "percent", "number": "number", "score": "whole", "date": "day", "month": "month"}
    return book.format(codes.get(kind, "text" if kind in ("words", "prose") else ""), **looks)


def _contents(
    layout: Layout, line: Line, specs: Mapping[str, Column], known: Known, names: Mapping[str, str], row: int
) -> Iterator[tuple[str, tuple[Content, str, float | None]]]:
    """For each field that says something: what is noted of it, the formula to be written, what that gives."""
    last_year = f"${layout.at['last_year']}{row}"
    for key, spec in specs.items():
        value = step(line, key)
        yield key, cell_of(layout, spec, value, known, names, last_year, line)
    months = column("budget", "months", layout.words)
    for month, value in line.months.items():
        if f"months.{month}" in layout.at and months.spec.value is not None:
            month_column = Column(f"months.{month}", "", months.spec.value)
            yield f"months.{month}", cell_of(layout, month_column, value, known, names, last_year, line)


def cell_of(
    layout: Layout, one: Column, value: Any, known: Known, names: Mapping[str, str], last_year: str, line: Line | None
) -> tuple[Content, str, float | None]:
    """A field's cell: what is noted, a formula if it is one, what it gives."""
    if isinstance(value, str) and one.spec.takes_formula:
        given = value_of(value, known, line.last_year if line else None)
        try:
            formula = to_workbook(value, known, names, last_year)
        except FormulaError:
            formula = ""
        # A formula without a value counts nothing in the plan: as a text it counts nothing here either.
        shown = content(layout.plan, one.spec, value, "", layout.words)
        return (shown, formula, given) if formula and given is not None else (shown, "", None)
    return content(layout.plan, one.spec, value, f"budget.{one.key}", layout.words), "", None


def _write_figures(
    book: Book,
    sheet: Any,
    layout: Layout,
    row: int,
    figures: tuple[int, int],
    formats: list[Any],
    keys: list[str],
    *,
    is_incl: bool,
) -> None:
    excl, incl = (Decimal(part).scaleb(-book.digits) for part in figures)
    values = {"excl_tax": excl, "incl_tax": incl, "tax": incl - excl, "figure": excl}
    if is_incl:
        values["figure"] = incl
    for key, formula in figure_formulas(layout, row + 1, book.digits).items():
        col = keys.index(key)
        book.formula(sheet, row, col, formula, values[key], formats[col])


def _totals(book: Book, sheet: Any, layout: Layout, figures: Mapping[str, tuple[int, int]]) -> None:
    row = FIRST - 2
    sheet.write_string(row, 1, layout.words("workbook.total"), book.format(bold=True, font_size=12))
    excl = Decimal(sum(one for one, _ in figures.values())).scaleb(-book.digits)
    incl = Decimal(sum(one for _, one in figures.values())).scaleb(-book.digits)
    values = {"excl_tax": excl, "tax": incl - excl, "incl_tax": incl}
    for key, value in values.items():
        col = list(layout.at).index(key)
        text = f"=ROUND(SUM({layout.range(key, sheet=False)}),{book.digits})"
        book.formula(sheet, row, col, text, value, book.format("currency", bold=True, font_size=12, top=1, bottom=6))
        book.file.define_name(f"total_{key}", f"={quoted(layout.name)}!${layout.at[key]}${row + 1}")
    for key in ("last_year", "committed", "spent", "landing"):
        if key in layout.at:
            total = sum((getattr(line, key) or Decimal(0) for line in layout.plan.budget.values()), Decimal(0))
            col = list(layout.at).index(key)
            text = f"=SUM({layout.range(key, sheet=False)})"
            book.formula(sheet, row, col, text, total, book.format("money", bold=True, top=1, bottom=6))


def _finish(sheet: Any, layout: Layout, keys: list[str], widths: list[float]) -> None:
    for col, (key, width) in enumerate(zip(keys, widths, strict=True)):
        sheet.set_column(col, col, width, None, {"hidden": key in (ID, "figure")})
    sheet.freeze_panes(FIRST, 2)
    sheet.autofilter(FIRST - 1, 1, layout.last - 1, len(keys) - 1)
    _choices(sheet, layout, keys)
    sheet.set_landscape()
    # On paper what a line is and comes to; the months have a sheet of their own.
    sheet.print_area(1, 1, layout.last - SPARE - 1, keys.index(FIGURES[-1]))
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 1)
    sheet.hide_gridlines(2)


def _choices(sheet: Any, layout: Layout, keys: list[str]) -> None:
    """What can be chosen in a cell, offered there; something else may be typed, and is judged when it comes back."""
    for key in ("source", "status", "prices"):
        if key in keys:
            spec = column("budget", key, layout.words).spec
            source = [layout.words(f"choices.budget.{key}.{choice}") for choice in spec.choices]
            col = keys.index(key)
            sheet.data_validation(
                FIRST, col, layout.last - 1, col, {"validate": "list", "source": source, "error_type": "warning"}
            )
