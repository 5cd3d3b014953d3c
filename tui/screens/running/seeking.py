"""A goal typed over a total: the proposal is shown, walked and changed before it is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tui.dialogs.report import Deed

if TYPE_CHECKING:
    from model.whatif.changes import Goal
    from tui.reports.goal import GoalSought
    from tui.screens.workspace import Workspace


def seek(space: Workspace, goal: Goal) -> None:
    """Show what would move for a goal; nothing when it is there already."""
    # The search is loaded when the first goal is typed.
    from model.money import from_minor, minor_digits
    from tui.formats.numbers import format_number
    from tui.money import currency_of
    from tui.reports.goal import GoalSought

    sought, words = GoalSought(space.desk, goal), space.desk.words
    if sought.is_met:
        now = from_minor(goal.target.measure(space.desk.seen), minor_digits(currency_of(space.desk)))
        space.tell_grid("goal_reached", now=format_number(now, space.desk.numbers))
        return
    deeds = {
        "up": Deed(partial(sought.walk, -1)),
        "down": Deed(partial(sought.walk, 1), words("grid.goal_move"), words("grid.goal_walk")),
        "tab": Deed(partial(sought.walk, 1)),
        "space": Deed(sought.spare, words("grid.goal_hold"), words("grid.goal_space")),
        "m": Deed(sought.next_strategy, words("grid.goal_strategy")),
        "enter": Deed(partial(_take, space, sought), words("grid.goal_take"), words("messages.enter")),
    }
    space.read(words("grid.goal_title", text=goal.text), sought.lines, deeds)


def _take(space: Workspace, sought: GoalSought) -> None:
    """Keep the proposal as one step, the nearest one when the goal is out of reach."""
    space.dialog = None
    space.desk.session.replace(sought.made.plan, "budget", "goal")
    space.desk.session.history.checkpoint()
    space.changed()
    space.status_bar.tell(space.desk.words.count("grid.goal_kept", len(sought.made.lines)))
