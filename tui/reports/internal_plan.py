"""The plan for the inside: what each entity brings, what it is told, taught, and how it is coached."""

from collections.abc import Iterator

from model.master import Entity
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.reports.prose import said
from tui.text import visible
from tui.widgets.pane import Row

PARTS = ("contribution", "message", "training", "coaching")
LABEL = 18


def items(desk: Desk, width: int) -> list[Item]:
    """An entity after the other, a line a part, what is missing said."""
    if not desk.plan.entities:
        return [Item(row) for row in said(width, desk.words("sections.entities.empty"), desk.palette.text)]
    return [line for id_ in desk.plan.entities for line in _entity(desk, id_, width)]


def _entity(desk: Desk, id_: str, width: int) -> Iterator[Item]:
    palette, entity, words = desk.palette, desk.plan.entities[id_], desk.words
    head = Row(width).to(1).add(f"{id_} ", palette.muted)
    head.add(desk.title(f"entities.{id_}") or words("messages.unnamed"), palette.strong)
    owner = visible(desk.name(entity.owner, ("team",)) or entity.owner) if entity.owner else words("master.nobody")
    head.add(f"   {words('fields.entities.owner')} ", palette.muted)
    yield Item(head.add(owner, palette.text if entity.owner else palette.warning), f"entities.{id_}.owner")
    for part in PARTS:
        yield from _part(desk, entity, id_, part, width)
    yield Item(Row(width))


def _part(desk: Desk, entity: Entity, id_: str, part: str, width: int) -> Iterator[Item]:
    palette, text = desk.palette, getattr(entity, part)
    rows = said(width - LABEL, text, palette.text) if text else []
    label = Row(width).to(3).add(desk.words(f"fields.entities.{part}"), palette.muted).to(LABEL)
    if not rows:
        label.add(desk.words("master.to_write"), palette.warning)
    for n, row in enumerate(rows or [Row(width)]):
        line = label if n == 0 else Row(width).to(LABEL)
        for piece, style in row.spans:
            line.add(piece.strip() if not piece.strip() else piece, style)
        yield Item(line, f"entities.{id_}.{part}" if n == 0 else "")
