"""The kinds of value a field may hold: each is a strict type that refuses what it cannot save again unchanged."""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from model.plain import frozen
from model.validation import Check, Checked, ValueRefusedError

# `\Z`, not `$`, which in Python also stands before a last line break.
ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,31}\Z"
MONTH_PATTERN = r"^[12][0-9]{3}-(0[1-9]|1[0-2])\Z"
LABEL_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z /_.-]{0,31}\Z"
CURRENCY_PATTERN = r"^[A-Z]{3}\Z"
TEXT_LIMIT = 20_000
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
LARGEST_EXPONENT, SMALLEST_EXPONENT = 14, -12
_SHORT = -SMALLEST_EXPONENT + 1

# Control characters (tab and line feed apart), line separators and bidirectional overrides: they could rewrite the
# reader's screen or disguise a text, and no consultant types them.
FORBIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
TEXT_PATTERN = rf"^[^{FORBIDDEN}]*\Z"
_FORBIDDEN = re.compile(rf"[{FORBIDDEN}\ud800-\udfff]")

CHANGE_PATTERN = re.compile(r"^(?:[+-]\d+(?:\.\d+)?%?|[*/]\d+(?:\.\d+)?)$")


@frozen
class Kind:
    """What a field is for the forms and the checks: `words`, `prose`, `number`, `percent`, `score`, `date`…."""

    name: str
    formula: bool = False


@frozen
class Refers:
    """The sections (dotted paths) whose ids a field, or the keys of a table, may name."""

    sections: tuple[str, ...]


@frozen
class Offers:
    """The words that the method has for a field, by the name of their list; any other text may stand there too."""

    name: str


def canonical(number: Decimal) -> Decimal:
    """The same number without exponent or trailing zeros, the only form in which numbers are kept."""
    plain = number.normalize()
    exponent = plain.as_tuple().exponent
    return plain.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else plain + 0


def _number(value: Any) -> Decimal:
    if value.__class__ is Decimal:
        # Nearly every number of a file: short, its last decimal not a zero. Looking at the text is the quickest.
        text = str(value)
        if len(text) <= _SHORT and "." in text and text[-1] != "0" and "E" not in text:
            return value
    if type(value) is int and -(10**14) < value < 10**14:
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise ValueRefusedError("number_type", value)
    if isinstance(value, int):
        if value.bit_length() > 64:
            raise ValueRefusedError("number_range", value)
        value = Decimal(value)
    if not value.is_finite() or (value and not SMALLEST_EXPONENT <= value.adjusted() <= LARGEST_EXPONENT):
        raise ValueRefusedError("number_range", value)
    _, digits, exponent = value.as_tuple()
    if len(digits) > 27:
        raise ValueRefusedError("number_range", value)
    is_canonical = isinstance(exponent, int) and exponent < 0 and digits[-1] != 0
    return value if is_canonical else canonical(value)


def _number_or_formula(value: Any) -> Decimal | str:
    if value.__class__ is Decimal or value.__class__ is int:
        return _number(value)
    if isinstance(value, str):
        if value.startswith("=") and len(value) <= 500 and not _FORBIDDEN.search(value):
            return value
        raise ValueRefusedError("formula_type", value)
    return _number(value)


