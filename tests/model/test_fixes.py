"""Fixes: each makes its finding go, leaves a plan that can be kept, and is offered only where it changes something."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest

from model.checks import Finding, check
from model.checks.fixes import fixes_of
from model.checks.fixing import FIXERS, Fix
from model.checks.owners import owner_of
from model.plan import Plan
from model.store.reading import loads
from model.store.writing import dumps
from tests import flawed
from tests.checking import TODAY, findings, plan_of
from tests.tui.test_rules_words import WRONG

MORE = """
[plan]
title = "t"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
[team.T1]
name = "Marie"
[team.T2]
name = "Paul"
[objectives.O1]
deadline = 2027-11-30
owner = "T2"
[objectives.O2]
parent = "O1"
unit = "clients"
[objectives.O3]
unit = "clients"
baseline = 20
target = 40
deadline = 2027-12-31
[actions.A1]
objectives = ["O1", "O9"]
[actions.A1.milestones.J1]
due = 2027-02-01
[indicators.K1]
objective = "O2"
unit = "clients"
[indicators.K1.readings]
2026-11-30 = 10
2026-12-31 = 12
2027-01-31 = 13
[indicators.K2]
objective = "O3"
unit = "clients"
[indicators.K2.readings]
2026-12-31 = 20
[budget.B1]
last_year = 100
amount = 100
[budget.B1.shares]
A1 = 10
A9 = 20
[corrections.X1]
indicator = "K1"
decision = "act"
[actions.A2]
from = "X1"
[waivers.W1]
rule = "nothing"
"""
PLANS = (WRONG, MORE, *flawed.FLAWED)


def _offered() -> Iterator[tuple[Plan, Finding, Fix]]:
    for text in PLANS:
        plan = plan_of(text)
        for finding in check(plan, TODAY):
            for fix in fixes_of(plan, finding, TODAY):
                yield plan, finding, fix


def test_a_fix_makes_its_finding_go() -> None:
    """What was found at that place is found no more, and the plan is one that a file can hold."""
    seen = set()
    for plan, finding, fix in _offered():
        seen.add(finding.code)
        fixed = fix.apply(plan)
        assert fixed is not plan, (finding.code, fix)
        assert loads(dumps(fixed)) == fixed
        left = {(one.code, one.path, str(one.params)) for one in check(fixed, TODAY)}
        assert (finding.code, finding.path, str(finding.params)) not in left, (finding.code, finding.path, fix)
    assert seen == set(FIXERS)


def _fixes(code: str, text: str, at: int = 0) -> list[tuple[str, object, str]]:
    plan = plan_of(text)
    return [(fix.path, fix.value, fix.origin) for fix in fixes_of(plan, findings(code, text)[at], TODAY)]


def test_a_deadline_is_the_parent_s_or_the_plan_s_end() -> None:
    """OBJ001: the likeliest comes first."""
    path = "objectives.O2.deadline"
    assert _fixes("OBJ001", MORE) == [(path, date(2027, 11, 30), "O1"), (path, date(2027, 12, 31), "")]


def test_an_action_goes_to_its_objective_s_owner() -> None:
    """ACT002: the owner of what the action serves; with a team of two nobody else is guessed."""
    assert _fixes("ACT002", MORE) == [("actions.A1.owner", "T2", "O1")]


def test_a_baseline_is_the_last_reading_before_the_year() -> None:
    """OBJ006: with its day."""
    plan = plan_of(MORE)
    (fix,) = fixes_of(plan, findings("OBJ006", MORE)[1], TODAY)
    fixed = fix.apply(plan).objectives["O2"]
    assert (fixed.baseline, fixed.baseline_date) == (Decimal(12), date(2026, 12, 31))


def test_shares_keep_their_proportions() -> None:
    """BUD003: 10 and 20 of 30 are 33.33 and 66.67: to the hundredth, and 100 in all."""
    plan = plan_of(MORE)
    (fix,) = fixes_of(plan, findings("BUD003", MORE)[0], TODAY)
    assert fix.apply(plan).budget["B1"].shares == {"A1": Decimal("33.33"), "A9": Decimal("66.67")}


def test_a_dead_reference_alone_is_taken_out() -> None:
    """PLN002: the id goes from the list, or the entry of that id; what else is there stays."""
    plan = plan_of(MORE)
    for finding in findings("PLN002", MORE):
        for fix in fixes_of(plan, finding, TODAY):
            plan = fix.apply(plan)
    assert plan.actions["A1"].objectives == ("O1",)
    assert plan.budget["B1"].shares == {"A1": Decimal(10)}


def test_nothing_is_offered_for_what_a_person_must_tell() -> None:
    """A vague title has no obvious remedy."""
    plan = plan_of(flawed.OBJECTIVES)
    assert fixes_of(plan, findings("OBJ010", flawed.OBJECTIVES)[0], TODAY) == ()


@pytest.mark.parametrize(
    ("path", "owner"),
    [
        ("objectives.O1.title", "T2"),
        ("actions.A1.milestones.J1.due", ""),
        ("indicators.K1.readings.2027-01-31", ""),
        ("team.T1.days", "T1"),
        ("plan.end", ""),
        ("diagnostic.swot.S1", ""),
        ("objectives.O7", ""),
        ("objectives", ""),
    ],
)
def test_a_finding_is_for_somebody(path: str, owner: str) -> None:
    """It is for whoever is in charge of what it is about; for nobody where nobody is."""
    assert owner_of(plan_of(MORE), path) == owner


def test_a_line_is_for_the_owner_of_its_action() -> None:
    """A shared line is for the owner of the action that takes most of it."""
    text = """
    [actions.A1]
    owner = "T1"
    [actions.A2]
    owner = "T2"
    [budget.B1]
    action = "A1"
    [budget.B2.shares]
    A1 = 40
    A2 = 60
    [indicators.K1]
    action = "A2"
    [corrections.X1]
    indicator = "K1"
    """
    plan = plan_of(text)
    owners = [owner_of(plan, path) for path in ("budget.B1.amount", "budget.B2.shares", "corrections.X1.cause")]
    assert owners == ["T1", "T2", "T2"]
