"""Checking a plan: every rule in turn, in the order of the file, waivers applied."""

from collections.abc import Generator
from datetime import date

from model.checks.context import Context
from model.checks.finding import PAUSE_AFTER, Finding
from model.checks.order import FileOrder
from model.checks.registry import in_order
from model.plan import Plan

Checking = Generator[None, None, tuple[Finding, ...]]
"""A check under way: each step is short, and the last one gives the findings."""


def check(plan: Plan, today: date | None = None) -> tuple[Finding, ...]:
    """What the plan does not follow of the method, in the order of the file; `today` is the real day unless given."""
    steps = checking(plan, today)
    while True:
        try:
            next(steps)
        except StopIteration as done:
            findings: tuple[Finding, ...] = done.value
            return findings


def checking(plan: Plan, today: date | None = None) -> Checking:
    """The same in steps that last some milliseconds at most, so that somebody can be answered in between."""
    context = Context(plan, today or date.today())
    waived = _waived(context)
    found: list[Finding] = []
    for rule in in_order().values():
        for hit in rule.function(context):
            if hit is None or not len(found) % PAUSE_AFTER:
                yield
            if hit is not None:
                is_waived = (rule.code, hit.path) in waived
                guide = hit.guide or rule.guide
                found.append(Finding(rule.code, rule.severity, hit.path, hit.params, guide, is_waived))
        yield
    return (yield from _in_order(found, FileOrder(plan)))


def _in_order(found: list[Finding], place: FileOrder) -> Checking:
    """The findings in the order of the file; rules of one place stay in their own."""
    keys = []
    for n, finding in enumerate(found):
        if not n % PAUSE_AFTER:
            yield
        keys.append((place(finding.path), n))
    yield
    return tuple(found[n] for _, n in sorted(keys))


def _waived(context: Context) -> frozenset[tuple[str, str]]:
    """The rules silenced, each at its path; a waiver still holds on its last day."""
    return frozenset(
        (waiver.rule, waiver.path)
        for waiver in context.plan.waivers.values()
        if waiver.rule and waiver.path and (waiver.until is None or context.today <= waiver.until)
    )
