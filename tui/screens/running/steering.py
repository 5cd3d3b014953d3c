"""Commands of steering: the dashboard, its readings, the corrections that a gap asks for."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from tui.text import visible

if TYPE_CHECKING:
    from tui.dialogs.board import Board
    from tui.screens.workspace import Workspace


def today() -> date:
    """The day it is."""
    return datetime.now().astimezone().date()


def dashboard(space: Workspace) -> None:
    """Every indicator against its path; readings and corrections are entered there."""
    path = space.records.current_path if space.section == "indicators" else ""
    _show(space, path)


def readings(space: Workspace) -> None:
    """Enter the readings that are due, one after the other, on the dashboard."""
    path = space.records.current_path if space.section == "indicators" else ""
    _show(space, path).begin()


def correct(space: Workspace) -> None:
    """Ask for the cause of the current indicator's gap, and for what is decided."""
    if space.section == "indicators" and space.records.current:
        _correct(space, space.records.current)
    else:
        dashboard(space)


def _correct(space: Workspace, indicator: str) -> None:
    from tui.screens.running import correcting

    if indicator:
        correcting.correct(space, indicator, today())


def chart(space: Workspace) -> None:
    """The current indicator in a picture."""
    if space.section == "indicators" and space.records.current:
        _draw(space, space.records.current)
    else:
        dashboard(space)


def _draw(space: Workspace, indicator: str, *, from_board: bool = False) -> None:
    """An indicator's picture; Escape goes back to the dashboard where one came from there."""
    from model.names import name_of
    from tui.dialogs.report import Deed
    from tui.reports.chart import lines

    if indicator:
        title = visible(f"{indicator} {name_of(space.desk.plan.indicators[indicator])}".strip())
        words = space.desk.words
        back = Deed(lambda: _back(space, indicator), words("reports.close"), words("reports.escape"))
        deeds = {"escape": back} if from_board else {}
        space.read(title, partial(lines, indicator, today()), deeds)


def timeline(space: Workspace, action: str = "") -> None:
    """The actions in time; the load of each person from there."""
    from tui.dialogs.report import Deed
    from tui.reports.timeline import Timeline

    words, shown = space.desk.words, Timeline(today())
    deeds = {
        "m": Deed(shown.unfold, words("steering.key.milestones")),
        "o": Deed(shown.reorder, words("steering.key.order")),
        "d": Deed(lambda: _ask_shift(space), words("steering.key.shift")),
        "l": Deed(lambda: load(space), words("steering.key.load")),
    }
    listing = space.go_through(words("steering.timeline_title"), shown.items, space.go_to, deeds)
    current = space.records.current_path if space.section == "actions" else ""
    listing.begin_at(f"actions.{action}" if action else current)


def _ask_shift(space: Workspace) -> None:
    """By how many months the action one stands on comes later."""
    from tui.dialogs.listing import Listing

    if isinstance(space.dialog, Listing) and (item := space.dialog.item) is not None:
        action = item.path.split(".")[1]
        words, name = space.desk.words, f"{action} {space.desk.name(action, ('actions',))}".strip()
        space.question(words("steering.shift", name=visible(name)), partial(_shift, space, action))


def _shift(space: Workspace, action: str, text: str) -> None:
    """Move the action as one step, in the scenario at work if there is one, and show the timeline again."""
    from model.edits import EditRefusedError
    from model.steering.timeline import shifted

    words, session = space.desk.words, space.desk.session
    try:
        months = int(text.replace("−", "-"))
        plan = shifted(session.plan, action, months, space.desk.scenario)
    except (ValueError, OverflowError, EditRefusedError):
        space.question(words("steering.shift_again"), partial(_shift, space, action), text)
        return
    session.replace(plan, f"actions.{action}", "shift")
    session.history.checkpoint()
    space.changed()
    timeline(space, action)
    space.status_bar.tell(words("steering.shifted", action=action, months=f"{months:+d}".replace("-", "−")))


def load(space: Workspace) -> None:
    """Each person's days against the days they have."""
    from tui.dialogs.report import Deed
    from tui.reports.load import items

    words = space.desk.words
    deeds = {"t": Deed(lambda: timeline(space), words("steering.key.timeline"))}
    space.go_through(words("steering.load_title"), items, space.go_to, deeds)


def means(space: Workspace) -> None:
    """What each action takes, and where it stands in the loop."""
    from tui.dialogs.report import Deed
    from tui.reports.means import MeansSheet

    words = space.desk.words
    deeds = {"n": Deed(lambda: _note_loop(space), words("steering.key.loop"))}
    listing = space.go_through(words("steering.means_title"), MeansSheet(today()).items, space.go_to, deeds)
    if space.section == "actions":
        listing.begin_at(space.records.current_path)


def _note_loop(space: Workspace) -> None:
    """Put the suggested state of the loop in the action one stands on."""
    from tui.dialogs.listing import Listing
    from tui.reports.means import noted

    if isinstance(space.dialog, Listing) and (item := space.dialog.item) is not None:
        id_ = item.path.partition(".")[2]
        turn = noted(space.desk, id_, today())
        space.changed()
        words = space.desk.words
        told = words("steering.loop_same")
        if turn is not None:
            told = words("steering.loop_noted", action=id_, turn=words(f"choices.actions.pdca.{turn}"))
        space.status_bar.tell(told)


def funding_plan(space: Workspace) -> None:
    """Who pays, against what is spent, and where the reserve ends."""
    from tui.reports.funding import items

    listing = space.go_through(space.desk.words("steering.funding_title"), items, space.go_to)
    if space.section == "funding":
        listing.begin_at(space.records.current_path)


def _back(space: Workspace, indicator: str) -> None:
    _show(space, f"indicators.{indicator}")


def _show(space: Workspace, path: str) -> Board:
    """The dashboard, at the line of a path."""
    from tui.dialogs.board import Board
    from tui.dialogs.report import Deed
    from tui.formats.dates import format_date
    from tui.reports.dashboard import items

    words, now = space.desk.words, today()
    title = f"{words('steering.title')} {words('steering.on', date=format_date(now, words.language))}"
    space.dialog = board = Board(space.desk, space, title, partial(items, now), space.go_to, now)
    board.deeds = {
        "r": Deed(board.begin, words("steering.key.read")),
        "g": Deed(lambda: _draw(space, board.indicator, from_board=True), words("steering.key.chart")),
        "c": Deed(lambda: _correct(space, board.indicator), words("steering.key.correct")),
    }
    board.begin_at(path)
    return board
