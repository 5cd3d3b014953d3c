"""Which readings are to be entered on a day: a period each that has ended and was not read."""

from datetime import date, timedelta

from model.plain import frozen
from model.plan import Plan
from model.steering.aims import aim_of
from model.steering.rhythm import next_due, period_end
from model.steering.series import series_of


@frozen
class Due:
    """A reading of an indicator that is to be entered, under the last day of its period."""

    indicator: str
    day: date


def to_read(plan: Plan, today: date) -> tuple[Due, ...]:
    """The first missing reading of every indicator that has one, in the order of the file."""
    found = ((id_, due_on(plan, id_, today)) for id_ in plan.indicators)
    return tuple(Due(id_, day) for id_, day in found if day is not None)


def due_on(plan: Plan, indicator_id: str, today: date) -> date | None:
    """The end of the first period without a reading; None while that has not come."""
    indicator, due = plan.indicators[indicator_id], aim_of(plan, indicator_id).due
    day = next_due(plan, indicator, series_of(plan, indicator_id, today, due), due)
    return day if day is not None and day <= today else None


def following(plan: Plan, indicator_id: str, day: date, today: date) -> date | None:
    """The end of the period after the one in which a day lies; None while that has not come."""
    indicator = plan.indicators[indicator_id]
    end = period_end(plan, indicator, day)
    after = None if end is None else period_end(plan, indicator, end + timedelta(days=1))
    return after if after is not None and after <= today else None
