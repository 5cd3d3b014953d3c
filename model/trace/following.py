"""What an edit does to `[links]`: a link made is confirmed on what is said then, one that goes takes its entry."""

from collections.abc import Iterable
from itertools import compress
from operator import is_not

from model.edits import change_at
from model.paths import read
from model.plan import Plan
from model.record import Record
from model.trace.confirming import confirmed
from model.trace.graph import Link, id_of, links_of
from model.trace.relations import CARRIES, RESTS, THREAD

LINKING = tuple(dict.fromkeys((*RESTS, *CARRIES)))
"""The sections whose records have fields that make links."""


def followed(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, its links following: only the records that the edit changed are looked at."""
    changed = _changed(before, after, LINKING)
    old, new = _links(before, changed), _links(after, changed)
    for key, link in new.items():
        if key not in old:
            after = confirmed(after, link)
    return _without_those_gone(before, after, old, new)


def released(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, the entries of links and records that went taken away, none made."""
    changed = _changed(before, after, LINKING)
    return _without_those_gone(before, after, _links(before, changed), _links(after, changed))


def _changed(before: Plan, after: Plan, sections: Iterable[str]) -> list[str]:
    """The records in which two versions differ, by path; those that they share are passed over at a glance."""
    found: list[str] = []
    for section in sections:
        old, new = read(before, section), read(after, section)
        if old is not new:
            found += (f"{section}.{id_}" for id_ in _differing(old, new))
    return found


def _differing(old: dict[str, Record], new: dict[str, Record]) -> Iterable[str]:
    if list(old) == list(new):
        # Typing in one of ten thousand lines comes here: nothing is looked at line by line in Python.
        return compress(new, map(is_not, old.values(), new.values()))
    return [id_ for id_ in {**old, **new} if old.get(id_) is not new.get(id_)]


def _links(plan: Plan, changed: list[str]) -> dict[str, Link]:
    """The links that some records make in one version of the plan."""
    return {link.key: link for path in changed if read(plan, path) is not None for link in links_of(plan, path)}


def _without_those_gone(before: Plan, after: Plan, old: dict[str, Link], new: dict[str, Link]) -> Plan:
    """The plan without the entries of links that went, unless another field makes the same link."""
    if not after.links:
        return after
    gone = {id_of(path) for path in _changed(before, after, THREAD) if read(after, path) is None}
    leaving = {key for key in after.links if (key in old and key not in new) or gone.intersection(key.split(">"))}
    if not leaving:
        return after
    # Only the fields of its two ends can make a link.
    ends = [end for key in leaving if key in old for end in (old[key].low, old[key].high)]
    standing = _links(after, ends)
    rest = {key: kept for key, kept in after.links.items() if key not in leaving or key in standing}
    return change_at(after, "links", lambda _: rest)
