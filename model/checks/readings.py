"""Rules about what was read: at its rhythm, within one definition, once a period, on the way to the same target."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from statistics import median

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.guidance import field_at
from model.checks.objectives import counts_the_same, level_wanted
from model.checks.registry import rule
from model.indicators import Indicator
from model.measures import target_of

DAYS = {"weekly": 7, "monthly": 31, "quarterly": 92, "yearly": 366}
GRACE = Decimal("1.5")
"""A reading is late once one and a half of its periods has gone by."""
ENOUGH = 4
"""So few readings of one definition do not show what is usual."""
JUMP = 5
"""A step so many times the usual one is no step but a leap."""
VISIBLE = Decimal("0.5")
"""A leap also changes the figure by half or more."""
PACE = 3
"""A target that asks for so many times the best pace read so far is far."""

Reading = tuple[str, Decimal]


def _in_order(indicator: Indicator) -> list[Reading]:
    return sorted(indicator.readings.items())


def since_break(indicator: Indicator) -> list[Reading]:
    """The readings since the series was last redefined, in order of date."""
    since = max((day.isoformat() for day in indicator.breaks), default="")
    return [reading for reading in _in_order(indicator) if reading[0] >= since]


def _days_between(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def _due(indicator: Indicator, context: Context) -> date | None:
    objective = context.plan.objectives.get(indicator.objective or "")
    return indicator.due or (objective.deadline if objective is not None else None)


@rule("IND007", "warning", guide="indicators#frequency")
def reading_is_late(context: Context) -> Iterator[Hit]:
    """During the plan's year, the next reading is overdue by half a period."""
    if context.year is None or not context.year[0] <= context.today <= context.year[1]:
        return
    first = context.year[0] - timedelta(days=1)
    for id_, indicator in context.plan.indicators.items():
        due = _due(indicator, context)
        if indicator.frequency is None or (due is not None and due < context.today):
            continue
        last = max((date.fromisoformat(day) for day in indicator.readings), default=first)
        if (context.today - max(last, first)).days > GRACE * DAYS[indicator.frequency]:
            yield at(f"indicators.{id_}.readings", id=id_, date=max(last, first))


@rule("IND008", "advice", guide="indicators#frequency")
def readings_with_a_hole(context: Context) -> Iterator[Hit]:
    """Within the plan's year two readings in a row lie further apart than the rhythm allows."""
    if context.year is None:
        return
    start, end = (day.isoformat() for day in context.year)
    for id_, indicator in context.plan.indicators.items():
        days = [day for day, _ in _in_order(indicator) if start <= day <= end]
        for first, second in pairwise(days):
            if indicator.frequency and _days_between(first, second) > GRACE * DAYS[indicator.frequency]:
                since, until = date.fromisoformat(first), date.fromisoformat(second)
                yield at(f"indicators.{id_}.readings.{second}", id=id_, first=since, second=until)
                break


_PERIODS = {"yearly": 4, "monthly": 7}


@rule("IND009", "advice", guide="indicators#readings")
def two_readings_of_one_period(context: Context) -> Iterator[Hit]:
    """A figure that is summed, or read once a year, has two readings for one period that do not agree."""
    for id_, indicator in context.plan.indicators.items():
        length = _PERIODS.get(indicator.frequency or "")
        if length is None or (indicator.aggregate != "sum" and indicator.frequency != "yearly"):
            continue
        readings = _in_order(indicator)
        for (first, old), (second, new) in pairwise(readings):
            if first[:length] == second[:length] and old != new:
                since, until = date.fromisoformat(first), date.fromisoformat(second)
                yield at(f"indicators.{id_}.readings.{second}", id=id_, first=since, second=until)
                break


