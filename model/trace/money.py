"""The money behind the thread: by finding, objective, segment, channel; each sums to the total, to the cent."""

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

from model.amounts import minor_figures
from model.breakdowns import Part, breakdown, equally, line_parts
from model.budget import Line
from model.money import Money, minor_digits, money
from model.plan import Plan

Purpose = Literal["finding", "objective", "segment", "channel"]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)


def money_by(plan: Plan, purpose: Purpose) -> dict[str, Money]:
    """The budget by what it is for, in the order in which the lines name it; what names nothing stands under `""`.

    By finding: each objective's part is split equally over its `reasons`. By channel: each action's part equally over
    its channels.
    """
    if purpose in ("objective", "segment"):
        return breakdown(plan, purpose)
    names, by = (reasons(plan), "objective") if purpose == "finding" else (_channels(plan), "action")
    figures, sums = minor_figures(plan), dict[str, list[int]]()
    for id_, line in plan.budget.items():
        for key, excl, incl in _parts(plan, line, by, names, figures[id_]):
            group = sums.setdefault(key, [0, 0])
            group[0] += excl
            group[1] += incl
    digits = minor_digits(plan.plan.currency)
    return {key: money(excl, incl, digits) for key, (excl, incl) in sums.items()}


def _parts(
    plan: Plan, line: Line, by: str, names: Mapping[str, tuple[str, ...]], figures: tuple[int, int]
) -> Iterable[Part]:
    for key, excl, incl in line_parts(plan, line, "objective" if by == "objective" else "action", *figures):
        yield from equally(list(names.get(key, ())), excl, incl)


def _channels(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {id_: tuple(dict.fromkeys(action.channels)) for id_, action in plan.actions.items()}


def reasons(plan: Plan) -> dict[str, tuple[str, ...]]:
    """The findings behind each objective: those it answers, and those of the decisions that name it.

    One that has none of its own has its parent's, or those of the nearest above that has some.
    """
    own = {id_: dict.fromkeys(objective.answers) for id_, objective in plan.objectives.items()}
    for decision in plan.decisions.values():
        for id_ in decision.objectives:
            if id_ in own:
                own[id_].update(dict.fromkeys(decision.findings))
    found: dict[str, tuple[str, ...]] = {id_: tuple(ids) for id_, ids in own.items() if ids}
    for id_ in own:
        _inherit(plan, id_, found)
    return found


def _inherit(plan: Plan, id_: str, found: dict[str, tuple[str, ...]]) -> None:
    """Climb to the first that is known, and let all that were passed have what it has."""
    passed, name = dict[str, None](), id_
    while name in plan.objectives and name not in found and name not in passed:
        passed[name] = None
        name = plan.objectives[name].parent or ""
    found.update(dict.fromkeys(passed, found.get(name, ())))
