"""Rules about links that were confirmed: what they rest on says something else now, or they are no longer there."""

from collections.abc import Iterator

from model.checks.context import Context
from model.checks.finding import PAUSE_AFTER, Hit, at
from model.checks.registry import rule
from model.trace.confirming import state_of
from model.trace.graph import every_link, id_of


@rule("TRC010", "warning", guide="trace#suspect")
def link_is_suspect(context: Context) -> Iterator[Hit | None]:
    """What a record rests on has changed since the link was confirmed."""
    plan = context.plan
    for n, link in enumerate(every_link(plan) if plan.links else ()):
        if not n % PAUSE_AFTER:
            yield None
        if state_of(plan, link) == "suspect":
            yield at(link.field, id=id_of(link.low), name=id_of(link.high))


@rule("TRC011", "advice", guide="trace#suspect")
def link_is_dead(context: Context) -> Iterator[Hit | None]:
    """A fingerprint is kept of a link that is no longer there."""
    left = dict.fromkeys(context.plan.links)
    for n, link in enumerate(every_link(context.plan) if left else ()):
        if not n % PAUSE_AFTER:
            yield None
        left.pop(link.key, None)
    for key in left:
        yield at(f"links.{key}", name=key)
