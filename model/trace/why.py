"""Why this euro: a budget line's money, shared out over its actions, their objectives and the findings behind them."""

from collections.abc import Iterator

from model.amounts import minor_figures
from model.breakdowns import Part, equally, line_parts
from model.money import Money, minor_digits, money
from model.plain import frozen
from model.plan import Plan
from model.trace.money import reasons
from model.trace.relations import place_of
from model.values import FINDINGS


@frozen
class Share:
    """What goes to a record, `depth` steps from the line; without an id, what goes nowhere further.

    `path` is empty where the id names no record. `decisions` are those that led to an objective.
    """

    depth: int
    id: str
    path: str
    money: Money
    decisions: tuple[str, ...] = ()


def why(plan: Plan, line: str) -> tuple[Share, ...]:
    """The line, then each action with its objectives and their findings below it; the parts of each sum to it."""
    digits, figures = minor_digits(plan.plan.currency), minor_figures(plan)[line]
    return tuple(
        Share(depth, id_, place_of(plan, id_, sections) if id_ else "", money(excl, incl, digits), decided)
        for depth, (id_, excl, incl), sections, decided in _shares(plan, (line, *figures))
    )


def _shares(plan: Plan, whole: Part) -> Iterator[tuple[int, Part, tuple[str, ...], tuple[str, ...]]]:
    line, behind = plan.budget[whole[0]], reasons(plan)
    yield 0, whole, ("budget",), ()
    for action in line_parts(plan, line, "action", *whole[1:]):
        yield 1, action, ("actions",), ()
        for objective in _further(_objectives(plan, action[0]), action):
            yield 2, objective, ("objectives",), _decisions(plan, objective[0])
            for finding in _further(behind.get(objective[0], ()), objective):
                yield 3, finding, FINDINGS.sections, ()


def _further(ids: tuple[str, ...], part: Part) -> list[Part]:
    """The parts of a part; what comes from nowhere is told once, where it is lost."""
    return equally(list(ids), part[1], part[2]) if part[0] else []


def _objectives(plan: Plan, action: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(plan.actions[action].objectives)) if action in plan.actions else ()


def _decisions(plan: Plan, objective: str) -> tuple[str, ...]:
    return tuple(key for key, decision in plan.decisions.items() if objective and objective in decision.objectives)
