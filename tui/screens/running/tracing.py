"""Commands about the thread: walking from a record, the matrix, why a euro is spent, what the money is for."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.listing import Item, Listing
from tui.dialogs.report import Closed, Deed
from tui.pages import record_of, section_of

if TYPE_CHECKING:
    from model.trace.graph import Link
    from tui.reports.matrix import Matrix
    from tui.reports.thread import Thread
    from tui.screens.workspace import Workspace


def trace(space: Workspace) -> None:
    """The thread of the current record; from what has none, the matrix."""
    from model.trace.relations import THREAD

    path = space.records.current_path if space.has_list else ""
    if section_of(path) in THREAD:
        walk(space, path)
    else:
        matrix(space)


def walk(space: Workspace, path: str) -> None:
    """Walk along the thread from a record."""
    from tui.reports.thread import CENTRE, Thread

    _show_walk(space, Thread(path)).stand_on(CENTRE)


def _show_walk(space: Workspace, thread: Thread) -> Listing:
    words = space.desk.words
    deeds = {
        "enter": Deed(partial(_walk_on, space, thread), words("trace.key.walk"), words("trace.enter")),
        "backspace": Deed(partial(_walk_back, space, thread), words("trace.key.back"), words("trace.backspace")),
        "c": Deed(partial(_confirm_here, space, thread), words("trace.key.confirm")),
        **_common(space),
        "m": Deed(partial(matrix, space), words("trace.key.matrix")),
    }
    listing = space.go_through(words("trace.title"), thread.items, partial(_walk_to, space, thread), deeds)
    listing.current = partial(_around, listing)
    return listing


def _around(listing: Listing) -> range:
    """The lines to keep in view: what is next to the one stood on, on both sides."""
    margin = max(listing.height // 3 - 1, 1)
    return range(max(listing.at - margin, 0), listing.at + margin + 1)


def _common(space: Workspace) -> dict[str, Deed]:
    return {"o": Deed(partial(_open, space), space.desk.words("trace.key.open"))}


def _here(space: Workspace) -> Item | None:
    """The line one stands on."""
    return space.dialog.item if isinstance(space.dialog, Listing) else None


def _walk_on(space: Workspace, thread: Thread) -> None:
    if (item := _here(space)) is not None:
        thread.go(item.path)
        _stand_in_the_centre(space)


def _walk_to(space: Workspace, thread: Thread, path: str) -> None:
    """A click walks too."""
    thread.go(path)
    _show_walk(space, thread)
    _stand_in_the_centre(space)


def _walk_back(space: Workspace, thread: Thread) -> None:
    if thread.back():
        _stand_in_the_centre(space)


def _stand_in_the_centre(space: Workspace) -> None:
    from tui.reports.thread import CENTRE

    if isinstance(space.dialog, Listing):
        space.dialog.stand_on(CENTRE)


def _open(space: Workspace) -> None:
    """The form of the record one stands on."""
    if (item := _here(space)) is not None and not item.path.startswith("links."):
        space.hear_dialog(Closed())
        space.go_to(record_of(item.path))
        if space.has_list:
            space.focus(to_form=True)


def _confirm_here(space: Workspace, thread: Thread) -> None:
    item = _here(space)
    link = thread.links.get(item.key) if item is not None else None
    if link is None:
        _tell(space, "no_link")
    else:
        _confirm(space, link)


def _confirm(space: Workspace, link: Link) -> None:
    """Confirm a link on what is said now, as one step."""
    from model.trace.confirming import confirmed, state_of
    from model.trace.fingerprints import fingerprint
    from model.trace.graph import graph_of, id_of

    plan, ends = space.desk.plan, {"low": id_of(link.low), "high": id_of(link.high)}
    if link.key not in graph_of(plan).by_key:
        _tell(space, "no_link")
    elif not fingerprint(plan, link.high):
        _tell(space, "says_nothing", **ends)
    elif state_of(plan, link) == "confirmed":
        _tell(space, "already_confirmed", **ends)
    else:
        space.desk.session.replace(confirmed(plan, link), link.field, "confirm")
        space.changed()
        _tell(space, "confirmed", **ends)


def _tell(space: Workspace, key: str, **values: str) -> None:
    space.status_bar.tell(space.desk.words(f"trace.{key}", **values))


# --- the matrix -------------------------------------------------------------------------------------------------------


def matrix(space: Workspace, narrowing: str = "all") -> None:
    """What is linked to what, a crossing at a time."""
    from tui.reports.matrix import FILTERS, Matrix

    shown, words = Matrix(filter_at=[str(name) for name in FILTERS].index(narrowing)), space.desk.words
    deeds = {
        "tab": Deed(shown.turn, words("trace.key.turn"), words("trace.tab")),
        "f": Deed(shown.narrow, words("trace.key.filter")),
        "right": Deed(partial(shown.step, 1), words("trace.key.column"), words("trace.arrows")),
        "left": Deed(partial(shown.step, -1)),
        "c": Deed(partial(_confirm_cell, space, shown), words("trace.key.confirm")),
        **_common(space),
    }
    space.go_through(words("trace.matrix_title"), shown.items, partial(_enter, space), deeds)


def _enter(space: Workspace, path: str) -> None:
    """The thread of a row; what a dead link names has none."""
    if path.startswith("links."):
        matrix(space, "suspect")
    else:
        walk(space, path)


def _confirm_cell(space: Workspace, shown: Matrix) -> None:
    item = _here(space)
    if item is not None and item.path.startswith("links."):
        _forget(space, item.path.removeprefix("links."))
        return
    link = shown.link(item.path) if item is not None else None
    if link is None:
        _tell(space, "no_link_cell")
    else:
        _confirm(space, link)


def _forget(space: Workspace, key: str) -> None:
    """Take away the fingerprint of a link that is no longer there, as one step."""
    from model.trace.confirming import with_fingerprint
    from tui.text import visible

    space.desk.session.replace(with_fingerprint(space.desk.plan, key, ""), "plan", "confirm")
    space.changed()
    _tell(space, "removed", link=visible(key))


# --- the money --------------------------------------------------------------------------------------------------------


def why(space: Workspace) -> None:
    """The line of the budget, down to the findings behind its money."""
    from tui.reports.why import items

    line = space.records.current if space.section == "budget" else ""
    if line not in space.desk.seen.budget:
        _tell(space, "no_line")
        return
    words = space.desk.words
    deeds = {
        "enter": Deed(partial(_walk_from, space), words("trace.key.walk"), words("trace.enter")),
        **_common(space),
    }
    space.go_through(words("trace.why_title"), partial(items, line), partial(walk, space), deeds)


def _walk_from(space: Workspace) -> None:
    if (item := _here(space)) is not None:
        walk(space, item.path)


def purposes(space: Workspace) -> None:
    """The money by finding, objective, segment, channel."""
    from tui.reports.purposes import Purposes

    shown, words = Purposes(), space.desk.words
    deeds = {"tab": Deed(shown.turn, words("trace.key.turn"), words("trace.tab")), **_common(space)}
    space.go_through(words("trace.purposes_title"), shown.items, partial(walk, space), deeds)
