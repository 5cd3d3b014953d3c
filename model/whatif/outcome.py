"""Changes tried in order, and what came of them: the trial, what was out of reach, what differs."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from model.amounts import minor_figures
from model.arithmetic import Value, changed
from model.exact import NONE, known_of
from model.formulas import FormulaError, evaluate
from model.money import from_minor, minor_digits, to_minor
from model.plain import frozen
from model.plan import Plan
from model.scenarios import changes
from model.whatif.changes import Difference, Goal, Total, differed, read_change
from model.whatif.seek import Strategy, seek
from model.whatif.spread import Proposal, spread
from model.whatif.trial import ChangeError, Trial


@frozen
class OutOfReach:
    """A goal or a total that cannot be: the nearest that can, and what is missing, in the plan's prices."""

    text: str
    code: str
    nearest: Decimal
    missing: Decimal


@frozen
class LineChanged:
    """A line whose amount differs, in the plan's currency and prices."""

    id: str
    before: Decimal
    after: Decimal


def tried(trial: Trial, texts: Sequence[str], strategy: Strategy = "pro-rata") -> tuple[Trial, tuple[OutOfReach, ...]]:
    """The trial once every change is made in turn, a goal out of reach as nearly as can be.

    Raises:
        ChangeError: a change that has no meaning here.
        EditRefusedError: a value that cannot stand there.
    """
    out_of_reach: list[OutOfReach] = []
    for text in texts:
        trial, missed = _one(trial, text, strategy)
        out_of_reach += missed
    return trial, tuple(out_of_reach)


def _one(trial: Trial, text: str, strategy: Strategy) -> tuple[Trial, list[OutOfReach]]:
    change = read_change(trial.seen, text)
    if isinstance(change, Difference):
        return differed(trial, change), []
    proposal = proposed(trial, change, strategy)
    if proposal.amounts:
        trial = trial.with_amounts(proposal.amounts)
    if not proposal.missing:
        return trial, []
    digits = minor_digits(trial.plan.plan.currency)
    nearest, missing = from_minor(proposal.reached, digits), from_minor(proposal.missing, digits)
    return trial, [OutOfReach(text, "goal" if isinstance(change, Goal) else "spread", nearest, missing)]


def proposed(
    trial: Trial, change: Goal | Total, strategy: Strategy = "pro-rata", spared: frozenset[str] = frozenset()
) -> Proposal:
    """The amounts that a goal or a total asks for; lines spared are left alone by a goal.

    Raises:
        ChangeError: a formula without a value.
    """
    if isinstance(change, Goal):
        return seek(trial, change, strategy, spared)
    return spread(trial, change.target, _sum(trial, change))


def _sum(trial: Trial, change: Total) -> int:
    """The figure that a total is given, in minor units."""
    seen = trial.seen
    digits = minor_digits(seen.plan.currency)
    value: Value | None = changed(from_minor(change.target.measure(seen), digits), change.value)
    try:
        number = evaluate(value, known_of(seen.drivers)) if isinstance(value, str) else value
    except FormulaError as error:
        raise ChangeError("formula", word=change.text, reason=error.code, **error.details) from None
    return to_minor(NONE if number is None else number, digits)


def lines_changed(before: Plan, after: Plan) -> Iterator[LineChanged]:
    """The lines whose amount, in the plan's prices, differs between two versions, in the order of the plan."""
    old, new = minor_figures(before), minor_figures(after)
    side, digits = int(after.plan.prices == "incl_tax"), minor_digits(after.plan.currency)
    for id_ in after.budget:
        was, is_ = old.get(id_, (0, 0))[side], new[id_][side]
        if was != is_:
            yield LineChanged(id_, from_minor(was, digits), from_minor(is_, digits))


def levers_changed(trial: Trial) -> Iterator[tuple[str, str, str]]:
    """Every lever and driver that the trial changes: its path, and what it was and is, in machine notation."""
    for id_, driver in trial.overlay.drivers.items():
        if driver.value is not None:
            yield f"drivers.{id_}.value", _plain(trial.before.drivers[id_].value), _plain(trial.seen.drivers[id_].value)
    for section in ("budget", "actions"):
        for id_, change in getattr(trial.overlay, section).items():
            for name, value in changes(change).items():
                if name in _NEUTRAL:
                    yield f"{section}.{id_}.{name}", _NEUTRAL[name], _plain(value)


_NEUTRAL = {"excluded": "false", "delay": "0", "scale": "100"}


def _plain(value: Decimal | str | int | None) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return format(value, "f") if isinstance(value, Decimal) else "" if value is None else str(value)
