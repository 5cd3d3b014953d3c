"""Checking plans written as their files would be."""

import tomllib
from datetime import date
from decimal import Decimal

from model.checks import Finding, check
from model.plan import Plan

TODAY = date(2027, 5, 1)


def plan_of(text: str) -> Plan:
    """The plan that a file's text holds."""
    return Plan.from_table(tomllib.loads(text, parse_float=Decimal))


def findings(code: str, text: str) -> list[Finding]:
    """What a rule finds in a plan."""
    return [finding for finding in check(plan_of(text), TODAY) if finding.code == code]


def paths(code: str, text: str) -> set[str]:
    """The paths at which a plan does not follow a rule."""
    return {finding.path for finding in findings(code, text)}