@rule("IND010", "warning", guide="indicators#target")
def target_differs(context: Context) -> Iterator[Hit]:
    """An indicator that counts in its objective's unit aims at another level."""
    for id_, indicator in context.plan.indicators.items():
        objective = context.plan.objectives.get(indicator.objective or "")
        if objective is None or indicator.target is None or is_blank(objective.unit) or is_blank(indicator.unit):
            continue
        wanted = objective.baseline if objective.target_kind == "maintain" else level_wanted(objective)
        if wanted is not None and counts_the_same(objective, indicator) and wanted != indicator.target:
            yield at(
                f"indicators.{id_}.target",
                id=id_,
                target=indicator.target,
                objective=indicator.objective,
                wanted=wanted,
            )


def _leap(indicator: Indicator) -> tuple[Reading, Reading] | None:
    """The first step, since the last break, far out of what is usual; None where too little was read to tell."""
    readings = since_break(indicator)
    if len(readings) < ENOUGH or any(value <= 0 for _, value in readings):
        return None
    pairs = list(pairwise(readings))
    steps = [abs((new / old).ln()) for (_, old), (_, new) in pairs]
    for n, (old, new) in enumerate(pairs):
        usual = median(steps[:n] + steps[n + 1 :])
        change = max(new[1] / old[1], old[1] / new[1]) - 1
        if change >= VISIBLE and steps[n] > JUMP * usual:
            return old, new
    return None


@rule("IND011", "advice", guide="indicators#breaks")
def leap_without_break(context: Context) -> Iterator[Hit]:
    """A series leaps, and neither a break nor a note says why: it may count something else from then on."""
    for id_, indicator in context.plan.indicators.items():
        leap = _leap(indicator)
        if leap is not None and is_blank(indicator.reading_notes.get(leap[1][0])):
            (_, old), (day, new) = leap
            yield at(f"indicators.{id_}.readings.{day}", id=id_, date=date.fromisoformat(day), old=old, new=new)


@rule("IND012", "warning", guide="indicators#breaks")
def growth_across_a_break(context: Context) -> Iterator[Hit]:
    """The baseline of an objective was read before its series was redefined: the target is of another definition."""
    for id_, indicator in context.plan.indicators.items():
        objective = context.plan.objectives.get(indicator.objective or "")
        if objective is None or objective.baseline is None or not counts_the_same(objective, indicator):
            continue
        start, due = objective.baseline_date, _due(indicator, context)
        crossed = [day for day in indicator.breaks if start is not None and start < day and (due is None or day <= due)]
        if crossed:
            yield at(
                f"objectives.{indicator.objective}.baseline", id=indicator.objective, date=crossed[0], indicator=id_
            )


@rule("IND013", "warning", guide="indicators#baseline")
def baseline_differs(context: Context) -> Iterator[Hit]:
    """What was read on the day of the baseline, or the indicator's own baseline, is another figure."""
    for id_, indicator in context.plan.indicators.items():
        objective = context.plan.objectives.get(indicator.objective or "")
        if objective is None or objective.baseline is None or not counts_the_same(objective, indicator):
            continue
        read = indicator.readings.get(objective.baseline_date.isoformat()) if objective.baseline_date else None
        for name, value in (("readings", read), ("baseline", indicator.baseline)):
            if value is not None and value != objective.baseline and not is_blank(indicator.unit):
                path = f"indicators.{id_}.{name}"
                yield at(path, id=id_, objective=indicator.objective, value=value, baseline=objective.baseline)
                break


@rule("IND014", "warning", guide="indicators#target")
def indicator_aims_backwards(context: Context) -> Iterator[Hit]:
    """An indicator's own target is worse than its own baseline."""
    for id_, indicator in context.plan.indicators.items():
        target, start = indicator.target, indicator.baseline
        if target is None or start is None:
            continue
        if (indicator.direction == "up" and target < start) or (indicator.direction == "down" and target > start):
            yield at(f"indicators.{id_}.target", id=id_, target=target, start=start)


