"""Where each action stands in the PDCA loop, by what is known of it, beside what was typed."""

from datetime import date
from typing import Literal

from model.actions import Action
from model.plain import frozen
from model.plan import Plan
from model.steering.rising import Dashboard

Turn = Literal["plan", "do", "check", "act"]
Reason = Literal["not_begun", "under_way", "milestone_done", "finished", "off_path", "on_path"]


@frozen
class Suggestion:
    """The state that follows from what is known, and why; whether the action says another one."""

    turn: Turn
    reason: Reason
    differs: bool = False


def suggested(plan: Plan, board: Dashboard, action_id: str) -> Suggestion | None:
    """Where an action stands in the loop; None for one that was dropped.

    - plan: nothing of it has begun;
    - act: begun, and an indicator of it or of its objectives is off its path; or finished, and read on it: keep it;
    - check: finished, or a milestone done, and no reading since;
    - do: under way otherwise.
    """
    action = plan.actions[action_id]
    if action.status == "dropped":
        return None
    turn, reason = _stand(plan, board, action_id, action)
    # Over and read, on its path: whether one is still checking or keeps it already is the reader's word.
    is_either = reason == "on_path" and action.pdca == "check"
    return Suggestion(turn, reason, action.pdca not in (None, turn) and not is_either)


def _stand(plan: Plan, board: Dashboard, id_: str, action: Action) -> tuple[Turn, Reason]:
    done = [milestone.done for milestone in action.milestones.values() if milestone.done is not None]
    if not has_begun(action, board.today):
        return "plan", "not_begun"
    states = [board.states[name] for name in followed_by(plan, id_)]
    read = max((state.last.day for state in states if state.last is not None), default=None)
    since = max((*done, *(_ends(action, board.today))), default=None)
    if since is not None and states and (read is None or read < since):
        return "check", "finished" if is_finished(action, board.today) else "milestone_done"
    if any(state.is_red for state in states):
        return "act", "off_path"
    if is_finished(action, board.today):
        return ("act", "on_path") if read is not None else ("check", "finished")
    return "do", "under_way"


def _ends(action: Action, today: date) -> tuple[date, ...]:
    return (action.end,) if action.end is not None and action.end <= today else ()


def followed_by(plan: Plan, action_id: str) -> tuple[str, ...]:
    """The indicators that judge an action: its own, else those of the objectives that it serves."""
    own = tuple(id_ for id_, indicator in plan.indicators.items() if indicator.action == action_id)
    served = plan.actions[action_id].objectives
    return own or tuple(id_ for id_, indicator in plan.indicators.items() if indicator.objective in served)


def has_begun(action: Action, today: date) -> bool:
    """Whether something of an action was done: it says so, a milestone is done, or its start has come."""
    if action.status in ("doing", "done") or any(step.done is not None for step in action.milestones.values()):
        return True
    return action.status is None and action.start is not None and action.start <= today


def is_finished(action: Action, today: date) -> bool:
    """Whether an action is done: it says so, or says nothing and its end has passed."""
    return action.status == "done" or (action.status is None and action.end is not None and action.end < today)
