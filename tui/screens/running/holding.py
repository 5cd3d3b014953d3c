"""Commands about who has the plan: asked when somebody else has it, looked at only, or taken over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from model.edits import EditRefusedError
from model.session import LookOnlyError
from tui.dialogs.picker import Choice, Picker
from tui.screens.running import conflicts, recovering
from tui.text import visible

if TYPE_CHECKING:
    from model.store.lock import Holder
    from tui.screens.workspace import Workspace

LOOK, COPY, TAKE = "look_only", "work_on_copy", "take_it_over"


class HeldPicker(Picker):
    """What to do about a plan that somebody else has; leaving it unanswered is to look only."""

    def _close(self, value: str | None) -> None:
        super()._close(value or LOOK)


@contextmanager
def minded(space: Workspace) -> Iterator[None]:
    """Whatever is done meanwhile, a change to a plan only looked at is refused, and another's lock asked about."""
    session = space.desk.session
    try:
        yield
    except LookOnlyError:
        _refuse(space)
    except EditRefusedError as refusal:
        # A title longer than a text may be, pasted where only a line is asked for.
        space.status_bar.tell(space.desk.sentence(refusal.code))
    if session.is_look_only and session.has_drafts:
        _refuse(space)
    if session.holder is not None and not session.is_look_only and space.dialog is None:
        _ask(space, session.holder)


def look_around(space: Workspace) -> None:
    """Ask at once when somebody else is at work on the plan that was opened."""
    if (holder := space.desk.session.look_around()) is not None:
        _ask(space, holder)


def _refuse(space: Workspace) -> None:
    """Say that the plan is only looked at; what was typed goes."""
    from tui.formats.holders import who

    session = space.desk.session
    session.drafts.clear()
    space.grid.entry = None
    space.form.state.reload()
    space.redraw()
    holder = session.holder
    name = space.desk.words("conflicts.somebody") if holder is None else who(holder, space.desk.words)
    _say(space, "look_only_refused", who=name)


def _ask(space: Workspace, holder: Holder) -> None:
    from tui.formats.holders import holder_sentence

    session, words = space.desk.session, space.desk.words
    title = holder_sentence("held", holder, words)
    choices = [
        Choice(words(f"conflicts.{name}", file=visible(session.copy_file.name) if name == COPY else ""), name)
        for name in (LOOK, COPY, TAKE)
    ]
    space.dialog = HeldPicker(space.desk, space, title, choices, partial(_answer, space))


def _answer(space: Workspace, answer: str) -> None:
    if answer == LOOK:
        space.desk.session.look_only()
        conflicts.show_plan(space)
        _say(space, "looking_only")
    elif answer == COPY:
        space.desk.session.become_copy()
        space.changed()
        _say(space, "on_copy", file=visible(space.desk.session.file.name))
    else:
        _take_over(space)


def take_over(space: Workspace) -> None:
    """Be the one who changes the plan, whoever was."""
    session = space.desk.session
    if session.is_look_only or session.look_around() is not None:
        _take_over(space)
    else:
        _say(space, "nobody_else")


def _take_over(space: Workspace) -> None:
    space.desk.session.take_over()
    space.changed()
    _say(space, "taken_over")
    # What an earlier sitting left could not be offered while the plan was somebody else's.
    recovering.offer_recovery(space)


def tell_intruder(space: Workspace, intruder: Holder) -> None:
    """The plan was saved, and somebody else has taken it over since one began."""
    from tui.formats.holders import who

    _say(space, "was_taken_over", file=visible(space.desk.session.file.name), who=who(intruder, space.desk.words))


def _say(space: Workspace, key: str, **values: object) -> None:
    space.status_bar.tell(space.desk.words(f"conflicts.{key}", **values))
