"""What one change means: a difference of a scenario, a total to be spread, or a goal to be sought.

A change is `B1=12000`, `B1=+10%`, `B1=-500`, `B1==12*350`, `A3=excluded`, `A3=delay:2`, `A3=scale:80`,
`@day_rate=500`; on a total, `category:salons=9000` spreads; `total<50000` and `O2>8000` seek. Numbers are in machine
notation.
"""

import re
from decimal import Decimal

from model.arithmetic import Value, added, changed, product, relative_change
from model.budget import Line
from model.exact import ONE, known_of
from model.formulas import FormulaError, evaluate
from model.line_changes import changed_line
from model.plain import frozen
from model.plan import Plan
from model.scenarios import changes
from model.whatif.targets import Target, known_targets, target_of
from model.whatif.trial import ChangeError, Trial

_NUMBER = re.compile(r"[+-]?[0-9]{1,20}(?:\.[0-9]{1,12})?")
_GOAL = re.compile(r"(.+)([<>])(-?[0-9]{1,20}(?:\.[0-9]{1,12})?)")
_LEVER = re.compile(r"(excluded)|(delay|scale):(.*)")


@frozen
class Goal:
    """A target's figure brought to at most (`<`) or at least (`>`) a bound, in the plan's prices."""

    text: str
    target: Target
    sign: str
    bound: Decimal


@frozen
class Total:
    """A total given a value, or changed, which its lines have to make up."""

    text: str
    target: Target
    value: Value


@frozen
class Difference:
    """A difference at a path within a scenario, `budget.B1.amount`, `actions.A3.delay`, `drivers.day_rate.value`."""

    text: str
    path: str
    value: Decimal | str | int | bool


def read_change(plan: Plan, text: str) -> Goal | Total | Difference:
    """What a text asks of the plan.

    Raises:
        ChangeError: it asks nothing that can be read, or of something that is not there.
    """
    if goal := _GOAL.fullmatch(text):
        return Goal(text, _target(plan, goal[1], text), goal[2], Decimal(goal[3]))
    name, sign, value = text.partition("=")
    if not sign or not name or not value:
        raise ChangeError("unreadable", word=text)
    if name.startswith("@"):
        if name[1:] not in plan.drivers:
            raise ChangeError("unknown", word=name, known=tuple(f"@{id_}" for id_ in plan.drivers))
        return Difference(text, f"drivers.{name[1:]}.value", _value(value, text))
    if lever := _LEVER.fullmatch(value):
        return _lever(plan, name, lever, text)
    target = _target(plan, name, text)
    if target.kind == "line":
        return Difference(text, f"budget.{name}.amount", _value(value, text))
    return Total(text, target, _value(value, text))


def _target(plan: Plan, name: str, text: str) -> Target:
    target = target_of(plan, name)
    if target is None:
        known = known_targets(plan)
        raise ChangeError("unknown" if name.isprintable() else "unreadable", word=name if known else text, known=known)
    return target


def _value(text: str, change: str) -> Value:
    """A number, a change relative to what is there, or a formula."""
    try:
        if text.startswith("=") or relative_change(text) is not None:
            return text
    except FormulaError as error:
        raise ChangeError("formula", word=change, reason=error.code, **error.details) from None
    if not _NUMBER.fullmatch(text):
        raise ChangeError("unreadable", word=change)
    return Decimal(text)


def _lever(plan: Plan, name: str, lever: re.Match[str], text: str) -> Difference:
    section = "budget" if name in plan.budget else "actions"
    if name not in getattr(plan, section):
        target = _target(plan, name, text)
        raise ChangeError("total_lever", word=target.key or name)
    if lever[1]:
        return Difference(text, f"{section}.{name}.excluded", True)
    path, number = f"{section}.{name}.{lever[2]}", lever[3]
    if not _NUMBER.fullmatch(number):
        raise ChangeError("unreadable", word=text)
    if lever[2] == "scale":
        return Difference(text, path, Decimal(number))
    if "." in number or len(number) > 5:
        raise ChangeError("unreadable", word=text)
    return Difference(text, path, int(number))


def differed(trial: Trial, difference: Difference) -> Trial:
    """The trial with a difference on top of those before it.

    Raises:
        EditRefusedError: the value cannot stand there.
        ChangeError: a formula without a value.
    """
    section, id_, name = difference.path.split(".")
    value = difference.value
    if name == "amount" and isinstance(value, Decimal | str):
        value = _amount_on_top(trial, id_, value)
        _check(trial.seen, value, difference.text, trial.seen.budget[id_])
    elif section == "drivers" and isinstance(value, Decimal | str):
        return _checked_driver(trial.put(difference.path, _driver_on_top(trial, id_, value)), id_, difference.text)
    return trial.put(difference.path, value)


def _amount_on_top(trial: Trial, id_: str, change: Value) -> Value:
    """What the scenario says once a line's amount, which it may already change, changes again."""
    former = changes(trial.overlay.budget[id_]) if id_ in trial.overlay.budget else {}
    if "amount" not in former or relative_change(change) is None:
        return change
    seen = trial.seen
    line = changed_line(trial.before.budget[id_], former, seen.plan, known_of(seen.drivers))
    result = changed(_amount(line), change)
    return change if result is None else result


def _amount(line: Line) -> Value | None:
    """What a line amounts to, formulas staying formulas."""
    if line.amount is not None:
        return line.amount
    if line.unit_cost is not None:
        return product(line.unit_cost, ONE if line.quantity is None else line.quantity)
    total: Value | None = None
    for value in line.months.values():
        total = value if total is None else added(total, value)
    return total


def _driver_on_top(trial: Trial, id_: str, change: Value) -> Value:
    if id_ not in trial.overlay.drivers:
        return change
    result = changed(trial.seen.drivers[id_].value, change)
    return change if result is None else result


def _checked_driver(trial: Trial, id_: str, text: str) -> Trial:
    """The trial, unless the driver has lost its value: only once it is there can a cycle be seen."""
    value = known_of(trial.seen.drivers).values.get(id_)
    if isinstance(value, FormulaError):
        raise ChangeError("formula", word=text, reason=value.code, **value.details)
    return trial


def _check(plan: Plan, value: Value, text: str, line: Line) -> None:
    """Refuse a formula that has no value."""
    if isinstance(value, str) and relative_change(value) is None:
        try:
            evaluate(value, known_of(plan.drivers), line.last_year)
        except FormulaError as error:
            raise ChangeError("formula", word=text, reason=error.code, **error.details) from None