@rule("IND015", "advice", guide="indicators#formula")
def indicator_not_defined(context: Context) -> Iterator[Hit]:
    """An indicator does not say how it is counted, or where its figure is found."""
    for id_, indicator in context.plan.indicators.items():
        for name in ("formula", "source"):
            if is_blank(getattr(indicator, name)):
                path = f"indicators.{id_}.{name}"
                yield at(path, guide=f"indicators#{name}", id=id_, field=field_at(path))


@rule("IND016", "advice", guide="indicators#target")
def indicator_without_target(context: Context) -> Iterator[Hit]:
    """Neither an indicator nor its objective says what level is wanted: no gap can be read."""
    for id_, indicator in context.plan.indicators.items():
        objective = context.plan.objectives.get(indicator.objective or "")
        is_uncounted = objective is not None and objective.target_kind == "qualitative"
        if not is_uncounted and target_of(context.plan, id_) is None:
            yield at(f"indicators.{id_}.target", id=id_)


@rule("IND017", "warning", guide="indicators#reading_notes")
def note_without_reading(context: Context) -> Iterator[Hit]:
    """A note is of a day without a reading."""
    for id_, indicator in context.plan.indicators.items():
        for day in indicator.reading_notes:
            if day not in indicator.readings:
                yield at(f"indicators.{id_}.reading_notes.{day}", id=id_, date=date.fromisoformat(day))


@rule("IND018", "advice", guide="indicators#direction")
def indicator_without_direction(context: Context) -> Iterator[Hit]:
    """An indicator does not say whether up or down is good."""
    for id_, indicator in context.plan.indicators.items():
        if indicator.direction is None:
            yield at(f"indicators.{id_}.direction", id=id_)


_STATED = re.compile(r"[+]\s?(\d+(?:[.,]\d+)?)[\s\u00a0\u202f]?%")


def _stated(note: str) -> list[Decimal]:
    """The growths that a note states, in percent: `+53.3%`, `+14,5 %`."""
    return [Decimal(number.replace(",", ".")) for number in _STATED.findall(note)]


@rule("IND019", "warning", guide="indicators#reading_notes")
def stated_growth_differs(context: Context) -> Iterator[Hit]:
    """A note states a growth that the readings do not give, be it from the reading before or a year before."""
    for id_, indicator in context.plan.indicators.items():
        readings = _in_order(indicator)
        for n, (day, value) in enumerate(readings):
            stated = _stated(indicator.reading_notes.get(day) or "")
            grown = [100 * (value - old) / old for _, old in readings[:n] if old]
            if stated and grown and not any(abs(one - other) <= 1 for one in stated for other in grown):
                path = f"indicators.{id_}.reading_notes.{day}"
                yield at(path, id=id_, stated=stated[0], computed=round(grown[-1], 1))


@rule("OBJ019", "advice", guide="objectives#target")
def target_beyond_the_pace(context: Context) -> Iterator[Hit]:
    """To be in time, a metric would have to move at more than three times the best pace ever read."""
    for id_, objective in context.plan.objectives.items():
        level = level_wanted(objective)
        if level is None or objective.deadline is None or objective.target_kind in ("at_least", "at_most"):
            continue
        for indicator in context.measures.get(id_, ()):
            if counts_the_same(objective, indicator) and _is_beyond(since_break(indicator), level, objective.deadline):
                yield at(f"objectives.{id_}.target", id=id_, target=level)
                break


def _is_beyond(readings: list[Reading], level: Decimal, deadline: date) -> bool:
    if len(readings) < ENOUGH - 1:
        return False
    (last, value), way = readings[-1], level - readings[-1][1]
    left = _days_between(last, deadline.isoformat())
    if left <= 0 or abs(way) * 5 <= abs(value):
        return False
    sign = 1 if way > 0 else -1
    pairs = pairwise(readings)
    paces = [sign * (new - old) / _days_between(first, second) for (first, old), (second, new) in pairs]
    return sign * way / left > PACE * max(*paces, Decimal(0))
