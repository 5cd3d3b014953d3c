"""What is bought, by impact and risk: the quadrant a purchase falls in, and the approach that goes with it."""

import re
from collections.abc import Mapping
from typing import Literal

from model.master import Purchase

Quadrant = Literal["strategic", "leverage", "bottleneck", "routine"]
Approach = Literal["partnership", "competition", "secured", "simplified"]
APPROACHES: tuple[Approach, ...] = ("partnership", "competition", "secured", "simplified")
HIGH = 3
"""A score from here on is high."""

_GOES_WITH: Mapping[Quadrant, Approach] = {
    "strategic": "partnership",
    "leverage": "competition",
    "bottleneck": "secured",
    "routine": "simplified",
}


def quadrant_of(purchase: Purchase) -> Quadrant | None:
    """The quadrant of a purchase; None as long as one of its two scores is missing."""
    if purchase.impact is None or purchase.risk is None:
        return None
    if purchase.impact >= HIGH:
        return "strategic" if purchase.risk >= HIGH else "leverage"
    return "bottleneck" if purchase.risk >= HIGH else "routine"


def suggested(purchase: Purchase) -> Approach | None:
    """The approach that goes with the quadrant; what creates value is not put out to the lowest bidder."""
    quadrant = quadrant_of(purchase)
    if quadrant is None:
        return None
    approach = _GOES_WITH[quadrant]
    return "partnership" if approach == "competition" and purchase.kind == "creates_value" else approach


def approach_of(purchase: Purchase) -> Approach | None:
    """The approach chosen, where it is one of the four by name; words of one's own are not judged."""
    return next((approach for approach in APPROACHES if approach == (purchase.approach or "").strip()), None)


def supplier_count(purchase: Purchase) -> int:
    """How many suppliers are named: parted by commas, semicolons, slashes or line breaks."""
    return sum(bool(name.strip()) for name in re.split(r"[,;/\n]", purchase.suppliers or ""))
