"""What an edit does to `[links]`: a link made is confirmed on what is said then, one that goes takes its entry."""

from collections.abc import Iterator

from model.edits import change_at
from model.paths import read
from model.plan import Plan
from model.trace.confirming import confirmed
from model.trace.graph import Link, graph_of, id_of, links_of
from model.trace.relations import CARRIES, RESTS, THREAD

LINKING = tuple(dict.fromkeys((*RESTS, *CARRIES)))
"""The sections whose records have fields that make links."""


def followed(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, its links following: only the records that the edit changed are looked at."""
    old, new = _links(before, before, after), _links(after, before, after)
    for key, link in new.items():
        if key not in old:
            after = confirmed(after, link)
    return _without_those_gone(before, after, old, new)


def released(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, the entries of links and records that went taken away, none made."""
    return _without_those_gone(before, after, _links(before, before, after), _links(after, before, after))


def _changed(before: Plan, after: Plan, section: str) -> Iterator[str]:
    old, new = read(before, section), read(after, section)
    if old is not new:
        yield from (f"{section}.{id_}" for id_ in {**old, **new} if old.get(id_) is not new.get(id_))


def _links(plan: Plan, before: Plan, after: Plan) -> dict[str, Link]:
    """The links in one version that are made by records in which the two differ."""
    changed = (path for section in LINKING for path in _changed(before, after, section))
    return {link.key: link for path in changed if read(plan, path) is not None for link in links_of(plan, path)}


def _without_those_gone(before: Plan, after: Plan, old: dict[str, Link], new: dict[str, Link]) -> Plan:
    """The plan without the entries of links that went, unless another field makes the same link."""
    if not after.links:
        return after
    changed = (path for section in THREAD for path in _changed(before, after, section))
    gone = {id_of(path) for path in changed if read(after, path) is None}
    leaving = {key for key in after.links if (key in old and key not in new) or gone.intersection(key.split(">"))}
    if not leaving:
        return after
    standing = graph_of(after).by_key
    rest = {key: kept for key, kept in after.links.items() if key not in leaving or key in standing}
    return change_at(after, "links", lambda _: rest)
