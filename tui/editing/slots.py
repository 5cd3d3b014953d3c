"""The slots of a form: every place of a record where something can be typed, in the order of the file."""

from collections.abc import Iterator
from typing import Literal

from model.catalogue import FieldSpec, fields, sections
from model.paths import locate, read
from model.plain import frozen
from model.plan import Plan
from model.record import Record

Part = Literal["field", "cell", "key", "value", "note", "id"]
BLANK = "*"
"""The entry of the empty row that ends every table: typing there makes a new one."""

COMPANIONS = {"readings": "reading_notes"}
"""A table whose notes, by the same keys, stand in another: they are shown as one."""


@frozen
class Slot:
    """A place to type. `path` is where its value stands (ending in `*` for a row that is not there yet).

    `key` finds its words (`objectives.deadline`); `table` and `entry` say which row of which table it belongs to.
    """

    path: str
    spec: FieldSpec
    key: str
    part: Part = "field"
    table: str = ""
    entry: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether it belongs to the empty row at the end of a table."""
        return self.entry == BLANK

    @property
    def guide_path(self) -> str:
        """The path whose guidance explains this slot; a record's name is explained with the record."""
        if self.part == "id":
            return self.path.rsplit(".", 1)[0]
        return self.table + ".x." + self.spec.name if self.part == "cell" else self.path


ID_SPEC = FieldSpec("id", "id", "words", is_required=True)


def slots(plan: Plan, holder: str) -> list[Slot]:
    """Every slot of the record at a path (`objectives.O1`, `diagnostic.market`, `plan`)."""
    place = locate(holder) if holder not in sections() else None
    record = place.record if place else sections()[holder].record
    section = place.section if place else holder
    result = list(_of_record(plan, holder, section, record))
    if section == "drivers":
        result.insert(0, Slot(f"{holder}.id", ID_SPEC, "drivers.id", "id"))
    return result


def _of_record(plan: Plan, holder: str, section: str, record: type[Record]) -> Iterator[Slot]:
    for spec in fields(record).values():
        path, key = f"{holder}.{spec.name}", f"{section}.{spec.name}"
        if spec.kind == "records" and spec.record is not None:
            if not spec.record.LETTER:
                # Differences of a scenario, by the ids of what they change: made where that is, not in a form.
                continue
            for id_ in [*(read(plan, path) or {}), BLANK]:
                for inner in fields(spec.record).values():
                    yield Slot(f"{path}.{id_}.{inner.name}", inner, f"{key}.{inner.name}", "cell", path, id_)
        elif spec.kind == "table":
            if spec.name not in COMPANIONS.values():
                yield from _of_table(plan, path, key, spec, fields(record).get(COMPANIONS.get(spec.name, "")))
        else:
            yield Slot(path, spec, key)


def _of_table(plan: Plan, path: str, key: str, spec: FieldSpec, companion: FieldSpec | None) -> Iterator[Slot]:
    if spec.key is None or spec.value is None:
        return
    for entry in [*(read(plan, path) or {}), BLANK]:
        yield Slot(f"{path}.{entry}", spec.key, f"{key}.key", "key", path, entry)
        yield Slot(f"{path}.{entry}", spec.value, f"{key}.value", "value", path, entry)
        if companion is not None and companion.value is not None:
            notes = path.rsplit(".", 1)[0] + "." + companion.name
            yield Slot(f"{notes}.{entry}", companion.value, f"{key}.note", "note", path, entry)
