"""The budget's total and its breakdowns: each sums to the total, to the cent."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Literal, get_args

from model.amounts import minor_figures
from model.budget import Line
from model.exact import known_of, value_of
from model.money import Money, minor_digits, money, proportions, split_equally, split_whole
from model.phasing import bounds, month_name
from model.plan import Plan

By = Literal["category", "group", "action", "objective", "segment", "supplier", "source", "status", "month"]
BREAKDOWNS: tuple[By, ...] = get_args(By)

Part = tuple[str, int, int]
"""A key, and what goes to it without and with tax, in minor units."""


def total(plan: Plan) -> Money:
    """The sum of the rounded lines."""
    parts = minor_figures(plan).values()
    return money(sum(excl for excl, _ in parts), sum(incl for _, incl in parts), minor_digits(plan.plan.currency))


def breakdown(plan: Plan, by: By) -> dict[str, Money]:
    """The total by category, action, month…; what names nothing stands under `""`.

    Groups come in the order in which the lines name them, months in their own, `""` after them.
    """
    sums: dict[str, list[int]] = {}
    for key, excl, incl in _parts(plan, by):
        group = sums.get(key)
        if group is None:
            sums[key] = [excl, incl]
        else:
            group[0] += excl
            group[1] += incl
    digits = minor_digits(plan.plan.currency)
    keys: Iterable[str] = sorted(sums, key=lambda month: (not month, month)) if by == "month" else sums
    return {key: money(sums[key][0], sums[key][1], digits) for key in keys}


def _parts(plan: Plan, by: By) -> Iterator[Part]:
    """Every line's parts."""
    figures = minor_figures(plan)
    if by not in _SPLITS:
        for id_, line in plan.budget.items():
            yield getattr(line, by) or "", *figures[id_]
        return
    for id_, line in plan.budget.items():
        yield from line_parts(plan, line, by, *figures[id_])


def line_parts(plan: Plan, line: Line, by: By, excl: int, incl: int) -> Iterable[Part]:
    """Where a line's figures, in minor units, go."""
    parts_of = _SPLITS.get(by)
    if parts_of is None:
        return ((getattr(line, by) or "", excl, incl),)
    return parts_of(plan, line, excl, incl)


def month_parts(plan: Plan, line: Line, action: str | None, excl: int, incl: int) -> Iterable[Part]:
    """When a part of a line is spent: the part of an action, which has its own dates, or the whole without one."""
    if action is None or line.months or (line.start and line.end):
        return _by_month(plan, line, excl, incl)
    return _evenly(plan, line, action, excl, incl)


def _by_action(_plan: Plan, line: Line, excl: int, incl: int) -> list[Part]:
    if not line.shares:
        return [(line.action or "", excl, incl)]
    return _weighted(tuple(line.shares), proportions(tuple(line.shares.values())), excl, incl)


def _weighted(keys: Iterable[str], weights: list[int], excl: int, incl: int) -> list[Part]:
    # Most lines bear no tax, or none is split: the second split is then the first.
    first = split_whole(excl, weights)
    return list(zip(keys, first, first if incl == excl else split_whole(incl, weights), strict=True))


def equally(keys: list[str], excl: int, incl: int) -> list[Part]:
    """The same part for each key, to the minor unit; all of it under `""` where there is none."""
    if not keys:
        return [("", excl, incl)]
    if len(keys) == 1:
        return [(keys[0], excl, incl)]
    return list(zip(keys, split_equally(excl, len(keys)), split_equally(incl, len(keys)), strict=True))


def _by_objective(plan: Plan, line: Line, excl: int, incl: int) -> Iterator[Part]:
    for id_, part_excl, part_incl in _by_action(plan, line, excl, incl):
        action = plan.actions.get(id_)
        yield from equally(list(dict.fromkeys(action.objectives)) if action else [], part_excl, part_incl)


def _by_segment(plan: Plan, line: Line, excl: int, incl: int) -> Iterator[Part]:
    for id_, part_excl, part_incl in _by_action(plan, line, excl, incl):
        action = plan.actions.get(id_)
        yield from equally(list(dict.fromkeys(action.segments)) if action else [], part_excl, part_incl)


@lru_cache(maxsize=1024)
def _month_names(first: int, last: int) -> list[str]:
    return [month_name(number) for number in range(first, last + 1)]


def _by_month(plan: Plan, line: Line, excl: int, incl: int) -> Iterator[Part]:
    if line.months:
        known = known_of(plan.drivers)
        weights = proportions([value_of(month, known, line) for month in line.months.values()])
        yield from _weighted(line.months, weights, excl, incl)
    elif line.start and line.end:
        yield from _evenly(plan, line, None, excl, incl)
    else:
        # Each action has its own dates, so a shared cost is phased part by part.
        for id_, part_excl, part_incl in _by_action(plan, line, excl, incl):
            yield from _evenly(plan, line, id_, part_excl, part_incl)


def _evenly(plan: Plan, line: Line, action_id: str | None, excl: int, incl: int) -> list[Part]:
    months = bounds(plan, line, action_id)
    return equally(_month_names(*months) if months else [], excl, incl)


_SPLITS: dict[By, Callable[[Plan, Line, int, int], Iterable[Part]]] = {
    "action": _by_action,
    "objective": _by_objective,
    "segment": _by_segment,
    "month": _by_month,
}
