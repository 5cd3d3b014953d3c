"""What each column of a table of lines is taken to be: by its name, checked against what stands in it."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from model.plain import frozen
from model.plan import Plan
from tui.formats.values import plan_year
from tui.imports.lines.meanings import Meanings
from tui.imports.lines.months import month_columns
from tui.imports.lines.targets import EXCL, HISTORY, is_figure
from tui.imports.tables.cells import Percent, Value, is_blank, is_text, text_of
from tui.imports.tables.days import day_of
from tui.imports.tables.figures import UnreadableError
from tui.imports.tables.headers import Column
from tui.imports.tables.numbers import is_nothing, written
from tui.imports.tables.periods import year_in
from tui.imports.tables.source import Proposal
from tui.imports.tables.table import Table
from tui.imports.tables.vocabulary import LINES, fields_called, plain

_STRONG = re.compile(r"(libelle|designation|intitule|label|line description|prestation|article|item|name|nom)s?\b.*")
_TELLING = re.compile(r"(description|detail|commentaire)s?\b.*")
_WITHOUT_TAX = re.compile(r".*\b(ht|hors|excl\w*|ex|net|before|without|pre)\b.*")
_YEAR = re.compile(r"\b(?:20\d{2}|fy ?'?\d{2})\b", re.IGNORECASE)
_MOST_RATE = 30
_CHOSEN = {"status", "source", "priority", "action", "currency", "valid_until", "start", "end"}
"""Fields that only some values can stand in."""
_MOST_LOOKED_AT = 400


@frozen
class Proposer:
    """Proposes for one table and one plan."""

    table: Table
    plan: Plan
    meanings: Meanings

    def proposals(self) -> dict[str, Proposal]:
        """For each column but the months, what it is taken for."""
        months = month_columns(self.table)
        columns = [column for column in self.table.columns if column not in months]
        found: dict[str, Proposal] = {column.key: Proposal("", "none") for column in columns}
        wanted = {column: list(self._candidates(column)) for column in columns}
        self._prefer_spent(wanted)
        label = self._label(wanted)
        taken = {"label"} if label else set()
        if label:
            found[label.key] = Proposal("label", "name")
        for column in columns:
            if column is label:
                continue
            names = self._without_label(wanted[column], column, label, wanted)
            target = next((name for name in names if name not in taken), "")
            if target:
                taken.add(target)
                found[column.key] = Proposal(target, "name")
            elif not names and set(self._called(column)) & _CHOSEN:
                found[column.key] = Proposal("", "values")
        self._by_content(columns, found, taken, has_months=bool(months))
        return found

    def _prefer_spent(self, wanted: dict[Column, list[str]]) -> None:
        """Of last year's budget and what was spent then, last year is what was spent."""
        spent = [c for c, names in wanted.items() if names == ["last_year"] and "spent" in self._called(c)]
        for column, names in wanted.items():
            if spent and names == ["last_year"] and column is not spent[0]:
                names.clear()

    def _called(self, column: Column) -> list[str]:
        return fields_called(_YEAR.sub(" ", column.name), LINES)

    # --- by name ----------------------------------------------------------------------------------------------------

    def _candidates(self, column: Column) -> Iterator[str]:
        """What a column can be by its name, those left out that its values speak against."""
        year = year_in(column.name)
        bare = _YEAR.sub(" ", column.name) if year else column.name
        names = fields_called(bare, LINES) or fields_called(text_of(column.raw), LINES)
        if year and year != self.year and (not plain(bare) or any(is_figure(name) for name in names)):
            names = ["last_year" if year == self.year - 1 else f"{HISTORY}{year}"]
        elif year and not plain(bare):
            names = ["amount"]
        for name in names:
            for one in self._sided(name, bare):
                if self._fits(one, column):
                    yield one

    def _sided(self, name: str, text: str) -> tuple[str, ...]:
        if name == "amount" and _WITHOUT_TAX.fullmatch(plain(text)):
            return (EXCL,)
        return (name,)

    @property
    def year(self) -> int:
        """The plan's year."""
        return plan_year(self.plan)[0].year

    def _label(self, wanted: dict[Column, list[str]]) -> Column | None:
        """The column of what lines are called: the one whose name says it most plainly, of equals the leftmost."""
        named = [column for column, names in wanted.items() if "label" in names]
        strong = [column for column in named if _STRONG.fullmatch(plain(column.name))]
        if strong or not named:
            return strong[0] if strong else None
        has_category = any("category" in names for names in wanted.values())
        telling = [column for column in named if _TELLING.fullmatch(plain(column.name))]
        return telling[0] if telling and not has_category and len(named) > 1 else named[0]

    def _without_label(
        self, names: list[str], column: Column, label: Column | None, wanted: dict[Column, list[str]]
    ) -> list[str]:
        """What a second column that could name lines is: what they are sorted by, if it stands before, else a note."""
        if label is None or "label" not in names:
            return names
        is_sorted = any("category" in others for others in wanted.values())
        rest = [name for name in names if name != "label"]
        return [
            *rest,
            "category" if column.at < label.at and not is_sorted else "group" if column.at < label.at else "note",
        ]

    # --- by what stands there ---------------------------------------------------------------------------------------

    def _fits(self, target: str, column: Column) -> bool:
        values = [value for value in self.table.values(column)[:_MOST_LOOKED_AT] if not is_blank(value)]
        if not values:
            return target not in ("label", "action", "status", "source", "priority", "currency")
        if target == "tax_rate":
            numbers = [value for value in values if _is_number(value)]
            return (
                _most(values, _is_number) and all(map(_is_rate, numbers)) and (_says_rate(column) or _is_any(numbers))
            )
        if is_figure(target):
            return _most(values, _is_number)
        if target == "reference" and all(map(_is_count, values)):
            return [text_of(value) for value in values] != [str(n) for n in range(1, len(values) + 1)]
        if target in ("label", "category", "group", "supplier"):
            return _most(values, is_text)
        if target == "valid_until":
            return _most(values, self._is_day)
        if target in ("start", "end"):
            return _most(values, lambda value: self.meanings.is_one("start", value))
        if target in ("action", "status", "source", "priority", "currency"):
            return all(self.meanings.is_one(target, value) for value in values)
        return True

    def _is_day(self, value: Value) -> bool:
        if isinstance(value, date):
            return True
        try:
            return not isinstance(value, str) or day_of(value, plan_year(self.plan)) is not None
        except UnreadableError:
            return bool(re.match(r"\d{1,2}/\d{1,2}/\d{2,4}", text_of(value)))

    def _by_content(
        self, columns: list[Column], found: dict[str, Proposal], taken: set[str], *, has_months: bool
    ) -> None:
        """What no name says: most different texts are the label, the only column of numbers the amount."""
        free = [column for column in columns if not found[column.key].target]
        if "label" not in taken:
            texts = [column for column in free if _most(self._filled(column), is_text)]
            if texts:
                best = max(texts, key=lambda column: len(set(map(text_of, self._filled(column)))))
                found[best.key] = Proposal("label", "content")
        if not any(map(is_figure, taken)) and not has_months:
            numbers = [column for column in free if self._filled(column) and all(map(_is_number, self._filled(column)))]
            if len(numbers) == 1:
                found[numbers[0].key] = Proposal("amount", "content")

    def _filled(self, column: Column) -> list[Value]:
        return [value for value in self.table.values(column)[:_MOST_LOOKED_AT] if not is_blank(value)]


def _most(values: list[Value], fits: Callable[[Value], bool]) -> bool:
    return bool(values) and sum(1 for value in values if fits(value)) * 2 >= len(values)


def _is_number(value: Value) -> bool:
    if isinstance(value, str):
        return is_nothing(value) or written(value) is not None
    return value is not None and not isinstance(value, bool | date)


def _is_count(value: Value) -> bool:
    return text_of(value).isdecimal()


def _says_rate(column: Column) -> bool:
    """Whether a column's name speaks of a rate, and not just of tax."""
    return re.search(r"%|\b(taux|tx|rate)\b", plain(column.name)) is not None


def _is_any(values: list[Value]) -> bool:
    """Whether some number is not nought: a column of noughts is as much of amounts as of rates."""
    return any(re.search("[1-9]", text_of(value)) for value in values)


def _is_rate(value: Value) -> bool:
    if isinstance(value, Percent):
        return True
    if isinstance(value, str):
        number = written(value)
        if number is None or number.is_percent:
            return True
        digits = number.digits.replace(",", ".")
        return digits.count(".") <= 1 and float(digits) <= _MOST_RATE
    return not isinstance(value, bool | date) and value is not None and float(str(value)) <= _MOST_RATE
