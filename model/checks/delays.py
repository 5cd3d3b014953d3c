"""What a scenario delays past the plan's end: it stays counted, and rule PLN005 says so."""

from collections.abc import Iterator
from typing import Any

from model.checks.context import Context, month_of
from model.record import Record

Outside = tuple[str, str, str]


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:]) - 1


def _later(month: str, by: int) -> str:
    """The month so many months later."""
    year, rest = divmod(_count(month) + by, 12)
    return f"{year:04d}-{rest + 1:02d}"


def _last_month(context: Context, *layers: Record | None) -> str:
    """The last month of a line's money: its own, else its action's, else the plan's; the first layer wins."""
    values: list[Any] = [layer for layer in layers if layer is not None]
    months = [month for layer in values for month in layer.months]
    if months:
        return str(max(months))
    end = next((layer.end for layer in values if layer.end is not None), None)
    if end is not None:
        return str(end)
    action = context.plan.actions.get(next((layer.action for layer in values if layer.action), ""))
    day = action.end if action is not None else None
    return month_of(day or context.plan.plan.end or context.today)


def _last_months_of_actions(context: Context) -> dict[str, str]:
    """The last month of each action: its end, its milestones, its lines."""
    last: dict[str, str] = {}

    def keep(id_: str, month: str) -> None:
        last[id_] = max(last.get(id_, ""), month)

    for id_, action in context.plan.actions.items():
        for day in (action.end, *(milestone.due for milestone in action.milestones.values())):
            if day is not None:
                keep(id_, month_of(day))
    for line in context.lines.values():
        for served in line.shares or (line.action,):
            if served is not None:
                keep(served, _last_month(context, line))
    return last


def _delayed(context: Context) -> Iterator[tuple[str, str, str, int]]:
    """Everything that a scenario delays, as (path, id, last month, by so many months)."""
    actions = _last_months_of_actions(context)
    for name, scenario in context.plan.scenarios.items():
        for id_, change in scenario.budget.items():
            if change.delay and not change.excluded:
                month = _last_month(context, change, context.plan.budget.get(id_))
                yield f"scenarios.{name}.budget.{id_}.delay", id_, month, change.delay
        for id_, levers in scenario.actions.items():
            if levers.delay and not levers.excluded and id_ in actions:
                yield f"scenarios.{name}.actions.{id_}.delay", id_, actions[id_], levers.delay


def delayed_past(context: Context, end: str) -> Iterator[Outside]:
    """What a scenario delays past the plan's last month, with the month that it comes to."""
    if not context.plan.scenarios:
        return
    for path, id_, month, by in _delayed(context):
        if by > 0 and _count(month) + by > _count(end):
            yield path, id_, _later(month, by)
