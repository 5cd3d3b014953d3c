"""The grid of the purchases: impact upwards, risk to the right, and the approach that each quadrant calls for."""

from model.purchasing import HIGH, Quadrant, approach_of, quadrant_of, suggested
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.formats.offers import word_of
from tui.reports.plane import cell_width, plane
from tui.reports.prose import said
from tui.text import visible
from tui.widgets.pane import Row

CORNERS: dict[tuple[int, int], Quadrant] = {
    (5, 1): "leverage",
    (5, 5): "strategic",
    (1, 1): "routine",
    (1, 5): "bottleneck",
}
"""The cells that bear the name of their quadrant while nothing stands there."""
PLACE = 24


def items(desk: Desk, width: int) -> list[Item]:
    """The plane with the purchases by their ids, what the quadrants call for, then a line a purchase."""
    words, purchases = desk.words, desk.plan.purchases
    if not purchases:
        return [Item(row) for row in said(width, words("sections.purchases.empty"), desk.palette.text)]
    placed: dict[tuple[int, int], list[str]] = {}
    for id_, purchase in purchases.items():
        if purchase.impact is not None and purchase.risk is not None:
            placed.setdefault((purchase.impact, purchase.risk), []).append(id_)
    axes = (words("fields.purchases.impact"), words("fields.purchases.risk"))
    rows = plane(desk, width, axes, placed, lambda up, right: _corner(desk, up, right, width), HIGH)
    told = [row for text in _approaches(desk) for row in said(width, text, desk.palette.muted, 2)]
    lines = [Item(row) for row in (*rows, *told, Row(width))]
    return lines + [_line(desk, id_, width) for id_ in purchases]


def _corner(desk: Desk, up: int, right: int, width: int) -> str:
    quadrant = CORNERS.get((up, right))
    name = desk.words(f"master.quadrant.{quadrant}") if quadrant else ""
    return name if len(name) <= cell_width(width) else ""


def _approaches(desk: Desk) -> list[str]:
    """What each quadrant calls for, two to a line."""
    words = desk.words
    return [words("master.quadrants_above"), words("master.quadrants_below")]


def _line(desk: Desk, id_: str, width: int) -> Item:
    palette, purchase, words = desk.palette, desk.plan.purchases[id_], desk.words
    quadrant, advice = quadrant_of(purchase), suggested(purchase)
    row = Row(width).to(1).add(f"{id_} ", palette.muted)
    name = desk.title(f"purchases.{id_}") or words("messages.unnamed")
    end = max(width // 3, 20)
    row.add(name, palette.text, end - row.length - 1).to(end)
    if quadrant is None or advice is None:
        return Item(row.add(words("master.unplaced"), palette.warning), f"purchases.{id_}.impact")
    row.add(words(f"master.quadrant.{quadrant}"), palette.text, PLACE - 1).to(end + 13)
    own = visible(purchase.approach or "")
    if own:
        shown = word_of(words, "approaches", own)
        is_other = approach_of(purchase) not in (None, advice)
        row.add(("! " if is_other else "") + shown, palette.warning if is_other else palette.text)
    else:
        row.add(words("master.advised", approach=word_of(words, "approaches", advice)), palette.muted)
    return Item(row, f"purchases.{id_}.approach", "", f"purchases.{id_}")
