"""The gear of the decisions: how far each axis is, and the decisions that do not go together."""

from datetime import date

from model.gear import AXES, SETTLED, state_of, turned
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.dates import format_date
from tui.reports.prose import headed, said
from tui.reports.review import items as review_of
from tui.widgets.form_view import GLYPHS
from tui.widgets.pane import Row

NAME = 30
"""Where the marks of an axis begin."""


def items(desk: Desk, width: int) -> list[Item]:
    """A line an axis, what comes next to be looked at again, then what is incoherent, the worst first."""
    today = date.today()
    lines = _axes(desk, width, today)
    lines += [Item(row) for row in headed(width, desk.words("master.incoherent"), desk.palette.strong)]
    found = [item for item in review_of(desk, width) if item.id.startswith("DEC")]
    none = [Item(row) for row in said(width, desk.words("master.coherent"), desk.palette.text)]
    return lines + (found or none) + _dated(desk, width, today)


def _axes(desk: Desk, width: int, today: date) -> list[Item]:
    """Each leads to the first of its decisions that is not settled."""
    palette, lines = desk.palette, list[Item]()
    shares = turned(desk.plan, today)
    for axis, keys in AXES.items():
        share = shares[axis]
        row = Row(width).to(1).add(desk.words(f"master.axis.{axis}"), palette.text, NAME - 2).to(NAME)
        row.add(f"{share.settled}/{share.whole}  ", palette.strong)
        states = {key: state_of(desk.plan.decisions.get(key), today) for key in keys}
        for state in states.values():
            row.add(desk.words(f"master.mark.{state}") + " ", palette.warning if state == "overdue" else palette.accent)
        first = next((key for key, state in states.items() if state not in SETTLED), keys[0])
        lines.append(Item(row, f"decisions.{first}"))
    return [*lines, *(Item(row) for row in said(width, desk.words("master.gear_legend"), palette.muted))]


def _dated(desk: Desk, width: int, today: date) -> list[Item]:
    """The decisions to be looked at again, the soonest first."""
    palette, decisions = desk.palette, desk.plan.decisions
    days = {key: decision.revisit for key, decision in decisions.items() if decision.revisit is not None}
    if not days:
        return []
    lines = [Item(row) for row in headed(width, desk.words("master.revisits"), palette.strong)]
    for key in sorted(days, key=days.__getitem__):
        is_past = days[key] < today
        row = Row(width).to(2).add(f"{GLYPHS['warning'] if is_past else ' '} ", palette.warning)
        row.add(f"{format_date(days[key], desk.words.language)}  ", palette.warning if is_past else palette.text)
        row.add(desk.title(f"decisions.{key}"), palette.text)
        lines.append(Item(row, f"decisions.{key}.revisit"))
    return lines
