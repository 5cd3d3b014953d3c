"""Rules about what follows from what: finding, objective, action, money."""

from collections.abc import Iterator

from model.budget import Line
from model.checks.context import Context, is_blank
from model.checks.finding import PAUSE_AFTER, Hit, at
from model.checks.registry import rule


@rule("TRC001", "warning", guide="diagnostic#swot.set_aside")
def finding_unanswered(context: Context) -> Iterator[Hit]:
    """No objective and no decision answers a SWOT item, and nobody set it aside."""
    plan = context.plan
    answered = {id_ for objective in plan.objectives.values() for id_ in objective.answers}
    answered.update(id_ for decision in plan.decisions.values() for id_ in decision.findings)
    for id_, item in plan.diagnostic.swot.items():
        if id_ not in answered and is_blank(item.set_aside):
            yield at(f"diagnostic.swot.{id_}", id=id_)


def _served(line: Line) -> tuple[str, ...]:
    """The actions that a line's money goes to; an empty id for money that goes to none."""
    shared = tuple(id_ for id_, share in line.shares.items() if share)
    return shared or (line.action or "",)


@rule("TRC002", "warning", guide="budget#action")
def money_serves_no_objective(context: Context) -> Iterator[Hit | None]:
    """Money goes to no action, or to one that serves no objective."""
    for n, (id_, line) in enumerate(context.lines.items()):
        if not n % PAUSE_AFTER:
            yield None
        if context.cents[id_] and any(served not in context.purposeful for served in _served(line)):
            yield at(f"budget.{id_}", id=id_, amount=context.amount(context.cents[id_]))


@rule("TRC003", "warning", guide="actions#objectives")
def objective_without_action(context: Context) -> Iterator[Hit]:
    """No action serves an objective, nor one of its sub-objectives."""
    objectives = context.plan.objectives
    served = {id_ for action in context.plan.actions.values() for id_ in action.objectives}
    # A parent is served through its children, however far below they stand; each is climbed from once.
    climbing = [id_ for id_ in served if id_ in objectives]
    while climbing:
        parent = objectives[climbing.pop()].parent
        if parent is not None and parent not in served and parent in objectives:
            served.add(parent)
            climbing.append(parent)
    for id_ in objectives:
        if id_ not in served:
            yield at(f"objectives.{id_}", id=id_)
