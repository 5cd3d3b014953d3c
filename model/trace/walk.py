"""Walking the thread from one record: all that it rests on, and all that rests on it."""

from collections.abc import Mapping

from model.plain import frozen
from model.trace.graph import Graph, Link


@frozen
class Stop:
    """A record met on the walk, `depth` links away by way of `link`; `is_again` where its own part was shown before."""

    path: str
    depth: int
    link: Link
    is_again: bool = False


def upward(graph: Graph, path: str) -> tuple[Stop, ...]:
    """What a record rests on, and what that rests on in turn, the nearest first, branch by branch."""
    return _walked(graph.above, path, up=True)


def downward(graph: Graph, path: str) -> tuple[Stop, ...]:
    """What rests on a record, and what rests on that in turn, branch by branch."""
    return _walked(graph.below, path, up=False)


def _walked(links: Mapping[str, list[Link]], path: str, *, up: bool) -> tuple[Stop, ...]:
    """Each record's own branch is walked once: threads join, and a correction may come back to where it began."""
    stops, seen = list[Stop](), {path}
    waiting = [(link, 1) for link in reversed(links.get(path, ()))]
    while waiting:
        link, depth = waiting.pop()
        end = link.high if up else link.low
        stops.append(Stop(end, depth, link, is_again=end in seen and bool(links.get(end))))
        if end not in seen:
            seen.add(end)
            waiting += [(further, depth + 1) for further in reversed(links.get(end, ()))]
    return tuple(stops)


def roots(graph: Graph) -> tuple[str, ...]:
    """The records that rest on nothing and that something rests on, in the order in which they are named."""
    return tuple(path for path in graph.below if path not in graph.above)
