"""An exported CSV that comes back: each row against the line that it was made from."""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from model import edits
from model.budget import Line
from model.incoming import Arrival, ArrivalRefusedError
from model.names import name_of
from model.plan import Plan
from tui.exports.writers.lines_csv import neutral
from tui.formats.values import Reader
from tui.imports.bulk import new_ids
from tui.imports.lines_back.amounts import AmountLeftError, with_figures, with_rate
from tui.imports.lines_back.header import CURRENCY, ID, RATE, SIDES, TEXTS, columns_of
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.refusing import ImportRefusedError
from tui.imports.source import Source
from tui.imports.tables.cells import Cells, column_name, is_blank, text_of
from tui.imports.tables.documents import read_document
from tui.imports.tables.figures import Figures, UnreadableError, figures_of
from tui.text import folded, visible
from tui.words import LANGUAGES, Language, Words

_LONGEST = 60
_TOTAL = re.compile(r"(sous|sub|grand)?[ -]?(totaux|total|somme|sum)\b")
_FORMULA = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def source(plan: Plan, file: Path, reader: Reader) -> "LinesBack":  # noqa: ARG001 - the same for every kind
    """The rows of a file.

    Raises:
        ImportRefusedError: it has not the header of an exported CSV.
    """
    document = read_document(file)
    # What `1,005` is where no other number tells: we write commas between semicolons, points between commas.
    usual: Language = "en" if document.separator == "," else "fr"
    for sheet in document.sheets:
        for at, row in enumerate(sheet.rows[:5]):
            if columns := columns_of(text_of(value) for value in row):
                return LinesBack(list(enumerate(sheet.rows[at + 1 :], at + 2)), columns, file, reader, usual)
    raise ImportRefusedError("lines_back.not_ours", file=str(file))


class LinesBack(Source):
    """The rows of an exported CSV, with their numbers, and what its columns are."""

    def __init__(
        self, rows: list[tuple[int, Cells]], columns: dict[int, str], file: Path, reader: Reader, usual: Language
    ) -> None:
        self.rows = [(number, row) for number, row in rows if any(not is_blank(value) for value in row)]
        self.file, self.reader = file, reader
        self.places = {name: at for at, name in columns.items()}
        figures = {at: 1 for at, name in columns.items() if name in (*SIDES, RATE)}
        self.figures = figures_of([row for _, row in self.rows], figures, None, usual)

    def read(self, plan: Plan, answers: object) -> Returned:  # noqa: ARG002 - there is nothing to decide
        """What was edited; a line without a row stays, and is told."""
        return _Comparer(self, plan).result()

    def text(self, row: Cells, name: str) -> str | None:
        """A cell as a text on one line; None where the column is not there."""
        at = self.places.get(name)
        if at is None:
            return None
        value = row[at] if at < len(row) else ""
        return visible(value).strip() if isinstance(value, str) else text_of(value)

    def number(self, row: Cells, name: str) -> Decimal | None:
        """A cell as a number; None for nothing.

        Raises:
            UnreadableError: it is none.
        """
        at = self.places[name]
        how: Figures = self.figures[at]
        value = row[at] if at < len(row) else None
        return how.rate(value) if name == RATE else how.number(value)


