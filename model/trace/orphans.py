"""Where the thread is cut, both ways: what nothing takes up, and what serves nothing."""

from collections.abc import Iterator
from typing import Literal, get_args

from model.amounts import minor_figures
from model.breakdowns import line_parts
from model.plain import frozen
from model.plan import Plan
from model.trace.graph import Graph
from model.trace.money import reasons
from model.trace.relations import section_of
from model.trace.walk import upward

Cut = Literal[
    "finding_unanswered",
    "objective_without_finding",
    "objective_without_action",
    "objective_unmeasured",
    "action_without_objective",
    "action_without_money",
    "money_without_objective",
    "indicator_without_objective",
]
CUTS: tuple[Cut, ...] = get_args(Cut)

WATCHED = 2
"""A change outside of this weight or less stays under watch: nothing has to come of it."""


@frozen
class Orphan:
    """A record where the thread is cut, and how."""

    path: str
    code: Cut


def orphans(graph: Graph) -> tuple[Orphan, ...]:
    """Every cut, from the findings to the indicators; what was set aside or dropped on purpose is none."""
    return tuple(_orphans(graph))


def _orphans(graph: Graph) -> Iterator[Orphan]:
    plan, worked_for, funded = graph.plan, served(graph.plan), funded_actions(graph.plan)
    measured = {indicator.objective for indicator in plan.indicators.values()}
    yield from (Orphan(path, "finding_unanswered") for path in _unanswered(graph))
    behind = reasons(plan)
    for id_ in plan.objectives:
        if not behind.get(id_):
            yield Orphan(f"objectives.{id_}", "objective_without_finding")
        if id_ not in worked_for:
            yield Orphan(f"objectives.{id_}", "objective_without_action")
        if id_ not in measured:
            yield Orphan(f"objectives.{id_}", "objective_unmeasured")
    for id_, action in plan.actions.items():
        if action.status != "dropped":
            if not any(objective in plan.objectives for objective in action.objectives):
                yield Orphan(f"actions.{id_}", "action_without_objective")
            if id_ not in funded:
                yield Orphan(f"actions.{id_}", "action_without_money")
    yield from (Orphan(path, "money_without_objective") for path in _aimless_lines(plan))
    yield from (Orphan(path, "indicator_without_objective") for path in _aimless_indicators(graph))


def _unanswered(graph: Graph) -> Iterator[str]:
    """SWOT items that nothing answers; changes outside that nobody drew anything from either."""
    yield from unanswered_items(graph.plan)
    for id_, change in graph.plan.diagnostic.pestel.items():
        path, is_watched = f"diagnostic.pestel.{id_}", change.weight is not None and change.weight <= WATCHED
        if change.effect in ("opportunity", "threat") and not is_watched and path not in graph.below:
            yield path


def unanswered_items(plan: Plan) -> Iterator[str]:
    """The SWOT items that no objective or decision answers, and that nobody set aside."""
    answered = {id_ for objective in plan.objectives.values() for id_ in objective.answers}
    answered.update(id_ for decision in plan.decisions.values() for id_ in decision.findings)
    for id_, item in plan.diagnostic.swot.items():
        if id_ not in answered and not (item.set_aside or "").strip():
            yield f"diagnostic.swot.{id_}"


def served(plan: Plan) -> set[str]:
    """The objectives that some action serves, themselves or through a sub-objective."""
    served = set[str]()
    climbing = [id_ for action in plan.actions.values() for id_ in action.objectives]
    while climbing:
        id_ = climbing.pop()
        if id_ in plan.objectives and id_ not in served:
            served.add(id_)
            climbing.append(plan.objectives[id_].parent or "")
    return served


def funded_actions(plan: Plan) -> set[str]:
    """The actions to which some line brings an amount."""
    figures = minor_figures(plan)
    return {
        key
        for id_, line in plan.budget.items()
        for key, excl, incl in line_parts(plan, line, "action", *figures[id_])
        if excl or incl
    }


def _aimless_lines(plan: Plan) -> Iterator[str]:
    """The lines of which some amount serves no objective there is."""
    figures = minor_figures(plan)
    for id_, line in plan.budget.items():
        parts = line_parts(plan, line, "objective", *figures[id_])
        if any((excl or incl) and key not in plan.objectives for key, excl, incl in parts):
            yield f"budget.{id_}"


def _aimless_indicators(graph: Graph) -> Iterator[str]:
    """The indicators that no objective stands above, by themselves or by their action; a segment's own is for it."""
    for id_ in graph.plan.indicators:
        path = f"indicators.{id_}"
        if not any(section_of(stop.path) in ("objectives", "segments") for stop in upward(graph, path)):
            yield path
