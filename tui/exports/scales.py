"""The scale of a chart: round steps from the least to the most, and where a value stands between them."""

from collections.abc import Iterable
from decimal import Decimal

from model.money import EXACT
from model.plain import frozen
from tui.formats.steering import figure
from tui.words import Language

_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))
_MOST_STEPS = 5


@frozen
class Scale:
    """Ticks in equal steps; the first is the bottom, the last the top."""

    ticks: tuple[Decimal, ...]

    def share(self, value: Decimal) -> Decimal:
        """Where a value stands: 0 at the bottom, 1 at the top."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def nice_scale(values: Iterable[Decimal], *, from_zero: bool = True) -> Scale:
    """A scale that holds all values, in at most six round ticks."""
    known = list(values) or [Decimal(0)]
    low, high = min(known), max(known)
    if from_zero:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low - 1, low)
    rough = (high - low) / _MOST_STEPS
    power = Decimal(1).scaleb(rough.adjusted())
    step = next(one * power for one in _STEPS if one * power >= rough)
    first, last = (low / step).to_integral_value("ROUND_FLOOR"), (high / step).to_integral_value("ROUND_CEILING")
    return Scale(tuple(EXACT.multiply(Decimal(at), step) for at in range(int(first), int(last) + 1)))


def short_text(value: Decimal, language: Language) -> str:
    """A tick in few digits: `250 k`."""
    return figure(value, language)
