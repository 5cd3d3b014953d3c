"""The blocks of the document as HTML; every text is escaped on its way in."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from typing import Any

from tui.exports.document import (
    Block,
    Bullets,
    Card,
    Cell,
    Chart,
    Facts,
    Figures,
    Paragraph,
    Quadrant,
    Quadrants,
    Row,
    Section,
    Table,
    Timeline,
)
from tui.exports.laying import Fact, laid, paired
from tui.exports.wording import text_of
from tui.exports.writers.svg import chart_svg
from tui.exports.writers.svg_timeline import timeline_svg
from tui.words import Words


def blocks_html(blocks: Iterable[Block], words: Words, level: int) -> Iterator[str]:
    """The blocks one after another; headings in them are of this level."""
    for block in blocks:
        if isinstance(block, Section):
            yield f"<section>\n<h{min(level, 6)}>{escape(block.title)}</h{min(level, 6)}>"
            yield from blocks_html(block.blocks, words, level + 1)
            yield "</section>"
        elif isinstance(block, Card):
            yield from _card(block, words, level)
        else:
            yield from _WRITERS[type(block)](block, words)


def text_html(text: str) -> str:
    """A text with its line breaks."""
    return escape(text).replace("\n", "<br>")


def _card(card: Card, words: Words, level: int) -> Iterator[str]:
    state = f'<span class="state">{escape(card.state)}</span>' if card.state else ""
    yield f'<article class="card">\n<header><span class="id">{escape(card.id)}</span>'
    yield f"<h{min(level, 6)}>{escape(card.title)}</h{min(level, 6)}>{state}</header>"
    yield from blocks_html(card.blocks, words, level + 1)
    yield "</article>"


def _paragraph(block: Paragraph, _words: Words) -> Iterator[str]:
    parts = [part for part in block.text.split("\n\n") if part.strip()]
    css = "" if block.kind == "plain" else f' class="{block.kind}"'
    yield from (f"<p{css}>{text_html(part.strip())}</p>" for part in parts)


def _bullets(block: Bullets, _words: Words) -> Iterator[str]:
    yield f"<ul>{''.join(f'<li>{text_html(item)}</li>' for item in block.items)}</ul>"


def _facts(block: Facts, words: Words) -> Iterator[str]:
    if block.rows:
        rows = (_fact_row(row) for row in paired(block, words.language))
        yield f'<dl class="facts">{"".join(rows)}</dl>'


def _fact_row(row: tuple[Fact, ...]) -> str:
    """Two short facts beside each other, or one over the whole width."""
    css = "" if len(row) > 1 else ' class="long"'
    return "".join(f"<div{css}><dt>{escape(label)}</dt><dd>{text_html(text)}</dd></div>" for label, text in row)


def _figures(block: Figures, words: Words) -> Iterator[str]:
    yield '<div class="figures">'
    for one in block.items:
        detail = f"<span>{escape(one.detail)}</span>" if one.detail else ""
        yield f'<div class="figure"><b>{_cell(one.value, words)}</b><span>{escape(one.label)}</span>{detail}</div>'
    yield "</div>"


def _table(block: Table, words: Words) -> Iterator[str]:
    texts = laid(block, words.language)
    widths = "".join(f'<col style="width:{share / 10:.1f}%">' for share in texts.shares)
    yield f'<div class="table"><table>\n<colgroup>{widths}</colgroup>'
    if block.title:
        yield f"<caption>{escape(block.title)}</caption>"
    heads = (
        f'<th scope="col"{_figure(column.is_figure)}>{escape(head)}</th>'
        for column, head in zip(block.columns, texts.heads, strict=True)
    )
    yield f"<thead><tr>{''.join(heads)}</tr></thead>\n<tbody>"
    yield from (_row(row, held, block) for row, held in zip(block.rows, texts.rows, strict=True))
    yield "</tbody>\n</table></div>"


def _row(row: Row, texts: tuple[str, ...], table: Table) -> str:
    css = "" if row.kind == "line" else f' class="{row.kind}"'
    cells = (
        f"<td{_figure(column.is_figure)}>{text_html(text)}</td>"
        for text, column in zip(texts, table.columns, strict=True)
    )
    return f"<tr{css}>{''.join(cells)}</tr>"


def _figure(is_figure: bool) -> str:
    return ' class="n"' if is_figure else ""


def _quadrants(block: Quadrants, _words: Words) -> Iterator[str]:
    yield '<div class="swot">'
    for corner in block.corners:
        yield f'<section class="{escape(corner.kind)}">\n<h4>{escape(corner.title)}</h4>\n<ul>'
        yield from _items(corner)
        yield "</ul>\n</section>"
    yield "</div>"


def _items(corner: Quadrant) -> Iterator[str]:
    for item in corner.items:
        weight = f'<span class="weight">{"●" * item.weight}{"○" * (5 - item.weight)}</span>' if item.weight else ""
        evidence = f"<small>{text_html(item.evidence)}</small>" if item.evidence else ""
        yield f'<li><span class="id">{escape(item.id)}</span> {text_html(item.text)} {weight}{evidence}</li>'


def _chart(block: Chart, words: Words) -> Iterator[str]:
    yield f'<figure class="chart">{chart_svg(block, words.language)}</figure>'


def _timeline(block: Timeline, words: Words) -> Iterator[str]:
    yield f'<figure class="chart">{timeline_svg(block, words)}</figure>'


def _cell(cell: Cell, words: Words) -> str:
    return text_html(text_of(cell, words.language))


_WRITERS: dict[type, Callable[[Any, Words], Iterator[str]]] = {
    Paragraph: _paragraph,
    Bullets: _bullets,
    Facts: _facts,
    Figures: _figures,
    Table: _table,
    Quadrants: _quadrants,
    Chart: _chart,
    Timeline: _timeline,
}
