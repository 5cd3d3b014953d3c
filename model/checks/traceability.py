"""Rules about what follows from what: finding, objective, action, money."""

from collections.abc import Iterator

from model.budget import Line
from model.checks.context import Context
from model.checks.finding import PAUSE_AFTER, Hit, at
from model.checks.registry import rule
from model.trace.graph import id_of
from model.trace.orphans import served, unanswered_items


@rule("TRC001", "warning", guide="diagnostic#swot.set_aside")
def finding_unanswered(context: Context) -> Iterator[Hit]:
    """No objective and no decision answers a SWOT item, and nobody set it aside."""
    for path in unanswered_items(context.plan):
        yield at(path, id=id_of(path))


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
    worked_for = served(context.plan)
    for id_ in context.plan.objectives:
        if id_ not in worked_for:
            yield at(f"objectives.{id_}", id=id_)
