"""At the opening of a plan: what an earlier sitting left unsaved is shown, restored, discarded or left."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from model.recovery.naming import is_any_left
from tui.dialogs.picker import Choice
from tui.dialogs.report import Closed, Deed
from tui.settings import recovery_folder
from tui.text import visible

if TYPE_CHECKING:
    from model.recovery.offer import Offer
    from tui.screens.workspace import Workspace


def offer_recovery(space: Workspace) -> None:
    """Ask about unsaved work of an earlier sitting with this plan; bring back what could be undone in it."""
    session, folder = space.desk.session, recovery_folder()
    if session.history.done or not is_any_left(folder, session.file):
        return
    # Loaded where a sitting with this plan has left something.
    from model.recovery.finding import prune, recoveries
    from model.recovery.offer import offers

    found = recoveries(folder, session.file)
    made = offers(found, session.plan, session.digest, time.time())
    if made.unsaved:
        _ask(space, made.unsaved)
    elif made.history is not None:
        session.resume(made.history.sitting, made.history.recovery.path)
        session.drafts.clear()
        space.refresh_panes()
    if made.damaged and not made.unsaved:
        space.status_bar.tell(space.desk.words("recovery.damaged", file=visible(made.damaged[0].path.name)))
    prune(folder)


def _ask(space: Workspace, left: tuple[Offer, ...]) -> None:
    from tui.reports.recovery import lines

    words, offer = space.desk.words, left[0]
    deeds = {
        "enter": Deed(partial(_restore, space, offer), words("recovery.restore"), words("recovery.enter")),
        "d": Deed(partial(_sure, space, left), words("recovery.discard")),
        "escape": Deed(partial(_later, space), words("recovery.later"), words("reports.escape")),
    }
    space.read(words("recovery.title"), partial(lines, offer, len(left) - 1), deeds)


def _restore(space: Workspace, offer: Offer) -> None:
    space.hear(Closed())
    space.resume(offer.sitting, offer.recovery.path)
    space.status_bar.tell(space.desk.words("recovery.restored"))


def _later(space: Workspace) -> None:
    space.hear(Closed())
    space.status_bar.tell(space.desk.words("recovery.kept"))


def _sure(space: Workspace, left: tuple[Offer, ...]) -> None:
    """A key typed ahead must not throw work away: it is asked once more."""
    words = space.desk.words
    choices = [Choice(words(f"recovery.{name}"), name) for name in ("back", "discard_surely")]
    space.ask("recovery_discard", choices, partial(_discard, space, left))


def _discard(space: Workspace, left: tuple[Offer, ...], answer: str) -> None:
    if answer != "discard_surely":
        _ask(space, left)
        return
    try:
        left[0].recovery.remove()
    except OSError as error:
        space.status_bar.tell(space.desk.words("recovery.not_discarded", reason=error.strerror or ""))
        return
    if left[1:]:
        _ask(space, left[1:])
    else:
        space.status_bar.tell(space.desk.words("recovery.discarded"))