def _number_or_change(value: Any) -> Decimal | str:
    if isinstance(value, str) and CHANGE_PATTERN.match(value):
        return value
    return _number_or_formula(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise ValueRefusedError("int_type", value)
    return value


def _between(low: int, high: int) -> Checked:
    def bounded(value: Any) -> int:
        number = _whole(value)
        if number < low:
            raise ValueRefusedError("greater_than_equal", value, ge=low)
        if number > high:
            raise ValueRefusedError("less_than_equal", value, le=high)
        return number

    return Checked(bounded, low, high)


def _flag(value: Any) -> bool:
    if type(value) is not bool:
        raise ValueRefusedError("bool_type", value)
    return value


def _day(value: Any) -> date:
    # A TOML date-time is a `datetime`, which is a `date` for Python and not for the plan.
    if isinstance(value, datetime) or not isinstance(value, date):
        raise ValueRefusedError("date_type", value)
    if not EARLIEST <= value <= LATEST:
        raise ValueRefusedError("date_range", value)
    return value


def _day_key(value: Any) -> str:
    try:
        day = date.fromisoformat(_string(value))
    except ValueError as error:
        raise ValueRefusedError("date_type", value) from error
    if day.isoformat() != value:
        # `20270101` and `2027-W01-1` are dates for Python and not for the plan.
        raise ValueRefusedError("date_type", value)
    _day(day)
    return str(value)


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueRefusedError("string_type", value)
    return value


def _text(value: Any) -> str:
    # What Python can print is allowed in a plan, and it knows so at once.
    if value.__class__ is str and value.isprintable() and len(value) <= TEXT_LIMIT:
        return value
    text = _string(value)
    if len(text) > TEXT_LIMIT:
        raise ValueRefusedError("string_too_long", value, max_length=TEXT_LIMIT)
    if found := _FORBIDDEN.search(text):
        is_half = "\ud800" <= found[0] <= "\udfff"
        raise ValueRefusedError("string_unicode" if is_half else "string_pattern_mismatch", value, pattern=TEXT_PATTERN)
    return text


def _like(pattern: str) -> Check:
    matches = re.compile(pattern).match

    def like(value: Any) -> str:
        if isinstance(value, str) and matches(value):
            return value
        raise ValueRefusedError("string_pattern_mismatch", _string(value), pattern=pattern)

    return like


def _each(check: Check) -> Check:
    def every(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise ValueRefusedError("tuple_type", value)
        return tuple([check(one) for one in value])

    return every


_id = _like(ID_PATTERN)

Text = Annotated[str, Checked(_text)]
Words = Annotated[Text, Kind("words")]
Prose = Annotated[Text, Kind("prose")]
Id = Annotated[str, Checked(_id)]
Currency = Annotated[str, Checked(_like(CURRENCY_PATTERN)), Kind("currency")]
Number = Annotated[Decimal, Checked(_number), Kind("number")]
Amount = Annotated[Decimal, Checked(_number), Kind("amount")]
AmountOrFormula = Annotated[Decimal | str, Checked(_number_or_formula), Kind("amount", formula=True)]
NumberOrFormula = Annotated[Decimal | str, Checked(_number_or_formula), Kind("number", formula=True)]
AmountOrChange = Annotated[Decimal | str, Checked(_number_or_change), Kind("amount", formula=True)]
Percent = Annotated[Decimal, Checked(_number), Kind("percent")]
Whole = Annotated[int, Checked(_whole), Kind("number")]
Score = Annotated[int, _between(1, 5), Kind("score")]
Mark = Annotated[int, _between(0, 4), Kind("score")]
Flag = Annotated[bool, Checked(_flag), Kind("flag")]
Day = Annotated[date, Checked(_day), Kind("date")]
DayKey = Annotated[str, Checked(_day_key), Kind("date")]
Month = Annotated[str, Checked(_like(MONTH_PATTERN)), Kind("month")]
YearLabel = Annotated[str, Checked(_like(LABEL_PATTERN)), Kind("words")]
Names = Annotated[tuple[Words, ...], Checked(_each(_text)), Kind("names")]
Days = Annotated[tuple[Day, ...], Checked(_each(_day)), Kind("dates")]
Ids = Annotated[tuple[Id, ...], Checked(_each(_id)), Kind("refs")]
Ref = Annotated[Id, Kind("ref")]

FINDINGS = Refers(
    (
        "diagnostic.swot",
        "diagnostic.pestel",
        "diagnostic.competitors",
        "diagnostic.offers",
        "diagnostic.media",
        "diagnostic.channels",
        "review",
    )
)
