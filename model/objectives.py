"""Objectives: a metric, a unit, a baseline, a target, a deadline, an owner."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import FINDINGS, Day, DayKey, Ids, Kind, Number, Prose, Ref, Refers, Words

TargetKind = Literal["level", "increase", "increase_percent", "at_least", "at_most", "maintain", "range", "qualitative"]


class Objective(Record):
    """`[objectives.…]`: what is to be reached, by how much and by when; `parent` makes the tree."""

    LETTER: ClassVar[str] = "O"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title", "family", "metric", "unit", "target", "deadline")
    title: Words | None = None
    family: Annotated[Literal["activity", "communication", "customers"], Kind("choice")] | None = None
    parent: Annotated[Ref, Refers(("objectives",))] | None = None
    metric: Words | None = None
    unit: Words | None = None
    baseline: Number | None = None
    baseline_date: Day | None = None
    target_kind: Annotated[TargetKind, Kind("choice")] | None = None
    target: Number | None = None
    target_high: Number | None = None
    deadline: Day | None = None
    owner: Annotated[Ref, Refers(("team",))] | None = None
    growth: Annotated[Literal["penetration", "market", "product", "diversification"], Kind("choice")] | None = None
    answers: Annotated[Ids, FINDINGS] = ()
    segments: Annotated[Ids, Refers(("segments",))] = ()
    note: Prose | None = None
    checkpoints: dict[DayKey, Number] = {}
