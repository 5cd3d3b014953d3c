"""Consequences: which objective, indicator, milestone or segment loses what it rested on."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from model.plan import Plan
from model.whatif.consequences import consequences
from model.whatif.outcome import tried
from model.whatif.trial import started

D = Decimal
DOCUMENT: dict[str, Any] = {
    "plan": {"currency": "EUR", "prices": "excl_tax"},
    "segments": {"G1": {"name": "g"}, "G2": {"name": "h"}},
    "objectives": {"O1": {"title": "o"}, "O2": {"title": "p"}, "O3": {"title": "never funded"}},
    "actions": {
        "A1": {
            "title": "a",
            "objectives": ["O1"],
            "segments": ["G1"],
            "milestones": {
                "J1": {"title": "to come", "due": date(2027, 1, 1)},
                "J2": {"title": "done", "due": date(2027, 1, 1), "done": date(2027, 1, 1)},
            },
        },
        "A2": {"title": "b", "objectives": ["O1", "O2"], "segments": ["G1", "G2"]},
        "A3": {"title": "free", "objectives": ["O3"], "milestones": {"J3": {"title": "m", "due": date(2027, 1, 1)}}},
    },
    "budget": {
        "B1": {"label": "one", "amount": D(100), "action": "A1"},
        "B2": {"label": "two", "amount": D(100), "action": "A2"},
        "B3": {"label": "three", "amount": D(100)},
    },
    "indicators": {
        "K1": {"name": "k", "action": "A1"},
        "K2": {"name": "l", "objective": "O2"},
        "K3": {"name": "m", "action": "A1", "objective": "O2"},
        "K4": {"name": "n", "objective": "O1"},
    },
}
OF_A1 = [
    ("indicators.K1", "indicator_without_action", "A1"),
    ("indicators.K3", "indicator_without_action", "A1"),
    ("actions.A1.milestones.J1", "milestone_moot", "A1"),
]
OF_A2 = [
    ("objectives.O2", "objective_unfunded", ""),
    ("indicators.K2", "indicator_without_objective", "O2"),
    ("segments.G2", "segment_unserved", ""),
]


def _costs(*texts: str) -> list[tuple[str, str, str]]:
    trial, _ = tried(started(Plan.from_table(DOCUMENT)), texts)
    return [(cost.path, cost.code, cost.because) for cost in consequences(trial)]


@pytest.mark.parametrize("text", ["A1=excluded", "B1=0", "B1=excluded", "A1=scale:0", "A1<0", "A1=0"])
def test_an_action_without_money(text: str) -> None:
    """However its money goes, its indicators and its milestones still to come go with it; O1 and G1 keep A2."""
    assert _costs(text) == OF_A1


def test_the_only_funded_action() -> None:
    """An objective, or a segment, that only this action funded loses its money; what another funds keeps it."""
    assert _costs("A2=excluded") == OF_A2


def test_everything() -> None:
    """Each consequence is told once, in the order of the plan; O3, which never had money, loses none."""
    told = [path for path, _, _ in _costs("total<0")]
    assert told == [
        "objectives.O1", "objectives.O2", "indicators.K1", "indicators.K2", "indicators.K3", "indicators.K4",
        "actions.A1.milestones.J1", "segments.G1", "segments.G2",
    ]  # fmt: skip


def test_an_action_left_out_that_cost_nothing() -> None:
    """Left out by name, an action without money loses its milestones all the same."""
    assert _costs("A3=excluded") == [("actions.A3.milestones.J3", "milestone_moot", "A3")]


@pytest.mark.parametrize("text", ["B3=0", "B1=1", "A1=delay:3", "total<150"])
def test_no_consequence(text: str) -> None:
    """Less money, later money, money that served nothing: nothing loses its funding."""
    assert _costs(text) == []
