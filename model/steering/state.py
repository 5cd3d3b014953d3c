"""How an indicator stands on a day: the last reading against the path, the trend, where it will land."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Literal, get_args

from model.plain import frozen
from model.plan import Plan
from model.steering.aims import Aim, aim_of
from model.steering.arithmetic import settled, slope
from model.steering.path import Band, Path, path_of
from model.steering.rhythm import is_late, next_due, period_end
from model.steering.series import Reading, run_start, series_of

Status = Literal["missed", "off", "late", "watch", "no_reading", "no_path", "on_path", "done"]
STATUSES: tuple[Status, ...] = get_args(Status)
"""From the worst to the best."""
RED: tuple[Status, ...] = ("missed", "off")
Way = Literal["up", "down", "flat"]
FITTED = 6
"""How many of the last readings the trend is taken from."""
FLAT = Fraction(1, 100)
"""A trend that changes the readings by less than this part of their mean is none."""


@frozen
class State:
    """An indicator on a day. What is None cannot be said: no reading, no path, too few readings.

    `gap` is the last figure less what was expected on its day, `percent` the same of what was expected; `shortfall` is
    how much of it lies on the wrong side. `per_day` and `landing` follow the last readings of the current series.
    """

    id: str
    aim: Aim
    path: Path
    series: tuple[Reading, ...]
    status: Status
    last: Reading | None = None
    expected: Band | None = None
    gap: Decimal | None = None
    percent: Decimal | None = None
    shortfall: Decimal = Decimal(0)
    way: Way | None = None
    per_day: Decimal | None = None
    landing: Decimal | None = None
    landing_gap: Decimal | None = None
    is_landing_short: bool = False
    attained: Decimal | None = None
    next_due: date | None = None
    is_late: bool = False

    @property
    def is_red(self) -> bool:
        """Whether it asks for a cause and a decision."""
        return self.status in RED

    def current(self) -> tuple[Reading, ...]:
        """The readings of the series that the last one belongs to."""
        return tuple(reading for reading in self.series if self.last is not None and reading.run == self.last.run)


def state_of(plan: Plan, indicator_id: str, today: date) -> State:
    """How an indicator stands on a day, with the readings up to it."""
    indicator, aim = plan.indicators[indicator_id], aim_of(plan, indicator_id)
    series = series_of(plan, indicator_id, today, aim.due)
    last = series[-1] if series else None
    path = path_of(aim, indicator, series, last.run if last else 0)
    due = next_due(plan, indicator, series, aim.due)
    late = is_late(indicator, due, today)
    expected = path.at(last.day) if last else None
    if last is None or expected is None or _is_former(plan, aim, last.day):
        status: Status = "late" if late else "no_path" if not path.steps else "no_reading"
        return State(indicator_id, aim, path, series, status, last, next_due=due, is_late=late)
    gap = expected.gap(last.figure)
    landing, per_day = _landing(plan, indicator_id, aim, series)
    end = path.at(aim.due) if aim.due else None
    landing_gap = end.gap(landing) if end is not None and landing is not None else None
    is_short = landing_gap is not None and end is not None and _is_beyond(landing_gap, end, landing or gap, aim)
    short = shortfall(gap, aim)
    ended = aim.due is not None and (last.day >= aim.due or _covers(plan, indicator_id, last.day, aim.due))
    status = _status(
        is_off=_is_beyond(gap, expected, last.figure, aim), is_short=is_short, is_late=late, has_ended=ended
    )
    return State(
        indicator_id,
        aim,
        path,
        series,
        status,
        last,
        expected,
        gap,
        percent_of(gap, expected.nearest(last.figure)),
        short,
        _way(series),
        per_day,
        landing,
        landing_gap,
        is_short,
        _attained(aim, last.figure),
        due,
        late,
    )


def _is_former(plan: Plan, aim: Aim, day: date) -> bool:
    """Whether a reading of before the plan is the last one: it tells where one started, not how the plan goes."""
    start = plan.plan.start
    return start is not None and day < start and (aim.due is None or aim.due >= start)


def _status(*, is_off: bool, is_short: bool, is_late: bool, has_ended: bool) -> Status:
    """Off beyond the tolerance; to watch when it is within, and would not be at the due date."""
    if has_ended:
        return "missed" if is_off else "done"
    if is_off:
        return "off"
    return "late" if is_late else "watch" if is_short else "on_path"


def shortfall(gap: Decimal, aim: Aim) -> Decimal:
    """How much of a gap lies on the wrong side: below for what should rise, above for what should fall."""
    if aim.direction == "stay":
        return abs(gap)
    return max(-gap if aim.direction == "up" else gap, Decimal(0))


def percent_of(gap: Decimal, expected: Decimal) -> Decimal | None:
    """A gap as a percentage of what was expected; None where nothing was."""
    return settled(Fraction(gap) * 100 / abs(Fraction(expected))) if expected else None


def _is_beyond(gap: Decimal, expected: Band, figure: Decimal, aim: Aim) -> bool:
    """Whether the wrong side of a gap is more than the tolerance, taken of what is expected."""
    return Fraction(shortfall(gap, aim)) * 100 > abs(Fraction(expected.nearest(figure))) * Fraction(aim.tolerance)


def _covers(plan: Plan, indicator_id: str, day: date, due: date) -> bool:
    """Whether a reading stands for the period in which the due date lies."""
    end = period_end(plan, plan.indicators[indicator_id], day)
    return end is not None and end >= due


def _fitted(series: tuple[Reading, ...]) -> tuple[Reading, ...]:
    run = series[-1].run
    return tuple(reading for reading in series if reading.run == run)[-FITTED:]


def _way(series: tuple[Reading, ...]) -> Way | None:
    """Whether the last readings themselves rise or fall."""
    fitted = _fitted(series)
    rise = slope([(reading.day, Fraction(reading.value)) for reading in fitted])
    if rise is None:
        return None
    change = rise * (fitted[-1].day - fitted[0].day).days
    mean = sum((Fraction(reading.value) for reading in fitted), Fraction()) / len(fitted)
    if abs(change) < abs(mean) * FLAT or not change:
        return "flat"
    return "up" if change > 0 else "down"


def _landing(
    plan: Plan, indicator_id: str, aim: Aim, series: tuple[Reading, ...]
) -> tuple[Decimal | None, Decimal | None]:
    """Where the last figures lead at the due date, and by how much a day."""
    last = series[-1]
    if aim.due is None:
        return None, None
    if last.day >= aim.due:
        return last.figure, None
    rise = slope(_figures(plan, indicator_id, aim, series))
    if rise is None:
        return None, None
    return settled(Fraction(last.figure) + rise * (aim.due - last.day).days), settled(rise)


def _figures(plan: Plan, indicator_id: str, aim: Aim, series: tuple[Reading, ...]) -> list[tuple[date, Fraction]]:
    """What the landing follows: the last figures that count alike; what is summed counts from nothing too."""
    indicator, last = plan.indicators[indicator_id], series[-1]
    since = run_start(indicator, last.run) or aim.since
    fitted = _fitted(series)
    if indicator.aggregate in ("sum", "average"):
        fitted = tuple(reading for reading in fitted if reading.goes_with(last))
    points = [(reading.day, Fraction(reading.figure)) for reading in fitted]
    if indicator.aggregate == "sum" and since is not None:
        points = [(since, Fraction()), *(point for point in points if point[0] > since)]
    return points[-FITTED:]


def _attained(aim: Aim, figure: Decimal) -> Decimal | None:
    """The part of the way from baseline to target that is gone, in percent; None for what has no way to go."""
    if aim.baseline is None or aim.low is None or aim.low == aim.baseline or aim.low != aim.high:
        return None
    way = Fraction(aim.low) - Fraction(aim.baseline)
    return settled((Fraction(figure) - Fraction(aim.baseline)) * 100 / way)
