"""Rules about corrections: each has its cause and its decision, is looked at again, and shows where it led."""

from collections.abc import Iterator

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.guidance import field_at, guide_to
from model.checks.registry import rule


@rule("IND020", "warning", guide="indicators#corrections.cause")
def correction_undecided(context: Context) -> Iterator[Hit]:
    """A gap was written down, and its cause or the decision about it was not."""
    for id_, correction in context.plan.corrections.items():
        for name in ("cause", "decision"):
            if is_blank(getattr(correction, name)):
                path = f"corrections.{id_}.{name}"
                yield at(path, guide=guide_to(path), id=id_, field=field_at(path))


@rule("IND021", "warning", guide="indicators#corrections.review")
def accepted_for_ever(context: Context) -> Iterator[Hit]:
    """A gap is accepted without a day on which to look at it again."""
    for id_, correction in context.plan.corrections.items():
        if correction.decision == "accept" and correction.review is None:
            yield at(f"corrections.{id_}.review", id=id_, indicator=correction.indicator or "?")


@rule("IND022", "warning", guide="indicators#corrections.review")
def correction_not_looked_at(context: Context) -> Iterator[Hit]:
    """During the plan's year, the day of review of a correction has passed without a new reading."""
    if context.year is None or context.today > context.year[1]:
        return
    for id_, correction in context.plan.corrections.items():
        indicator = context.plan.indicators.get(correction.indicator or "")
        if indicator is None or correction.review is None or correction.review >= context.today:
            continue
        if max(indicator.readings, default="") < correction.review.isoformat():
            yield at(f"corrections.{id_}.review", id=id_, date=correction.review, indicator=correction.indicator)


@rule("ACT008", "advice", guide="actions#from")
def correcting_action_without_origin(context: Context) -> Iterator[Hit]:
    """An action that a correction led to does not say where it comes from."""
    actions = context.plan.actions
    for id_, correction in context.plan.corrections.items():
        action = actions.get(correction.action or "")
        if action is not None and action.from_ is None:
            yield at(f"actions.{correction.action}.from", id=correction.action, correction=id_)
