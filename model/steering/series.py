"""The readings of an indicator as one series after another: each begins at a break, and nothing is computed across."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.indicators import Indicator
from model.money import EXACT
from model.plain import frozen
from model.plan import Plan
from model.steering.arithmetic import settled


@frozen
class Reading:
    """What was read on a day, the figure that it makes with those before it, and which series and year it belongs to.

    `figure` is the sum or the average of the year's readings up to it, in its series; the reading itself for `last`.
    """

    day: date
    value: Decimal
    figure: Decimal
    run: int
    year: int = 0

    def goes_with(self, other: "Reading") -> bool:
        """Whether the two figures count alike: within a series, and a year."""
        return (self.run, self.year) == (other.run, other.year)


def series_of(plan: Plan, indicator_id: str, today: date, due: date | None = None) -> tuple[Reading, ...]:
    """The readings up to today, in order of date."""
    indicator = plan.indicators[indicator_id]
    days = sorted((date.fromisoformat(day), value) for day, value in indicator.readings.items())
    read: list[Reading] = []
    window: tuple[int, int] | None = None
    total, count = Decimal(0), 0
    for day, value in days:
        if day > today:
            break
        run, year = run_of(indicator, day), _year(plan, day, due)
        if (run, year) != window:
            window, total, count = (run, year), Decimal(0), 0
        total, count = EXACT.add(total, value), count + 1
        read.append(Reading(day, value, _figure(indicator, value, total, count), run, year))
    return tuple(read)


def run_of(indicator: Indicator, day: date) -> int:
    """How many breaks there are up to a day: which series a reading of that day belongs to."""
    return sum(start <= day for start in set(indicator.breaks))


def run_start(indicator: Indicator, run: int) -> date | None:
    """The day of the break that a series begins with; None for the first one."""
    return sorted(set(indicator.breaks))[run - 1] if run else None


def _figure(indicator: Indicator, value: Decimal, total: Decimal, count: int) -> Decimal:
    if indicator.aggregate == "sum":
        return settled(total)
    return settled(Fraction(total) / count) if indicator.aggregate == "average" else value


def _year(plan: Plan, day: date, due: date | None) -> int:
    """Which year a day counts in: the plan's own is 0, and lasts until the due date where that comes later."""
    start = plan.plan.start
    if start is None:
        return day.year
    if start <= day <= max(plan.plan.end or start, due or start):
        return 0
    years = day.year - start.year
    return years - 1 if (day.month, day.day) < (start.month, start.day) else years
