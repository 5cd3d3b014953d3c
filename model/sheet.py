"""The plan's own sheet, and the team that writes and carries it."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import Amount, Currency, Day, Flag, Kind, Number, Percent, Prose, Words

Prices = Annotated[Literal["excl_tax", "incl_tax"], Kind("choice")]


class Sheet(Record):
    """`[plan]`: who the plan is for, which year, in which currency, under which ceiling."""

    REQUIRED: ClassVar[tuple[str, ...]] = ("title", "start", "end", "currency", "prices")
    title: Words | None = None
    client: Words | None = None
    author: Words | None = None
    language: Annotated[Literal["fr", "en"], Kind("choice")] | None = None
    start: Day | None = None
    end: Day | None = None
    currency: Currency | None = None
    prices: Prices | None = None
    tax_rate: Percent | None = None
    revenue: Amount | None = None
    ceiling: Amount | None = None
    reserve: Amount | None = None
    reserve_floor: Percent | None = None
    mission: Prose | None = None
    positioning: Prose | None = None
    summary: Prose | None = None
    status: Annotated[Literal["draft", "validated"], Kind("choice")] | None = None


class Member(Record):
    """`[team.…]`: somebody who takes part, from which entity, for how many days."""

    LETTER: ClassVar[str] = "T"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    role: Words | None = None
    entity: Words | None = None
    part: Annotated[Literal["sponsor", "facilitator", "member"], Kind("choice")] | None = None
    authority: Flag | None = None
    days: Number | None = None
    day_rate: Amount | None = None
