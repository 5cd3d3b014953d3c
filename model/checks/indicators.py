"""Rules about indicators: each follows from an objective, is read by somebody at a rhythm, and leads to decisions."""

from collections.abc import Iterator
from datetime import date

from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.guidance import field_at
from model.checks.registry import rule
from model.indicators import Indicator


@rule("IND001", "warning", guide="indicators#objective")
def objective_without_indicator(context: Context) -> Iterator[Hit]:
    """No indicator measures an objective."""
    for id_ in context.plan.objectives:
        if id_ not in context.measures:
            yield at(f"objectives.{id_}", id=id_)


def _alike(indicator: Indicator) -> tuple[str, str] | None:
    """The days of the last two readings in a row that are exactly alike."""
    days = sorted(indicator.readings, reverse=True)
    pairs = zip(days[1:], days, strict=False)
    return next(((old, new) for old, new in pairs if indicator.readings[old] == indicator.readings[new]), None)


@rule("IND002", "advice", guide="indicators#readings")
def readings_alike(context: Context) -> Iterator[Hit]:
    """Two readings in a row are exactly alike."""
    for id_, indicator in context.plan.indicators.items():
        if (days := _alike(indicator)) is not None:
            first, second = (date.fromisoformat(day) for day in days)
            yield at(f"indicators.{id_}", id=id_, first=first, second=second, value=indicator.readings[days[1]])


@rule("IND003", "warning", guide="indicators#frequency")
def indicator_nobody_reads(context: Context) -> Iterator[Hit]:
    """An indicator has no owner or no rhythm of reading."""
    for id_, indicator in context.plan.indicators.items():
        for name in ("owner", "frequency"):
            if getattr(indicator, name) is None:
                path = f"indicators.{id_}.{name}"
                yield at(path, guide=f"indicators#{name}", id=id_, field=field_at(path))


@rule("IND004", "warning", guide="indicators#readings")
def reading_in_the_future(context: Context) -> Iterator[Hit]:
    """A reading bears a date that has not come yet."""
    today = context.today.isoformat()
    for id_, indicator in context.plan.indicators.items():
        for day in indicator.readings:
            if day > today:
                yield at(f"indicators.{id_}.readings.{day}", id=id_, date=date.fromisoformat(day))


@rule("IND005", "warning", guide="indicators#objective")
def indicator_of_nothing(context: Context) -> Iterator[Hit]:
    """An indicator follows from no objective and no action."""
    for id_, indicator in context.plan.indicators.items():
        if indicator.objective is None and indicator.action is None:
            yield at(f"indicators.{id_}.objective", id=id_)


@rule("IND006", "warning", guide="indicators#corrections.action")
def correction_without_action(context: Context) -> Iterator[Hit]:
    """It was decided to act on a gap, and no action follows."""
    for id_, correction in context.plan.corrections.items():
        if correction.decision == "act" and correction.action is None:
            yield at(f"corrections.{id_}.action", id=id_, indicator=correction.indicator or "?")
