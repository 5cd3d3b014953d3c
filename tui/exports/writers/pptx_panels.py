"""What of the document stands on slides: what is seen from afar, a step at a time; the rest is read in the report."""

from collections.abc import Iterable, Iterator

from model.plain import frozen
from tui.exports.document import (
    Block,
    Card,
    Chapter,
    Chart,
    Document,
    Facts,
    Figures,
    Paragraph,
    Quadrants,
    Section,
    Table,
    Timeline,
)

_BUDGET_TABLES = 2
"""The tables at the end of the budget: scenarios and funding. The others say what its charts say, line by line."""


@frozen
class Panel:
    """A slide to be: its title, and what stands on it; long ones take several slides."""

    title: str
    blocks: tuple[Block, ...]


def panels(document: Document) -> Iterator[Panel]:
    """The slides after the cover."""
    by_id = {chapter.id: chapter for chapter in document.chapters}
    for chapter in document.chapters:
        if chapter.id == "summary":
            yield from _summary(chapter)
        elif chapter.id == "objectives" and "summary" in by_id:
            yield from _tables(chapter.title, _found(by_id["summary"].blocks, Table))
        elif chapter.id == "budget":
            yield from _budget(chapter)
        elif chapter.id == "annexes":
            yield from _annexes(chapter)
        else:
            yield from _seen(chapter)


def _summary(chapter: Chapter) -> Iterator[Panel]:
    """The key figures above what the plan wants."""
    texts = [block for block in chapter.blocks if isinstance(block, Figures | Paragraph)]
    texts.sort(key=lambda block: isinstance(block, Paragraph))
    if texts:
        yield Panel(chapter.title, tuple(texts))
    said = [
        block
        for block in chapter.blocks
        if isinstance(block, Section) and all(isinstance(one, Paragraph) for one in block.blocks)
    ]
    if said:
        yield Panel(" · ".join(block.title for block in said), tuple(one for block in said for one in block.blocks))


def _budget(chapter: Chapter) -> Iterator[Panel]:
    """Its charts two by two, then scenarios and funding."""
    yield from _charts(chapter.title, list(_found(chapter.blocks, Chart))[:2])
    sections = [block for block in chapter.blocks if isinstance(block, Section)]
    for section in sections[-_BUDGET_TABLES:]:
        if not any(isinstance(one, Chart) for one in section.blocks):
            rest = tuple(one for one in section.blocks if isinstance(one, Table | Facts))
            if rest and sum(len(one.rows) for one in rest) < 60:
                yield Panel(f"{chapter.title} · {section.title}", rest)


def _annexes(chapter: Chapter) -> Iterator[Panel]:
    """Who is who."""
    for block in chapter.blocks:
        if isinstance(block, Section) and isinstance(block.blocks[0], Table):
            yield Panel(block.title, block.blocks)
            return


def _seen(chapter: Chapter) -> Iterator[Panel]:
    """The SWOT, the year, the state of indicators and their curves; titles of records where there is nothing else."""
    drawn = tuple(_found(chapter.blocks, Quadrants, Timeline))
    tables = tuple(block for block in chapter.blocks if isinstance(block, Table))
    if drawn:
        yield from (Panel(chapter.title, (one,)) for one in drawn)
    yield from _tables(chapter.title, tables)
    curves = list(_found(chapter.blocks, Chart))
    yield from _charts(chapter.title, curves)
    if not (drawn or tables or curves):
        titles = [f"{card.id} {card.title}" for card in _found(chapter.blocks, Card) if isinstance(card, Card)]
        if titles:
            yield Panel(chapter.title, (Paragraph("\n".join(titles)),))


def _tables(title: str, tables: Iterable[Block]) -> Iterator[Panel]:
    yield from (Panel(title, (one,)) for one in tables)


def _charts(title: str, charts: list[Block]) -> Iterator[Panel]:
    for at in range(0, len(charts), 2):
        yield Panel(title, tuple(charts[at : at + 2]))


def _found(blocks: Iterable[Block], *kinds: type) -> Iterator[Block]:
    """The blocks of these kinds, wherever they stand."""
    for block in blocks:
        if isinstance(block, kinds):
            yield block
        if isinstance(block, Section | Card):
            yield from _found(block.blocks, *kinds)
