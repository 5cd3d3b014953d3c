"""What a change costs beyond money: objectives, indicators, milestones and segments that lose what they rested on."""

from collections.abc import Iterator
from typing import Literal

from model.amounts import minor_figures
from model.breakdowns import line_parts
from model.plain import frozen
from model.plan import Plan
from model.whatif.trial import Trial

Code = Literal[
    "objective_unfunded",
    "indicator_without_action",
    "indicator_without_objective",
    "milestone_moot",
    "segment_unserved",
]


@frozen
class Consequence:
    """What happens to a record, by its path; `because` is the action or objective that lost its money."""

    path: str
    code: Code
    because: str = ""


def consequences(trial: Trial) -> tuple[Consequence, ...]:
    """What the trial takes away from the plan that it starts from, in the order of the plan."""
    return lost(trial.before, trial.seen, _left_out(trial))


def lost(before: Plan, after: Plan, left_out: frozenset[str] = frozenset()) -> tuple[Consequence, ...]:
    """What one version of the plan takes away from another; `left_out` are actions dropped whatever they cost."""
    if not left_out and not _may_lose(before, after):
        return ()
    had, has = _funded(before), _funded(after)
    actions = (had - has) | left_out
    objectives = _named(before, had, "objectives") - _named(after, has, "objectives")
    segments = _named(before, had, "segments") - _named(after, has, "segments")
    return (
        *(Consequence(f"objectives.{id_}", "objective_unfunded") for id_ in after.objectives if id_ in objectives),
        *_indicators(after, actions, objectives),
        *_milestones(after, actions),
        *(Consequence(f"segments.{id_}", "segment_unserved") for id_ in after.segments if id_ in segments),
    )


def _may_lose(before: Plan, after: Plan) -> bool:
    """Whether some line has lost its money, or serves something else: quickly told while somebody types."""
    if before.actions is not after.actions or before.budget.keys() - after.budget.keys():
        return True
    old, new = minor_figures(before), minor_figures(after)
    return any(
        (max(old[id_]) > 0 >= max(new[id_])) or line.shares != was.shares or line.action != was.action
        for id_, was in before.budget.items()
        if (line := after.budget[id_]) is not was
    )


def _funded(plan: Plan) -> set[str]:
    """The actions that have some money."""
    figures = minor_figures(plan)
    return {
        key
        for id_, line in plan.budget.items()
        for key, excl, incl in line_parts(plan, line, "action", *figures[id_])
        if excl > 0 or incl > 0
    }


def _named(plan: Plan, actions: set[str], field: str) -> set[str]:
    """What the actions among these that the plan has name: their objectives, or segments."""
    return {id_ for action in actions if action in plan.actions for id_ in getattr(plan.actions[action], field)}


def _left_out(trial: Trial) -> frozenset[str]:
    """The actions that the trial leaves out, whatever they cost."""
    overlay = trial.overlay.actions
    return frozenset(id_ for id_, change in overlay.items() if change.excluded and id_ in trial.before.actions)


def _indicators(plan: Plan, actions: set[str], objectives: set[str]) -> Iterator[Consequence]:
    for id_, indicator in plan.indicators.items():
        if indicator.action in actions:
            yield Consequence(f"indicators.{id_}", "indicator_without_action", indicator.action or "")
        elif indicator.action is None and indicator.objective in objectives:
            yield Consequence(f"indicators.{id_}", "indicator_without_objective", indicator.objective or "")


def _milestones(plan: Plan, actions: set[str]) -> Iterator[Consequence]:
    for id_, action in plan.actions.items():
        for milestone_id, milestone in action.milestones.items() if id_ in actions else ():
            if milestone.done is None:
                yield Consequence(f"actions.{id_}.milestones.{milestone_id}", "milestone_moot", id_)
