"""A plan's data that come back, as a source: what was changed in them since they went out."""

from pathlib import Path

from model.budget import Line
from model.catalogue import sections
from model.differences import differences
from model.incoming import Arrival
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.store.ids import ids_taken
from tui.exports.fingerprints import fingerprint
from tui.exports.redaction import redacted
from tui.formats.values import Reader
from tui.imports.data.parsing import Parsed, parsed, refusal
from tui.imports.data.taking import with_all
from tui.imports.outcome import Kept, Note, Returned
from tui.imports.source import Source
from tui.text import visible
from tui.words import Words

_LONGEST = 60


def source(plan: Plan, file: Path, reader: Reader) -> "Data":  # noqa: ARG001 - the same for every kind
    """The data of a file.

    Raises:
        ImportRefusedError: no JSON, none that was exported from a plan, or something in it that no plan can hold.
    """
    return Data(parsed(file, reader.words), file, reader.words)


class Data(Source):
    """A plan as its data say it, and what each of its records said when they were exported."""

    def __init__(self, of: Parsed, file: Path, words: Words) -> None:
        self.theirs, self.profile, self.marks, self.file, self.words = of.plan, of.profile, of.marks, file, words

    def read(self, plan: Plan, answers: object) -> Returned:  # noqa: ARG002 - there is nothing to decide
        """What was changed in the data; where the plan has changed the same record since, it stays the plan's."""
        result, ours = Returned(plan), redacted(plan, self.profile)
        arrivals, new = list[Arrival](), dict[str, dict[str, Record]]()
        for change in differences(ours, self.theirs):
            state = self._state(ours, holder_of(change.path))
            if state == "ours" or (self.marks is None and change.after is None):
                continue
            if state == "both":
                result.kept.append(Kept(change.path, self.file.name, _shown(change.after)))
            elif isinstance(change.after, Record):
                table, _, id_ = change.path.rpartition(".")
                new.setdefault(table, {})[id_] = self._new(change.path, change.after)
            else:
                arrivals.append(Arrival(change.path, change.after, change.path))
        if self.marks is None:
            result.notes.append(Note("data.unmarked"))
        elif self.marks.get("links") != fingerprint(self.theirs.links):
            # Links are confirmed in the plan, where one sees what they rest on.
            result.kept.append(Kept("", "links", "", Note("data.links")))
        result.plan = with_all(plan, arrivals, new)
        if taken := next((problem for _, problem in ids_taken(result.plan)), None):
            # Something else of the plan has got the id of a new record since.
            raise refusal(taken, self.file, self.words)
        return result

    def _state(self, ours: Plan, holder: str) -> str:
        """Who has changed a record since it was exported: `theirs`, `ours`, `both`."""
        if self.marks is None:
            return "theirs"
        mark, now, then = self.marks.get(holder, ""), *(fingerprint(read(one, holder)) for one in (ours, self.theirs))
        if now == mark:
            return "theirs"
        return "ours" if then == mark else "both"

    def _new(self, path: str, record: Record) -> Record:
        """A new record as the data have it; a budget line says where it comes from."""
        if isinstance(record, Line) and path.startswith("budget.") and record.provenance is None:
            return record.replaced({"provenance": f"{self.file.name}, {path}"})
        return record


def holder_of(path: str) -> str:
    """The record of a section that a path leads into."""
    section = next(one for n in (2, 1) if (one := ".".join(path.split(".")[:n])) in sections())
    depth = section.count(".") + 1 + sections()[section].is_table
    return ".".join(path.split(".")[:depth])


def _shown(value: object) -> str:
    return visible("" if value is None else str(value))[:_LONGEST]
