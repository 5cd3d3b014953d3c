"""Alerts rising: from each indicator to its objective, from objective to parent, and to the plan."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Literal

from model.plain import frozen
from model.plan import Plan
from model.steering.state import STATUSES, State, Status, state_of

Standing = Status | Literal["unmeasured"]


@frozen
class Alert:
    """The worst among some indicators, and how many there are of each status."""

    worst: Standing
    counts: Mapping[Status, int] = field(default_factory=dict)

    @property
    def red(self) -> int:
        """How many ask for a decision."""
        return self.counts.get("off", 0) + self.counts.get("missed", 0)


@frozen
class Dashboard:
    """Every indicator on a day; the alert of each objective, its children's with its own; the alert of the plan."""

    today: date
    states: Mapping[str, State]
    objectives: Mapping[str, Alert]
    plan: Alert


def dashboard(plan: Plan, today: date) -> Dashboard:
    """How all indicators stand on a day, and what rises from them."""
    states = {id_: state_of(plan, id_, today) for id_ in plan.indicators}
    below, measured = _children(plan), _measured(plan)
    objectives = {
        id_: _alert(states[name].status for one in _within(id_, below) for name in measured.get(one, ()))
        for id_ in plan.objectives
    }
    return Dashboard(today, states, objectives, _alert(state.status for state in states.values()))


def _children(plan: Plan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_, objective in plan.objectives.items():
        if objective.parent is not None:
            found.setdefault(objective.parent, []).append(id_)
    return found


def _measured(plan: Plan) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for id_, indicator in plan.indicators.items():
        if indicator.objective is not None:
            found.setdefault(indicator.objective, []).append(id_)
    return found


def _alert(statuses: Iterable[Status]) -> Alert:
    counts = Counter(statuses)
    worst: Standing = next((status for status in STATUSES if counts[status]), "unmeasured")
    return Alert(worst, {status: counts[status] for status in STATUSES if counts[status]})


def _within(objective_id: str, below: Mapping[str, list[str]]) -> set[str]:
    """An objective and all below it; a cycle is gone through once."""
    found, waiting = set[str](), [objective_id]
    while waiting:
        id_ = waiting.pop()
        if id_ not in found:
            found.add(id_)
            waiting += below.get(id_, ())
    return found
