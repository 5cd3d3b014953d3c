"""Rules about links that were confirmed: what they rest on says something else now, or they are no longer there."""

from collections.abc import Iterator

from model.checks.context import Context
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.trace.confirming import dead, suspects
from model.trace.graph import graph_of, id_of


@rule("TRC010", "warning", guide="trace#suspect")
def link_is_suspect(context: Context) -> Iterator[Hit]:
    """What a record rests on has changed since the link was confirmed."""
    for link in suspects(graph_of(context.plan)):
        yield at(link.field, id=id_of(link.low), name=id_of(link.high))


@rule("TRC011", "advice", guide="trace#suspect")
def link_is_dead(context: Context) -> Iterator[Hit]:
    """A fingerprint is kept of a link that is no longer there."""
    for key in dead(graph_of(context.plan)) if context.plan.links else ():
        yield at(f"links.{key}", name=key)
