"""A correction, asked for step by step: the cause, what is decided, and by which action or until when."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from model.plain import frozen
from tui.dialogs.picker import Choice
from tui.text import visible

if TYPE_CHECKING:
    from model.steering.state import State
    from tui.screens.workspace import Workspace

NEW, EXISTING, ACCEPT = "act_new", "act_existing", "accept"
LATER = timedelta(days=30)
"""When an accepted gap is looked at again, where no reading is due."""


@frozen
class _Gap:
    """What is being corrected: an indicator on a day, and the cause once it is known."""

    state: State
    today: date
    name: str
    cause: str = ""


def correct(space: Workspace, indicator: str, today: date) -> None:
    """Ask for the cause of an indicator's gap, then for what is decided."""
    from model.names import name_of
    from model.steering.state import state_of
    from tui.formats.steering import figure

    state = state_of(space.desk.plan, indicator, today)
    name = f"{indicator} {name_of(space.desk.plan.indicators[indicator])}".strip()
    gap = "" if state.gap is None else figure(state.gap, space.desk.numbers, signed=True)
    question = space.desk.words("steering.cause" if gap else "steering.cause_alone", name=visible(name), gap=gap)
    space.question(question, lambda cause: _decide(space, _Gap(state, today, name, cause)))


def _decide(space: Workspace, gap: _Gap) -> None:
    names = (NEW, EXISTING, ACCEPT) if space.desk.plan.actions else (NEW, ACCEPT)
    choices = [Choice(space.desk.words(f"steering.{name}"), name) for name in names]
    title = space.desk.words("steering.decision", name=visible(gap.name))
    space.pick(title, choices, partial(_decided, space, gap))


def _decided(space: Workspace, gap: _Gap, decision: str) -> None:
    words = space.desk.words
    if decision == NEW:
        first = words("steering.action_title", name=visible(gap.name.partition(" ")[2] or gap.name))
        space.question(words("steering.which_title"), lambda title: _keep(space, gap, title=title), first)
    elif decision == EXISTING:
        actions = space.desk.plan.actions
        choices = [Choice(f"{id_} {visible(action.title or '')}", id_) for id_, action in actions.items()]
        space.pick(words("steering.which_action"), choices, lambda id_: _keep(space, gap, action=id_))
    else:
        _ask_review(space, gap, None)


def _ask_review(space: Workspace, gap: _Gap, text: str | None) -> None:
    """Until when the gap is accepted; asked again while the text is no day."""
    from tui.formats.dates import editable_date

    known = gap.state.next_due
    day = known if known is not None and known > gap.today else gap.today + LATER
    first = editable_date(day, space.desk.words.language) if text is None else text
    key = "review" if text is None else "review_again"
    space.question(space.desk.words(f"steering.{key}"), partial(_reviewed, space, gap), first)


def _reviewed(space: Workspace, gap: _Gap, text: str) -> None:
    from tui.formats.dates import parse_date
    from tui.formats.numbers import EntryError

    try:
        day = parse_date(text, space.desk.reader.within)
    except EntryError:
        _ask_review(space, gap, text)
        return
    _keep(space, gap, review=day)


def _keep(
    space: Workspace, gap: _Gap, *, title: str | None = None, action: str | None = None, review: date | None = None
) -> None:
    """The correction, with the action that answers it, as one step; then on to what is still to be said of it."""
    from model.steering.correcting import corrected

    plan, correction, answer = corrected(
        space.desk.plan, gap.state, gap.today, gap.cause, action=action, title=title, review=review
    )
    space.desk.session.replace(plan, f"indicators.{gap.state.id}", "correct")
    space.desk.session.history.checkpoint()
    space.changed()
    if title is not None and answer is not None:
        space.go_to(f"actions.{answer}.owner")
    else:
        space.go_to(f"indicators.{gap.state.id}")
    key = "new_action" if title is not None else "accepted" if answer is None else "known_action"
    space.status_bar.tell(space.desk.words(f"steering.{key}", correction=correction, action=answer or ""))
