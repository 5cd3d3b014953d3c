"""The kinds of value a field may hold: each is a strict type that refuses what it cannot save again unchanged."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

# `\Z`, not `$`, which in Python also stands before a last line break.
ID_PATTERN = r"^[A-Za-z][A-Za-z0-9_-]{0,31}\Z"
MONTH_PATTERN = r"^[12][0-9]{3}-(0[1-9]|1[0-2])\Z"
LABEL_PATTERN = r"^[0-9A-Za-z][0-9A-Za-z /_.-]{0,31}\Z"
CURRENCY_PATTERN = r"^[A-Z]{3}\Z"
TEXT_LIMIT = 20_000
EARLIEST, LATEST = date(1900, 1, 1), date(2199, 12, 31)
LARGEST_EXPONENT, SMALLEST_EXPONENT = 14, -12

# Control characters (tab and line feed apart), line separators and bidirectional overrides: they could rewrite the
# reader's screen or disguise a text, and no consultant types them.
FORBIDDEN = r"\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
TEXT_PATTERN = rf"^[^{FORBIDDEN}]*\Z"
_FORBIDDEN = re.compile(rf"[{FORBIDDEN}\ud800-\udfff]")

CHANGE_PATTERN = re.compile(r"^(?:[+-]\d+(?:\.\d+)?%?|[*/]\d+(?:\.\d+)?)$")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a field is for the forms and the checks: `words`, `prose`, `number`, `percent`, `score`, `date`…."""

    name: str
    formula: bool = False


@dataclass(frozen=True, slots=True)
class Refers:
    """The sections (dotted paths) whose ids a field, or the keys of a table, may name."""

    sections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """The words that the method has for a field, by the name of their list; any other text may stand there too."""

    name: str


class Record(BaseModel):
    """A table of the plan: strict, frozen, no unknown key. `REQUIRED` names the fields of a whole plan."""

    # Python's own regular expressions are shared by all fields; pydantic's would be compiled anew for each of them,
    # which costs half a megabyte at every start.
    model_config = ConfigDict(
        strict=True, frozen=True, extra="forbid", defer_build=True, populate_by_name=True, regex_engine="python-re"
    )
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    LETTER: ClassVar[str] = ""


def canonical(number: Decimal) -> Decimal:
    """The same number without exponent or trailing zeros, the only form in which numbers are kept."""
    plain = number.normalize()
    exponent = plain.as_tuple().exponent
    return plain.quantize(Decimal(1)) if isinstance(exponent, int) and exponent > 0 else plain + 0


def _number(value: object) -> object:
    if type(value) is int and -(10**14) < value < 10**14:
        return Decimal(value)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("number_type", "a number was expected")
    if isinstance(value, int):
        if value.bit_length() > 64:
            raise PydanticCustomError("number_range", "too large")
        value = Decimal(value)
    if not value.is_finite() or (value and not SMALLEST_EXPONENT <= value.adjusted() <= LARGEST_EXPONENT):
        raise PydanticCustomError("number_range", "not a number that a plan can hold")
    _, digits, exponent = value.as_tuple()
    if len(digits) > 27:
        raise PydanticCustomError("number_range", "too many digits")
    is_canonical = isinstance(exponent, int) and exponent < 0 and digits[-1] != 0
    return value if is_canonical else canonical(value)


def _number_or_formula(value: object) -> object:
    if isinstance(value, str):
        if value.startswith("=") and len(value) <= 500 and not _FORBIDDEN.search(value):
            return value
        raise PydanticCustomError("formula_type", "a number or a formula was expected")
    return _number(value)


def _number_or_change(value: object) -> object:
    if isinstance(value, str) and CHANGE_PATTERN.match(value):
        return value
    return _number_or_formula(value)


def _day(value: object) -> object:
    # A TOML date-time is a `datetime`, which is a `date` for Python and not for the plan.
    if isinstance(value, datetime) or not isinstance(value, date):
        raise PydanticCustomError("date_type", "a date was expected")
    if not EARLIEST <= value <= LATEST:
        raise PydanticCustomError("date_range", "out of range")
    return value


def _day_key(value: str) -> str:
    try:
        day = date.fromisoformat(value)
        _day(day)
    except ValueError as error:
        raise PydanticCustomError("date_type", "a date was expected") from error
    if day.isoformat() != value:
        # `20270101` and `2027-W01-1` are dates for Python and not for the plan.
        raise PydanticCustomError("date_type", "a date was expected")
    return value


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Text = Annotated[str, Field(max_length=TEXT_LIMIT, pattern=TEXT_PATTERN)]
Words = Annotated[Text, Kind("words")]
Prose = Annotated[Text, Kind("prose")]
Id = Annotated[str, Field(pattern=ID_PATTERN)]
Currency = Annotated[str, Field(pattern=CURRENCY_PATTERN), Kind("currency")]
Number = Annotated[Decimal, BeforeValidator(_number), Kind("number")]
Amount = Annotated[Decimal, BeforeValidator(_number), Kind("amount")]
AmountOrFormula = Annotated[Decimal | str, BeforeValidator(_number_or_formula), Kind("amount", formula=True)]
NumberOrFormula = Annotated[Decimal | str, BeforeValidator(_number_or_formula), Kind("number", formula=True)]
AmountOrChange = Annotated[Decimal | str, BeforeValidator(_number_or_change), Kind("amount", formula=True)]
Percent = Annotated[Decimal, BeforeValidator(_number), Kind("percent")]
Score = Annotated[int, Field(ge=1, le=5), Kind("score")]
Mark = Annotated[int, Field(ge=0, le=4), Kind("score")]
Flag = Annotated[bool, Kind("flag")]
Day = Annotated[date, BeforeValidator(_day), Kind("date")]
DayKey = Annotated[str, AfterValidator(_day_key), Kind("date")]
Month = Annotated[str, Field(pattern=MONTH_PATTERN), Kind("month")]
YearLabel = Annotated[str, Field(pattern=LABEL_PATTERN), Kind("words")]
Names = Annotated[tuple[Words, ...], BeforeValidator(_tuple), Kind("names")]
Days = Annotated[tuple[Day, ...], BeforeValidator(_tuple), Kind("dates")]
Ids = Annotated[tuple[Id, ...], BeforeValidator(_tuple), Kind("refs")]
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
