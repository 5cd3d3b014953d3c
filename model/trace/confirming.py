"""Which links were confirmed on what is said now, and the plan with one confirmed."""

from typing import Literal

from model.edits import change_at
from model.plan import Plan
from model.trace.fingerprints import fingerprint
from model.trace.graph import Graph, Link

State = Literal["confirmed", "unconfirmed", "suspect"]


def state_of(plan: Plan, link: Link) -> State:
    """Suspect when what is rested on says something else than when the link was confirmed; else whether it was."""
    kept = plan.links.get(link.key)
    if kept is None:
        return "unconfirmed"
    return "confirmed" if kept == fingerprint(plan, link.high) else "suspect"


def suspects(graph: Graph) -> tuple[Link, ...]:
    """The links to look at again, in the order of the file."""
    if not graph.plan.links:
        return ()
    return tuple(link for link in graph.links if state_of(graph.plan, link) == "suspect")


def dead(graph: Graph) -> tuple[str, ...]:
    """The entries of `[links]` whose link is no longer there."""
    return tuple(key for key in graph.plan.links if key not in graph.by_key)


def confirmed(plan: Plan, link: Link) -> Plan:
    """The plan with a link confirmed on what is said now; on nothing said, it keeps no fingerprint."""
    return with_fingerprint(plan, link.key, fingerprint(plan, link.high))


def with_fingerprint(plan: Plan, key: str, value: str) -> Plan:
    """The plan with an entry of `[links]` set, or taken away when it is empty."""
    if plan.links.get(key, "") == value:
        return plan
    rest = {name: kept for name, kept in plan.links.items() if value or name != key}
    return change_at(plan, "links", lambda _: {**rest, key: value} if value else rest)
