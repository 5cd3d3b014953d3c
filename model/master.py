"""The master plan around the five steps: sixteen decisions, entities, purchases, customer orientation."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import FINDINGS, Day, Ids, Kind, Mark, Names, Offers, Prose, Ref, Refers, Score, Words

DecisionKey = Literal[
    "studies",
    "models",
    "strategic_mix",
    "business_models",
    "value_proposition",
    "partners",
    "distribution_mix",
    "channel_support",
    "sales_support",
    "campaigns",
    "media_journey",
    "content",
    "site_functions",
    "lifecycle",
    "crm",
    "structure",
]

QuestionKey = Literal["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q8", "Q9", "Q10", "Q11", "Q12"]


class Decision(Record):
    """`[decisions.…]`: one of the sixteen B2B decisions, the choice and its reason."""

    options: Annotated[Names, Offers("options")] = ()
    choice: Prose | None = None
    reason: Prose | None = None
    status: Annotated[Literal["open", "taken", "deferred"], Kind("choice")] | None = None
    decided: Day | None = None
    revisit: Day | None = None
    findings: Annotated[Ids, FINDINGS] = ()
    objectives: Annotated[Ids, Refers(("objectives",))] = ()
    actions: Annotated[Ids, Refers(("actions",))] = ()


class Entity(Record):
    """`[entities.…]`: what one part of the company brings to the customer's plan, and how it is brought along."""

    LETTER: ClassVar[str] = "E"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    contribution: Prose | None = None
    message: Prose | None = None
    training: Prose | None = None
    coaching: Prose | None = None
    owner: Annotated[Ref, Refers(("team",))] | None = None


class Purchase(Record):
    """`[purchases.…]`: something bought, whether it creates value, and how it is negotiated."""

    LETTER: ClassVar[str] = "U"
    REQUIRED: ClassVar[tuple[str, ...]] = ("what",)
    what: Words | None = None
    kind: Annotated[Literal["creates_value", "supports"], Kind("choice")] | None = None
    impact: Score | None = None
    risk: Score | None = None
    approach: Annotated[Prose, Offers("approaches")] | None = None
    buyer: Words | None = None
    suppliers: Words | None = None


class Answer(Record):
    """`[orientation.…]`: one answer of the customer-orientation self-assessment, 0 to 4."""

    LETTER: ClassVar[str] = "Q"
    score: Mark | None = None
    previous: Mark | None = None
    evidence: Prose | None = None
