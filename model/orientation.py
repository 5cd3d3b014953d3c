"""Customer orientation: twelve questions by theme, each scored 0 to 4, as a percentage and against last time."""

from collections.abc import Iterable, Mapping
from typing import Literal

from model.master import Answer, QuestionKey
from model.money import half_up
from model.plain import frozen
from model.plan import Plan

Theme = Literal["knowledge", "mission", "authority", "internal", "coaching"]
HIGHEST = 4

THEMES: Mapping[Theme, tuple[QuestionKey, ...]] = {
    "knowledge": ("Q1", "Q2", "Q3"),
    "mission": ("Q4", "Q5"),
    "authority": ("Q6", "Q7"),
    "internal": ("Q8", "Q9", "Q10"),
    "coaching": ("Q11", "Q12"),
}


@frozen
class Assessed:
    """Some questions together: how many are answered of how many, the score in percent, and its rise in points.

    The score counts the questions answered, the rise those answered both times; None where there is none.
    """

    answered: int
    asked: int
    percent: int | None
    rise: int | None


def _percent(scores: Iterable[int]) -> int | None:
    given = list(scores)
    return half_up(100 * sum(given), HIGHEST * len(given)) if given else None


def assessed(plan: Plan, questions: Iterable[QuestionKey]) -> Assessed:
    """What the answers to some questions come to."""
    asked = list(questions)
    answers = [plan.orientation.get(question, Answer.trusted()) for question in asked]
    now = [answer.score for answer in answers if answer.score is not None]
    both = [(a.score, a.previous) for a in answers if a.score is not None and a.previous is not None]
    after, before = _percent(score for score, _ in both), _percent(previous for _, previous in both)
    rise = after - before if after is not None and before is not None else None
    return Assessed(len(now), len(asked), _percent(now), rise)


def by_theme(plan: Plan) -> dict[Theme, Assessed]:
    """What the answers come to, theme by theme."""
    return {theme: assessed(plan, questions) for theme, questions in THEMES.items()}


def overall(plan: Plan) -> Assessed:
    """What all the answers come to."""
    return assessed(plan, (question for questions in THEMES.values() for question in questions))
