"""Rules about the segments to pursue: liked and winnable, told apart by how they buy, their satisfaction read."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.targeting import WEAK, ranked, score_of


@rule("SEG005", "warning", guide="diagnostic#segments.target")
def target_hard_to_win(context: Context) -> Iterator[Hit]:
    """A segment is a target, though attractiveness times chance is low."""
    for id_, segment in context.plan.segments.items():
        score = score_of(segment)
        if segment.target and score is not None and score <= WEAK:
            yield at(f"segments.{id_}.target", id=id_, score=Decimal(score))


@rule("SEG006", "advice", guide="diagnostic#segments.attractiveness")
def target_without_scores(context: Context) -> Iterator[Hit]:
    """A segment is a target, and its attractiveness or its chance is missing."""
    for id_, segment in context.plan.segments.items():
        missing = next((name for name in ("attractiveness", "chance") if getattr(segment, name) is None), None)
        if segment.target and missing is not None:
            yield at(f"segments.{id_}.{missing}", guide=f"diagnostic#segments.{missing}", id=id_)


@rule("SEG007", "warning", guide="diagnostic#segments.behaviour")
def segments_that_buy_alike(context: Context) -> Iterator[Hit]:
    """Two segments buy in the same way, word for word: they are one."""
    seen: dict[str, str] = {}
    for id_, segment in context.plan.segments.items():
        behaviour = " ".join((segment.behaviour or "").casefold().split())
        if behaviour and behaviour in seen:
            yield at(f"segments.{id_}.behaviour", id=id_, other=seen[behaviour])
        elif behaviour:
            seen[behaviour] = id_


@rule("SEG008", "advice", guide="diagnostic#segments.satisfaction_indicator")
def target_without_satisfaction_indicator(context: Context) -> Iterator[Hit]:
    """A target says how satisfaction is measured, and no indicator reads it."""
    for id_, segment in context.plan.segments.items():
        if segment.target and not is_blank(segment.satisfaction) and segment.satisfaction_indicator is None:
            yield at(f"segments.{id_}.satisfaction_indicator", id=id_)


@rule("SEG009", "advice", guide="diagnostic#segments.target")
def better_segment_left_out(context: Context) -> Iterator[Hit]:
    """A segment that nobody pursues scores higher than one that is a target."""
    scores, segments = ranked(context.plan), context.plan.segments
    targets = {id_: score for id_, score in scores.items() if segments[id_].target}
    if not targets:
        return
    weakest = min(targets, key=targets.__getitem__)
    for id_ in segments:
        if id_ in scores and not segments[id_].target and scores[id_] > targets[weakest]:
            yield at(
                f"segments.{id_}.target",
                id=id_,
                score=Decimal(scores[id_]),
                other=weakest,
                than=Decimal(targets[weakest]),
            )


@rule("SEG010", "advice", guide="diagnostic#segments.target")
def no_target_among_segments(context: Context) -> Iterator[Hit]:
    """Several segments are described, and none is a target."""
    segments = context.plan.segments
    if len(segments) > 1 and not any(segment.target for segment in segments.values()):
        yield at("segments")
