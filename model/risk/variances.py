"""The total by summed variances: each line's three points, means and variances added, a normal curve over the sum.

PERT (US Navy, 1950s): E = (O + 4M + P) / 6, standard deviation (P - O) / 6. For lines independent of one another the
means add and the variances add; the sum of many is close to normal.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import fsum, sqrt
from statistics import NormalDist

from model.money import half_up
from model.risk.outlook import ENOUGH, PERCENTS, Measure, Outlook, certain, contingency
from model.risk.ranges import Range


def summed(ranges: Sequence[Range], measure: Measure, ceiling: int | None) -> Outlook:
    """The outlook of a total with these lines varying in it, independently of one another."""
    if not ranges:
        return certain(measure.total, ceiling)
    shift = mean_shift(ranges)
    curve = NormalDist(float(shift / measure.unit), sqrt(fsum((line.swing / measure.unit) ** 2 for line in ranges)) / 6)
    quantiles = {percent: measure.figure(curve.inv_cdf(percent / 100)) for percent in PERCENTS}
    return Outlook(
        mean=measure.total + half_up(*shift.as_integer_ratio()),
        deviation=measure.minor(curve.stdev),
        quantiles=quantiles,
        contingency=contingency(measure.total, quantiles[ENOUGH]),
        under_ceiling=None if ceiling is None else curve.cdf(measure.offset(ceiling)),
    )


def mean_shift(ranges: Sequence[Range]) -> Fraction:
    """By how much the mean of the total lies above the plan's total."""
    return Fraction(sum(line.low + line.high - 2 * line.likely for line in ranges), 6)


def enough_together(ranges: Sequence[Range], measure: Measure) -> int:
    """P80 of the total if all lines moved together: standard deviations then add, instead of variances."""
    if not ranges:
        return measure.total
    curve = NormalDist(float(mean_shift(ranges) / measure.unit), fsum(line.swing / measure.unit for line in ranges) / 6)
    return measure.figure(curve.inv_cdf(ENOUGH / 100))
