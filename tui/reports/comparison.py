"""The plan and its scenarios side by side, each figure with its difference from the plan's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from textwrap import wrap

from rich.cells import cell_len

from model.breakdowns import By
from model.comparison import COMPARED, Column, compared, groups
from model.money import EXACT, Money
from tui.desk import Desk
from tui.formats.dates import format_month
from tui.formats.numbers import format_number
from tui.text import visible
from tui.widgets.pane import Row, fitted

LEAST_NAME, MOST_NAME = 19, 34
Figures = tuple[str, tuple[Decimal, ...]]
"""A row: its name, and a figure a column."""


@dataclass(frozen=True, slots=True)
class _Layout:
    """How wide the names, the figures and the differences are."""

    name: int
    figure: int
    difference: int


def lines(desk: Desk, width: int) -> list[Row]:
    """Totals, ceiling, breakdowns, then what loses its funding; a sentence where there is nothing to compare."""
    if not desk.plan.scenarios:
        return _sentences(desk, width, desk.words("scenarios.none"))
    columns = compared(desk.plan, list(desk.plan.scenarios))
    blocks = [_totals(desk, columns), *(_parts(desk, columns, by) for by in COMPARED)]
    layout, shown = _fitting(desk, width, columns, [row for _, rows in blocks for row in rows])
    made = [_head(desk, width, layout, [columns[at] for at in shown])]
    for title, rows in blocks:
        if rows:
            made += [Row(width), Row(width).add(f" {title}", desk.palette.accent)] if title else []
            made += [_row(desk, width, layout, name, [figures[at] for at in shown]) for name, figures in rows]
    return [*made, *_losses(desk, width, columns), *_left_out(desk, width, columns, shown)]


def _fitting(
    desk: Desk, width: int, columns: Sequence[Column], rows: Sequence[Figures]
) -> tuple[_Layout, tuple[int, ...]]:
    """The plan's column and as many scenarios as there is room for, the active one among them."""
    figure = max(cell_len(_figure(desk, value)) for _, values in rows for value in values)
    changes = [EXACT.subtract(value, values[0]) for _, values in rows for value in values]
    difference = max(cell_len(_signed(desk, change)) for change in changes)
    block = figure + difference + 3
    count = max((width - LEAST_NAME - figure - 1) // block, 1)
    ids = [column.id for column in columns[1:]]
    active = ids.index(desk.scenario) if desk.scenario in ids else 0
    first = max(active - count + 1, 0)
    shown = (0, *range(first + 1, min(first + count, len(ids)) + 1))
    return _Layout(min(width - figure - 1 - block * (len(shown) - 1), MOST_NAME), figure, difference), shown


def _figure(desk: Desk, value: Decimal) -> str:
    return format_number(value, desk.numbers, 0)


def _signed(desk: Desk, value: Decimal) -> str:
    """A difference with its sign; `=` where there is none."""
    if not value:
        return "="
    return ("+" if value > 0 else "") + _figure(desk, value)


def _totals(desk: Desk, columns: Sequence[Column]) -> tuple[str, list[Figures]]:
    words, sheet = desk.words, desk.plan.plan
    rows: list[Figures] = [
        (words("scenarios.total", side=words(f"messages.{side}")), _each(columns, side))
        for side in ("excl_tax", "incl_tax")
    ]
    if sheet.ceiling is not None:
        left = tuple(column.left or Decimal(0) for column in columns)
        side = words(f"messages.{sheet.prices or 'excl_tax'}")
        rows.append((words("scenarios.ceiling", side=side), (sheet.ceiling,) * len(columns)))
        rows.append((words("scenarios.left"), left))
    return "", rows


def _each(columns: Sequence[Column], side: str) -> tuple[Decimal, ...]:
    return tuple(getattr(column.total, side) for column in columns)


def _parts(desk: Desk, columns: Sequence[Column], by: By) -> tuple[str, list[Figures]]:
    side = desk.tax_side
    names: Callable[[str], str] = {
        "category": lambda key: key,
        "objective": lambda key: f"{key} {desk.name(key, ('objectives',))}".strip(),
        "month": lambda key: format_month(key, desk.words.language),
    }[by]
    keys = groups(columns, by)
    rows = [
        (
            names(key) if key else desk.words(f"scenarios.none.{by}"),
            tuple(_side(column.part(by, key), side) for column in columns),
        )
        for key in keys
    ]
    return desk.words(f"scenarios.by.{by}", side=desk.words(f"messages.{side}")), rows if any(keys) else []


def _side(amount: Money, side: str) -> Decimal:
    figure: Decimal = getattr(amount, side)
    return figure


def _head(desk: Desk, width: int, layout: _Layout, columns: Sequence[Column]) -> Row:
    palette = desk.palette
    row = Row(width).to(layout.name).add(desk.words("scenarios.plan").rjust(layout.figure), palette.muted)
    size = layout.figure + layout.difference + 1
    for column in columns[1:]:
        mark = "▸ " if column.id == desk.scenario else ""
        title = desk.plan.scenarios[column.id or ""].title or column.id or ""
        title = fitted(mark + visible(title), size)
        style = palette.accent if mark else palette.muted
        row.add("  ", palette.text).add(" " * (size - cell_len(title)), palette.text).add(title, style)
    return row


def named(desk: Desk, id_: str) -> str:
    """A scenario by its id and title."""
    return f"{id_} {desk.plan.scenarios[id_].title or ''}".strip()


def _row(desk: Desk, width: int, layout: _Layout, name: str, values: Sequence[Decimal]) -> Row:
    palette = desk.palette
    row = Row(width).add(f" {name}", palette.text, layout.name - 1).to(layout.name)
    for at, value in enumerate(values):
        figure = _figure(desk, value).rjust(layout.figure)
        row.add("  " if at else "", palette.text).add(figure, palette.error if value < 0 else palette.text)
        if at:
            change = EXACT.subtract(value, values[0])
            text = _signed(desk, change).rjust(layout.difference)
            row.add(" ", palette.text).add(text, palette.strong if change else palette.muted)
    return row


def _losses(desk: Desk, width: int, columns: Sequence[Column]) -> Iterator[Row]:
    """What each scenario takes away, in sentences."""
    losing = [column for column in columns if column.lost]
    if losing:
        yield Row(width)
        yield Row(width).add(f" {desk.words('scenarios.losses')}", desk.palette.accent)
    for column in losing:
        yield Row(width).add(f" {named(desk, column.id or '')}", desk.palette.strong)
        for cost in column.lost:
            name, because = (_record(desk, path) for path in (cost.path.rsplit(".", 1)[-1], cost.because))
            sentence = desk.words(f"cli.what_if.{cost.code}", name=name, because=because)
            yield from _sentences(desk, width, sentence, "  ! ")


def _record(desk: Desk, id_: str) -> str:
    return visible(f"{id_} {desk.name(id_)}".strip())


def _left_out(desk: Desk, width: int, columns: Sequence[Column], shown: Sequence[int]) -> Iterator[Row]:
    missing = [named(desk, column.id or "") for at, column in enumerate(columns) if at not in shown]
    if missing:
        yield Row(width)
        yield from _sentences(desk, width, desk.words("scenarios.no_room", names=visible(", ".join(missing))))


def _sentences(desk: Desk, width: int, text: str, mark: str = " ") -> list[Row]:
    """A sentence over as many lines as it takes, its mark before the first."""
    room = max(width - len(mark) - 1, 10)
    return [
        Row(width).add(mark if not at else " " * len(mark), desk.palette.warning).add(part, desk.palette.text)
        for at, part in enumerate(wrap(visible(text), room))
    ]
