"""The budget month by month: each line's total spread over its months, to the cent, by formulas."""

import itertools
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.amounts import minor_figures
from model.breakdowns import breakdown, line_parts
from model.budget import Line
from model.exact import known_of, value_of
from model.formulas import Known
from model.money import half_up, proportions, split_equally
from tui.exports.workbook.book import LINE, PALE, SERIES, Book, letter, quoted
from tui.exports.workbook.cells import clean
from tui.exports.workbook.lines import FIRST, Layout, month_title
from tui.exports.workbook.sheet import Rows

_SIDES = ("excl_tax", "incl_tax")
HEAD = 7
"""The row of the first line, counted from 0: below the totals of the months."""


def write_months(book: Book, layout: Layout, subtitle: str) -> None:
    """The sheet, with its chart; none where the months would fill a wall."""
    if not layout.months:
        return
    words, count = layout.words, len(layout.months)
    sheet = book.sheet(words("workbook.months"), Rows)
    book.heading(sheet, 0, words("workbook.months"), subtitle)
    titles = [month_title(month, words) for month in layout.months]
    starts = {"excl_tax": 2, "incl_tax": 3 + count}
    for side, start in starts.items():
        sheet.write_string(2, start, words(f"workbook.{side}"), book.format(bold=True))
    book.header(sheet, 3, ["", *titles, words("workbook.total")], 1, [False, *[True] * (count + 1)])
    _totals(book, sheet, layout, starts)
    book.header(sheet, HEAD - 1, [words("fields.budget.label")], 1)
    for start in starts.values():
        book.header(sheet, HEAD - 1, titles, start, [True] * count)
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
    known, empty = known_of(layout.plan.drivers), Line()
    for at, row in enumerate(range(FIRST + 1, layout.last + 1)):
        id_ = ids[at] if at < len(ids) else None
        line, both = (layout.plan.budget[id_], figures[id_]) if id_ else (empty, (0, 0))
        label = f'=IF(ISBLANK({layout.cell("label", row)}),"",{layout.cell("label", row)})'
        sheet.put_formula(HEAD + at, 1, label, clean(line.label or "").replace("\n", " ")[:255], text)
        spread = _Spread(layout, row, _weights(layout, line, known), book.digits)
        for side, parts in enumerate(_parts(layout, line, both)):
            formulas = _formulas(spread, line, _SIDES[side], both[side], parts)
            for col, (formula, part) in enumerate(zip(formulas, parts, strict=True), starts[_SIDES[side]]):
                value = part / 10**book.digits
                sheet.put_formula(HEAD + at, col, formula, value, plain)


def _parts(layout: Layout, line: Line, figures: tuple[int, int]) -> tuple[list[int], list[int]]:
    """What falls in each month, without and with tax."""
    excl, incl = dict.fromkeys(layout.months, 0), dict.fromkeys(layout.months, 0)
    for month, part_excl, part_incl in line_parts(layout.plan, line, "month", *figures):
        if month in excl:
            excl[month] += part_excl
            incl[month] += part_incl
    return list(excl.values()), list(incl.values())


class _Spread:
    """A line's months on the budget's sheet as formulas see them."""

    def __init__(self, layout: Layout, row: int, weights: list[int], digits: int) -> None:
        self.layout, self.row, self.weights, self.digits = layout, row, weights, digits
        self.count = len(layout.months)
        first, *_ = columns = [layout.at[f"months.{month}"] for month in layout.months]
        start = f"SUM({quoted(layout.name)}!${first}{row}:$"
        self.sums = [f"{start}{column}{row})" for column in columns]
        """The sum of the months up to each."""


def _formulas(spread: _Spread, line: Line, side: str, total: int, parts: list[int]) -> list[str]:
    """A formula for each month; each line's months sum to its total, whatever is typed into it."""
    cell, count, digits = spread.layout.cell(side, spread.row), spread.count, spread.digits
    if line.months and spread.weights:
        if _cumulated(total, spread.weights) == parts:
            return [f"={one}" for one in _cumulative(spread, cell)]
        return [_largest_remainder(spread.layout, cell, spread.row, at, digits) for at in range(count)]
    if line.months:
        return _fixed(cell, total, parts, digits)
    run = [at for at, part in enumerate(parts) if part] or list(range(count))
    first, length = run[0], run[-1] - run[0] + 1
    even = [0] * first + split_equally(total, length) + [0] * (count - first - length)
    if even != parts:
        return _fixed(cell, total, parts, digits)
    return [
        f"=IF({spread.sums[-1]}=0,{_even(cell, at - first, length, digits)},{one})"
        for at, one in enumerate(_cumulative(spread, cell))
    ]


def _weights(layout: Layout, line: Line, known: Known) -> list[int]:
    """The weights of a line's months; none where one of them is no number, or all sum to nothing."""
    if not line.months:
        return []
    months = line.months
    values = [value_of(months[month], known, line) if month in months else Decimal(0) for month in layout.months]
    whole = sum((Fraction(*value.as_integer_ratio()) for value in values), Fraction(0))
    return proportions(values) if whole else []


def _cumulated(total: int, weights: Sequence[int]) -> list[int]:
    whole = sum(weights)
    ends = [half_up(total * end, whole) for end in itertools.accumulate(weights, initial=0)]
    return [end - start for start, end in itertools.pairwise(ends)]


def _cumulative(spread: _Spread, cell: str) -> list[str]:
    """Each month's part: what is due up to it, less what is due before."""
    whole, digits = spread.sums[-1], spread.digits
    ends = [f"ROUND({cell}*{sum_}/{whole},{digits})" for sum_ in spread.sums]
    return [
        f"ROUND({end}-{before},{digits})" if before else f"ROUND({end},{digits})"
        for before, end in zip(("", *ends), ends, strict=False)
    ]


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
    chart.set_y_axis({"num_format": book.code("money"), "major_gridlines": {"visible": True, "line": {"color": LINE}}})
    return chart
