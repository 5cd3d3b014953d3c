"""The total by simulation: every line drawn at once, some thousand times, each by the PERT beta of its three points.

The density over low..high is x^(4t) (1 - x)^(4 - 4t), where t says how far up the most likely figure lies. Its mean is
that of PERT, (O + 4M + P) / 6 = m, its variance (m - O)(P - m) / 7: from 0.85 to 1.13 times PERT's standard deviation.

Each line's draws are spread over its curve as the density says, then shuffled (Latin hypercube sampling: McKay, Beckman
and Conover, 1979), so that chance decides only which draws meet, and as few draws as these give steady figures.
"""

from bisect import bisect_right
from collections.abc import Sequence
from heapq import nlargest
from itertools import accumulate
from math import ceil, fsum, sqrt
from operator import add
from random import Random
from statistics import NormalDist

from model.risk.outlook import ENOUGH, PERCENTS, Measure, Outlook, certain, contingency
from model.risk.ranges import Range

DRAWS, STEPS = 5000, 200
SEED = 1958
"""Any number does, always the same: the figures of a plan change when the plan does, and only then."""

ONE_BY_ONE = 50
"""The lines of the largest swing are drawn one by one; what the others add up to is close to normal and drawn so."""


def simulated(ranges: Sequence[Range], measure: Measure, ceiling: int | None) -> Outlook:
    """The outlook of a total with these lines varying in it, independently of one another."""
    if not ranges:
        return certain(measure.total, ceiling)
    offsets = sorted(_offsets(ranges, measure))
    mean = fsum(offsets) / DRAWS
    quantiles = {percent: measure.figure(offsets[ceil(percent * DRAWS / 100) - 1]) for percent in PERCENTS}
    return Outlook(
        mean=measure.figure(mean),
        deviation=measure.minor(sqrt(fsum((offset - mean) ** 2 for offset in offsets) / DRAWS)),
        quantiles=quantiles,
        contingency=contingency(measure.total, quantiles[ENOUGH]),
        under_ceiling=None if ceiling is None else bisect_right(offsets, measure.offset(ceiling)) / DRAWS,
    )


def _offsets(ranges: Sequence[Range], measure: Measure) -> list[float]:
    """How far each draw of the total lies from the plan's, in the unit of the measure."""
    random = Random(SEED)  # noqa: S311 - nothing secret: the same draws each time
    large = nlargest(ONE_BY_ONE, ranges, key=lambda line: line.swing)
    offsets = [0.0] * DRAWS
    for line in large:
        offsets = list(map(add, offsets, _draws(line, measure, random)))
    if len(large) < len(ranges):
        chosen = {line.id for line in large}
        rest = [line for line in ranges if line.id not in chosen]
        offsets = list(map(add, offsets, _normal_draws(rest, measure, random)))
    return offsets


def _draws(line: Range, measure: Measure, random: Random) -> list[float]:
    up = (line.likely - line.low) / line.swing
    grid = [(step + 0.5) / STEPS for step in range(STEPS)]
    reached = list(accumulate(x ** (4 * up) * (1 - x) ** (4 - 4 * up) for x in grid))
    ends = [round(DRAWS * height / reached[-1]) for height in reached]
    size = line.swing / measure.unit
    draws: list[float] = []
    for x, end in zip(grid, ends, strict=True):
        draws += [(x - up) * size] * (end - len(draws))
    random.shuffle(draws)
    return draws


def _normal_draws(lines: Sequence[Range], measure: Measure, random: Random) -> list[float]:
    means = [(line.low + 4 * line.likely + line.high) / (6 * measure.unit) for line in lines]
    shift = fsum((line.low + line.high - 2 * line.likely) / (6 * measure.unit) for line in lines)
    variance = fsum(
        (mean - line.low / measure.unit) * (line.high / measure.unit - mean) / 7
        for mean, line in zip(means, lines, strict=True)
    )
    curve = NormalDist(shift, sqrt(variance))
    draws = [curve.inv_cdf((draw + 0.5) / DRAWS) for draw in range(DRAWS)]
    random.shuffle(draws)
    return draws
