"""Sentences of a report, on as many lines as they take."""

from rich.style import Style

from model.breakdowns import total
from model.money import EXACT
from model.plan import Plan
from tui.desk import Desk
from tui.editing.buffer import wrapped
from tui.formats.numbers import format_gap
from tui.money import money
from tui.text import visible
from tui.widgets.pane import Row

MARGIN = 1


def said(width: int, text: str, style: Style, indent: int = 0) -> list[Row]:
    """A sentence between the margins; what follows its first line is set in by `indent`."""
    text, rows = visible(text), list[Row]()
    for start, end in wrapped(text, width - 2 * MARGIN - indent):
        row = Row(width).to(MARGIN + (indent if rows else 0))
        rows.append(row.add(text[start:end].rstrip(), style))
    return rows


def headed(width: int, text: str, style: Style) -> list[Row]:
    """A heading, an empty line before it."""
    return [Row(width), *said(width, text, style)]


def total_sentence(desk: Desk, before: Plan, after: Plan) -> str:
    """What the total was, is, and how far apart they are, on the plan's side of the tax."""
    side = desk.plan.plan.prices
    was, is_ = total(before).priced(side), total(after).priced(side)
    return desk.words(
        "scenarios.promote_total",
        side=desk.words(f"messages.{side or 'excl_tax'}"),
        before=money(desk, was),
        after=money(desk, is_),
        gap=format_gap(EXACT.subtract(is_, was), desk.numbers),
    )
