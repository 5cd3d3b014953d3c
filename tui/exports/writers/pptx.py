"""The plan as slides: what is seen from afar, a step at a time; charts are the program's own, not pictures."""

from typing import Any, BinaryIO

import pptx
from pptx.util import Inches

from tui.exports.document import Chart, Document, Facts, Figures, Paragraph, Quadrants, Table, Timeline
from tui.exports.options import Options
from tui.exports.templates import opened
from tui.exports.writers import pptx_shapes as shapes
from tui.exports.writers import pptx_tables as tables
from tui.exports.writers.pptx_panels import Panel, panels
from tui.exports.writers.pptx_slides import Box, Deck
from tui.words import Words


def write(document: Document, out: BinaryIO, options: Options) -> None:
    """Write the slides, in the client's own template when given."""
    made = opened(options.template, pptx.Presentation)
    if not options.template:
        made.slide_width, made.slide_height = Inches(13.333), Inches(7.5)
    made.core_properties.title, made.core_properties.author = document.cover.title[:255], document.cover.author[:255]
    deck = Deck(made, Words(options.language), document.cover.title, has_template=options.template is not None)
    deck.cover(document)
    for panel in panels(document):
        _panel(deck, panel)
    made.save(out)


def _panel(deck: Deck, panel: Panel) -> None:
    """The slides of a panel: as many as what stands on it needs."""
    charts = [block for block in panel.blocks if isinstance(block, Chart)]
    if charts:
        drawn = deck.slide(panel.title)
        for chart, box in zip(charts, shapes.beside(deck.room, len(charts)), strict=True):
            shapes.chart(drawn, chart, box, deck)
        return
    slide: Any = None
    box = deck.room
    for block in panel.blocks:
        if isinstance(block, Table):
            for at, part in enumerate(tables.grids(block, box, deck)):
                if slide is None or at:
                    slide, box = deck.slide(panel.title), deck.room
                box = tables.draw(slide, part, box, deck)
        elif isinstance(block, Timeline):
            for bars in shapes.chunks(block.bars):
                shapes.timeline(deck.slide(panel.title), block, bars, deck.room, deck)
        else:
            slide = slide or deck.slide(panel.title)
            box = _plain(slide, block, box, deck)


def _plain(slide: Any, block: Any, box: Box, deck: Deck) -> Box:
    """A block that takes what room it needs; what is left below it."""
    if isinstance(block, Figures):
        return shapes.figures(slide, block, box, deck)
    if isinstance(block, Quadrants):
        return shapes.quadrants(slide, block, box, deck)
    if isinstance(block, Facts):
        return shapes.facts(slide, block, box, deck)
    return shapes.prose(slide, block.text, box) if isinstance(block, Paragraph) else box
