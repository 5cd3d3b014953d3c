"""Ids when two people have added records: one's own new record gives way where both took the same id."""

import re
from functools import partial
from itertools import count

from model.edits import change_at, rename
from model.paths import locate, read
from model.plan import Plan
from model.record import Record
from model.references import records, references
from model.store.ids import ids_taken


def apart(base: Plan, mine: Plan, theirs: Plan) -> Plan:
    """One's own plan with new ids for its new records wherever theirs uses the id for something else."""
    while (clash := _clash(base, mine, theirs)) is not None:
        path, id_, letter = clash
        mine = rename(mine, path, _free_id(id_, letter, base, mine, theirs))
    return mine


def without_double_ids(plan: Plan) -> Plan:
    """The plan with new ids for records whose id stands elsewhere too; references stay with the first."""
    for steps, _ in list(ids_taken(plan)):
        *table, id_ = steps
        new_id = _free_id(id_, locate(".".join(steps)).record.LETTER, plan)
        plan = change_at(plan, ".".join(table), partial(_rekeyed, id_, new_id))
    return plan


def _rekeyed(id_: str, new_id: str, table: dict[str, Record]) -> dict[str, Record]:
    return {new_id if key == id_ else key: record for key, record in table.items()}


def _clash(base: Plan, mine: Plan, theirs: Plan) -> tuple[str, str, str] | None:
    """The first new record of one's own whose id is another record in theirs: its path, its id, its letter."""
    places: dict[str, list[str]] = {}
    for path, id_, _ in records(theirs):
        places.setdefault(id_, []).append(path)
    for path, id_, record in records(mine):
        if id_ in places and read(base, path) is None:
            same = read(theirs, path)
            is_another = same is not None and same != record and _is_numbered(id_, record.LETTER)
            elsewhere = (place for place in places[id_] if place != path)
            if is_another or any(not _is_going(place, base, mine, theirs) for place in elsewhere):
                return path, id_, record.LETTER
    return None


def _is_going(path: str, base: Plan, mine: Plan, theirs: Plan) -> bool:
    """Whether a record of theirs will not be in the merged plan: removed here, unchanged there."""
    was = read(base, path)
    return was is not None and read(mine, path) is None and read(theirs, path) == was


def _is_numbered(id_: str, letter: str) -> bool:
    """Whether an id was given by counting, so that it says nothing of the record; a word of one's own does."""
    return bool(letter) and re.fullmatch(rf"{letter}\d+", id_) is not None


def _free_id(id_: str, letter: str, *plans: Plan) -> str:
    taken = {known for plan in plans for _, known, _ in records(plan)}
    taken |= {reference.id for plan in plans for reference in references(plan)}
    if _is_numbered(id_, letter):
        first = max(int(known[len(letter) :]) for known in taken if _is_numbered(known, letter)) + 1
        return f"{letter}{first}"
    return next(name for number in count(2) if (name := f"{id_[:27]}-{number}") not in taken)
