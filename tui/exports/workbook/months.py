"""The budget month by month: each line's total spread over its months, to the cent, by formulas."""

import itertools
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from model.amounts import minor_figures
from model.breakdowns import breakdown, line_parts
from model.budget import Line
from model.exact import known_of, value_of
from model.money import half_up, proportions, split_equally
from tui.exports.workbook.book import LINE, PALE, SERIES, Book, letter, quoted
from tui.exports.workbook.cells import clean
from tui.exports.workbook.lines import FIRST, Layout, month_title

_SIDES = ("excl_tax", "incl_tax")
HEAD = 7
"""The row of the first line, counted from 0: below the totals of the months."""


def write_months(book: Book, layout: Layout, subtitle: str) -> None:
    """The sheet, with its chart; none where the months would fill a wall."""
    if not layout.months:
        return
    words, count = layout.words, len(layout.months)
    sheet = book.sheet(words("workbook.months"))
    book.heading(sheet, 0, words("workbook.months"), subtitle)
    titles = [month_title(month, words) for month in layout.months]
    starts = {"excl_tax": 2, "incl_tax": 3 + count}
    for side, start in starts.items():
        sheet.write_string(2, start, words(f"workbook.{side}"), book.format(bold=True))
        book.header(sheet, HEAD - 1, [*titles], start)
    book.header(sheet, 3, ["", *titles, words("workbook.total")], 1)
    book.header(sheet, HEAD - 1, [words("fields.budget.label")], 1)
    _totals(book, sheet, layout, starts)
    _rows(book, sheet, layout, starts)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 36)
    sheet.set_column(2, 3 + 2 * count, 11)
    sheet.freeze_panes(HEAD, 2)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _totals(book: Book, sheet: Any, layout: Layout, starts: dict[str, int]) -> None:
    sums, last = breakdown(layout.plan, "month"), HEAD + layout.last - FIRST
    count = len(layout.months)
    looks: dict[str, Any] = {"border": 1, "border_color": LINE, "bg_color": PALE}
    for row, side in enumerate(_SIDES, 4):
        sheet.write_string(row, 1, layout.words(f"workbook.{side}"), book.format(bold=True, **looks))
        for at, month in enumerate(layout.months):
            column = letter(starts[side] + at)
            text = f"=ROUND(SUM({column}{HEAD + 1}:{column}{last}),{book.digits})"
            value = getattr(sums.get(month), side, Decimal(0))
            book.formula(sheet, row, 2 + at, text, value, book.format("money", **looks))
        total = sum((getattr(money, side) for month, money in sums.items() if month), Decimal(0))
        text = f"=ROUND(SUM(C{row + 1}:{letter(1 + count)}{row + 1}),{book.digits})"
        book.formula(sheet, row, 2 + count, text, total, book.format("money", bold=True, **looks))


def _rows(book: Book, sheet: Any, layout: Layout, starts: dict[str, int]) -> None:
    figures, plain = minor_figures(layout.plan), book.format("money", border=1, border_color=LINE)
    text, ids = book.format("", border=1, border_color=LINE), list(layout.rows)
    for at, row in enumerate(range(FIRST + 1, layout.last + 1)):
        id_ = ids[at] if at < len(ids) else None
        line = layout.plan.budget[id_] if id_ else Line()
        label = f'=IF(ISBLANK({layout.cell("label", row)}),"",{layout.cell("label", row)})'
        sheet.write_formula(HEAD + at, 1, label, text, clean(line.label or "").replace("\n", " ")[:255])
        for side in (0, 1):
            total = figures[id_][side] if id_ else 0
            parts = _parts(layout, line, figures[id_] if id_ else (0, 0), side)
            formulas = _formulas(layout, line, row, side, total, parts, book.digits)
            for col, (formula, part) in enumerate(zip(formulas, parts, strict=True), starts[_SIDES[side]]):
                book.formula(sheet, HEAD + at, col, formula, Decimal(part).scaleb(-book.digits), plain)


def _parts(layout: Layout, line: Line, figures: tuple[int, int], side: int) -> list[int]:
    found = dict.fromkeys(layout.months, 0)
    for month, *both in line_parts(layout.plan, line, "month", *figures):
        if month in found:
            found[month] += both[side]
    return list(found.values())


