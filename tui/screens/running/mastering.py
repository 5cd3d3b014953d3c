"""Commands that show the master plan as pictures: the gear, the map of segments, the grid of purchases, the inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.dialogs.report import Deed

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace


def gear(space: Workspace) -> None:
    """How far the decisions are, and which do not go together."""
    from tui.reports.gear import items

    space.check()
    space.go_through(space.desk.words("master.gear_title"), items, space.go_to)


def segment_map(space: Workspace) -> None:
    """The segments by attractiveness and chance."""
    from tui.reports.segment_map import items

    space.go_through(space.desk.words("master.map_title"), items, space.go_to)


def purchase_grid(space: Workspace) -> None:
    """The purchases by impact and risk; a key takes the approach that goes with the quadrant."""
    from tui.reports.purchase_grid import items

    words = space.desk.words
    deeds = {"a": Deed(lambda: _take_approach(space), words("master.take_approach"))}
    space.go_through(words("master.grid_title"), items, space.go_to, deeds)


def _take_approach(space: Workspace) -> None:
    """Give the purchase stood on the approach of its quadrant; words of one's own are left alone."""
    from model.purchasing import approach_of, suggested
    from tui.dialogs.listing import Listing

    item = space.dialog.item if isinstance(space.dialog, Listing) else None
    if item is None:
        return
    id_ = item.path.split(".")[1]
    purchase = space.desk.plan.purchases[id_]
    advice = suggested(purchase)
    if advice is None or ((purchase.approach or "").strip() and approach_of(purchase) is None):
        space.tell("approach_kept" if advice is not None else "not_placed")
    elif (refusal := space.desk.edit(f"purchases.{id_}.approach", advice)) is None:
        space.changed()
    else:
        space.status_bar.tell(refusal)


def internal_plan(space: Workspace) -> None:
    """What each entity brings, is told, is taught, and how it is coached."""
    from tui.reports.internal_plan import items

    space.go_through(space.desk.words("master.inside_title"), items, space.go_to)


def self_assessment(space: Workspace) -> None:
    """Customer orientation by theme, and where to begin."""
    from tui.reports.assessment import items

    space.go_through(space.desk.words("master.assessment_title"), items, space.go_to)
