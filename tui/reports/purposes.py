"""What the money is for: the total by finding, objective, segment or channel, as a sheet to walk from."""

from decimal import Decimal

from rich.cells import cell_len

from model.breakdowns import total
from model.money import EXACT
from model.plain import slotted
from model.trace.money import PURPOSES, Purpose, money_by
from model.trace.relations import place_of
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.numbers import NARROW, format_number
from tui.formats.threads import AMONG, purposed
from tui.money import money
from tui.widgets.pane import Row

BAR, SHARE, MONEY = 12, 8, 13


@slotted
class Purposes:
    """Which of the four tables is shown."""

    at: int = 0

    def turn(self) -> None:
        """The next table."""
        self.at = (self.at + 1) % len(PURPOSES)

    def items(self, desk: Desk, width: int) -> list[Item]:
        """A line a group, the largest first, what serves nothing last, then the total."""
        purpose: Purpose = PURPOSES[self.at]
        groups = {key: getattr(part, desk.tax_side) for key, part in money_by(desk.seen, purpose).items()}
        whole = getattr(total(desk.seen), desk.tax_side)
        order = sorted(groups, key=lambda key: (not key, -groups[key]))
        tabs = Row(width).to(1)
        for name in PURPOSES:
            is_here = name == purpose
            style = desk.palette.strong if is_here else desk.palette.muted
            tabs.add(f"{'▸' if is_here else ' '}{desk.words(f'trace.by.{name}')}   ", style)
        side = desk.words(f"messages.{desk.tax_side}")
        tabs.right(f"{side} ", desk.palette.muted)
        largest = max(groups.values(), default=Decimal(0))
        lines = [self._line(desk, width, key, groups[key], (whole, largest)) for key in order]
        end = Row(width).to(1).add(desk.words("messages.total"), desk.palette.strong)
        return [Item(tabs), Item(Row(width)), *lines, Item(end.right(f"{money(desk, whole)} ", desk.palette.strong))]

    def _line(self, desk: Desk, width: int, key: str, amount: Decimal, of: tuple[Decimal, Decimal]) -> Item:
        """A group: its name, a bar as long as it is of the largest, its share of the whole, its amount."""
        palette, purpose, (whole, largest) = desk.palette, PURPOSES[self.at], of
        path = place_of(desk.seen, key, AMONG[purpose]) if key else ""
        text = money(desk, amount)
        end = width - max(cell_len(text), MONEY) - 2
        label = end - SHARE - BAR - 2
        style = palette.text if path else palette.warning
        row = Row(width).to(1).add(purposed(desk.seen, key, purpose, desk.words), style, label - 1).to(label + 1)
        filled = int(min(max(BAR * amount / largest, Decimal(0)), Decimal(BAR))) if largest > 0 else 0
        row.add("█" * filled + "░" * (BAR - filled), palette.accent if key else palette.muted)
        share = EXACT.multiply(amount, Decimal(100)) / whole if whole > 0 else Decimal(0)
        row.add(_percents(desk, share).rjust(SHARE), palette.muted)
        return Item(row.right(f"{text} ", palette.text), path, "trace#money", key or "—")


def _percents(desk: Desk, share: Decimal) -> str:
    return format_number(share, desk.numbers, 1) + (f"{NARROW}%" if desk.numbers == "fr" else "%")
