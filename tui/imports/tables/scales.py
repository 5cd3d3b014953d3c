"""What the numbers of a table count: units, thousands or millions, as its header or the titles above it say."""

import re
from collections.abc import Iterable

from tui.text import folded

_THOUSANDS = re.compile(
    r"\bk ?(?:€|eur|euros|usd|chf|gbp|\$|£)|(?:€|\$|£) ?k\b|\bmilliers\b|\bthousands?\b|\(0{3}s?\)|'000|€000"
)
_MILLIONS = re.compile(r"\bm ?(?:€|eur|euros|usd|chf|gbp|\$|£)|(?:€|\$|£) ?m\b|\bmillions?\b")


def scale_in(text: str) -> int:
    """What a header or a title says that amounts are counted in; 1 when it says nothing."""
    plain = folded(text)
    if _THOUSANDS.search(plain):
        return 1000
    return 1_000_000 if _MILLIONS.search(plain) else 1


def scale_of_titles(texts: Iterable[str]) -> int:
    """The same for the titles above a table: only where one speaks of amounts, as in `en milliers d'euros`."""
    return next((scale for text in texts if len(text) < 120 and (scale := scale_in(text)) > 1), 1)
