"""Numbers as somebody else's software writes them; which mark is the decimal one is told by a column as a whole.

`1 234,50`, `1,234.50`, `1.234,50`, `1'234.50`, `10,305 K€`, `(1 200)`, `1 200-`, `12 %`, `€1,200`, `-`.
"""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from model.money import EXACT
from model.plain import frozen
from model.values import canonical

Mark = Literal[",", "."]
_SPACES = "\\s\u00a0\u202f\u2009\u2007"
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "EUR": "EUR", "EUROS": "EUR", "EURO": "EUR", "USD": "USD",
               "GBP": "GBP", "CHF": "CHF", "FR.": "CHF", "SFR.": "CHF", "CAD": "CAD", "XPF": "XPF"}  # fmt: skip
_MONEY = "|".join(re.escape(word) for word in sorted(_CURRENCIES, key=len, reverse=True))
_SHAPE = re.compile(
    rf"""^(?P<open>\()?\s*(?P<sign>[-−–+]?)\s*(?P<before>{_MONEY})?\s*(?P<inner>[-−–]?)\s*
        (?P<digits>\d[\d.,'’{_SPACES}]*|[.,]\d+)
        \s*(?P<scale>[kKmM](?![a-zA-Z])|[kKmM](?=€|\$|£|EUR|CHF|USD))?\s*(?P<after>{_MONEY})?\s*(?P<percent>%)?
        \s*(?P<tax>HT|TTC|H\.T\.|T\.T\.C\.)?\s*(?P<trail>[-−–])?\s*(?P<close>\))?$""",
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED = re.compile(rf"^\d{{1,3}}(?:[{_SPACES}'’]\d{{3}})+(?=$|[.,])")
_LONGEST = 80
"""What is longer is no number, and not worth a look: a cell may hold a megabyte."""
_DIGIT = re.compile(r"\d")
_GAPS = re.compile(rf"[{_SPACES}'’]")
_MOST_DIGITS = 24
"""With its marks; more than a plan holds, and than exact arithmetic at its usual precision takes."""
_SCALES = {"": 1, "k": 1000, "m": 1_000_000}
_NAMED = re.compile(rf"(?<![a-z])(?:{_MONEY})(?![a-z])", re.IGNORECASE)
NOTHING = frozenset({"-", "–", "—", "−", "- €", "-   €", "– €", "./.", "-€"})
"""Texts that stand for an empty amount: Excel's accounting format writes a nought so."""


@frozen
class Written:
    """A number as written: its digits without spaces, marks not yet understood, whether spaces group them."""

    digits: str
    is_negative: bool = False
    scale: int = 1
    currency: str = ""
    is_percent: bool = False
    has_groups: bool = False


def currency_in(text: str) -> str:
    """The currency that a header names, `Montant (CHF)`; empty when it names none, or several."""
    found = {_CURRENCIES[match[0].upper()] for match in _NAMED.finditer(text)}
    return found.pop() if len(found) == 1 else ""


def currency_of(text: str) -> str:
    """The currency that a number is written with; empty when it has none."""
    number = written(text)
    return number.currency if number is not None else ""


def is_nothing(text: str) -> bool:
    """Whether a text stands for no amount."""
    return not text.strip() or " ".join(_GAPS.sub(" ", text.strip()).split()) in NOTHING


def written(text: str) -> Written | None:
    """The parts of a number; None when it is none, or grouped as no number is."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return None
    shape = _SHAPE.match(text.strip().replace("\u00a0", " ").replace("\u202f", " "))
    if shape is None or bool(shape["open"]) != bool(shape["close"]):
        return None
    digits = shape["digits"].strip()
    has_groups = _GAPS.search(digits) is not None
    if has_groups and not _GROUPED.match(digits):
        return None
    signs = [sign for sign in (shape["sign"], shape["inner"], shape["trail"]) if sign and sign in "-−–"]
    if len(signs) + bool(shape["open"]) > 1:
        return None
    money = (shape["before"] or shape["after"] or "").upper()
    return Written(
        _GAPS.sub("", digits),
        bool(signs or shape["open"]),
        _SCALES[(shape["scale"] or "").lower()],
        _CURRENCIES.get(money, ""),
        bool(shape["percent"]),
        has_groups,
    )


def evidence(number: Written) -> Mark | Literal["?"] | None:
    """The decimal mark that a number shows by itself; `?` when it could be either, None when it has no mark."""
    digits = number.digits
    commas, points = digits.count(","), digits.count(".")
    if not commas and not points:
        return None
    if commas and points:
        return "," if digits.rfind(",") > digits.rfind(".") else "."
    mark: Mark = "," if commas else "."
    other: Mark = "." if commas else ","
    if commas + points > 1:
        return other
    whole, _, rest = digits.partition(mark)
    is_either = len(rest) == 3 and 1 <= len(whole) <= 3 and not whole.startswith("0") and not number.has_groups
    return "?" if is_either else mark


@frozen
class Evidence:
    """What the numbers of a column show: how many have a decimal comma, a decimal point, or could have either."""

    commas: int = 0
    points: int = 0
    either: int = 0

    def __add__(self, other: "Evidence") -> "Evidence":
        return Evidence(self.commas + other.commas, self.points + other.points, self.either + other.either)

    @property
    def mark(self) -> Mark | None:
        """The mark that most of them show; None when they show none, or as much of one as of the other."""
        if self.commas == self.points:
            return None
        return "," if self.commas > self.points else "."


def evidence_of(texts: Iterable[str]) -> Evidence:
    """What a column's texts show."""
    found = [evidence(number) for text in texts if (number := written(text)) is not None]
    return Evidence(found.count(","), found.count("."), found.count("?"))


def number_of(number: Written, mark: Mark) -> Decimal | None:
    """The number where this is the decimal mark; None when its marks cannot stand so."""
    if len(number.digits) > _MOST_DIGITS:
        return None
    group = "." if mark == "," else ","
    whole, _, rest = number.digits.partition(mark)
    if group in rest or mark in rest:
        return None
    parts = whole.split(group)
    is_grouped = 1 <= len(parts[0]) <= 3 and parts[0][0] != "0" and all(len(part) == 3 for part in parts[1:])
    if len(parts) > 1 and not is_grouped:
        return None
    value = EXACT.multiply(Decimal(f"{''.join(parts) or '0'}.{rest or '0'}"), Decimal(number.scale))
    return canonical(-value if number.is_negative else value)


def parse(text: str, mark: Mark) -> Decimal | None:
    """The number that a text is; None when it is none."""
    number = written(text)
    return None if number is None else number_of(number, mark)
