"""Numbers as people type and read them: French `4 200,50`, English `4,200.50`, `12k`, `1,5 k€`."""

import re
from decimal import Decimal

from model.money import EXACT
from model.values import canonical
from tui.words import Language

NARROW, HARD = "\u202f", "\u00a0"
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]")
_MONEY = re.compile(r"(?:€|\$|£|EUR|USD|CHF|GBP|CAD|XPF)", re.IGNORECASE)
_SCALES = {"k": Decimal(1000), "m": Decimal(1_000_000)}
_SHAPE = re.compile(r"^(?P<sign>[-−+]?)(?P<digits>\d[\d.,]*|[.,]\d+)(?P<scale>[kKmM]?)$")
_SIGN_SPACE = re.compile(r"(?<=[-−+])\s+")
_SPACED = re.compile(r"^[-−+]?\d{1,3}(?:[\s\u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$|^[-−+]?[\d.,]+$")
_GROUPS = re.compile(r"^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*$")


class EntryError(ValueError):
    """What was typed is no value yet; `code` names the sentence, `details` its values."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code, self.details = code, details


def parse_number(text: str, language: Language) -> Decimal:
    """The number somebody typed.

    Raises:
        EntryError: `number` when it is none, `thousand` when it could mean two numbers a thousand times apart.
    """
    spaced = _MONEY.sub("", text).strip().rstrip("%kKmM").strip()
    bare = _SPACES.sub("", _MONEY.sub("", text)).rstrip("%")
    shape = _SHAPE.match(bare)
    if shape is None or not _SPACED.match(_SIGN_SPACE.sub("", spaced)):
        raise EntryError("number", text=text.strip())
    number = _digits(shape["digits"], language, text)
    scaled = number * _SCALES.get(shape["scale"].lower(), Decimal(1))
    return canonical(-scaled if shape["sign"] in ("-", "−") else scaled)


def _digits(digits: str, language: Language, text: str) -> Decimal:
    """Digits with points and commas, their meaning settled by the language, or asked about."""
    marks = {mark for mark in digits if mark in ".,"}
    if not marks:
        return Decimal(digits)
    if len(marks) == 2:
        return _two_marks(digits, text)
    (mark,) = marks
    grouped = _GROUPS.match(digits) is not None and not digits.startswith("0")
    decimal_mark = "," if language == "fr" else "."
    if digits.count(mark) > 1:
        if not grouped:
            raise EntryError("number", text=text.strip())
        return Decimal(digits.replace(mark, ""))
    if grouped and not (language == "en" and mark == ","):
        whole, rest = digits.split(mark)
        raise EntryError("thousand", small=f"{whole}{decimal_mark}{rest.rstrip('0') or '0'}", large=f"{whole}{rest}")
    return Decimal(digits.replace(mark, "") if grouped else digits.replace(mark, "."))


def _two_marks(digits: str, text: str) -> Decimal:
    """Both marks: the last one is the decimal mark, the other groups."""
    decimal_mark = max(".", ",", key=digits.rfind)
    whole, _, rest = digits.rpartition(decimal_mark)
    if decimal_mark in whole or not _GROUPS.match(whole):
        raise EntryError("number", text=text.strip())
    return Decimal(whole.replace(",", "").replace(".", "") + "." + (rest or "0"))


def format_number(number: Decimal, language: Language, places: int | None = None) -> str:
    """The number as it is read: grouped, with the language's decimal mark, rounded half-up to `places` when given."""
    if places is not None:
        number = number.quantize(Decimal(1).scaleb(-places), "ROUND_HALF_UP", EXACT)
    text = format(number, ",f")
    if language == "fr":
        text = text.replace(",", NARROW).replace(".", ",")
    return text.replace("-", "−")


def format_gap(gap: Decimal, language: Language, places: int | None = None) -> str:
    """A difference as it is read, with its sign also when it is more."""
    text = format_number(gap, language, places)
    return text if text.startswith("−") or not any(digit in text for digit in "123456789") else f"+{text}"


def editable_number(number: Decimal, language: Language) -> str:
    """The number as it is typed: no grouping."""
    text = format(number, "f")
    return text.replace(".", ",") if language == "fr" else text


SYMBOLS = {"EUR": "€", "USD": "$", "GBP": "£"}


def format_money(number: Decimal, currency: str, language: Language, places: int = 2) -> str:
    """An amount with its currency where the language puts it: `1 234,50 €`, `$1,234.50`, `CHF 1,234.50`."""
    text, symbol = format_number(number, language, places), SYMBOLS.get(currency, currency)
    if language == "fr":
        return f"{text}{HARD}{symbol}"
    return f"{text} {symbol}" if symbol == currency else _before(text, symbol)


def _before(text: str, symbol: str) -> str:
    return f"−{symbol}{text[1:]}" if text.startswith("−") else symbol + text


def local_formula(formula: str, language: Language) -> str:
    """A stored formula as people of this language read and type it: with their decimal mark."""
    return re.sub(r"(?<=\d)\.(?=\d)", ",", formula) if language == "fr" else formula


def machine_formula(text: str, language: Language) -> str:
    """A typed formula in the machine notation of the file."""
    bare = _SPACES.sub("", text)
    return re.sub(r"(?<=\d),(?=\d)", ".", bare) if language == "fr" else bare
