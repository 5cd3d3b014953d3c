"""The plan and its scenarios side by side, line by line: what a scenario leaves alone follows the plan's line."""

from decimal import Decimal
from typing import Any

from model.amounts import minor_figures
from model.breakdowns import breakdown
from model.money import minor_digits
from model.overlay import applied
from model.plan import Plan
from tui.exports.workbook.book import LINE, PALE, Book, letter
from tui.exports.workbook.cells import Content, clean
from tui.exports.workbook.columns import MARK, PLAN, SCENARIOS
from tui.exports.workbook.lines import Layout
from tui.exports.workbook.ticket import Ticket

_HEAD = 6
_SIDES = ("excl_tax", "incl_tax")


def write_scenarios(book: Book, layout: Layout, ticket: Ticket, subtitle: str) -> None:
    """The sheet; none without scenarios."""
    plan, words = layout.plan, layout.words
    if not plan.scenarios:
        return
    sheet = book.sheet(words("workbook.scenarios"))
    book.heading(sheet, 1, words("workbook.scenarios"), subtitle)
    sheet.write_string(0, 0, f"{MARK}:{SCENARIOS}")
    sheet.set_row(0, None, None, {"hidden": True})
    seen: dict[str | None, Plan] = {id_: applied(plan, id_) for id_ in (None, *plan.scenarios)}
    ids = list(dict.fromkeys(id_ for one in seen.values() for id_ in one.budget))
    last = _HEAD + len(ids)
    sheet.set_column(0, 0, None, None, {"hidden": True})
    sheet.set_column(1, 1, 40)
    book.header(sheet, _HEAD - 1, [words("fields.budget.label")], 1)
    for row, name in enumerate(ids, _HEAD):
        line = next(one.budget[name] for one in seen.values() if name in one.budget)
        sheet.write_string(row, 0, name)
        book.fit(sheet, row, [(line.label, 40)])
        sheet.write_string(
            row, 1, clean(line.label or name), book.format("text", border=1, border_color=LINE, text_wrap=True)
        )
    noted: dict[str, dict[str, Content]] = {id_: {} for id_ in ids}
    for at, (id_, one) in enumerate(seen.items()):
        title = words("workbook.the_plan") if id_ is None else clean(plan.scenarios[id_].title or id_)
        _block(book, sheet, layout, one, 2 + 4 * at, title, noted, id_)
    for id_, cells in noted.items():
        ticket.note(SCENARIOS, id_, cells)
    sheet.write_string(last + 1, 1, words("workbook.total"), book.format(bold=True))
    _categories(book, sheet, seen, last + 2)
    sheet.freeze_panes(_HEAD, 2)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _block(
    book: Book,
    sheet: Any,
    layout: Layout,
    seen: Plan,
    col: int,
    title: str,
    noted: dict[str, dict[str, Content]],
    scenario: str | None,
) -> None:
    """A scenario's columns, or the plan's own; what stands in each cell is noted, to tell edits by."""
    ids, is_plan = list(noted), scenario is None
    keys = [f"{scenario or PLAN}.{side}" for side in _SIDES]
    for at, key in enumerate(keys, col + 1):
        sheet.write_string(0, at, key)
    words, figures, own = layout.words, minor_figures(seen), minor_figures(layout.plan)
    sheet.write_string(_HEAD - 2, col + 1, title, book.format(bold=True, font_size=12))
    heads = [words("fields.budget.category"), *(words(f"workbook.{side}") for side in _SIDES)]
    titles = heads if is_plan else [*heads, words("workbook.difference")]
    book.header(sheet, _HEAD - 1, titles, col, [False, True, True, True])
    sheet.set_column(col, col, None, None, {"hidden": True})
    sheet.set_column(col + 1, col + 3, 15)
    money = book.format("money", border=1, border_color=LINE)
    for row, id_ in enumerate(ids, _HEAD):
        line = seen.budget.get(id_)
        sheet.write_string(row, col, clean((line and line.category) or ""))
        for at, side in enumerate(_SIDES):
            minor = figures.get(id_, (0, 0))[at]
            value = Decimal(minor).scaleb(-book.digits)
            if id_ in own and own[id_][at] == minor and seen.budget[id_] is layout.plan.budget[id_]:
                book.formula(sheet, row, col + 1 + at, f"={layout.cell(side, layout.rows[id_])}", value, money)
                noted[id_][keys[at]] = "="
            else:
                noted[id_][keys[at]] = float(value)
                sheet.write_number(
                    row, col + 1 + at, float(value), book.format("money", border=1, border_color=LINE, bg_color=PALE)
                )
        if not is_plan:
            _difference(book, sheet, layout, row, col, _gap(layout, figures, own, id_))
    last = _HEAD + len(ids)
    for at in range(len(_SIDES)):
        column = letter(col + 1 + at)
        value = Decimal(sum(one[at] for one in figures.values())).scaleb(-book.digits)
        text = f"=ROUND(SUM({column}{_HEAD + 1}:{column}{last}),{book.digits})"
        book.formula(sheet, last + 1, col + 1 + at, text, value, book.format("currency", bold=True, top=1, bottom=6))
    if not is_plan:
        side_at = _SIDES.index(layout.plan.plan.prices or "excl_tax")
        value = Decimal(
            sum(one[side_at] for one in figures.values()) - sum(one[side_at] for one in own.values())
        ).scaleb(-book.digits)
        _difference(book, sheet, layout, last + 1, col, value)


def _gap(layout: Layout, figures: Any, own: Any, id_: str) -> Decimal:
    at = _SIDES.index(layout.plan.plan.prices or "excl_tax")
    gap = figures.get(id_, (0, 0))[at] - own.get(id_, (0, 0))[at]
    return Decimal(gap).scaleb(-minor_digits(layout.plan.plan.currency))


def _difference(book: Book, sheet: Any, layout: Layout, row: int, col: int, value: Decimal) -> None:
    at = _SIDES.index(layout.plan.plan.prices or "excl_tax")
    text = f"=ROUND({letter(col + 1 + at)}{row + 1}-{letter(3 + at)}{row + 1},{book.digits})"
    looks = {"border": 1, "border_color": LINE, "italic": True}
    book.formula(sheet, row, col + 3, text, value, book.format("money", **looks))


def _categories(book: Book, sheet: Any, seen: dict[str | None, Plan], row: int) -> None:
    """By category, the plan and each scenario."""
    keys = list(dict.fromkeys(key for one in seen.values() for key in breakdown(one, "category") if key))[:60]
    last = row - 2
    for at, key in enumerate(keys, row + 1):
        sheet.write_string(at, 1, clean(key), book.format("text", border=1, border_color=LINE))
        for block, one in enumerate(seen.values()):
            col = 2 + 4 * block
            sums = breakdown(one, "category")
            for side_at, side in enumerate(_SIDES):
                column = letter(col + 1 + side_at)
                cats = f"${letter(col)}${_HEAD + 1}:${letter(col)}${last}"
                text = (
                    f"=ROUND(SUMPRODUCT(--EXACT({cats},$B{at + 1}),{column}${_HEAD + 1}:{column}${last}),{book.digits})"
                )
                value = getattr(sums.get(key), side, Decimal(0))
                book.formula(
                    sheet, at, col + 1 + side_at, text, value, book.format("money", border=1, border_color=LINE)
                )
