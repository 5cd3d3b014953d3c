"""A total spread over its lines: pro rata, equally if all are zero, by largest remainder, sparing what is fixed."""

from dataclasses import field

from model.arithmetic import Value
from model.money import split
from model.plain import frozen
from model.whatif.dials import Dials
from model.whatif.targets import Target
from model.whatif.trial import Trial


@frozen
class Proposal:
    """Amounts of lines, by id, that bring a target to a figure; `missing` is what they cannot give of it.

    All in minor units, on the side of the plan's `prices`; the figure wanted is `reached` + `missing`.
    """

    reached: int
    missing: int = 0
    amounts: dict[str, Value | dict[str, Value]] = field(default_factory=dict)


def spread(trial: Trial, target: Target, wanted: int) -> Proposal:
    """The amounts that bring a target to a figure exactly; none, and by how much it is out of reach, if they cannot."""
    dials = Dials(trial, target)
    parts = {id_: dial.part for id_, dial in dials.all.items()}
    room, whole = wanted - dials.fixed, sum(parts.values())
    # Lines that make a cost do not turn into credit notes, nor the reverse, because the fixed ones weigh too much.
    if not parts or (room < 0 <= whole) or (whole < 0 < room):
        reached = dials.fixed if parts else dials.total
        return Proposal(reached, wanted - reached)
    shares = dict(zip(parts, split(room, list(parts.values())), strict=True))
    figures = dials.turned(shares, 0)
    reached = dials.fixed + dials.given_by(figures)
    if reached != wanted:
        return Proposal(reached, wanted - reached)
    return Proposal(reached, 0, dials.written(figures))
