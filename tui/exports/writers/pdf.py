"""PDF, typeset by Typst from data: fonts and compiler come with the library, and no text of a plan is read as code."""

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, BinaryIO

from tui.exports.document import (
    Block,
    Bullets,
    Card,
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
from tui.exports.laying import figure_rows, laid, paired
from tui.exports.options import Options
from tui.exports.writers.listing import LONG, listing
from tui.exports.writers.svg import chart_svg
from tui.exports.writers.svg_timeline import timeline_svg
from tui.words import Words

_STYLE = """<style>
text { font-family: 'Libertinus Serif'; font-size: 12px; fill: #1d2530 } .axis, .value { fill: #5b6675 }
rect { fill: #1f5f8b } .grid { stroke: #dfe4ea } polyline { fill: none }
.actual { stroke: #1f5f8b; stroke-width: 2.5 } circle { fill: #ffffff }
.expected { stroke: #c76a15; stroke-width: 2; stroke-dasharray: 6 5 } .due { fill: #c76a15 } .done { fill: #1b7f5c }
</style>"""


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """The document as a report on A4."""
    import typst

    page = files("tui.exports.writers").joinpath("page.typ").read_bytes()
    inputs = {"document": json.dumps(_data(document, Words(options.language)))}
    out.write(typst.compile(page, format="pdf", sys_inputs=inputs, ignore_system_fonts=True))


def _data(document: Document, words: Words) -> dict[str, Any]:
    cover = document.cover
    author = words("exports.by", author=cover.author) if cover.author else ""
    return {
        "title": cover.title,
        "author": cover.author,
        "client": cover.client,
        "kind": cover.kind,
        "language": words.language,
        "contents": words("exports.contents"),
        "details": [text for text in (cover.period, author, cover.scenario, cover.status, cover.made) if text],
        "remark": " ".join(document.remarks),
        "chapters": [
            {"title": chapter.title, "blocks": _blocks(chapter.blocks, words)} for chapter in document.chapters
        ],
    }


def _blocks(blocks: Iterable[Block], words: Words) -> list[dict[str, Any]]:
    return [_block(block, words) for block in blocks]


def _block(block: Block, words: Words) -> dict[str, Any]:
    language = words.language
    if isinstance(block, Section):
        return {"kind": "section", "title": block.title, "blocks": _blocks(block.blocks, words)}
    if isinstance(block, Card):
        head = {"kind": "card", "id": block.id, "title": block.title, "state": block.state}
        return {**head, "blocks": _blocks(block.blocks, words)}
    if isinstance(block, Chart):
        return _picture(chart_svg(block, language))
    if isinstance(block, Timeline):
        return _picture(timeline_svg(block, words))
    return _plain(block, words)


def _plain(block: Paragraph | Bullets | Facts | Figures | Table | Quadrants, words: Words) -> dict[str, Any]:
    language = words.language
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "style": block.kind, "text": block.text}
    if isinstance(block, Bullets):
        return {"kind": "bullets", "items": list(block.items)}
    if isinstance(block, Facts):
        return {"kind": "facts", "rows": paired(block, language)}
    if isinstance(block, Figures):
        rows = [[[one.label, one.value, one.share] for one in row] for row in figure_rows(block, language)]
        return {"kind": "figures", "rows": rows}
    return _table(block, words) if isinstance(block, Table) else _quadrants(block)


def _table(block: Table, words: Words) -> dict[str, Any]:
    texts = laid(block, words.language)
    if len(block.rows) > LONG:
        return listing(block, texts)
    columns = [
        {"title": head, "figure": column.is_figure, "share": share}
        for head, column, share in zip(texts.heads, block.columns, texts.shares, strict=True)
    ]
    rows = [{"kind": row.kind, "cells": held} for row, held in zip(block.rows, texts.rows, strict=True)]
    return {"kind": "table", "columns": columns, "rows": rows}


def _quadrants(block: Quadrants) -> dict[str, Any]:
    corners = [
        {
            "kind": corner.kind,
            "title": corner.title,
            "items": [
                {
                    "id": item.id,
                    "text": item.text,
                    "weight": "●" * item.weight + "○" * (5 - item.weight) if item.weight else "",
                    "evidence": item.evidence,
                }
                for item in corner.items
            ],
        }
        for corner in block.corners
    ]
    return {"kind": "quadrants", "corners": corners}


def _picture(svg: str) -> dict[str, Any]:
    """A drawing with its colours in it, which a page would get from its style."""
    head, end, rest = svg.partition(">")
    return {
        "kind": "picture",
        "svg": head.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1) + end + _STYLE + rest,
    }
