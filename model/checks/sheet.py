"""Rules about the plan as a document: one year, no record twice, waivers that still hold."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.guidance import guide_to
from model.checks.registry import rule
from model.names import name_of
from model.record import Record

ONE_YEAR = timedelta(days=550)
"""A plan longer than a year and a half is no plan of one year."""


@rule("PLN010", "warning", guide="plan#waivers.until")
def waiver_is_over(context: Context) -> Iterator[Hit]:
    """A waiver held until a day gone by: its rule speaks again."""
    for id_, waiver in context.plan.waivers.items():
        if waiver.until is not None and waiver.until < context.today:
            yield at(f"waivers.{id_}.until", id=id_, rule=waiver.rule or "?", date=waiver.until)


@rule("PLN011", "advice", guide="plan#end")
def plan_of_several_years(context: Context) -> Iterator[Hit]:
    """The plan lasts longer than a year and a half."""
    if context.year is not None and context.year[1] - context.year[0] > ONE_YEAR:
        yield at("plan.end", start=context.year[0], end=context.year[1])


def _twice(table: Mapping[str, Record]) -> Iterator[tuple[str, str]]:
    """The records that are called as one before them, with that one's id."""
    seen: dict[str, str] = {}
    for id_, record in table.items():
        name = " ".join(name_of(record).casefold().split())
        if name and (first := seen.setdefault(name, id_)) != id_:
            yield id_, first


@rule("PLN012", "warning", guide="objectives#title")
def record_twice(context: Context) -> Iterator[Hit]:
    """Two records of a kind bear the same name: one of them is a copy, or nobody can tell them apart."""
    parts = context.plan.diagnostic
    tables: tuple[tuple[str, str, Mapping[str, Record]], ...] = (
        ("diagnostic.competitors", "name", parts.competitors),
        ("diagnostic.offers", "name", parts.offers),
        ("diagnostic.swot", "text", parts.swot),
        ("segments", "name", context.plan.segments),
        ("objectives", "title", context.plan.objectives),
        ("actions", "title", context.plan.actions),
        ("funding", "label", context.plan.funding),
        ("indicators", "name", context.plan.indicators),
    )
    for section, field, table in tables:
        for id_, first in _twice(table):
            path = f"{section}.{id_}.{field}"
            yield at(path, guide=guide_to(path), id=id_, first=first)


@rule("BUD029", "warning", guide="budget#label")
def line_twice(context: Context) -> Iterator[Hit]:
    """Two lines that count are alike in label, category, group, action, supplier and dates: a cost entered twice."""
    seen: dict[tuple[object, ...], str] = {}
    labels = Counter(line.label for line in context.lines.values())
    for id_, line in context.lines.items():
        if labels[line.label] == 1 or is_blank(line.label) or line.shares:
            continue
        cost = (line.label, line.category, line.group, line.action, line.supplier, line.start, line.end)
        if (first := seen.setdefault(cost, id_)) != id_ and not line.months:
            yield at(f"budget.{id_}.label", id=id_, first=first)


@rule("PLN013", "advice", guide="plan#mission")
def plan_without_mission(context: Context) -> Iterator[Hit]:
    """A plan with objectives does not say whom the company serves."""
    if context.plan.objectives and is_blank(context.plan.plan.mission):
        yield at("plan.mission")


@rule("PLN014", "advice", guide="plan#ceiling")
def plan_without_ceiling(context: Context) -> Iterator[Hit]:
    """A plan with a budget has no ceiling to be held against."""
    if context.plan.budget and context.plan.plan.ceiling is None:
        yield at("plan.ceiling")
