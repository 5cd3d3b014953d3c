"""What an edit does to `[links]`: a link made is confirmed on what is said then, one that goes takes its entry."""

from collections.abc import Iterator

from model.edits import change_at
from model.paths import read
from model.plan import Plan
from model.trace.confirming import confirmed
from model.trace.graph import Link, graph_of, id_of, links_of
from model.trace.relations import CARRIES, RESTS, THREAD


def followed(before: Plan, after: Plan) -> Plan:
    """The plan after an edit, its links following: only the records that the edit changed are looked at."""
    gone = {path for section in THREAD for path in _changed(before, after, section) if read(after, path) is None}
    changed = [path for section in dict.fromkeys((*RESTS, *CARRIES)) for path in _changed(before, after, section)]
    if not changed and not gone:
        return after
    old, new = _links(before, changed), _links(after, changed)
    for key, link in new.items():
        if key not in old:
            after = confirmed(after, link)
    return _without(after, [key for key in old if key not in new], {id_of(path) for path in gone})


def _changed(before: Plan, after: Plan, section: str) -> Iterator[str]:
    old, new = read(before, section), read(after, section)
    if old is not new:
        yield from (f"{section}.{id_}" for id_ in {**old, **new} if old.get(id_) is not new.get(id_))


def _links(plan: Plan, paths: list[str]) -> dict[str, Link]:
    present = (path for path in paths if read(plan, path) is not None)
    return {link.key: link for path in present for link in links_of(plan, path)}


def _without(plan: Plan, keys: list[str], ids: set[str]) -> Plan:
    """The plan without the entries of links that went, unless another field makes the same link."""
    leaving = {key for key in plan.links if key in keys or ids.intersection(key.split(">"))}
    if not leaving:
        return plan
    standing = graph_of(plan).by_key
    rest = {key: kept for key, kept in plan.links.items() if key not in leaving or key in standing}
    return change_at(plan, "links", lambda _: rest)
