"""Checking a plan: every rule in turn, in the order of the file, waivers applied."""

from collections.abc import Iterator
from datetime import date

from model.checks.context import Context
from model.checks.finding import Finding
from model.checks.order import FileOrder
from model.checks.registry import Rule, in_order
from model.plan import Plan


def check(plan: Plan, today: date | None = None) -> tuple[Finding, ...]:
    """What the plan does not follow of the method, in the order of the file; `today` is the real day unless given."""
    context = Context(plan, today or date.today())
    waived = _waived(context)
    place = FileOrder(plan)
    found = (finding for rule in in_order().values() for finding in _findings(rule, context, waived))
    return tuple(sorted(found, key=lambda finding: place(finding.path)))


def _findings(rule: Rule, context: Context, waived: frozenset[tuple[str, str]]) -> Iterator[Finding]:
    for hit in rule.function(context):
        is_waived = (rule.code, hit.path) in waived
        yield Finding(rule.code, rule.severity, hit.path, hit.params, hit.guide or rule.guide, is_waived)


def _waived(context: Context) -> frozenset[tuple[str, str]]:
    """The rules silenced, each at its path; a waiver still holds on its last day."""
    return frozenset(
        (waiver.rule, waiver.path)
        for waiver in context.plan.waivers.values()
        if waiver.rule and waiver.path and (waiver.until is None or context.today <= waiver.until)
    )
