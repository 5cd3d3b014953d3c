"""Any field's value to text and back: what a form shows, what it lets people type, what it makes of that."""

from datetime import date
from decimal import Decimal
from typing import Any

from model.catalogue import FieldSpec
from model.plain import frozen
from model.plan import Plan
from tui.formats.dates import MONTHS, editable_date, format_date, format_month, parse_date, parse_month
from tui.formats.numbers import (
    EntryError,
    editable_number,
    format_number,
    local_formula,
    machine_formula,
    parse_number,
)
from tui.formats.offers import option_of, word_of
from tui.words import Language, Words

NUMERIC = ("number", "amount", "percent", "score")


@frozen
class Reader:
    """Whoever reads and types: their words, how they write numbers, and the year of the plan before them."""

    words: Words
    numbers: Language
    within: tuple[date, date]

    @staticmethod
    def of(words: Words, numbers: Language, plan: Plan) -> "Reader":
        """The reader of this plan."""
        return Reader(words, numbers, plan_year(plan))

    def shown(self, spec: FieldSpec, value: Any, label: str = "") -> str:
        """The value as it is read; `label` is the catalogue key of a choice field (`objectives.family`)."""
        if value is None or value == ():
            return ""
        if spec.kind in NUMERIC:
            return self._number(spec, value)
        if spec.kind == "date":
            return format_date(_day(value), self.words.language)
        if spec.kind == "dates":
            return ", ".join(format_date(_day(day), self.words.language) for day in value)
        if spec.kind == "month":
            return format_month(value, self.words.language)
        if spec.kind == "flag":
            return self.words(f"choices.flag.{'yes' if value else 'no'}")
        if spec.kind == "choice":
            return self.words(f"choices.{label}.{value}")
        return self._text(spec, value)

    def _text(self, spec: FieldSpec, value: tuple[str, ...] | str) -> str:
        """Words as they stand, an option of the method by its own."""
        texts = value if isinstance(value, tuple) else (str(value),)
        return ", ".join(word_of(self.words, spec.offers, text) if spec.offers else text for text in texts)

    def month_short(self, month: str) -> str:
        """The first letters of a month, `mars`, with its year where the plan runs over several."""
        year, number = month.split("-")
        name = MONTHS[self.words.language][int(number) - 1]
        short = name if len(name) <= 4 else f"{name[:3]}." if self.words.language == "fr" else name[:3]
        return f"{short} {year[2:]}" if self.within[0].year != self.within[1].year else short

    def _number(self, spec: FieldSpec, value: Decimal | int | str) -> str:
        if isinstance(value, str):
            return local_formula(value, self.numbers)
        text = format_number(Decimal(value), self.numbers)
        if spec.kind != "percent":
            return text
        return text + ("\u202f%" if self.words.language == "fr" else "%")

    def editable(self, spec: FieldSpec, value: Any) -> str:
        """The value as text to be edited."""
        if value is None or value == ():
            return ""
        if spec.kind in NUMERIC:
            return (
                local_formula(value, self.numbers)
                if isinstance(value, str)
                else editable_number(Decimal(value), self.numbers)
            )
        if spec.kind == "date":
            return editable_date(_day(value), self.words.language)
        if spec.kind == "dates":
            return ", ".join(editable_date(day, self.words.language) for day in value)
        return self._text(spec, value)

    def parsed(self, spec: FieldSpec, text: str) -> Any:
        """What somebody typed as a value for the plan; None for nothing.

        Raises:
            EntryError: it is no value of this kind.
        """
        if not text.strip():
            return None
        if spec.kind in NUMERIC:
            return self._parsed_number(spec, text)
        if spec.kind == "date":
            return parse_date(text, self.within)
        if spec.kind == "dates":
            return tuple(parse_date(part, self.within) for part in text.split(",") if part.strip())
        if spec.kind == "month":
            return parse_month(text, self.within)
        if spec.kind == "currency":
            return _currency(text)
        if spec.kind == "names":
            return tuple(self._meant(spec, part.strip()) for part in text.split(",") if part.strip())
        return self._meant(spec, text)

    def _meant(self, spec: FieldSpec, text: str) -> str:
        return option_of(self.words, spec.offers, text) if spec.offers else text

    def _parsed_number(self, spec: FieldSpec, text: str) -> Decimal | int | str:
        if spec.takes_formula and text.lstrip().startswith("="):
            return machine_formula(text, self.numbers)
        number = parse_number(text, self.numbers)
        if spec.kind != "score":
            return number
        low, high = spec.low or 0, spec.high or 0
        if number != int(number) or not low <= number <= high:
            raise EntryError("score", low=str(low), high=str(high))
        return int(number)


def _day(value: date | str) -> date:
    return date.fromisoformat(value) if isinstance(value, str) else value


def _currency(text: str) -> str:
    code = text.strip().upper()
    if len(code) != 3 or not (code.isascii() and code.isalpha()):
        raise EntryError("currency", text=text.strip())
    return code


def plan_year(plan: Plan) -> tuple[date, date]:
    """The plan's first and last day; the coming calendar year where it has none."""
    start = plan.plan.start or date(date.today().year + 1, 1, 1)
    end = plan.plan.end or date(start.year, 12, 31)
    return (start, end) if start <= end else (start, start)
