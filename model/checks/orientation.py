"""Rules about customer orientation: answers that are proved, agree with the plan, and reach every entity."""

from collections.abc import Iterator
from decimal import Decimal

from model.checks.context import Context, is_blank
from model.checks.finding import Hit, at
from model.checks.registry import rule
from model.master import QuestionKey
from model.standing import STANDING

LOW, GOOD = 1, 3
ENOUGH_FOR_A_TEAM = 3


def _scored(context: Context, question: QuestionKey) -> int | None:
    answer = context.plan.orientation.get(question)
    return answer.score if answer is not None else None


def _claims(context: Context, question: QuestionKey) -> bool:
    """Whether the answer to a question says that it goes well."""
    score = _scored(context, question)
    return score is not None and score >= GOOD


@rule("ORI001", "warning", guide="master#orientation.evidence")
def score_without_evidence(context: Context) -> Iterator[Hit]:
    """An answer is scored, and nothing shows that it is so."""
    for id_, answer in context.plan.orientation.items():
        if answer.score is not None and is_blank(answer.evidence):
            yield at(f"orientation.{id_}.evidence", id=id_)


@rule("ORI002", "warning", guide="master#orientation.previous")
def score_that_fell(context: Context) -> Iterator[Hit]:
    """An answer is worse than last time."""
    for id_, answer in context.plan.orientation.items():
        if answer.score is not None and answer.previous is not None and answer.score < answer.previous:
            yield at(f"orientation.{id_}.score", id=id_, score=Decimal(answer.score), previous=Decimal(answer.previous))


@rule("ORI003", "warning", guide="master#orientation.Q6")
def operations_not_under_marketing(context: Context) -> Iterator[Hit]:
    """Marketing cannot have operations produce what customers want."""
    score = _scored(context, "Q6")
    if score is not None and score <= LOW:
        yield at("orientation.Q6.score", score=Decimal(score))


@rule("ORI004", "advice", guide="master#orientation")
def answer_not_given_again(context: Context) -> Iterator[Hit]:
    """A question was answered last time, and not this time."""
    for id_, answer in context.plan.orientation.items():
        if answer.score is None and answer.previous is not None:
            yield at(f"orientation.{id_}.score", id=id_)


@rule("ORI005", "warning", guide="master#orientation")
def answer_to_no_question(context: Context) -> Iterator[Hit]:
    """An answer bears the id of no question: it counts for nothing."""
    for id_ in context.plan.orientation:
        if id_ not in STANDING["orientation"]:
            yield at(f"orientation.{id_}", id=id_)


@rule("ORI006", "warning", guide="master#entities.contribution")
def entity_without_contribution(context: Context) -> Iterator[Hit]:
    """An entity does not say what it brings to the customer's plan."""
    for id_, entity in context.plan.entities.items():
        if is_blank(entity.contribution):
            yield at(f"entities.{id_}.contribution", id=id_)


@rule("ORI007", "advice", guide="master#entities.message")
def entity_without_message(context: Context) -> Iterator[Hit]:
    """Nobody has told an entity the mission in its own words."""
    for id_, entity in context.plan.entities.items():
        if is_blank(entity.message):
            yield at(f"entities.{id_}.message", id=id_)


@rule("ORI008", "advice", guide="master#entities.coaching")
def told_but_not_coached(context: Context) -> Iterator[Hit]:
    """An entity is told and trained, and nobody comes back to see."""
    for id_, entity in context.plan.entities.items():
        is_told = not (is_blank(entity.message) and is_blank(entity.training))
        if is_told and is_blank(entity.coaching):
            yield at(f"entities.{id_}.coaching", id=id_)


@rule("ORI009", "advice", guide="master#entities.owner")
def entity_without_owner(context: Context) -> Iterator[Hit]:
    """Nobody answers for what an entity brings."""
    for id_, entity in context.plan.entities.items():
        if entity.owner is None:
            yield at(f"entities.{id_}.owner", id=id_)


@rule("ORI010", "advice", guide="plan#team.entity")
def team_of_one_entity(context: Context) -> Iterator[Hit]:
    """Three people or more write the plan, and all come from one entity."""
    team = context.plan.team.values()
    entities = {(member.entity or "").strip().casefold() for member in team}
    if len(team) >= ENOUGH_FOR_A_TEAM and len(entities) == 1 and entities != {""}:
        yield at("team")


@rule("ORI011", "warning", guide="master#orientation.Q11")
def coaching_claimed_but_not_planned(context: Context) -> Iterator[Hit]:
    """Coaching is said to go well, and no entity has any."""
    if _claims(context, "Q11") and all(is_blank(entity.coaching) for entity in context.plan.entities.values()):
        yield at("orientation.Q11.score")


@rule("ORI012", "warning", guide="master#orientation.Q4")
def mission_claimed_but_not_written(context: Context) -> Iterator[Hit]:
    """The mission is said to be told as a clientele, and the plan's sheet has none."""
    if _claims(context, "Q4") and is_blank(context.plan.plan.mission):
        yield at("orientation.Q4.score")


@rule("ORI013", "warning", guide="master#orientation.Q3")
def satisfaction_claimed_but_not_measured(context: Context) -> Iterator[Hit]:
    """Satisfaction is said to be measured, and no segment says how."""
    measured = (
        not is_blank(segment.satisfaction) or segment.satisfaction_indicator is not None
        for segment in context.plan.segments.values()
    )
    if _claims(context, "Q3") and not any(measured):
        yield at("orientation.Q3.score")