def _formulas(layout: Layout, line: Line, row: int, side: int, total: int, parts: list[int], digits: int) -> list[str]:
    """A formula for each month; each line's months sum to its total, whatever is typed into it."""
    cell, count = layout.cell(_SIDES[side], row), len(layout.months)
    weights = _weights(layout, line)
    if line.months and weights:
        if _cumulated(total, weights) == parts:
            return [_cumulative(layout, cell, row, at, digits) for at in range(count)]
        return [_largest_remainder(layout, cell, row, at, digits) for at in range(count)]
    if line.months:
        return _fixed(cell, total, parts, digits)
    run = [at for at, part in enumerate(parts) if part] or list(range(count))
    first, length = run[0], run[-1] - run[0] + 1
    even = [0] * first + split_equally(total, length) + [0] * (count - first - length)
    if even != parts:
        return _fixed(cell, total, parts, digits)
    spread = f"SUM({layout.months_range(row)})"
    return [
        f"=IF({spread}=0,{_even(cell, at - first, length, digits)},{_cumulative(layout, cell, row, at, digits)[1:]})"
        for at in range(count)
    ]


def _weights(layout: Layout, line: Line) -> list[int]:
    """The weights of a line's months; none where one of them is no number, or all sum to nothing."""
    known = known_of(layout.plan.drivers)
    values = [
        value_of(line.months[month], known, line) if month in line.months else Decimal(0) for month in layout.months
    ]
    return proportions(values) if line.months and sum(values) else []


def _cumulated(total: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    ends = [half_up(total * sum(weights[:at]), whole) for at in range(len(weights) + 1)]
    return [end - start for start, end in itertools.pairwise(ends)]


def _cumulative(layout: Layout, cell: str, row: int, at: int, digits: int) -> str:
    whole = f"SUM({layout.months_range(row)})"
    end = f"ROUND({cell}*SUM({layout.months_range(row, at + 1)})/{whole},{digits})"
    start = f"-ROUND({cell}*SUM({layout.months_range(row, at)})/{whole},{digits})" if at else ""
    return f"=ROUND({end}{start},{digits})"


def _largest_remainder(layout: Layout, cell: str, row: int, at: int, digits: int) -> str:
    """What is left over goes to the largest remainders, ties to the first: the plan's own rule."""
    month, months = layout.cell(f"months.{layout.months[at]}", row), layout.months_range(row)
    each = f"ROUND(ABS({cell})*{10**digits}/SUM({months})*{{}},6)"
    mine, theirs = each.format(month), f"MOD({each.format(months)},1)"
    ahead = f"SUMPRODUCT(--({theirs}>MOD({mine},1)))"
    if at:
        before = f"MOD({each.format(layout.months_range(row, at))},1)"
        ahead += f"+SUMPRODUCT(--({before}=MOD({mine},1)))"
    odd = f"IF({ahead}<ROUND(SUMPRODUCT({theirs}),0),1,0)"
    return f"=SIGN({cell})*(INT({mine})+{odd})/{10**digits}"


def _even(cell: str, at: int, length: int, digits: int) -> str:
    if not 0 <= at < length:
        return "0"
    cents = f"ROUND(ABS({cell})*{10**digits},0)"
    return f"SIGN({cell})*(INT({cents}/{length})+IF(MOD({cents},{length})>{at},1,0))/{10**digits}"


def _fixed(cell: str, total: int, parts: Sequence[int], digits: int) -> list[str]:
    """The months' parts as the plan has them, kept as proportions of the total."""
    if not total:
        return [f"={Decimal(part).scaleb(-digits)}" for part in parts]
    ends = [sum(parts[:at]) / total for at in range(len(parts) + 1)]
    return [
        f"=ROUND({cell}*{end!r},{digits})-ROUND({cell}*{start!r},{digits})" for start, end in itertools.pairwise(ends)
    ]


def month_chart(book: Book, layout: Layout) -> Any:
    """The months as columns, on the side that the plan speaks of."""
    name, count = quoted(layout.words("workbook.months")), len(layout.months)
    row = 5 + _SIDES.index(layout.plan.plan.prices or "excl_tax")
    chart = book.file.add_chart({"type": "column"})
    chart.add_series(
        {
            "name": layout.words("workbook.by_month"),
            "categories": f"={name}!$C$4:${letter(1 + count)}$4",
            "values": f"={name}!$C${row}:${letter(1 + count)}${row}",
            "fill": {"color": SERIES[0]},
            "gap": 60,
        }
    )
    chart.set_title({"name": layout.words("workbook.by_month"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"num_format": "#,##0", "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    return chart
