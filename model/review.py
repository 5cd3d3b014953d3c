"""Last year's plan, action by action: expected, obtained, spent, and the verdict."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import Amount, Kind, Prose, Words

Verdict = Annotated[Literal["repeat", "correct", "drop"], Kind("choice")]


class PastAction(Record):
    """`[review.…]`: one action of last year, its verdict (repeat, correct, drop) and the lesson."""

    LETTER: ClassVar[str] = "R"
    REQUIRED: ClassVar[tuple[str, ...]] = ("action",)
    action: Words | None = None
    expected: Prose | None = None
    obtained: Prose | None = None
    planned: Amount | None = None
    spent: Amount | None = None
    verdict: Verdict | None = None
    lesson: Prose | None = None
