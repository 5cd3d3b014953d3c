"""Two versions of a plan brought together, field by field, from the one that both began with."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import Any

from model.catalogue import FieldSpec, fields, sections
from model.differences import FieldChange, changes_within, differences
from model.merge_ids import apart, without_double_ids
from model.merge_order import merged_order
from model.paths import read
from model.plain import frozen, slotted
from model.plan import Plan
from model.record import Record

_FORMS = ("amount", "unit_cost", "months")
_FORM_FIELDS = ("amount", "unit_cost", "quantity", "months")
"""What a line's amount rests on: where two people chose different forms, one of them is taken whole."""


@frozen
class Conflict:
    """What both changed, each in another way; None for nothing. Fields that follow the same choice stand `along`."""

    path: str
    base: Any
    mine: Any
    theirs: Any
    along: tuple["Conflict", ...] = ()


@frozen
class Merge:
    """Two versions and the one they come from; `mine` after its new ids were set apart from theirs.

    `taken` are their changes and `kept` one's own, without what is in conflict and what both did alike.
    """

    base: Plan
    mine: Plan
    theirs: Plan
    conflicts: tuple[Conflict, ...]

    @property
    def plan(self) -> Plan:
        """Everything that is in no conflict, and one's own where there is one."""
        return self.resolved(())

    def resolved(self, theirs: Collection[str]) -> Plan:
        """The plan with the conflicts at these paths decided their way, the others one's own."""
        made = _Merger(lambda conflict: conflict.path in theirs).plan(self.base, self.mine, self.theirs)
        return without_double_ids(made)

    @cached_property
    def taken(self) -> tuple[FieldChange, ...]:
        """What they changed and comes in."""
        return self._alone(self.theirs, self.mine)

    @cached_property
    def kept(self) -> tuple[FieldChange, ...]:
        """What one changed oneself and stays."""
        return self._alone(self.mine, self.theirs)

    def _alone(self, plan: Plan, other: Plan) -> tuple[FieldChange, ...]:
        """What differs from the base in one version and not in the other, beside the conflicts."""
        alike = list(_changes(self.base, other, plan))
        disputed = [part.path for conflict in self.conflicts for part in (conflict, *conflict.along)]
        return tuple(
            change
            for change in _changes(self.base, plan, other)
            if change not in alike and not any(_overlap(change.path, path) for path in disputed)
        )


def merge(base: Plan, mine: Plan, theirs: Plan) -> Merge:
    """Bring together what two people made of `base`."""
    mine = apart(base, mine, theirs)
    merger = _Merger(lambda _: False)
    merger.plan(base, mine, theirs)
    return Merge(base, mine, theirs, tuple(merger.conflicts))


def _changes(old: Plan, new: Plan, other: Plan) -> Iterator[FieldChange]:
    """What differs, links included; a record that the other side has added too is told field by field."""
    for change in differences(old, new):
        yield from _unfolded(change, other)
    for link in {**old.links, **new.links}:
        if old.links.get(link) != new.links.get(link):
            yield FieldChange(f"links.{link}", old.links.get(link), new.links.get(link))


def _unfolded(change: FieldChange, other: Plan) -> Iterator[FieldChange]:
    made = change.after
    if change.before is not None or not (isinstance(made, Record) and isinstance(read(other, change.path), Record)):
        yield change
        return
    for inner in changes_within(change.path, type(made).trusted(), made):
        yield from _unfolded(inner, other)


def _overlap(one: str, other: str) -> bool:
    return one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")


@slotted
class _Merger:
    """Walks three versions at once; `is_theirs` decides each conflict that it meets."""

    is_theirs: Callable[[Conflict], bool]
    conflicts: list[Conflict] = field(default_factory=list)

    def plan(self, base: Plan, mine: Plan, theirs: Plan) -> Plan:
        """The three plans as one."""
        made: dict[str, Any] = {}
        inner: dict[str, Any] = {}
        for path, section in sections().items():
            walk = self._table if section.is_table else self._record
            folder, _, name = path.rpartition(".")
            (inner if folder else made)[name] = walk(path, read(base, path), read(mine, path), read(theirs, path))
        made["links"] = self._table("links", base.links, mine.links, theirs.links)
        made["diagnostic"] = mine.diagnostic.replaced(inner)
        return mine.replaced(made)

    def _record(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if mine == theirs or theirs == base:
            return mine
        record: type[Record] = type(mine)
        specs = fields(record)
        update = self._amount(path, specs, base, mine, theirs) if _chose_forms_apart(base, mine, theirs) else {}
        for spec in specs.values():
            if spec.attribute not in update:
                sides = [getattr(version, spec.attribute) for version in (base, mine, theirs)]
                walk = self._table if spec.kind in ("table", "records") else self._value
                update[spec.attribute] = walk(f"{path}.{spec.name}", *sides)
        return mine.replaced(update)

    def _table(self, path: str, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> Any:
        if theirs == base and list(theirs) == list(base):
            return mine
        made = {
            key: self._entry(f"{path}.{key}", base.get(key), mine.get(key), theirs.get(key))
            for key in {**mine, **theirs}
        }
        present = {key for key, value in made.items() if value is not None}
        return {key: made[key] for key in merged_order(list(base), list(mine), list(theirs), present)}

    def _entry(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if isinstance(mine, Record) and isinstance(theirs, Record):
            # Added by both under a name of their own choice, it is one record with two origins.
            return self._record(path, base if base is not None else type(mine).trusted(), mine, theirs)
        return self._value(path, base, mine, theirs)

    def _value(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            return theirs
        return theirs if self._is_lost(Conflict(path, base, mine, theirs)) else mine

    def _is_lost(self, conflict: Conflict) -> bool:
        self.conflicts.append(conflict)
        return self.is_theirs(conflict)

    def _amount(self, path: str, specs: Mapping[str, FieldSpec], base: Any, mine: Any, theirs: Any) -> dict[str, Any]:
        """The fields of an amount taken together from one side: two forms of amount are never made of two."""
        parts = [part for name in _FORM_FIELDS for part in _parts(f"{path}.{name}", specs[name], base, mine, theirs)]
        head, along = parts[0], tuple(parts[1:])
        conflict = Conflict(head.path, head.base, head.mine, head.theirs, along)
        chosen = theirs if self._is_lost(conflict) else mine
        return {name: getattr(chosen, name) for name in _FORM_FIELDS}


def _parts(path: str, spec: FieldSpec, *records: Any) -> Iterator[Conflict]:
    """What differs between two versions in a field, entry by entry where it is a table."""
    base, mine, theirs = (getattr(record, spec.attribute) for record in records)
    if spec.kind != "table":
        if mine != theirs:
            yield Conflict(path, base, mine, theirs)
        return
    for key in {**mine, **theirs}:
        if mine.get(key) != theirs.get(key):
            yield Conflict(f"{path}.{key}", base.get(key), mine.get(key), theirs.get(key))


def _chose_forms_apart(base: Any, mine: Any, theirs: Any) -> bool:
    """Whether both changed what a line's amount rests on, and now have it in different forms."""
    if not all(name in type(mine).FIELDS for name in _FORM_FIELDS):
        return False
    was, own, other = ([getattr(record, name) for name in _FORM_FIELDS] for record in (base, mine, theirs))
    return own != was != other and _forms(mine) != _forms(theirs)


def _forms(line: Any) -> list[str]:
    return [name for name in _FORMS if getattr(line, name) not in (None, {})]
