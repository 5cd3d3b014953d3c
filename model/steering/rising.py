"""Alerts rising: from each indicator to its objective, from objective to parent, and to the plan."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from model.plan import Plan
from model.steering.state import STATUSES, State, Status, state_of

Standing = Status | Literal["unmeasured"]


@dataclass(frozen=True, slots=True)
class Alert:
    """The worst among some indicators, and how many there are of each status."""

    worst: Standing
    counts: Mapping[Status, int] = field(default_factory=dict)

    @property
    def red(self) -> int:
        """How many ask for a decision."""
        return self.counts.get("off", 0) + self.counts.get("missed", 0)


@dataclass(frozen=True, slots=True)
class Dashboard:
    """Every indicator on a day; the alert of each objective, its children's with its own; the alert of the plan."""

    today: date
    states: Mapping[str, State]
    objectives: Mapping[str, Alert]
    plan: Alert


def dashboard(plan: Plan, today: date) -> Dashboard:
    """How all indicators stand on a day, and what rises from them."""
    states = {id_: state_of(plan, id_, today) for id_ in plan.indicators}
    objectives = {id_: _alert(_within(plan, id_, states)) for id_ in plan.objectives}
    return Dashboard(today, states, objectives, _alert(state.status for state in states.values()))


def _alert(statuses: Iterable[Status]) -> Alert:
    counts = Counter(statuses)
    worst: Standing = next((status for status in STATUSES if counts[status]), "unmeasured")
    return Alert(worst, {status: counts[status] for status in STATUSES if counts[status]})


def _within(plan: Plan, objective_id: str, states: Mapping[str, State]) -> Iterable[Status]:
    """The statuses of what measures an objective or any objective below it; a cycle is gone through once."""
    below, waiting = set[str](), [objective_id]
    while waiting:
        id_ = waiting.pop()
        if id_ not in below:
            below.add(id_)
            waiting += [child for child, objective in plan.objectives.items() if objective.parent == id_]
    return [state.status for id_, state in states.items() if plan.indicators[id_].objective in below]
