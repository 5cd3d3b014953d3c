"""Rules about the plan as a whole: what must be filled in, who carries it, what is waived."""

from collections.abc import Iterator
from functools import cache

from model.actions import Action
from model.checks.context import Context, is_blank
from model.checks.finding import PAUSE_AFTER, Hit, at
from model.checks.guidance import field_at, guide_to
from model.checks.registry import DECLARED, rule
from model.objectives import Objective
from model.record import Record
from model.references import records

# These have codes of their own.
_TOLD_ELSEWHERE: dict[type[Record], frozenset[str]] = {
    Objective: frozenset({"metric", "target", "deadline"}),
    Action: frozenset({"objectives", "owner"}),
}


@cache
def _required(record: type[Record]) -> tuple[str, ...]:
    told = _TOLD_ELSEWHERE.get(record, frozenset())
    return tuple(name for name in record.REQUIRED if name not in told)


def _missing(record: Record) -> Iterator[str]:
    for name in _required(type(record)):
        # What is not counted has no unit.
        is_uncounted = name == "unit" and isinstance(record, Objective) and record.target_kind == "qualitative"
        if is_blank(getattr(record, name)) and not is_uncounted:
            yield name


def _every_record(context: Context) -> Iterator[tuple[str, str, Record]]:
    yield "plan", "plan", context.plan.plan
    yield from records(context.plan)


@rule("PLN001", "error", guide="plan#title")
def required_field_is_missing(context: Context) -> Iterator[Hit | None]:
    """A required field is empty, other than those with a code of their own."""
    for n, (holder, id_, record) in enumerate(_every_record(context)):
        if not n % PAUSE_AFTER:
            yield None
        for name in _missing(record):
            path = f"{holder}.{name}"
            yield at(path, guide=guide_to(path), id=id_, field=field_at(path))


@rule("PLN006", "warning", guide="plan#waivers.rule")
def waiver_silences_no_rule(context: Context) -> Iterator[Hit]:
    """A waiver names a code that is no rule's."""
    for id_, waiver in context.plan.waivers.items():
        if waiver.rule is not None and waiver.rule not in DECLARED:
            yield at(f"waivers.{id_}.rule", id=id_, rule=waiver.rule)


@rule("PLN007", "warning", guide="plan#team.authority")
def facilitator_has_authority(context: Context) -> Iterator[Hit]:
    """The person who leads the work has a hierarchical tie to those taking part."""
    for id_, member in context.plan.team.items():
        if member.part == "facilitator" and member.authority:
            yield at(f"team.{id_}.authority", id=id_)
