"""What the numbers of a table count: units, thousands or millions, as its header or the titles above it say."""

import re
from collections.abc import Iterable

from tui.text import folded

_THOUSANDS = re.compile(
    r"\bk ?(?:€|eur|euros|usd|chf|gbp|\$|£)|(?:€|\$|£) ?k\b|\bmilliers\b|\bthousands?\b|\(0{3}s?\)|'000|€000"
)
_MILLIONS = re.compile(r"\bm ?(?:€|eur|euros|usd|chf|gbp|\$|£)|(?:€|\$|£) ?m\b|\bmillions?\b")

_MONEY = r"(?:€|\$|£|eur\b|euros?\b|chf\b|usd\b|gbp\b|dollars?\b|francs?\b)"
_SAID = re.compile(
    rf"\b(?:en|in) (?:[km] ?{_MONEY}|(?:milliers|millions|thousands)(?: d'| de | of )? ?(?:{_MONEY}|[).,;]|$))"
    rf"|[(\[] ?[km] ?{_MONEY} ?[)\]]|^ ?[km] ?{_MONEY} ?$|\(0{{3}}s?\)|[$€]0{{3}}"
)


def scale_in(text: str) -> int:
    """What a header or a title says that amounts are counted in; 1 when it says nothing."""
    plain = folded(text)
    if _THOUSANDS.search(plain):
        return 1000
    return 1_000_000 if _MILLIONS.search(plain) else 1


def scale_of_titles(texts: Iterable[str]) -> int:
    """The same for the titles above a table: only one that says so of amounts, as `en milliers d'euros`, `(K€)`."""
    said = (match[0] for text in texts if (match := _SAID.search(folded(text).replace("’", "'"))))
    return next((scale for text in said if (scale := scale_in(text)) > 1), 1)
