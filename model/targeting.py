"""Which segments to pursue: those that one likes and can win, by attractiveness times chance."""

from model.plan import Plan
from model.segments import Segment

WEAK = 6
"""A score from 1 to 25 at or below which a target deserves a second look: 2 times 3, and less."""


def score_of(segment: Segment) -> int | None:
    """Attractiveness times chance of winning, 1 to 25; None as long as one of them is missing."""
    if segment.attractiveness is None or segment.chance is None:
        return None
    return segment.attractiveness * segment.chance


def ranked(plan: Plan) -> dict[str, int]:
    """The segments that have a score, the best first, in the order of the file among equals."""
    scores = {id_: score for id_, segment in plan.segments.items() if (score := score_of(segment)) is not None}
    return dict(sorted(scores.items(), key=lambda pair: -pair[1]))
