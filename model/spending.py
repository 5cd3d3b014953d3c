"""How far the money of the plan has gone: paid, committed, still a forecast, month by month; and what is spent."""

from typing import Literal, get_args

from model.amounts import minor_figures, sides
from model.breakdowns import line_parts
from model.budget import Line
from model.money import Money, minor_digits, money, to_minor
from model.plan import Plan

Stage = Literal["paid", "committed", "forecast"]
STAGES: tuple[Stage, ...] = get_args(Stage)
_STAGE_OF: dict[str | None, Stage] = {"paid": "paid", "invoiced": "committed", "committed": "committed"}


def stage_of(line: Line) -> Stage:
    """How far a line has gone, by its status: an invoiced line is committed, one that says nothing is a forecast."""
    return _STAGE_OF.get(line.status, "forecast")


def by_month_and_stage(plan: Plan) -> dict[str, dict[Stage, Money]]:
    """The breakdown by month, each month parted by stage; the parts of a month sum to it, to the cent.

    Months stand in their order, the empty name (money without a date) after them, like in `breakdown`.
    """
    figures, sums = minor_figures(plan), dict[str, dict[Stage, list[int]]]()
    for id_, line in plan.budget.items():
        stage = stage_of(line)
        for month, excl, incl in line_parts(plan, line, "month", *figures[id_]):
            cell = sums.setdefault(month, {}).setdefault(stage, [0, 0])
            cell[0] += excl
            cell[1] += incl
    digits = minor_digits(plan.plan.currency)
    return {
        month: {stage: _money(sums[month].get(stage, [0, 0]), digits) for stage in STAGES}
        for month in sorted(sums, key=lambda month: (not month, month))
    }


def _money(figures: list[int], digits: int) -> Money:
    excl, incl = figures
    return money(excl, incl, digits)


def spent(plan: Plan) -> Money:
    """What the lines say is spent, in the plan's currency and each line's own prices; a paid line is spent whole."""
    digits, figures = minor_digits(plan.plan.currency), minor_figures(plan)
    parts = [_spent(plan, line, figures[id_]) for id_, line in plan.budget.items() if line.included_in is None]
    return money(sum(excl for excl, _ in parts), sum(incl for _, incl in parts), digits)


def _spent(plan: Plan, line: Line, figures: tuple[int, int]) -> tuple[int, int]:
    if line.spent is not None:
        return sides(line, plan.plan, to_minor(line.spent, minor_digits(plan.plan.currency)))
    return figures if line.status == "paid" else (0, 0)
