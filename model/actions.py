"""Actions: what, how, who, when, with which milestones and which people's days."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.review import Verdict
from model.values import Day, Id, Ids, Kind, Number, Prose, Ref, Refers, Score, Words


class Milestone(Record):
    """`[actions.….milestones.…]`: an intermediate step, the day it is due and the day it was done."""

    LETTER: ClassVar[str] = "J"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title", "due")
    title: Words | None = None
    due: Day | None = None
    done: Day | None = None


class Action(Record):
    """`[actions.…]`: a means to reach objectives, with exactly one owner."""

    LETTER: ClassVar[str] = "A"
    REQUIRED: ClassVar[tuple[str, ...]] = ("title", "objectives", "owner")
    title: Words | None = None
    objectives: Annotated[Ids, Refers(("objectives",))] = ()
    what: Prose | None = None
    how: Prose | None = None
    owner: Annotated[Ref, Refers(("team",))] | None = None
    entity: Words | None = None
    team: Annotated[Ids, Refers(("team",))] = ()
    resources: Prose | None = None
    supplier: Words | None = None
    mix: Annotated[Literal["product", "price", "place", "promotion"], Kind("choice")] | None = None
    start: Day | None = None
    end: Day | None = None
    status: Annotated[Literal["planned", "doing", "done", "dropped"], Kind("choice")] | None = None
    pdca: Annotated[Literal["plan", "do", "check", "act"], Kind("choice")] | None = None
    priority: Score | None = None
    depends_on: Annotated[Ids, Refers(("actions",))] = ()
    segments: Annotated[Ids, Refers(("segments",))] = ()
    channels: Annotated[Ids, Refers(("diagnostic.channels",))] = ()
    from_: Annotated[Ref, Refers(("review", "corrections"))] | None = None
    note: Prose | None = None
    verdict: Verdict | None = None
    lesson: Prose | None = None
    milestones: dict[Id, Milestone] = {}
    effort: Annotated[dict[Id, Number], Refers(("team",))] = {}
