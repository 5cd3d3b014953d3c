"""The path from the baseline to the target, through the checkpoints: what is expected on a day."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from model.indicators import Indicator
from model.plain import frozen
from model.steering.aims import Aim
from model.steering.arithmetic import settled
from model.steering.series import Reading, run_start


@frozen
class Band:
    """What is expected: from `low` to `high`, which are the same except for a range."""

    low: Decimal
    high: Decimal

    def gap(self, figure: Decimal) -> Decimal:
        """How far a figure lies above (more) or below (less) what is expected; nothing within it."""
        edge = self.nearest(figure)
        return settled(Fraction(figure) - Fraction(edge))

    def nearest(self, figure: Decimal) -> Decimal:
        """What is expected, nearest to a figure."""
        return min(max(figure, self.low), self.high)


@frozen
class Step:
    """A point that the path goes through."""

    day: date
    low: Fraction
    high: Fraction


@frozen
class Path:
    """Straight lines from step to step; before the first nothing is expected, after the last what it says."""

    steps: tuple[Step, ...] = ()

    def at(self, day: date) -> Band | None:
        """What is expected on a day."""
        exact = self.exactly(day)
        return None if exact is None else Band(settled(exact.low), settled(exact.high))

    def exactly(self, day: date) -> Step | None:
        """The same, nothing rounded."""
        if not self.steps or day < self.steps[0].day:
            return None
        before = [step for step in self.steps if step.day <= day][-1]
        after = next((step for step in self.steps if step.day > day), None)
        if after is None:
            return before
        share = Fraction((day - before.day).days, (after.day - before.day).days)
        return Step(
            day, before.low + (after.low - before.low) * share, before.high + (after.high - before.high) * share
        )


def path_of(aim: Aim, indicator: Indicator, series: tuple[Reading, ...], run: int) -> Path:
    """The path on which the readings of a series are judged.

    A series that begins at a break does not start from a baseline that was measured otherwise, but from its own first
    reading; what is summed, from nothing at the break, towards what was still to come of the target.
    """
    planned = _planned(aim)
    start = run_start(indicator, run)
    if start is None or (aim.since is not None and aim.since >= start and indicator.aggregate != "sum"):
        return planned
    if indicator.aggregate == "sum":
        return _rest(planned, start)
    first = next((reading for reading in series if reading.run == run), None)
    if first is None:
        return Path()
    return Path((_level(first.day, first.figure), *(step for step in planned.steps if step.day > first.day)))


def _level(day: date, figure: Decimal) -> Step:
    return Step(day, Fraction(figure), Fraction(figure))


def _planned(aim: Aim) -> Path:
    """From the baseline on its day, through the checkpoints, to the target at the due date."""
    if aim.low is None or aim.high is None or aim.due is None:
        return Path()
    end = Step(aim.due, Fraction(aim.low), Fraction(aim.high))
    stops = [_level(day, level) for day, level in aim.checkpoints if day < aim.due]
    if aim.since is None or aim.since >= aim.due:
        return Path((*stops, end))
    stops = [stop for stop in stops if stop.day > aim.since]
    if aim.is_held or aim.baseline is None:
        return Path((Step(aim.since, end.low, end.high), *stops, end)) if aim.is_held else Path((*stops, end))
    return Path((_level(aim.since, aim.baseline), *stops, end))


def _rest(planned: Path, start: date) -> Path:
    """What is still to come from a break on, counted from nothing."""
    done = planned.exactly(start)
    if done is None:
        return planned
    kept = [step for step in planned.steps if step.day > start]
    return Path((Step(start, Fraction(), Fraction()), *(_less(step, done) for step in kept)))


def _less(step: Step, done: Step) -> Step:
    return Step(step.day, step.low - done.low, step.high - done.high)
