"""The checks: rules of the method, each with a code, and what a plan does not follow of them."""

from model.checks import (  # noqa: F401  (importing a family declares its rules)
    actions,
    budget,
    budget_quotes,
    coherence,
    computing,
    corrections,
    cycles,
    dates,
    decisions,
    diagnostic,
    figures,
    funding,
    indicators,
    links,
    objectives,
    orientation,
    plan,
    purchases,
    readings,
    references,
    segments,
    sheet,
    smart,
    summing_up,
    traceability,
    trends,
    work,
)
from model.checks.checker import Checking, check, checking
from model.checks.finding import SEVERITIES, Finding, Severity
from model.checks.progress import STEPS, Step, completeness, next_step, step_of
from model.checks.registry import Rule, in_order

RULES: dict[str, Rule] = in_order()

__all__ = [
    "RULES",
    "SEVERITIES",
    "STEPS",
    "Checking",
    "Finding",
    "Rule",
    "Severity",
    "Step",
    "check",
    "checking",
    "completeness",
    "next_step",
    "step_of",
]
