"""Lines as dials: those that a spread or a goal may turn, and what to write for a line to give a target its part.

Held, committed, invoiced and paid lines are no dials, nor are lines that another one includes or that a lever leaves
out: whatever were written, they would count the same.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from model.arithmetic import Value, as_value
from model.budget import Line
from model.exact import known_of, own_amount
from model.levers import carried, is_concerned, lever, pulled
from model.money import half_up, minor_digits
from model.plain import frozen
from model.plan import Plan
from model.quotes import rests_on_quote
from model.scenarios import changes
from model.whatif.targets import Target
from model.whatif.trial import Trial

SETTLED = ("committed", "invoiced", "paid")

# Large enough for the rounding of a part to weigh nothing beside it.
_PROBE = 10**12
_REACH = 64


def is_fixed(line: Line) -> bool:
    """Whether no spread and no goal may touch the line."""
    return bool(line.held) or line.status in SETTLED or line.included_in is not None or line.exchange_rate == 0


@frozen
class Dial:
    """A line that may be turned: its part of the target in minor units, what a large figure of it would give there.

    `has_cell` when the target is one of the line's months, which then moves alone: its figure is the month's.
    """

    id: str
    line: Line
    part: int
    pull: int
    factor: Fraction
    priority: int
    is_quoted: bool
    has_cell: bool


class Dials:
    """The dials under a target, but for the lines spared, and what is written when they are turned."""

    def __init__(self, trial: Trial, target: Target, spared: frozenset[str] = frozenset()) -> None:
        self.plan, self.target, self.spared = trial.seen, target, spared
        self.digits = minor_digits(self.plan.plan.currency)
        parts = list(target.parts(self.plan))
        self.total = sum(part for _, part in parts)
        found = (self._dial(trial, id_, part) for id_, part in parts)
        self.all: dict[str, Dial] = {dial.id: dial for dial in found if dial is not None}
        self.fixed = self.total - sum(dial.part for dial in self.all.values())

    def _dial(self, trial: Trial, id_: str, part: int) -> Dial | None:
        line = self.plan.budget[id_]
        if is_fixed(line) or id_ in self.spared:
            return None
        pull = self.target.part_of_figure(self.plan, id_, line, _PROBE)
        factor = _factor(trial, id_)
        if pull <= 0 or factor <= 0:
            return None
        is_whole = not (self.target.kind == "action" and line.shares)
        has_cell = bool(self.target.only_month) and is_whole and factor == 1 and _has_cells(trial, id_, line)
        pull = _PROBE if has_cell else pull
        return Dial(id_, line, part, pull, factor, _priority(self.plan, line), rests_on_quote(line), has_cell)

    def turned(self, wanted: Mapping[str, int], direction: int) -> dict[str, int]:
        """Own figures of lines whose parts come to what is wanted, as near as cents allow, the odd ones settled.

        `direction` -1 lets no part pass what is wanted of it, 1 lets none fall short of it.
        """
        figures: dict[str, int] = {}
        gap = 0
        for id_, part in wanted.items():
            figures[id_], missing = self._nearest(self.all[id_], part, direction)
            gap += missing
        for id_ in wanted if gap else ():
            part = self._given(id_, figures[id_]) + gap
            figure, missing = self._nearest(self.all[id_], part, 0)
            # A line is not turned below nothing for somebody else's cent.
            if not missing and part * wanted[id_] >= 0:
                return {**figures, id_: figure}
        return figures

    def given_by(self, figures: Mapping[str, int]) -> int:
        """What the target gets of lines that have these figures."""
        return sum(self._given(id_, figure) for id_, figure in figures.items())

    def _given(self, id_: str, figure: int) -> int:
        dial = self.all[id_]
        return figure if dial.has_cell else self.target.part_of_figure(self.plan, id_, dial.line, figure)

    def _nearest(self, dial: Dial, part: int, direction: int) -> tuple[int, int]:
        """The line's own figure that gives a part, or nearly, and what is missing of it."""
        guess = half_up(part * _PROBE, dial.pull)
        missing = part - self._given(dial.id, guess)
        if not missing:
            return guess, 0
        reach = range(1, min(_REACH, _PROBE // dial.pull + 2))
        tried = [(guess, missing)]
        for figure in (guess + sign * step for step in reach for sign in (-1, 1)):
            missing = part - self._given(dial.id, figure)
            if not missing:
                return figure, 0
            tried.append((figure, missing))
        allowed = [found for found in tried if found[1] * direction <= 0]
        return min(allowed or tried, key=lambda found: abs(found[1]))

    def written(self, figures: Mapping[str, int]) -> dict[str, Value | dict[str, Value]]:
        """What the scenario says for lines to have these figures; those that have them already are left alone."""
        return dict(self._written(figures))

    def _written(self, figures: Mapping[str, int]) -> Iterator[tuple[str, Value | dict[str, Value]]]:
        for id_, figure in figures.items():
            dial = self.all[id_]
            if self._given(id_, figure) == dial.part:
                continue
            if dial.has_cell:
                yield id_, {self.target.only_month: _value(figure, self.digits, Fraction(1))}
            else:
                yield id_, _value(figure, self.digits, dial.factor * _rate(dial.line, self.plan))


def _has_cells(trial: Trial, id_: str, line: Line) -> bool:
    """Whether one of the line's months can move alone: whole minor units, on the plan's side, in its currency.

    Months that no rounding touches are what a breakdown by month gives; others would pull at one another.
    """
    change = trial.overlay.budget.get(id_)
    if line.amount is not None or line.unit_cost is not None or _rate(line, trial.seen) != 1:
        return False
    if change is not None and changes(change).keys() - {"months"}:
        return False
    sheet = trial.seen.plan
    if any(lever(changes(pull)).delay for pull in trial.overlay.actions.values()):
        return False
    has_side = (line.prices or sheet.prices) == sheet.prices or not (line.tax_rate or sheet.tax_rate)
    return has_side and all(_is_whole(value, minor_digits(sheet.currency)) for value in line.months.values())


def _is_whole(value: Value, digits: int) -> bool:
    return isinstance(value, Decimal) and value >= 0 and value == value.quantize(Decimal(1).scaleb(-digits))


def _rate(line: Line, plan: Plan) -> Fraction:
    is_foreign = line.exchange_rate is not None and (line.currency is None or line.currency != plan.plan.currency)
    return Fraction(line.exchange_rate) if is_foreign and line.exchange_rate is not None else Fraction(1)


def _value(figure: int, digits: int, factor: Fraction) -> Value:
    """The shortest amount that, multiplied, rounds to a figure in minor units."""
    if factor == 1:
        return Decimal(figure).scaleb(-digits)
    exact = Fraction(figure, 10**digits) / factor
    for places in range(digits, 10):
        minor = half_up(exact.numerator * 10**places, exact.denominator)
        back = Fraction(minor, 10**places) * factor * 10**digits
        if half_up(back.numerator, back.denominator) == figure:
            return Decimal(minor).scaleb(-places)
    return as_value(exact)


def _priority(plan: Plan, line: Line) -> int:
    """1 high to 5 low: the line's, else its action's, else the middle."""
    action = plan.actions.get(line.action or "")
    return line.priority or (action.priority if action else None) or 3


def _factor(trial: Trial, id_: str) -> Fraction:
    """What the trial's own levers multiply the line's amount by, which stands below them."""
    levers = {key: lever(changes(change)) for key, change in trial.overlay.actions.items()}
    change = trial.overlay.budget.get(id_)
    own = lever(changes(change)) if change is not None else None
    line = trial.before.budget[id_]
    if own is None and not (levers and is_concerned(line, levers)):
        return Fraction(1)
    probe = line.replaced({"amount": Decimal(1), "months": {}})
    probe = probe if own is None else pulled(trial.before, probe, own)
    probe = carried(trial.before, probe, levers)
    return Fraction(own_amount(probe, known_of(trial.before.drivers)))
