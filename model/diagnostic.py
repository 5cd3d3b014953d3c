"""The diagnostic: market, competition, offers, prices, media, channels, and what SWOT and PESTEL make of them."""

from typing import Annotated, ClassVar, Literal

from model.record import Record
from model.values import FINDINGS, Id, Kind, Number, Percent, Prose, Ref, Refers, Score, Words

_ORIGINS = Refers((*FINDINGS.sections, "segments"))


class Market(Record):
    """`[diagnostic.market]`: how large, growing or shrinking, and where it goes."""

    scope: Words | None = None
    size: Number | None = None
    size_unit: Words | None = None
    growth: Percent | None = None
    maturity: Annotated[Literal["emerging", "growing", "mature", "declining"], Kind("choice")] | None = None
    outlook: Prose | None = None
    notes: Prose | None = None


class Competitor(Record):
    """Who else the customer could buy from, and what sets them apart."""

    LETTER: ClassVar[str] = "C"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    offer: Prose | None = None
    positioning: Prose | None = None
    difference: Prose | None = None
    share: Percent | None = None
    threat: Score | None = None


class Offer(Record):
    """A product or service concerned by the plan."""

    LETTER: ClassVar[str] = "F"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    kind: Annotated[Literal["product", "service"], Kind("choice")] | None = None
    features: Prose | None = None
    strengths: Prose | None = None
    weaknesses: Prose | None = None
    revenue_share: Percent | None = None


class Pricing(Record):
    """`[diagnostic.pricing]`: the pricing strategy, and the aim it follows."""

    strategy: Prose | None = None
    aim: Words | None = None
    notes: Prose | None = None


class Medium(Record):
    """A means of communication or promotion at hand."""

    LETTER: ClassVar[str] = "M"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    kind: Annotated[Literal["owned", "paid", "earned"], Kind("choice")] | None = None
    reach: Words | None = None
    assessment: Prose | None = None


class Channel(Record):
    """A distribution channel that is or could be used."""

    LETTER: ClassVar[str] = "D"
    REQUIRED: ClassVar[tuple[str, ...]] = ("name",)
    name: Words | None = None
    kind: Annotated[Literal["direct", "indirect"], Kind("choice")] | None = None
    mode: Annotated[Literal["online", "offline"], Kind("choice")] | None = None
    margin: Percent | None = None
    assessment: Prose | None = None


class SwotItem(Record):
    """A strength or weakness (internal), an opportunity or threat (external), with its evidence."""

    LETTER: ClassVar[str] = "S"
    REQUIRED: ClassVar[tuple[str, ...]] = ("kind", "text")
    kind: Annotated[Literal["strength", "weakness", "opportunity", "threat"], Kind("choice")] | None = None
    text: Prose | None = None
    weight: Score | None = None
    evidence: Prose | None = None
    from_: Annotated[Ref, _ORIGINS] | None = None
    set_aside: Prose | None = None


class PestelItem(Record):
    """A factor of the wider environment and what it does to the market."""

    LETTER: ClassVar[str] = "P"
    REQUIRED: ClassVar[tuple[str, ...]] = ("factor", "text")
    factor: (
        Annotated[
            Literal["political", "economic", "sociological", "technological", "ecological", "legal"], Kind("choice")
        ]
        | None
    ) = None
    text: Prose | None = None
    effect: Annotated[Literal["opportunity", "threat", "neutral"], Kind("choice")] | None = None
    weight: Score | None = None
    horizon: Words | None = None


class Diagnostic(Record):
    """`[diagnostic]`: the seven subjects, summed up by SWOT and completed by PESTEL."""

    market: Market = Market()
    competitors: dict[Id, Competitor] = {}
    offers: dict[Id, Offer] = {}
    pricing: Pricing = Pricing()
    media: dict[Id, Medium] = {}
    channels: dict[Id, Channel] = {}
    swot: dict[Id, SwotItem] = {}
    pestel: dict[Id, PestelItem] = {}
