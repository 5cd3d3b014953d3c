"""The levers of a scenario on a line and on an action: leave out, delay by months, scale."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from model.actions import Action
from model.arithmetic import Value, added, as_decimal, multiplied, product
from model.budget import Line
from model.exact import ONE
from model.money import proportions
from model.phasing import bounds, day_later, month_name, month_number, within_calendar
from model.plain import frozen
from model.plan import Plan


@frozen
class Lever:
    """What a scenario asks of an action or a line: `factor` 0 leaves it out, 0.8 scales it; `delay` in months."""

    factor: Fraction = Fraction(1)
    delay: int = 0


def lever(changes: Mapping[str, Any], *, readmitted: bool = False) -> Lever:
    """The lever that an overlay's fields ask for; a readmitted record is not left out."""
    if changes.get("excluded") and not readmitted:
        return Lever(Fraction(0), changes.get("delay", 0))
    return Lever(Fraction(changes.get("scale", Decimal(100))) / 100, changes.get("delay", 0))


@frozen
class _Part:
    """The part of a line that goes to an action, by its weight, and how many months later."""

    action: str | None
    weight: Fraction
    delay: int


def scaled(line: Line, factor: Fraction) -> Line:
    """The line with its amount, and its low and high estimates, multiplied."""
    if factor == 1:
        return line
    names = [name for name in ("amount", "low", "high") if getattr(line, name) is not None]
    if line.amount is None and line.unit_cost is not None:
        names.append("unit_cost")
    update: dict[str, Any] = {name: multiplied(getattr(line, name), factor) for name in names}
    # Beside another form of amount the months only say when; at zero they would no longer say it.
    if factor or (line.amount is None and line.unit_cost is None):
        update["months"] = {month: multiplied(value, factor) for month, value in line.months.items()}
    return line.replaced(update)


def pulled(plan: Plan, line: Line, pull: Lever) -> Line:
    """The line under a lever of its own."""
    if not pull.delay:
        return scaled(line, pull.factor)
    weights = proportions(list(line.shares.values()))
    actions: Sequence[str | None] = list(line.shares) or [line.action]
    parts = [_Part(id_, Fraction(w), pull.delay) for id_, w in zip(actions, weights or [1], strict=True)]
    return scaled(_delayed(plan, line, parts), pull.factor)


def is_concerned(line: Line, levers: Mapping[str, Lever]) -> bool:
    """Whether some of the line goes to an action under a lever."""
    if line.shares:
        return not levers.keys().isdisjoint(line.shares)
    return line.action in levers


def carried(plan: Plan, line: Line, levers: Mapping[str, Lever]) -> Line:
    """The line under the levers of its actions, each carried by its share."""
    if not line.shares:
        return pulled(plan, line, levers.get(line.action or "", Lever()))
    pulls = [levers.get(id_, Lever()) for id_ in line.shares]
    weights = proportions(list(line.shares.values()))
    kept = [weight * pull.factor for weight, pull in zip(weights, pulls, strict=True)]
    remains = sum(kept) != 0
    parts = [
        _Part(id_, part if remains else Fraction(weight), pull.delay)
        for id_, weight, part, pull in zip(line.shares, weights, kept, pulls, strict=True)
    ]
    moved = scaled(_delayed(plan, line, parts), sum(kept) / Fraction(sum(weights)))
    if not remains or len({pull.factor for pull in pulls}) == 1:
        return moved
    return moved.replaced({"shares": _kept_shares(line, pulls)})


def _kept_shares(line: Line, pulls: Sequence[Lever]) -> dict[str, Decimal]:
    """The shares as they weigh once their actions are scaled: no longer 100 in all, but exact."""
    shares = line.shares if sum(line.shares.values()) else dict.fromkeys(line.shares, ONE)
    return {id_: as_decimal(share * pull.factor) for (id_, share), pull in zip(_exactly(shares), pulls, strict=True)}


def _exactly(shares: Mapping[str, Decimal]) -> list[tuple[str, Fraction]]:
    return [(id_, Fraction(share)) for id_, share in shares.items()]


def _delayed(plan: Plan, line: Line, parts: Sequence[_Part]) -> Line:
    """The line with each of its parts spent later."""
    parts = [part for part in parts if part.weight]
    if not any(part.delay for part in parts):
        return line
    total = sum(part.weight for part in parts)
    if line.months:
        return line.replaced({"months": _moved_months(line.months, parts, total)})
    runs = [bounds(plan, line, part.action) for part in parts]
    known = [(part, run) for part, run in zip(parts, runs, strict=True) if run is not None]
    if len(known) < len(parts):
        return line
    moved = {(run[0] + part.delay, run[1] + part.delay) for part, run in known}
    if len(moved) == 1:
        first, last = moved.pop()
        return line.replaced({"start": month_name(first), "end": month_name(last)})
    return _phased(line, {part: (run[0] + part.delay, run[1] + part.delay) for part, run in known}, total)


def _moved_months(months: Mapping[str, Value], parts: Sequence[_Part], total: Fraction | int) -> dict[str, Value]:
    by_delay: dict[int, Fraction] = {}
    for part in parts:
        by_delay[part.delay] = by_delay.get(part.delay, Fraction(0)) + part.weight
    moved: dict[int, Value] = {}
    for month, value in months.items():
        for delay, weight in by_delay.items():
            _add(moved, month_number(month) + delay, multiplied(value, weight / total))
    return {month_name(number): moved[number] for number in sorted(moved)}


def _phased(line: Line, runs: Mapping[_Part, tuple[int, int]], total: Fraction | int) -> Line:
    """The line with months, since its parts no longer run over the same ones; its amount keeps its form."""
    amount = line.amount
    if amount is None and line.unit_cost is not None:
        amount = product(line.unit_cost, ONE if line.quantity is None else line.quantity)
    if amount is None:
        return line
    moved: dict[int, Value] = {}
    for part, (first, last) in runs.items():
        each = multiplied(amount, part.weight / total / (last - first + 1))
        for number in range(first, last + 1):
            _add(moved, number, each)
    return line.replaced({"months": {month_name(number): moved[number] for number in sorted(moved)}})


def _add(months: dict[int, Value], number: int, value: Value) -> None:
    # Beyond the calendar, months meet on its last one.
    number = within_calendar(number)
    months[number] = added(months[number], value) if number in months else value


def delayed_action(action: Action, months: int) -> Action:
    """The action with its dates and its milestones' later; what is done stays done on its day."""
    if not months:
        return action
    milestones = {
        id_: milestone if milestone.due is None else milestone.replaced({"due": day_later(milestone.due, months)})
        for id_, milestone in action.milestones.items()
    }
    days: dict[str, date | None] = {
        name: day and day_later(day, months) for name, day in (("start", action.start), ("end", action.end))
    }
    return action.replaced({**days, "milestones": milestones})
