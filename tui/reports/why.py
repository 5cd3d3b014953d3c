"""Why this euro: a line's money down to the findings behind it, as a sheet to walk from."""

from model.money import Money
from model.trace.why import Share, why
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.threads import called
from tui.money import money
from tui.reports.prose import said
from tui.text import visible
from tui.widgets.pane import Row

NOWHERE = ("", "line", "action", "objective")


def items(line: str, desk: Desk, width: int) -> list[Item]:
    """The line, its actions, their objectives, the findings behind them; where the path stops, a word says it."""
    if line not in desk.seen.budget:
        return []
    shares = why(desk.seen, line)
    told = [_item(desk, width, share, n) for n, share in enumerate(shares)]
    lost = [share for share in shares if not share.id]
    end = desk.words("trace.why_lost") if lost else desk.words("trace.why_whole")
    return [*told, Item(Row(width)), *(Item(row) for row in said(width, end, desk.palette.muted))]


def _item(desk: Desk, width: int, share: Share, n: int) -> Item:
    palette, words = desk.palette, desk.words
    row = Row(width).to(1 + 2 * share.depth).add("└ " if share.depth else "", palette.muted)
    amount = _amount(desk, share.money)
    room = width - len(amount) - 3
    if not share.id:
        row.add(f"○ {words(f'trace.lost.{NOWHERE[share.depth]}')}", palette.warning, room - row.length)
    else:
        name = called(desk.seen, share.path, words) if share.path else visible(share.id)
        row.add(name, palette.text if share.path else palette.warning, room - row.length)
        decided = ", ".join(called(desk.seen, f"decisions.{key}", words) for key in share.decisions)
        if decided:
            row.add(f"  ← {decided}", palette.muted, max(room - row.length, 0))
    return Item(row.right(f"{amount} ", palette.text), share.path, "trace#why", f"{n} {share.path}")


def _amount(desk: Desk, amount: Money) -> str:
    return money(desk, getattr(amount, desk.tax_side))
