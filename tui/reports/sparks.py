"""A series as one line of blocks: high where the readings were high."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from model.steering.series import Reading

BLOCKS = "▁▂▃▄▅▆▇█"
BREAK = "┊"


def sparkline(series: Sequence[Reading], width: int) -> str:
    """The last readings, a block each, a mark where the series was broken; as many as there is room for."""
    shown = list(series[-width:])
    while len(shown) + _breaks(shown) > width:
        shown.pop(0)
    if not shown:
        return ""
    low, high = min(reading.value for reading in shown), max(reading.value for reading in shown)
    text = ""
    for before, reading in zip([None, *shown], shown, strict=False):
        is_broken = before is not None and before.run != reading.run
        text += (BREAK if is_broken else "") + _block(reading.value, low, high)
    return text


def _breaks(shown: Sequence[Reading]) -> int:
    return sum(before.run != after.run for before, after in pairwise(shown))


def _block(value: Decimal, low: Decimal, high: Decimal) -> str:
    if low == high:
        return BLOCKS[3]
    share = Fraction(value - low) / Fraction(high - low)
    return BLOCKS[min(int(share * len(BLOCKS)), len(BLOCKS) - 1)]
