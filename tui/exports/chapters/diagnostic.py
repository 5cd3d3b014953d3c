"""The diagnostic: the market and what is in it, the SWOT, the wider environment, last year, the segments."""

from collections.abc import Iterator

from tui.exports.document import Block, Card, Facts, Item, Quadrant, Quadrants
from tui.exports.scribe import Scribe, capital, said

ID = "diagnostic"
_CORNERS = ("strength", "weakness", "opportunity", "threat")
_TABLES: dict[str, tuple[str, ...]] = {
    "diagnostic.competitors": ("name", "offer", "positioning", "difference", "share", "threat"),
    "diagnostic.offers": ("name", "kind", "features", "strengths", "weaknesses", "revenue_share"),
    "diagnostic.media": ("name", "kind", "reach", "assessment"),
    "diagnostic.channels": ("name", "kind", "mode", "margin", "assessment"),
}
_SEGMENT = (
    "persona",
    "profile",
    "size",
    "expectations",
    "interests",
    "behaviour",
    "policy",
    "offer",
    "satisfaction",
    "attractiveness",
    "chance",
)


def blocks(scribe: Scribe) -> Iterator[Block]:
    """The SWOT first, which sums it up; then what it rests on."""
    words, diagnostic = scribe.words, scribe.plan.diagnostic
    yield from scribe.section(words("sections.diagnostic.swot"), _swot(scribe))
    market = ("scope", "size", "growth", "maturity", "outlook", "notes")
    about = scribe.facts("diagnostic.market", diagnostic.market, market, unit=diagnostic.market.size_unit)
    yield from scribe.section(words("sections.diagnostic.market"), about)
    for section, names in _TABLES.items():
        yield from scribe.section(words(f"sections.{section}"), scribe.records(section, names))
    pricing = ("strategy", "aim", "notes")
    yield from scribe.section(
        words("sections.diagnostic.pricing"), scribe.facts("diagnostic.pricing", diagnostic.pricing, pricing)
    )
    pestel = ("factor", "text", "effect", "weight", "horizon")
    yield from scribe.section(words("sections.diagnostic.pestel"), scribe.records("diagnostic.pestel", pestel))
    yield from scribe.section(words("sections.review"), _review(scribe))
    yield from scribe.section(words("sections.segments"), _segments(scribe))


def _review(scribe: Scribe) -> Iterator[Block]:
    """Last year's actions: what was expected and came of each, its verdict at its head."""
    names = ("expected", "obtained", "planned", "spent", "lesson")
    for id_, action in scribe.plan.review.items():
        facts = tuple(scribe.facts("review", action, names))
        yield scribe.card(id_, action, facts, scribe.choice("review.verdict", action.verdict))


def _swot(scribe: Scribe) -> Iterator[Block]:
    if not scribe.plan.diagnostic.swot:
        return
    words = scribe.words
    yield Quadrants(
        tuple(Quadrant(kind, words(f"exports.swot.{kind}"), tuple(_items(scribe, kind))) for kind in _CORNERS),
        (words("exports.swot.internal"), words("exports.swot.external")),
        (words("exports.swot.helpful"), words("exports.swot.harmful")),
    )


def _items(scribe: Scribe, kind: str) -> Iterator[Item]:
    for id_, item in scribe.plan.diagnostic.swot.items():
        if item.kind == kind or (item.kind is None and kind == _CORNERS[0]):
            yield Item(id_, said(item.text), item.weight, said(item.evidence))


def _segments(scribe: Scribe) -> Iterator[Block]:
    for id_, segment in scribe.plan.segments.items():
        target = capital(scribe.words("exports.target")) if segment.target else ""
        facts = tuple(scribe.facts("segments", segment, _SEGMENT))
        yield Card(id_, scribe.name(id_, "segments"), facts or (Facts(()),), target)
