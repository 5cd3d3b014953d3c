"""Where the panes stand: rail, list over form, guidance beside the form; on eighty columns what matters most."""

from typing import TYPE_CHECKING

from textual.geometry import Region

from tui.dialogs.listing import Listing
from tui.dialogs.report import Report
from tui.widgets.canvas import Placed
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace

WIDE = 112
RAIL, GUIDE, SUMMARY = 28, 42, 42
DIALOG = 74
LEAST_WIDTH, LEAST_HEIGHT = 40, 12


def arranged(space: "Workspace", width: int, height: int) -> list[Placed]:
    """The panes and their places; a dialog comes last, over the others."""
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        return [_at(space.status_bar, 0, 0, width, height)]
    is_wide = width >= WIDE
    # Without the rail the steps stand in the title.
    has_rail = is_wide and space.section != "budget"
    top, bottom = (2 if has_rail else 3), (3 if is_wide else 2)
    space.guide.has_rule = is_wide
    places = [_at(space.top_bar, 0, 0, width, top)]
    work = Region(0, top, width, max(height - top - bottom, 1))
    if has_rail:
        places.append(_at(space.rail, 0, top, RAIL, work.height))
        work = Region(RAIL, top, width - RAIL, work.height)
    places += _wide(space, work) if is_wide else _narrow(space, work)
    places.append(_at(space.status_bar, 0, height - bottom, width, bottom))
    if isinstance(space.dialog, Report):
        places += _sheet(space, space.dialog, Region(0, top, width, height - top - bottom), is_wide=is_wide)
    elif space.dialog is not None:
        places.append(_dialog(space.dialog, space.dialog.wanted_height, width, height))
    return places


def _wide(space: "Workspace", work: Region) -> list[Placed]:
    places: list[Placed] = []
    lower = work
    if space.section == "budget":
        return _workbench(space, work)
    if space.has_list:
        upper, lower = work.split_horizontal(_list_height(space, work.height))
        places.append(Placed(space.records, upper))
    if not space.has_guide:
        return [*places, Placed(space.form, lower)]
    form, guide = lower.split_vertical(-GUIDE)
    return [*places, Placed(space.form, form), Placed(space.guide, guide)]


def _workbench(space: "Workspace", work: Region) -> list[Placed]:
    """The grid as high as the screen, the summary over the guidance beside it; the form below once it is entered."""
    places: list[Placed] = []
    if space.has_guide:
        work, aside = work.split_vertical(-SUMMARY)
        summary, guide = aside.split_horizontal(min(space.summary.wanted_height, aside.height * 55 // 100))
        places += [Placed(space.summary, summary), Placed(space.guide, guide)]
    return [*places, *_grid_and_form(space, work)]


def _grid_and_form(space: "Workspace", work: Region) -> list[Placed]:
    if not space.is_in_form:
        return [Placed(space.records, work)]
    upper, lower = work.split_horizontal(_list_height(space, work.height))
    return [Placed(space.records, upper), Placed(space.form, lower)]


def _narrow(space: "Workspace", work: Region) -> list[Placed]:
    """The guidance, when asked for, takes the list's place, so that one can read and type."""
    if space.is_reading:
        guide, form = work.split_horizontal(work.height * 3 // 5)
        is_grid = space.section == "budget" and not space.is_in_form
        return [Placed(space.guide, guide), Placed(space.records if is_grid else space.form, form)]
    if space.section == "budget":
        return _grid_and_form(space, work)
    if not space.has_list:
        return [Placed(space.form, work)]
    upper, lower = work.split_horizontal(_list_height(space, work.height))
    return [Placed(space.records, upper), Placed(space.form, lower)]


def _sheet(space: "Workspace", sheet: Report, over: Region, *, is_wide: bool) -> list[Placed]:
    """Over all of it; the guidance of what one stands on in a listing stays in view."""
    if not isinstance(sheet, Listing) or not (space.has_guide if is_wide else space.is_reading):
        return [Placed(sheet, over)]
    read, guide = over.split_vertical(-GUIDE) if is_wide else over.split_horizontal(-(over.height * 2 // 5))
    return [Placed(sheet, read), Placed(space.guide, guide)]


def _list_height(space: "Workspace", height: int) -> int:
    """As high as the list needs, up to a share of the height."""
    shares = {"budget": 50, "diagnostic.swot": 45}
    if space.section in ("decisions", "orientation") and not space.is_in_form:
        # A board is read whole; the form below it waits until it is entered.
        return max(min(space.records.wanted_height, height * 65 // 100), 4)
    most = max(height * shares.get(space.section, 36) // 100, 4)
    return most if space.section in shares else max(min(space.records.wanted_height, most), 4)


def _dialog(pane: Pane, wanted: int, width: int, height: int) -> Placed:
    wide, high = min(DIALOG, width - 2), min(wanted, height - 4, 24)
    return _at(pane, (width - wide) // 2, max((height - high) // 3, 0), wide, high)


def _at(pane: Pane, x: int, y: int, width: int, height: int) -> Placed:
    return Placed(pane, Region(x, y, width, height))
