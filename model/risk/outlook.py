"""Where the total may end: its mean, how far it strays, how high it is passed only one time in five."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from model.money import half_up
from model.plain import frozen
from model.risk.ranges import Range

PERCENTS = (10, 50, 80, 90)
ENOUGH = 80
"""The chance, in percent, that a contingency is meant to give."""

_FAR = 10**9


@frozen
class Outlook:
    """The total as one method foresees it, in minor units.

    `quantiles` holds, by percent, the figure that the total stays under that often; `contingency` is what brings the
    plan's total up to P80, never below 0; `under_ceiling` the chance, from 0 to 1, to stay under the ceiling.
    """

    mean: int
    deviation: int
    quantiles: Mapping[int, int]
    contingency: int
    under_ceiling: float | None


@frozen
class Measure:
    """Floats for statistics: offsets from the plan's total, counted in the largest swing, so that none overflows."""

    total: int
    unit: int

    def offset(self, figure: int) -> float:
        """A figure as an offset; one that lies absurdly far away stands at a limit."""
        gap = figure - self.total
        return gap / self.unit if abs(gap) < _FAR * self.unit else float(_FAR if gap > 0 else -_FAR)

    def minor(self, offset: float) -> int:
        """A length in minor units."""
        numerator, denominator = Fraction(offset).as_integer_ratio()
        return half_up(numerator * self.unit, denominator)

    def figure(self, offset: float) -> int:
        """An offset as a figure."""
        return self.total + self.minor(offset)


def measure(total: int, ranges: Sequence[Range]) -> Measure:
    """The measure for a total and what varies in it."""
    return Measure(total, max((line.swing for line in ranges), default=1))


def contingency(total: int, enough: int) -> int:
    """What is missing between the plan's total and the figure that is enough; 0 where nothing is."""
    return max(enough - total, 0)


def certain(total: int, ceiling: int | None) -> Outlook:
    """The total of a plan in which nothing varies."""
    return Outlook(total, 0, dict.fromkeys(PERCENTS, total), 0, None if ceiling is None else float(total <= ceiling))
