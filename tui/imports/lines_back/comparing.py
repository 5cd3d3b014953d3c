"""Rows of an exported CSV against the lines that they were made from."""

import re
from collections import Counter
from decimal import Decimal
from typing import Any

from model import edits
from model.budget import Line
from model.incoming import Arrival, ArrivalRefusedError
from model.plan import Plan
from tui.imports.bulk import new_ids
from tui.imports.lines_back.amounts import AmountLeftError, with_figures
from tui.imports.lines_back.header import CURRENCY, ID, RATE, SIDES, TEXTS
from tui.imports.lines_back.rows import Rows
from tui.imports.lines_back.texts import action_of, choice_of, edited
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.tables.cells import Cells, column_name
from tui.imports.tables.figures import UnreadableError
from tui.text import folded, visible
from tui.words import Words

_LONGEST = 60
_TOTAL = re.compile(r"(sous|sub|grand)?[ -]?(totaux|total|somme|sum)\b")


class Comparer:
    """Takes the rows one after the other."""

    def __init__(self, of: Rows, plan: Plan, words: Words) -> None:
        self.of, self.before, self.words = of, plan, words
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
        self.plan = self.before.replaced({"budget": {id_: old or Line()}})
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
            try:
                value = self._value(name, now, text)
            except LookupError:
                self._keep(number, name, text, f"no_{name}" if name == "action" else "no_choice")
                continue
            if value != now:
                self._put(f"budget.{id_}.{name}", value, self._place(number, name))

    def _value(self, name: str, now: str | None, text: str) -> str | None:
        if name in TEXTS:
            return edited(now, text)
        return action_of(self.before, self.named, text) if name == "action" else choice_of(name, text)

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
            self._rate(number, id_, given[RATE])
        self._amount(number, id_, {name: given[name] for name in SIDES if name in given})

    def _rate(self, number: int, id_: str, rate: Decimal | None) -> None:
        """The line's own rate, where the row has another than that which counts."""
        own = self.plan.budget[id_].tax_rate
        if rate != (self.plan.plan.tax_rate if own is None else own):
            self._put(f"budget.{id_}.tax_rate", rate, self._place(number, RATE))

    def _amount(self, number: int, id_: str, given: dict[str, Decimal | None]) -> None:
        before = self.before if id_ in self.before.budget else self.plan
        place = self._place(number, "excl_tax")
        try:
            priced = with_figures(before, self.plan, id_, given, place)
        except AmountLeftError as error:
            told = " / ".join("–" if value is None else f"{value:f}" for value in given.values())
            self._keep(number, "excl_tax", told, error.code, path=f"budget.{id_}.amount")
            return
        self.plan = priced.plan
        if not priced.agrees:
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
