"""Rules about actions at work: described, on time, measured where they are dear, and paid for."""

from collections.abc import Iterator
from datetime import timedelta

from model.actions import Action
from model.checks.actions import OVER
from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.funding import percent
from model.checks.registry import rule

LONG = timedelta(days=92)
"""An action that lasts longer has a step on its way."""
DEAR = 10
"""An action above this percent of the budget is measured."""


def _is_running(context: Context) -> bool:
    """Whether the plan's year has not ended: what was to be done can still be done."""
    return context.year is not None and context.today <= context.year[1]


@rule("ACT009", "advice", guide="actions#what")
def action_not_described(context: Context) -> Iterator[Hit]:
    """An action says neither what is done nor how."""
    for id_, action in context.plan.actions.items():
        if is_blank(action.what) and is_blank(action.how):
            yield at(f"actions.{id_}.what", id=id_)


@rule("ACT010", "warning", guide="actions#status")
def action_over_and_not_done(context: Context) -> Iterator[Hit]:
    """During the plan's year, an action's last day has passed and its status says that it goes on."""
    if not _is_running(context):
        return
    for id_, action in context.plan.actions.items():
        if action.end is not None and action.end < context.today and action.status not in OVER:
            yield at(f"actions.{id_}.status", id=id_, end=action.end)


@rule("ACT011", "advice", guide="actions#status")
def action_should_have_begun(context: Context) -> Iterator[Hit]:
    """During the plan's year, an action's first day has passed and its status says that it is planned."""
    if not _is_running(context):
        return
    for id_, action in context.plan.actions.items():
        is_over = action.end is not None and action.end < context.today
        if action.status == "planned" and action.start is not None and action.start < context.today and not is_over:
            yield at(f"actions.{id_}.status", id=id_, start=action.start)


@rule("ACT012", "warning", guide="actions#start")
def action_after_its_objectives(context: Context) -> Iterator[Hit]:
    """An action starts once every objective that it serves has been judged."""
    objectives = context.plan.objectives
    for id_, action in context.plan.actions.items():
        days = [objectives[name].deadline for name in action.objectives if name in objectives]
        last = max((day for day in days if day is not None), default=None)
        if last is not None and None not in days and action.start is not None and action.start > last:
            yield at(f"actions.{id_}.start", id=id_, start=action.start, deadline=last)


@rule("ACT013", "advice", guide="actions#milestones")
def long_action_without_milestone(context: Context) -> Iterator[Hit]:
    """A planned action of more than three months has no intermediate step."""
    for id_, action in context.plan.actions.items():
        if action.milestones or action.status in ("doing", *OVER) or action.start is None or action.end is None:
            continue
        if action.end - action.start > LONG:
            yield at(f"actions.{id_}.milestones", id=id_)


@rule("ACT014", "warning", guide="actions#depends_on")
def waits_for_a_dropped_action(context: Context) -> Iterator[Hit]:
    """An action waits for one that was dropped."""
    actions = context.plan.actions
    for id_, action in actions.items():
        if action.status in OVER:
            continue
        dropped = next(
            (name for name in action.depends_on if name in actions and actions[name].status == "dropped"), None
        )
        if dropped is not None:
            yield at(f"actions.{id_}.depends_on", id=id_, action=dropped)


def _has_means(id_: str, action: Action, context: Context) -> bool:
    return id_ in context.budgeted or bool(action.effort)


@rule("ACT015", "advice", guide="budget#action")
def action_without_budget(context: Context) -> Iterator[Hit]:
    """An action to be done has no budget line and nobody's days."""
    if not context.plan.budget:
        return
    for id_, action in context.plan.actions.items():
        if action.status != "dropped" and not _has_means(id_, action, context):
            yield at(f"actions.{id_}", id=id_)


@rule("ACT016", "warning", guide="actions#milestones.due")
def milestone_before_the_start(context: Context) -> Iterator[Hit]:
    """A milestone is due before its action starts."""
    for id_, action in context.plan.actions.items():
        for milestone_id, milestone in action.milestones.items():
            if action.start is not None and milestone.due is not None and milestone.due < action.start:
                path = f"actions.{id_}.milestones.{milestone_id}.due"
                yield at(path, id=milestone_id, action=id_, due=milestone.due, start=action.start)


@rule("TRC004", "warning", guide="indicators#action")
def dear_action_not_measured(context: Context) -> Iterator[Hit]:
    """An action takes more than 10 % of the budget, and no indicator measures it or what it serves."""
    if context.total <= 0:
        return
    measured = {indicator.action for indicator in context.plan.indicators.values()}
    for id_, action in context.plan.actions.items():
        cost = context.cents_by_action.get(id_, 0)
        if 100 * cost <= DEAR * context.total or id_ in measured:
            continue
        if not any(served in context.measures for served in action.objectives):
            share = percent(cost, context.total)
            yield at(f"actions.{id_}", id=id_, share=share, amount=context.amount(cost))
