"""This year's actions as next year's review: what was expected, obtained, planned and spent, as far as it is known."""

from typing import Protocol

from model.actions import Action
from model.plain import frozen
from model.plan import Plan
from model.renewal.costs import YearCosts
from model.renewal.outcome import Outcome, milestones_done, outcomes_of
from model.review import PastAction, Verdict
from model.values import TEXT_LIMIT


class Teller(Protocol):
    """Says in the plan's own language what the plan knows only as figures."""

    def expected(self, outcomes: tuple[Outcome, ...]) -> str:
        """What an action was for; empty where its outcomes say nothing."""

    def obtained(self, outcomes: tuple[Outcome, ...], milestones: tuple[int, int]) -> str:
        """What was shown of it; empty where nothing was."""

    def corrected(self, lesson: str) -> str:
        """The note of an action taken up again otherwise."""


@frozen
class Fate:
    """What becomes of an action: its verdict (None while nobody has given one), and its line in the review."""

    action: str
    verdict: Verdict | None
    line: str

    @property
    def is_carried(self) -> bool:
        """Whether the action is in next year's plan."""
        return self.verdict != "drop"


def verdict_of(action: Action) -> Verdict | None:
    """The verdict given; an action dropped on the way without one stays dropped."""
    return action.verdict or ("drop" if action.status == "dropped" else None)


def review_line(plan: Plan, id_: str, costs: YearCosts, teller: Teller) -> PastAction:
    """An action of this year as next year looks back on it."""
    action, outcomes = plan.actions[id_], outcomes_of(plan, id_)
    return PastAction.trusted(
        action=action.title if (action.title or "").strip() else id_,
        expected=teller.expected(outcomes)[:TEXT_LIMIT] or action.what,
        obtained=teller.obtained(outcomes, milestones_done(plan, id_))[:TEXT_LIMIT] or None,
        planned=costs.planned(id_),
        spent=costs.spent(id_),
        verdict=verdict_of(action),
        lesson=action.lesson,
    )
