"""The actions in time: when each runs, what waits for what, which milestones are late, what a scenario moves."""

from datetime import date
from typing import Literal

from model import edits
from model.actions import Action
from model.levers import delayed_action
from model.overlay import applied, layer_ids
from model.plain import frozen
from model.plan import Plan

Lateness = Literal["overdue", "unstarted"]


@frozen
class Stone:
    """A milestone in time; late once its day has passed and it is not done."""

    id: str
    title: str
    due: date | None
    done: date | None
    is_late: bool


@frozen
class Wait:
    """An action that another one waits for; crossed when it ends after the other has started."""

    id: str
    end: date | None
    is_crossed: bool


@frozen
class Bar:
    """An action in time. `was` is its start in the plan where a scenario delays it."""

    id: str
    action: Action
    start: date | None
    end: date | None
    is_ongoing: bool
    stones: tuple[Stone, ...]
    waits: tuple[Wait, ...]
    lateness: Lateness | None = None
    was: date | None = None
    is_left_out: bool = False


def timeline(plan: Plan, today: date, scenario: str | None = None) -> tuple[Bar, ...]:
    """Every action, in the order of the file, as a scenario sees it."""
    seen, out = applied(plan, scenario), left_out(plan, scenario)
    return tuple(_bar(plan, seen, id_, today, is_left_out=id_ in out) for id_ in seen.actions)


def shifted(plan: Plan, action_id: str, months: int, scenario: str | None = None) -> Plan:
    """The plan with an action and its milestones later by some months; in a scenario, delayed that much more there.

    Raises:
        EditRefusedError: a day that no plan can hold.
    """
    if scenario is not None:
        known = plan.scenarios[scenario].actions.get(action_id)
        delay = ((known.delay or 0) if known is not None else 0) + months
        return edits.put(plan, f"scenarios.{scenario}.actions.{action_id}.delay", delay or None)
    path, later = f"actions.{action_id}", delayed_action(plan.actions[action_id], months)
    plan = edits.put(edits.put(plan, f"{path}.start", later.start), f"{path}.end", later.end)
    for id_, milestone in later.milestones.items():
        plan = edits.put(plan, f"{path}.milestones.{id_}.due", milestone.due)
    return plan


def left_out(plan: Plan, scenario: str | None) -> frozenset[str]:
    """The actions that a scenario leaves out: the outermost layer that says so decides."""
    said: dict[str, bool] = {}
    for layer in layer_ids(plan, scenario) if scenario is not None else ():
        for id_, levers in plan.scenarios[layer].actions.items():
            if levers.excluded is not None:
                said[id_] = levers.excluded
    return frozenset(id_ for id_, is_out in said.items() if is_out)


def span(plan: Plan, action: Action) -> tuple[date, date] | None:
    """The first and last day of an action, each the plan's where it has none; None when nothing is known."""
    start, end = action.start or plan.plan.start, action.end or plan.plan.end
    if start is None or end is None:
        known = end if start is None else start
        return None if known is None else (known, known)
    return start, max(start, end)


def _bar(plan: Plan, seen: Plan, id_: str, today: date, *, is_left_out: bool) -> Bar:
    action, days = seen.actions[id_], span(seen, seen.actions[id_])
    own = plan.actions[id_].start
    is_open = action.status not in ("done", "dropped") and not is_left_out
    stones = tuple(
        Stone(key, one.title or "", one.due, one.done, is_open and one.done is None and _is_past(one.due, today))
        for key, one in action.milestones.items()
    )
    return Bar(
        id_,
        action,
        days[0] if days else None,
        days[1] if days else None,
        action.end is None,
        tuple(sorted(stones, key=lambda stone: stone.due or date.max)),
        tuple(_wait(seen, action, other) for other in dict.fromkeys(action.depends_on) if other in seen.actions),
        _lateness(action, today) if is_open else None,
        own if own != action.start else None,
        is_left_out,
    )


def _is_past(day: date | None, today: date) -> bool:
    return day is not None and day < today


def _lateness(action: Action, today: date) -> Lateness | None:
    """Overdue: to be over by now. Unstarted: to have begun by now, and still said to be planned."""
    if _is_past(action.end, today):
        return "overdue"
    return "unstarted" if action.status == "planned" and _is_past(action.start, today) else None


def _wait(seen: Plan, action: Action, other: str) -> Wait:
    end = seen.actions[other].end
    return Wait(other, end, end is not None and action.start is not None and action.start < end)
