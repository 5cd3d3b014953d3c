"""The thread as a graph: which record rests on which, by which field."""

from collections.abc import Iterator
from functools import cached_property

from model.paths import read
from model.plain import frozen
from model.plan import Plan
from model.record import Record
from model.trace.relations import CARRIES, RESTS, namings, place_of


@frozen
class Link:
    """The record at `low` rests on the one at `high`, as the field at `field` (of either) says."""

    low: str
    high: str
    field: str

    @property
    def key(self) -> str:
        """How the file calls the link: the id that rests, then what it rests on, `O1>S1`."""
        return f"{id_of(self.low)}>{id_of(self.high)}"


def id_of(path: str) -> str:
    """The id that a record's path ends with."""
    return path.rpartition(".")[2]


@frozen
class Graph:
    """Every link of a plan, in the order of the file; an id that names nothing makes none."""

    plan: Plan

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links, each pair of records once."""
        return tuple(every_link(self.plan))

    @cached_property
    def above(self) -> dict[str, list[Link]]:
        """By path, the links to what a record rests on."""
        found: dict[str, list[Link]] = {}
        # What a record says itself comes before what others say of it.
        for link in sorted(self.links, key=lambda link: not link.field.startswith(f"{link.low}.")):
            found.setdefault(link.low, []).append(link)
        return found

    @cached_property
    def below(self) -> dict[str, list[Link]]:
        """By path, the links to what rests on a record."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.high, []).append(link)
        return found

    @cached_property
    def by_key(self) -> dict[str, Link]:
        """The links by the names that the file gives them."""
        return {link.key: link for link in self.links}


def links_of(plan: Plan, path: str) -> Iterator[Link]:
    """The links that the fields of one record make."""
    return _links_of(plan, path, read(plan, path))


def _links_of(plan: Plan, path: str, record: Record) -> Iterator[Link]:
    for naming in namings(path, record):
        other = place_of(plan, naming.id, naming.sections)
        if other:
            low, high = (other, path) if naming.is_carrying else (path, other)
            yield Link(low, high, naming.field)


def every_link(plan: Plan) -> Iterator[Link]:
    """The links of a plan one by one, each pair of records once, by the first field that says it."""
    seen = set[tuple[str, str]]()
    for section in dict.fromkeys((*RESTS, *CARRIES)):
        for id_, record in read(plan, section).items():
            for link in _links_of(plan, f"{section}.{id_}", record):
                if (link.low, link.high) not in seen:
                    seen.add((link.low, link.high))
                    yield link


_MEMORY = 2
_recent: list[Graph] = []


def graph_of(plan: Plan) -> Graph:
    """The graph of a plan, made once for each version that is looked at."""
    for known in _recent:
        if known.plan is plan:
            return known
    made = Graph(plan)
    _recent.insert(0, made)
    del _recent[_MEMORY:]
    return made
