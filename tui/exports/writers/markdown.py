"""Markdown for git: the same plan always gives the same bytes, a line for each thing that may change."""

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from tui.exports.document import (
    Block,
    Bullets,
    Card,
    Cell,
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
from tui.exports.laying import laid
from tui.exports.options import Options
from tui.exports.wording import text_of
from tui.words import Language, Words


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """The document as one Markdown file."""
    out.write(("\n".join(_lines(document, options.language)).rstrip() + "\n").encode())


def _lines(document: Document, language: Language) -> Iterator[str]:
    cover = document.cover
    yield f"# {escaped(cover.title)}"
    yield ""
    for text in (cover.kind, cover.client, cover.author, cover.period, cover.scenario, cover.status):
        if text:
            yield f"- {escaped(text)}"
    yield ""
    for chapter in document.chapters:
        yield f"## {escaped(chapter.title)}"
        yield ""
        yield from _blocks(chapter.blocks, 3, language)


def _blocks(blocks: Iterable[Block], level: int, language: Language) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level, language)


def _block(block: Block, level: int, language: Language) -> Iterator[str]:
    if isinstance(block, Section | Card):
        yield from _headed(block, level, language)
        return
    lines = list(_leaf(block, language))
    yield from lines
    if lines:
        yield ""


def _headed(block: Section | Card, level: int, language: Language) -> Iterator[str]:
    title = block.title if isinstance(block, Section) else f"{block.id} {block.title}"
    yield f"{'#' * min(level, 6)} {escaped(title)}"
    yield ""
    if isinstance(block, Card) and block.state:
        yield f"*{escaped(block.state)}*"
        yield ""
    yield from _blocks(block.blocks, level + 1, language)


def _leaf(block: Block, language: Language) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _paragraph(block.text)
    elif isinstance(block, Bullets):
        yield from (f"- {escaped(' '.join(item.split()))}" for item in block.items)
    elif isinstance(block, Facts):
        yield from (f"- **{escaped(label)}**{_colon(language)}{_cell(cell, language)}" for label, cell in block.rows)
    elif isinstance(block, Figures):
        yield from (f"- **{escaped(one.label)}**{_colon(language)}{_cell(one.value, language)}" for one in block.items)
    elif isinstance(block, Quadrants):
        yield from _quadrants(block)
    elif isinstance(block, Table):
        yield from _table(block, language)
    elif isinstance(block, Timeline):
        yield from _timeline(block, language)
    elif isinstance(block, Chart):
        return  # its figures stand in the table after it


def _paragraph(text: str) -> Iterator[str]:
    """Line breaks stay line breaks."""
    lines = text.split("\n")
    for at, line in enumerate(lines):
        is_broken = line and at + 1 < len(lines) and lines[at + 1]
        yield escaped(line) + ("\\" if is_broken else "")


def _quadrants(block: Quadrants) -> Iterator[str]:
    for at, corner in enumerate(block.corners):
        if at:
            yield ""
        yield f"**{escaped(corner.title)}**"
        yield ""
        for item in corner.items:
            weight = f" ({item.weight}/5)" if item.weight else ""
            yield f"- {escaped(item.id)} {inline(item.text)}{weight}"


def _table(table: Table, language: Language) -> Iterator[str]:
    if table.title:
        yield f"**{escaped(table.title)}**"
        yield ""
    texts = laid(table, language)
    yield _row(map(escaped, texts.heads))
    yield _row("---:" if column.is_figure else "---" for column in table.columns)
    for row, held in zip(table.rows, texts.rows, strict=True):
        cells = [inline(text) for text in held]
        yield _row(cells if row.kind == "line" else [f"**{cell}**" if cell else "" for cell in cells])


def _timeline(block: Timeline, language: Language) -> Iterator[str]:
    for bar in block.bars:
        period = f"{text_of(bar.start, language) or '…'} – {text_of(bar.end, language) or '…'}"
        yield f"- {escaped(bar.id)} {inline(bar.title)}{_colon(language)}{period}"


def _colon(language: Language) -> str:
    return Words(language)("exports.colon")


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell, language: Language) -> str:
    return inline(text_of(cell, language))


def inline(text: str) -> str:
    """A text within a line, its line breaks as breaks."""
    return "<br>".join(_bare(line) for line in text.split("\n") if line)


def escaped(text: str) -> str:
    """A text at the start of a line, with nothing in it that Markdown or HTML would obey."""
    return re.sub(r"^(\s*)([#+\-=>:]|\d+(?=[.)]))", _leading, _bare(text))


def _bare(text: str) -> str:
    bare = text.replace("&", "&amp;").replace("<", "&lt;")
    return re.sub(r"([\\`*_\[\]|~])", r"\\\1", bare)


def _leading(match: re.Match[str]) -> str:
    return f"{match[1]}{match[2]}\\" if match[2].isdigit() else f"{match[1]}\\{match[2]}"
