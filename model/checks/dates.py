"""Rules about dates: an end comes after its start, and what is planned falls within the plan's year."""

from collections.abc import Iterator
from datetime import date

from model.checks.context import Context, month_of
from model.checks.delays import delayed_past
from model.checks.finding import Hit, at
from model.checks.guidance import field_at, guide_to
from model.checks.registry import rule
from model.plan import Plan

Dated = tuple[str, str, object]


def _spans(plan: Plan) -> Iterator[tuple[str, str, date | str | None, date | str | None]]:
    yield "plan", "plan", plan.plan.start, plan.plan.end
    for id_, action in plan.actions.items():
        yield f"actions.{id_}", id_, action.start, action.end
    for id_, line in plan.budget.items():
        yield f"budget.{id_}", id_, line.start, line.end


@rule("PLN004", "error", guide="plan#end")
def end_before_start(context: Context) -> Iterator[Hit]:
    """The plan, an action or a budget line ends before it starts."""
    for holder, id_, start, end in _spans(context.plan):
        # Months compare as texts, days as dates; the two never meet on one record.
        if start is not None and end is not None and str(end) < str(start):
            path = f"{holder}.end"
            yield at(path, guide=guide_to(path), id=id_, start=start, end=end)


def _days(plan: Plan) -> Iterator[tuple[str, str, date | None]]:
    for id_, objective in plan.objectives.items():
        yield f"objectives.{id_}.deadline", id_, objective.deadline
        for day in objective.checkpoints:
            yield f"objectives.{id_}.checkpoints.{day}", id_, date.fromisoformat(day)
    for id_, action in plan.actions.items():
        yield f"actions.{id_}.start", id_, action.start
        yield f"actions.{id_}.end", id_, action.end
        for milestone_id, milestone in action.milestones.items():
            yield f"actions.{id_}.milestones.{milestone_id}.due", milestone_id, milestone.due
    for id_, indicator in plan.indicators.items():
        yield f"indicators.{id_}.due", id_, indicator.due


def _days_outside(plan: Plan, first: date, last: date) -> Iterator[Dated]:
    for path, id_, day in _days(plan):
        if day is not None and not first <= day <= last:
            yield path, id_, day


def _months_outside(plan: Plan, first: str, last: str) -> Iterator[Dated]:
    """The months of each line that fall outside: its start, its end, and the first of its table."""
    for id_, line in plan.budget.items():
        for name, month in (("start", line.start), ("end", line.end)):
            if month is not None and not first <= month <= last:
                yield f"budget.{id_}.{name}", id_, month
        outside = next((month for month in line.months if not first <= month <= last), None)
        if outside is not None:
            yield f"budget.{id_}.months.{outside}", id_, outside


@rule("PLN005", "warning", guide="plan#end")
def date_outside_the_year(context: Context) -> Iterator[Hit]:
    """A deadline, an action, a milestone or a cost falls outside the plan's year, or is delayed past it."""
    if context.year is None:
        return
    first, last = context.year
    yield from (
        at(path, guide=guide_to(path), id=id_, date=when, field=field_at(path))
        for path, id_, when in (
            *_days_outside(context.plan, first, last),
            *_months_outside(context.plan, month_of(first), month_of(last)),
            *delayed_past(context, month_of(last)),
        )
    )
