"""What differs between two plans, a sentence a difference, in the plan's own words: `B3 Catering: amount 700 → 900`."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.differences import FieldChange
from model.money import EXACT
from model.names import name_of
from model.paths import PathUnknownError, Place, locate, read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from tui.formats.naming import named
from tui.formats.numbers import format_gap
from tui.formats.values import NUMERIC, Reader
from tui.text import visible

_LONGEST = 48


@frozen
class Teller:
    """Tells what differs from one plan to another."""

    old: Plan
    new: Plan
    reader: Reader

    def subject(self, change: FieldChange) -> str:
        """The record that a difference lies in, by its id and name: `B3 Catering`; the section of a single one."""
        if not is_place(change.path):
            return visible(change.path)
        place = locate(change.path)
        if not sections()[place.section].is_table:
            return self.reader.words(f"sections.{place.section}")
        ids = place.holder.split(".")[place.section.count(".") + 1 :][::2]
        paths = [".".join(place.holder.split(".")[: place.section.count(".") + 2 * n]) for n in range(1, len(ids) + 1)]
        return ", ".join(self._record(path) for path in paths)

    def _record(self, path: str) -> str:
        record, id_ = read(self.new, path) or read(self.old, path), path.rsplit(".", 1)[1]
        name = name_of(record) if isinstance(record, Record) else ""
        return visible(f"{id_} {name}".strip())

    def what(self, change: FieldChange) -> str:
        """What differs there: `amount 700 → 900 (+200)`; a record that came or went is said to."""
        if not is_place(change.path):
            before, after = ("—" if value is None else visible(str(value)) for value in (change.before, change.after))
            return f"{visible(change.path)} {before} → {after}"
        place, words = locate(change.path), self.reader.words
        if place.field is None:
            return words("scenarios.record_gone") if change.after is None else self._born(change)
        spec = place.field
        shown = spec if place.entry is None or spec.value is None else spec.value
        before, after = (self._value(shown, value, _key(place)) for value in (change.before, change.after))
        return f"{self._label(place)} {before} → {after}{self._gap(shown, change)}"

    def _born(self, change: FieldChange) -> str:
        """A record that came, with its figures, else those of its history: `new, last year 5,050`."""
        words, record = self.reader.words, change.after
        kinds = fields(locate(change.path).record).values()
        given = {spec.name: getattr(record, spec.attribute, None) for spec in kinds if spec.kind == "amount"}
        if all(value is None for value in given.values()):
            given = {f"history.{year}": amount for year, amount in getattr(record, "history", {}).items()}
        changes = (
            FieldChange(f"{change.path}.{name}", None, value) for name, value in given.items() if value is not None
        )
        figures = (self.what(one).replace("— → ", "") for one in changes if is_place(one.path))
        return ", ".join([words("scenarios.record_new"), *figures])

    def sentences(self, changes: Iterable[FieldChange]) -> Iterator[tuple[str, str]]:
        """For each record in turn, its section and all that differs in it in one sentence.

        Links, and labels that are no path, come last, as they are and of no section.
        """
        words, changes = self.reader.words, tuple(changes)
        located = [change for change in changes if is_place(change.path)]
        for (section, subject), group in groupby(located, lambda change: (self._section(change), self.subject(change))):
            what = words("scenarios.and").join(self.what(change) for change in group)
            yield section, words("scenarios.change", subject=subject, what=what)
        yield from (("", self.what(change)) for change in changes if not is_place(change.path))

    def field(self, path: str) -> str:
        """What a path names: `B3 Catering: amount`; of the empty row of a table, the table."""
        path = path.split(".*")[0]
        try:
            place = locate(path)
        except PathUnknownError:
            return visible(path)
        subject = self.subject(FieldChange(path, None, None))
        return (
            subject
            if place.field is None
            else self.reader.words("scenarios.change", subject=subject, what=self._label(place))
        )

    def _section(self, change: FieldChange) -> str:
        return locate(change.path).section

    def _label(self, place: Place) -> str:
        label = self.reader.words(f"fields.{_key(place)}")
        # `HT ou TTC` keeps its capitals, `Montant` does not.
        label = label[0].lower() + label[1:] if label[1:2].islower() else label
        if place.entry is None or place.field is None or place.field.key is None:
            return label
        entry = self._value(place.field.key, place.entry, "")
        return entry if place.field.key.kind == "month" else f"{label} {entry}"

    def _value(self, spec: FieldSpec, value: Any, key: str) -> str:
        if value is None or value == "" or value == ():
            return "—"
        if spec.kind in ("ref", "refs"):
            ids = (value,) if isinstance(value, str) else value
            return _short(", ".join(named(self.new, id_, spec.refers) for id_ in ids))
        return _short(self.reader.shown(spec, value, key))

    def _gap(self, spec: FieldSpec, change: FieldChange) -> str:
        before, after = change.before, change.after
        if spec.kind not in NUMERIC or not (isinstance(before, Decimal) and isinstance(after, Decimal)):
            return ""
        return f" ({format_gap(EXACT.subtract(after, before), self.reader.numbers)})"


def is_place(path: str) -> bool:
    """Whether a path leads somewhere: a link does not, nor does a label of a year with a point in it."""
    try:
        locate(path)
    except PathUnknownError:
        return False
    return True


def _key(place: Place) -> str:
    """Where a field's words are found: its path without ids."""
    nested = place.holder.split(".")[place.section.count(".") + 2 :: 2]
    return ".".join([place.section, *nested, place.field.name if place.field else ""])


def _short(text: str) -> str:
    line = visible(" ".join(text.split()) if "\n" in text else text)
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
