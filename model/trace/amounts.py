"""The money that stands at each record of the thread."""

from model.amounts import figures
from model.breakdowns import breakdown
from model.money import Money
from model.plan import Plan
from model.trace.money import money_by
from model.trace.relations import place_of
from model.values import FINDINGS


def amounts(plan: Plan) -> dict[str, Money]:
    """By path, the money of the findings, segments, objectives, actions and lines; nothing where none goes.

    A channel that is a finding has its actions' money, unless an objective answers it.
    """
    groups = (
        (money_by(plan, "channel"), ("diagnostic.channels",)),
        (money_by(plan, "finding"), FINDINGS.sections),
        (breakdown(plan, "segment"), ("segments",)),
        (breakdown(plan, "objective"), ("objectives",)),
        (breakdown(plan, "action"), ("actions",)),
        (figures(plan), ("budget",)),
    )
    return {
        path: money for group, among in groups for id_, money in group.items() if (path := place_of(plan, id_, among))
    }