class _Comparer:
    """Takes the rows one after the other."""

    def __init__(self, of: LinesBack, plan: Plan) -> None:
        self.of, self.before, self.words = of, plan, of.reader.words
        self.found = Returned(plan)
        self.plan = plan  # the plan with the line at work alone: its table of thousands is not copied for each cell
        self.made: dict[str, Line] = {}
        self.ids = new_ids(plan, Line.LETTER)
        counted = Counter(of.text(row, ID) or "" for _, row in of.rows)
        self.twice = {id_ for id_, number in counted.items() if id_ and number > 1}
        self.seen = set(self.twice)
        self.named = {line.action for line in plan.budget.values()} | set(plan.actions)

    def result(self) -> Returned:
        """The plan with what was edited in the rows."""
        for number, row in self.of.rows:
            self._row(number, row)
        if self.made:
            self.found.plan = edits.change_at(self.before, "budget", lambda lines: {**lines, **self.made})
        missing = [id_ for id_ in self.before.budget if id_ not in self.seen]
        if missing:
            named = ", ".join(missing[:10]) + ("…" if len(missing) > 10 else "")
            self.found.notes.append(Note("lines_back.missing", {"lines": named}, len(missing)))
        return self.found

    def _row(self, number: int, row: Cells) -> None:
        id_ = self.of.text(row, ID) or ""
        if id_ in self.twice or (id_ and id_ not in self.before.budget):
            why = "twice" if id_ in self.twice else "unknown"
            self._keep(number, ID, id_, why)
            return
        label = self.of.text(row, "label") or ""
        if id_:
            self.seen.add(id_)
        elif not label or _TOTAL.match(folded(label)):
            self._keep(number, "label", label, "total" if label else "unnamed")
            return
        else:
            id_ = next(self.ids)
        self._line(number, row, id_)

    def _line(self, number: int, row: Cells, id_: str) -> None:
        """One line, put apart and back when something of it was edited."""
        old = self.before.budget.get(id_)
        self.plan = self.before.model_copy(update={"budget": {id_: old or Line()}})
        if old is None:
            place = self.words("lines_back.provenance", file=visible(self.of.file.name), row=number)
            self._put(f"budget.{id_}.provenance", place, place)
        self._texts(number, row, id_)
        self._figures(number, row, id_)
        if self.plan.budget[id_] is not old:
            self.made[id_] = self.plan.budget[id_]

    # --- words --------------------------------------------------------------------------------------------------------

    def _texts(self, number: int, row: Cells, id_: str) -> None:
        line = self.plan.budget[id_]
        for name in (*TEXTS, "action", "source", "status"):
            text = self.of.text(row, name)
            if text is None:
                continue
            now = getattr(line, name)
            if name in TEXTS:
                value = now if _spaced(text) in _written(now) else (_meant(text) or None)
            else:
                try:
                    value = self._named(name, text)
                except LookupError:
                    self._keep(number, name, text, f"no_{name}" if name == "action" else "no_choice")
                    continue
            if value != now:
                self._put(f"budget.{id_}.{name}", value, self._place(number, name))

    def _named(self, name: str, text: str) -> str | None:
        """The action or the choice that a cell names.

        Raises:
            LookupError: none.
        """
        if not text:
            return None
        if name == "action":
            return self._action(text)
        for language in LANGUAGES:
            for choice, word in _choices(name, Words(language)):
                if folded(text) in (choice, folded(word)):
                    return choice
        raise LookupError(text)

    def _action(self, text: str) -> str:
        actions = self.before.actions
        first = text.lstrip("'").split()[0]
        called = [id_ for id_, one in actions.items() if folded(name_of(one)) == folded(text)]
        if first in self.named:
            return first
        if len(called) == 1:
            return called[0]
        raise LookupError(text)

    # --- figures ------------------------------------------------------------------------------------------------------

    def _figures(self, number: int, row: Cells, id_: str) -> None:
        given = dict[str, Decimal | None]()
        for name in (RATE, *SIDES):
            if name in self.of.places:
                try:
                    given[name] = self.of.number(row, name)
                except UnreadableError as error:
                    expected = self.words(f"imports.expected.{error.expected}")
                    self._keep(number, name, self.of.text(row, name) or "", "unreadable", expected=expected)
        currency = self.of.text(row, CURRENCY)
        if currency and currency != (self.before.plan.currency or ""):
            self._keep(number, CURRENCY, currency, "currency")
            return
        if RATE in given:
            self.plan = with_rate(self.plan, id_, given[RATE])
        self._amount(number, id_, {name: given[name] for name in SIDES if name in given})

    def _amount(self, number: int, id_: str, given: dict[str, Decimal | None]) -> None:
        before = self.before if id_ in self.before.budget else self.plan
        place = self._place(number, "excl_tax")
        try:
            edited = with_figures(before, self.plan, id_, given, place)
        except AmountLeftError as error:
            told = " / ".join("–" if value is None else f"{value:f}" for value in given.values())
            self._keep(number, "excl_tax", told, error.code, path=f"budget.{id_}.amount")
            return
        self.plan = edited.plan
        if not edited.agrees:
            details = {"row": str(number), "line": id_}
            self.found.notes.append(Note("lines_back.disagrees", details, is_trouble=True))

    # --- what is taken, what is not -----------------------------------------------------------------------------------

    def _place(self, number: int, name: str) -> str:
        return f"{column_name(self.of.places.get(name, 0))}{number}"

    def _put(self, path: str, value: Any, place: str) -> None:
        try:
            self.plan = edits.put(self.plan, path, value)
        except edits.EditRefusedError as error:
            raise ArrivalRefusedError(Arrival(path, value, place), error) from error

    def _keep(self, number: int, name: str, value: str, why: str, path: str = "", **details: str) -> None:
        shown = visible(value)[:_LONGEST]
        note = Note(f"lines_back.kept.{why}", {"value": shown, **details})
        self.found.kept.append(Kept(path, self._place(number, name), shown, note))


def _written(text: str | None) -> tuple[str, str]:
    """How a text stands in the file, with the sign before a formula and without."""
    written = _spaced(neutral(text or ""))
    return written, written.removeprefix("'") if written[1:2] in _FORMULA else written


def _spaced(text: str) -> str:
    """A text with plain spaces: a spreadsheet may change what kind they are."""
    return " ".join(text.split())


def _meant(text: str) -> str:
    """A text without the sign that keeps a spreadsheet from computing it."""
    return text[1:] if text.startswith("'") and text[1:2] in _FORMULA else text


def _choices(name: str, words: Words) -> Iterator[tuple[str, str]]:
    from model.catalogue import fields

    for choice in fields(Line)[name].choices:
        yield choice, words(f"choices.budget.{name}.{choice}")
