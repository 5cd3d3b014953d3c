"""The figures of a ledger: amounts as whole millionths, days as months, each as some program writes them."""

import re
from datetime import date
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation

DIGITS = 6
"""Decimals kept while sums are made: some programs write more than cents."""
UNIT = 1_000_000
_CENT = UNIT // 100
_MOST_KEPT = 5000
_SPACES = str.maketrans("", "", " \u00a0\u202f'\u2019€")
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)\Z")
_GROUPED = re.compile(r"\d{1,3}(?:([.,])\d{3})+(?!\1)[.,]\d{1,2}\Z|\d{1,3}(?:([.,])\d{3}){2,}\Z")
_MOST = 10**14
_DAYS = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)"),
    re.compile(r"(?P<d>\d\d)[/.-](?P<m>\d\d)[/.-](?P<y>\d{4})"),
)
_LEFT, _RIGHT = ("d", "+1", "1", "+"), ("c", "-1", "-")


class Amounts(dict[str, int]):
    """Amounts by their text, in millionths; the few texts that come again and again are read once."""

    def __missing__(self, text: str) -> int:
        amount = amount_of(text)
        if len(self) < _MOST_KEPT:
            self[text] = amount
        return amount


def amount_of(text: str) -> int:
    """An amount in millionths: comma or point, sign before or after, spaces between; empty is nothing.

    Raises:
        ValueError: it is none.
    """
    if text[-3:-2] in (",", ".") and (plain := text[:-3] + text[-2:]).isdecimal() and len(plain) < 17:
        return int(plain) * _CENT
    text = text.translate(_SPACES)
    if not text:
        return 0
    if text[-1] in "+-":
        text = text[-1] + text[:-1]
    body = text.lstrip("+-")
    if _GROUPED.match(body):
        point = max(body.rfind(","), body.rfind(".")) if len(set(body) & {",", "."}) > 1 else len(body)
        text = text[: len(text) - len(body)] + re.sub("[.,]", "", body[:point]) + "." + body[point + 1 :]
    if not _NUMBER.match(text):
        raise ValueError(text)
    return _scaled(text.replace(",", "."))


def _scaled(text: str) -> int:
    try:
        number = Decimal(text)
        if abs(number) > _MOST:
            raise ValueError(text)
        scaled: int = int(number.scaleb(DIGITS).to_integral_value(ROUND_HALF_EVEN))
    except InvalidOperation as error:
        raise ValueError(text) from error
    return scaled


class Days(dict[str, date]):
    """Days by their text: a year has no more than 366."""

    def __missing__(self, text: str) -> date:
        day = day_of(text)
        if len(self) < _MOST_KEPT:
            self[text] = day
        return day


def day_of(text: str) -> date:
    """A day, `20271231`; `31/12/2027` and `2027-12-31` too, which nobody can misread.

    Raises:
        ValueError: it is none.
    """
    text = text.strip()
    if len(text) == 8 and text.isascii() and text.isdecimal():
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    found = next((match for form in _DAYS if (match := form.fullmatch(text[:10]))), None)
    if found is None:
        raise ValueError(text)
    return date(int(found["y"]), int(found["m"]), int(found["d"]))


def side_of(text: str) -> int:
    """1 for a debit, -1 for a credit.

    Raises:
        ValueError: it says neither.
    """
    side = text.strip().lower()
    if side in _LEFT:
        return 1
    if side in _RIGHT:
        return -1
    raise ValueError(text)
