"""Segments: whom the plan serves, how they buy, and what is made for them."""

from typing import Annotated, ClassVar

from model.record import Record
from model.values import Flag, Prose, Ref, Refers, Score, Words


class Segment(Record):
    """`[segments.…]`: a group of customers told apart by how they buy, scored by attractiveness and chance."""

    LETTER: ClassVar[str] = "G"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    persona: Words | None = None
    profile: Prose | None = None
    expectations: Prose | None = None
    interests: Prose | None = None
    behaviour: Prose | None = None
    size: Words | None = None
    attractiveness: Score | None = None
    chance: Score | None = None
    policy: Prose | None = None
    offer: Prose | None = None
    satisfaction: Prose | None = None
    satisfaction_indicator: Annotated[Ref, Refers(("indicators",))] | None = None
    target: Flag | None = None
