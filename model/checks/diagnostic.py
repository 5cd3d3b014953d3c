"""Rules about the diagnostic: its seven subjects, its summary, last year's plan, the segments."""

from collections.abc import Iterator
from functools import partial

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import Check, rule
from model.paths import read
from model.record import Record

# The method leaves none of the seven out; SWOT sums them up and PESTEL completes them.
_PARTS = (
    ("DIA001", "diagnostic.market"),
    ("DIA002", "diagnostic.competitors"),
    ("DIA003", "diagnostic.offers"),
    ("DIA004", "segments"),
    ("DIA005", "diagnostic.pricing"),
    ("DIA006", "diagnostic.media"),
    ("DIA007", "diagnostic.channels"),
    ("DIA008", "diagnostic.swot"),
)


def is_empty(part: object) -> bool:
    """Whether nothing was written in a part: no record in a table, no field filled in a record."""
    if isinstance(part, Record):
        return all(is_blank(value) for value in part.__dict__.values())
    return is_blank(part)


def _part_is_empty(path: str, context: Context) -> Iterator[Hit]:
    if is_empty(read(context.plan, path)):
        yield at(path)


def _about(path: str) -> Check:
    return partial(_part_is_empty, path)


for _code, _path in _PARTS:
    rule(_code, "warning", guide=f"diagnostic#{_path.rpartition('.')[2]}")(_about(_path))
rule("DIA009", "advice", guide="diagnostic#pestel")(_about("diagnostic.pestel"))
rule("REV002", "advice", guide="diagnostic#review")(_about("review"))


@rule("DIA010", "advice", guide="diagnostic#swot.evidence")
def swot_item_without_evidence(context: Context) -> Iterator[Hit]:
    """A strength, weakness, opportunity or threat rests on no evidence and no finding."""
    for id_, item in context.plan.diagnostic.swot.items():
        if is_blank(item.evidence) and item.from_ is None:
            yield at(f"diagnostic.swot.{id_}.evidence", id=id_)


@rule("REV001", "warning", guide="diagnostic#review.verdict")
def past_action_without_verdict(context: Context) -> Iterator[Hit]:
    """An action of last year is neither repeated, corrected nor dropped."""
    for id_, past in context.plan.review.items():
        if past.verdict is None:
            yield at(f"review.{id_}.verdict", id=id_)


def _segments_without(field: str, context: Context) -> Iterator[Hit]:
    """The segments, other than those that the plan does not pursue, where a field is empty."""
    for id_, segment in context.plan.segments.items():
        if segment.target is not False and is_blank(getattr(segment, field)):
            yield at(f"segments.{id_}.{field}", id=id_)


@rule("SEG001", "warning", guide="diagnostic#segments.behaviour")
def segment_without_behaviour(context: Context) -> Iterator[Hit]:
    """A segment does not say how its customers buy."""
    yield from _segments_without("behaviour", context)


@rule("SEG002", "warning", guide="diagnostic#segments.policy")
def segment_without_policy(context: Context) -> Iterator[Hit]:
    """A segment has no policy of its own."""
    yield from _segments_without("policy", context)


@rule("SEG003", "warning", guide="diagnostic#segments.offer")
def segment_without_offer(context: Context) -> Iterator[Hit]:
    """A segment has no adapted offer."""
    yield from _segments_without("offer", context)


@rule("SEG004", "advice", guide="diagnostic#segments.satisfaction")
def segment_without_satisfaction(context: Context) -> Iterator[Hit]:
    """Nothing says how the satisfaction of a segment is measured."""
    for id_, segment in context.plan.segments.items():
        if segment.target and is_blank(segment.satisfaction) and segment.satisfaction_indicator is None:
            yield at(f"segments.{id_}.satisfaction", id=id_)
