"""Rules about actions: each serves an objective, has somebody in charge, and dates that hold together."""

from collections.abc import Iterator

from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.registry import rule

OVER = ("done", "dropped")


@rule("ACT001", "warning", guide="actions#objectives")
def action_serves_no_objective(context: Context) -> Iterator[Hit]:
    """An action serves no objective."""
    for id_, action in context.plan.actions.items():
        if not action.objectives:
            yield at(f"actions.{id_}.objectives", id=id_)


@rule("ACT002", "warning", guide="actions#owner")
def action_without_owner(context: Context) -> Iterator[Hit]:
    """Nobody is in charge of an action."""
    for id_, action in context.plan.actions.items():
        if action.owner is None:
            yield at(f"actions.{id_}.owner", id=id_)


@rule("ACT003", "warning", guide="actions#milestones")
def action_without_milestone(context: Context) -> Iterator[Hit]:
    """An action in progress has no intermediate step."""
    for id_, action in context.plan.actions.items():
        if action.status == "doing" and not action.milestones:
            yield at(f"actions.{id_}.milestones", id=id_)


@rule("ACT004", "warning", guide="actions#milestones.due")
def milestone_after_the_end(context: Context) -> Iterator[Hit]:
    """A milestone is due after its action ends."""
    for id_, action in context.plan.actions.items():
        for milestone_id, milestone in action.milestones.items():
            if action.end is not None and milestone.due is not None and milestone.due > action.end:
                path = f"actions.{id_}.milestones.{milestone_id}.due"
                yield at(path, id=milestone_id, action=id_, due=milestone.due, end=action.end)


@rule("ACT005", "warning", guide="actions#start")
def action_without_start(context: Context) -> Iterator[Hit]:
    """An action does not say when it starts."""
    for id_, action in context.plan.actions.items():
        if action.start is None and action.status != "dropped":
            yield at(f"actions.{id_}.start", id=id_)


@rule("ACT006", "warning", guide="actions#milestones.done")
def milestone_is_late(context: Context) -> Iterator[Hit]:
    """A milestone's day has passed, and it is not done."""
    for id_, action in context.plan.actions.items():
        if action.status in OVER:
            continue
        for milestone_id, milestone in action.milestones.items():
            if milestone.due is not None and milestone.due < context.today and milestone.done is None:
                path = f"actions.{id_}.milestones.{milestone_id}.done"
                yield at(path, id=milestone_id, action=id_, due=milestone.due)


@rule("ACT007", "warning", guide="actions#depends_on")
def action_starts_too_soon(context: Context) -> Iterator[Hit]:
    """An action starts before one that it depends on ends."""
    actions = context.plan.actions
    for id_, action in actions.items():
        for name in dict.fromkeys(action.depends_on):
            end = actions[name].end if name in actions else None
            if end is not None and action.start is not None and action.start < end:
                yield at(f"actions.{id_}.depends_on", id=id_, action=name, start=action.start, end=end)
                break
