"""A file changed by somebody else: both versions shown and merged, or one of them taken."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.paths import read
from model.store.problems import FileChangedError, PlanUnusableError
from model.store.reading import load
from tui.dialogs.picker import Choice
from tui.dialogs.report import Deed, Report
from tui.screens.running import keeping
from tui.text import visible

if TYPE_CHECKING:
    from model.store.reading import Loaded
    from tui.reports.conflict import Settlement
    from tui.screens.workspace import Workspace


def settle(space: Workspace, error: FileChangedError) -> None:
    """Show what both made of the plan; where there is nothing to compare, ask which one stays."""
    session = space.desk.session
    if error.found is None:
        _choose(space, "removed", "write_again")
        return
    try:
        theirs = load(session.file)
    except PlanUnusableError:
        _choose(space, "unreadable", "overwrite")
        return
    if session.saved is None or session.digest is None:
        _choose(space, "appeared", "overwrite", "reload")
    else:
        _show(space, theirs)


def _choose(space: Workspace, title: str, *answers: str) -> None:
    words, file = space.desk.words, visible(space.desk.session.file.name)
    choices = [Choice(words(f"conflicts.{answer}"), answer) for answer in ("back", *answers)]
    space.pick(words(f"conflicts.title_{title}", file=file), choices, partial(_take, space))


def _take(space: Workspace, answer: str) -> None:
    """Keep one's own version, the other one staying beside it, or take the file's."""
    if answer in ("overwrite", "write_again"):
        keeping.saved(space, overwrite=True)
    elif answer == "reload":
        try:
            space.desk.session.reload()
        except PlanUnusableError:
            space.tell("reload_failed")
            return
        show_plan(space)


def _show(space: Workspace, theirs: Loaded) -> None:
    # The comparison is loaded when two people first meet.
    from model.merge import merge
    from tui.reports.conflict import Settlement

    session, words = space.desk.session, space.desk.words
    settlement = Settlement(space.desk, merge(session.saved or session.plan, session.plan, theirs.plan))
    report = Report(space.desk, space, words("conflicts.title", file=visible(session.file.name)), settlement.lines)
    report.deeds = _deeds(space, settlement, theirs)
    report.current = lambda: settlement.current
    space.dialog = report


def _deeds(space: Workspace, settlement: Settlement, theirs: Loaded) -> dict[str, Deed]:
    words = space.desk.words
    keep = Deed(partial(_save, space, settlement, theirs), words("conflicts.key_save"), words("messages.enter"))
    overwrite = Deed(partial(_overwrite, space), words("conflicts.key_overwrite"))
    if not settlement.merge.conflicts:
        return {"enter": keep, "o": overwrite}
    flip = Deed(settlement.flip)
    return {
        "enter": keep,
        "up": Deed(partial(settlement.walk, -1)),
        "down": Deed(partial(settlement.walk, 1)),
        "space": Deed(settlement.flip, words("conflicts.key_flip"), words("conflicts.key_space")),
        "left": flip,
        "right": flip,
        "m": Deed(partial(settlement.decide_all, theirs=False), words("conflicts.key_mine")),
        "t": Deed(partial(settlement.decide_all, theirs=True), words("conflicts.key_theirs")),
        "o": overwrite,
    }


def _save(space: Workspace, settlement: Settlement, theirs: Loaded) -> None:
    space.dialog = None
    space.desk.session.merge(settlement.plan, theirs, keep_theirs=settlement.loses_theirs)
    show_plan(space)
    keeping.saved(space)


def _overwrite(space: Workspace) -> None:
    space.dialog = None
    keeping.saved(space, overwrite=True)


def show_plan(space: Workspace) -> None:
    """The plan as it is now; the field in focus keeps the focus while its record is there."""
    space.form.state.reload()
    if read(space.desk.seen, space.form.state.holder) is None:
        space.show_section(space.section)
    space.changed()
