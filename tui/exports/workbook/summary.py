"""The first sheet: the totals, by category, beside the scenarios, with charts that follow what is typed."""

from decimal import Decimal
from typing import Any

from model.breakdowns import breakdown, total
from model.money import EXACT, ZERO
from tui.exports.workbook.book import LINE, PALE, SERIES, Book, letter, quoted
from tui.exports.workbook.cells import clean
from tui.exports.workbook.lines import Layout
from tui.exports.workbook.months import month_chart

_SIDES = ("excl_tax", "tax", "incl_tax")
_MOST = 60


def write_summary(book: Book, layout: Layout, sheet: Any, subtitle: str) -> None:
    """The sheet."""
    plan, words = layout.plan, layout.words
    book.heading(sheet, 0, clean(plan.plan.title or words("workbook.budget")), subtitle)
    row = _totals(book, sheet, layout, 3)
    first = row + 1
    row = _categories(book, sheet, layout, first)
    sheet.set_column(0, 0, 2)
    sheet.set_column(1, 1, 40)
    sheet.set_column(2, 5, 17)
    _charts(book, sheet, layout, first, row)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _totals(book: Book, sheet: Any, layout: Layout, row: int) -> int:
    words, whole, sheet_ = layout.words, total(layout.plan), layout.plan.plan
    looks: dict[str, Any] = {"border": 1, "border_color": LINE}
    titles = [words(f"workbook.{side}") for side in _SIDES]
    book.header(sheet, row, ["", *titles], 1, [False, True, True, True])
    sheet.write_string(row + 1, 1, words("workbook.total"), book.format(bold=True, **looks))
    for col, side in enumerate(_SIDES, 2):
        book.formula(
            sheet, row + 1, col, f"=total_{side}", getattr(whole, side), book.format("currency", bold=True, **looks)
        )
    row += 2
    label, money = book.format("", **looks), book.format("currency", **looks)
    sheet.write_string(row, 1, words("fields.plan.tax_rate"), label)
    sheet.write_number(row, 2, float((sheet_.tax_rate or Decimal(0)) / 100), book.format("percent", **looks))
    name = quoted(sheet.get_name())
    book.file.define_name("tax_rate", f"={name}!$C${row + 1}")
    if sheet_.ceiling is not None:
        row += 1
        sheet.write_string(row, 1, words("fields.plan.ceiling"), label)
        sheet.write_number(row, 2, float(sheet_.ceiling), money)
        book.file.define_name("ceiling", f"={name}!$C${row + 1}")
        row += 1
        side = sheet_.prices or "excl_tax"
        left = EXACT.subtract(sheet_.ceiling, whole.priced(sheet_.prices))
        sheet.write_string(row, 1, words("workbook.left"), label)
        book.formula(sheet, row, 2, f"=ceiling-total_{side}", left, money)
    return row + 1


def _categories(book: Book, sheet: Any, layout: Layout, row: int) -> int:
    """By category, and what stands under none of those listed; gives the row after them."""
    words, groups = layout.words, breakdown(layout.plan, "category")
    named = {key: money for key, money in groups.items() if key}
    listed = dict(list(named.items())[:_MOST])
    looks: dict[str, Any] = {"border": 1, "border_color": LINE}
    heads = [words("workbook.by_category"), *(words(f"workbook.{side}") for side in _SIDES), words("workbook.share")]
    book.header(sheet, row, heads, 1, [False, *[True] * 4])
    start = row = row + 1
    for key, sums in listed.items():
        sheet.write_string(row, 1, clean(key), book.format("text", text_wrap=True, **looks))
        for col, side in enumerate(_SIDES, 2):
            is_one = f"--EXACT({layout.range('category')},$B{row + 1})"
            text = f"=ROUND(SUMPRODUCT({is_one},{layout.range(side)}),{book.digits})"
            book.formula(sheet, row, col, text, getattr(sums, side), book.format("money", **looks))
        row += 1
    sheet.write_string(row, 1, words("workbook.others"), book.format("", italic=True, **looks))
    rest = total(layout.plan) - sum(listed.values(), ZERO)
    for col, side in enumerate(_SIDES, 2):
        sums_ = f"SUM({letter(col)}{start + 1}:{letter(col)}{row})" if row > start else "0"
        text = f"=ROUND(total_{side}-{sums_},{book.digits})"
        book.formula(sheet, row, col, text, getattr(rest, side), book.format("money", italic=True, **looks))
    _shares(book, sheet, layout, start, row)
    return row + 1


def _shares(book: Book, sheet: Any, layout: Layout, start: int, last: int) -> None:
    whole = total(layout.plan).excl_tax
    groups = list(breakdown(layout.plan, "category").items())
    values = [money.excl_tax for key, money in groups if key][: last - start]
    values.append(whole - sum(values, Decimal(0)))
    for row, value in enumerate(values, start):
        share = float(value / whole) if whole else 0.0
        text = f"=IF(total_excl_tax=0,0,C{row + 1}/total_excl_tax)"
        book.formula(sheet, row, 5, text, share, book.format("share", border=1, border_color=LINE, bg_color=PALE))


def _charts(book: Book, sheet: Any, layout: Layout, first: int, last: int) -> None:
    col = "E" if layout.plan.plan.prices == "incl_tax" else "C"
    name, count = quoted(sheet.get_name()), max(last - first - 2, 1)
    chart = book.file.add_chart({"type": "bar"})
    rows = f"{first + 2}:${{}}${first + 1 + count}"
    chart.add_series(
        {
            "name": layout.words("workbook.by_category"),
            "categories": f"={name}!$B${rows.format('B')}",
            "values": f"={name}!${col}${rows.format(col)}",
            "fill": {"color": SERIES[0]},
            "gap": 40,
            "data_labels": {"value": True, "num_format": book.code("money")},
        }
    )
    chart.set_title({"name": layout.words("workbook.by_category"), "name_font": {"size": 12}})
    chart.set_legend({"none": True})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_size({"width": 560, "height": min(max(240, 26 * count + 80), 720)})
    sheet.insert_chart(3, 7, chart)
    if layout.months:
        months = month_chart(book, layout)
        months.set_size({"width": 560, "height": 260})
        sheet.insert_chart(3 + min(max(240, 26 * count + 80), 720) // 20 + 1, 7, months)
