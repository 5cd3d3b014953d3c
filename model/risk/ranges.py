"""Between which figures each line may end: its low and high estimates, or the quotes behind it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal

from model.amounts import minor_figures, sides
from model.budget import Line
from model.exact import converted, known_of
from model.formulas import FormulaError, Known, evaluate
from model.money import Exact, minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan
from model.whatif.dials import SETTLED, is_fixed

Code = Literal["crossed", "outside", "no_amount", "no_value", "settled"]
"""Why a line's range is not taken as it stands: its low above its high (they change places), its amount outside (the
range is widened up to it), no amount (it does not vary), an estimate whose formula has no value (that side is left
out), a line held, committed, invoiced or paid (it does not vary)."""


@frozen
class Range:
    """The least, the most likely and the most that a line may cost, in minor units; `likely` is the line's figure."""

    id: str
    low: int
    likely: int
    high: int

    @property
    def swing(self) -> int:
        """How far apart the two ends are."""
        return self.high - self.low


@frozen
class Remark:
    """A line whose range is not taken as it stands, and why."""

    id: str
    code: Code


@frozen
class Bounds:
    """What a line says of its least and its most, in its own currency and prices; None where it says nothing."""

    low: Exact | None
    high: Exact | None
    rest_on_quotes: bool = False
    has_no_value: bool = False


def ranges(plan: Plan) -> tuple[tuple[Range, ...], tuple[Remark, ...]]:
    """The lines that vary, in the order of the plan, and those whose range is not taken as it stands.

    All figures are on the side of the plan's `prices` and in its currency. An estimate or a quote speaks like the
    line's amount: in the line's currency (its exchange rate applies) and in the line's prices. It is rounded to the
    minor unit, then the other side is derived with the line's tax rate, so that an end equal to the amount gives
    exactly the line's figure.
    """
    figures, side = minor_figures(plan), plan.plan.prices == "incl_tax"
    found = [outcome for id_, line in plan.budget.items() for outcome in _outcomes(plan, id_, line, figures[id_][side])]
    return (
        tuple(outcome for outcome in found if isinstance(outcome, Range)),
        tuple(outcome for outcome in found if isinstance(outcome, Remark)),
    )


def _outcomes(plan: Plan, id_: str, line: Line, likely: int) -> Iterator[Range | Remark]:
    bounds = _bounds(line, known_of(plan.drivers))
    if bounds is None:
        return
    if is_fixed(line):
        if line.included_in is None and (line.held or line.status in SETTLED):
            yield Remark(id_, "settled")
    elif line.amount is None and line.unit_cost is None and not line.months:
        yield Remark(id_, "no_amount")
    elif likely or not bounds.rest_on_quotes:
        # A line that a scenario leaves out comes to nothing: its quotes are then for nothing too.
        yield from _varying(id_, likely, bounds, plan, line)


def _bounds(line: Line, known: Known) -> Bounds | None:
    """The line's own estimates, else its smallest and largest quote where there are several."""
    if line.low is not None or line.high is not None:
        low, high = _value(line.low, known, line), _value(line.high, known, line)
        written, valued = (line.low, line.high).count(None), (low, high).count(None)
        return Bounds(low, high, has_no_value=written != valued)
    quoted = [quote.amount for quote in line.quotes.values() if quote.amount is not None]
    return Bounds(min(quoted), max(quoted), rest_on_quotes=True) if len(quoted) > 1 else None


def _value(estimate: Decimal | str | None, known: Known, line: Line) -> Exact | None:
    if not isinstance(estimate, str):
        return estimate
    try:
        return evaluate(estimate, known, line.last_year)
    except FormulaError:
        return None


def _varying(id_: str, likely: int, bounds: Bounds, plan: Plan, line: Line) -> Iterator[Range | Remark]:
    low, high = _end(bounds.low, plan, line), _end(bounds.high, plan, line)
    if bounds.has_no_value:
        yield Remark(id_, "no_value")
    if low is not None and high is not None and low > high:
        yield Remark(id_, "crossed")
        low, high = high, low
    least = likely if low is None else low
    most = likely if high is None else high
    if not least <= likely <= most:
        yield Remark(id_, "outside")
    least, most = min(least, likely, most), max(least, likely, most)
    if least < most:
        yield Range(id_, least, likely, most)


def _end(amount: Exact | None, plan: Plan, line: Line) -> int | None:
    """What an amount that the line says comes to, in minor units, on the side of the plan's prices."""
    if amount is None:
        return None
    sheet = plan.plan
    excl, incl = sides(line, sheet, to_minor(converted(amount, line, sheet), minor_digits(sheet.currency)))
    return incl if sheet.prices == "incl_tax" else excl
