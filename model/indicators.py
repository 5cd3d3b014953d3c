"""Indicators, their readings, the corrections a gap led to, and the rules waived with a reason."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import Amount, Day, DayKey, Days, Kind, Number, Percent, Prose, Ref, Refers, Words


class Indicator(Record):
    """`[indicators.…]`: what is counted, how, how often, by whom, toward which target."""

    LETTER: ClassVar[str] = "K"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name", "unit")
    name: Words | None = None
    objective: Annotated[Ref, Refers(("objectives",))] | None = None
    action: Annotated[Ref, Refers(("actions",))] | None = None
    formula: Prose | None = None
    unit: Words | None = None
    source: Words | None = None
    owner: Annotated[Ref, Refers(("team",))] | None = None
    frequency: Annotated[Literal["weekly", "monthly", "quarterly", "yearly"], Kind("choice")] | None = None
    direction: Annotated[Literal["up", "down", "stay"], Kind("choice")] | None = None
    aggregate: Annotated[Literal["sum", "average", "last"], Kind("choice")] | None = None
    baseline: Number | None = None
    target: Number | None = None
    due: Day | None = None
    tolerance: Percent | None = None
    breaks: Days = ()
    readings: dict[DayKey, Number] = {}
    reading_notes: dict[DayKey, Words] = {}


class Correction(Record):
    """`[corrections.…]`: a gap, its cause, and what was decided about it."""

    LETTER: ClassVar[str] = "X"
    REQUIRED: ClassVar[tuple[str, ...]] = ("indicator", "date")
    indicator: Annotated[Ref, Refers(("indicators",))] | None = None
    date: Day | None = None
    gap: Amount | None = None
    cause: Prose | None = None
    decision: Annotated[Literal["act", "accept"], Kind("choice")] | None = None
    action: Annotated[Ref, Refers(("actions",))] | None = None
    review: Day | None = None


class Waiver(Record):
    """`[waivers.…]`: one rule silenced at one path, for a reason, until a day."""

    LETTER: ClassVar[str] = "W"
    REQUIRED: ClassVar[tuple[str, ...]] = ("rule", "path", "reason")
    rule: Words | None = None
    path: Words | None = None
    reason: Prose | None = None
    until: Day | None = None
