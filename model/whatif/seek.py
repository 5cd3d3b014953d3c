"""A goal sought: a target brought to at most, or at least, a bound by turning the lines that may move.

Lines that rest on a quote move last. A cut takes a line to nothing at most; credit notes are left alone.
"""

from collections.abc import Iterator, Sequence
from typing import Literal, get_args

from model.money import minor_digits, split, to_minor
from model.whatif.changes import Goal
from model.whatif.dials import Dial, Dials
from model.whatif.spread import Proposal
from model.whatif.trial import Trial

Strategy = Literal["pro-rata", "priority", "fewest"]
STRATEGIES: tuple[Strategy, ...] = get_args(Strategy)


def is_met(goal: Goal, reached: int, bound: int) -> bool:
    """Whether a figure satisfies the goal; the bound itself does."""
    return reached <= bound if goal.sign == "<" else reached >= bound


def seek(
    trial: Trial, goal: Goal, strategy: Strategy = "pro-rata", spared: frozenset[str] = frozenset()
) -> Proposal:
    """The amounts that meet the goal, or that come nearest to it with what is then missing."""
    bound = to_minor(goal.bound, minor_digits(trial.plan.plan.currency))
    dials = Dials(trial, goal.target, spared)
    if is_met(goal, dials.total, bound):
        return Proposal(dials.total)
    is_cut = goal.sign == "<"
    tiers = list(_tiers(dials, strategy, is_cut=is_cut))
    wanted = _cut(tiers, dials.total - bound) if is_cut else _raised(tiers, bound - dials.total)
    figures = dials.turned(wanted, -1 if is_cut else 1)
    kept = sum(dials.all[id_].part for id_ in figures)
    reached = dials.total - kept + dials.given_by(figures)
    missing = 0 if is_met(goal, reached, bound) else bound - reached
    return Proposal(reached, missing, dials.written(figures))


def _tiers(dials: Dials, strategy: Strategy, *, is_cut: bool) -> Iterator[list[Dial]]:
    """The lines that may move, those that move together in one list, the first to move first."""
    movable = [dial for dial in dials.all.values() if dial.part > 0 or (dial.part == 0 and not is_cut)]
    for is_quoted in (False, True):
        group = [dial for dial in movable if dial.is_quoted == is_quoted]
        if group:
            yield from _ordered(group, strategy, is_cut=is_cut)


def _ordered(group: list[Dial], strategy: Strategy, *, is_cut: bool) -> Iterator[list[Dial]]:
    if strategy == "priority":
        # Cuts start with what matters least, money more goes first to what matters most.
        for priority in sorted({dial.priority for dial in group}, reverse=is_cut):
            yield [dial for dial in group if dial.priority == priority]
    elif strategy == "fewest":
        yield from ([dial] for dial in sorted(group, key=lambda dial: -dial.part))
    else:
        yield group


def _cut(tiers: Sequence[Sequence[Dial]], excess: int) -> dict[str, int]:
    """The parts that remain once an excess is taken, tier after tier, pro rata within each."""
    wanted: dict[str, int] = {}
    for tier in tiers:
        if not excess:
            break
        parts = [dial.part for dial in tier]
        taken = min(excess, sum(parts))
        excess -= taken
        wanted |= zip((dial.id for dial in tier), split(sum(parts) - taken, parts), strict=True)
    return wanted


def _raised(tiers: Sequence[Sequence[Dial]], lack: int) -> dict[str, int]:
    """The parts of the first tier once what lacks is added to it, pro rata, equally if all are zero."""
    if not tiers:
        return {}
    parts = [dial.part for dial in tiers[0]]
    return dict(zip((dial.id for dial in tiers[0]), split(sum(parts) + lack, parts), strict=True))
