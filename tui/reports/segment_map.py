"""The map of the segments: attractiveness upwards, chance of winning to the right; the best first below it."""

from model.targeting import ranked
from tui.desk import Desk
from tui.dialogs.listing import Item
from tui.reports.plane import plane
from tui.reports.prose import said
from tui.widgets.pane import Row

ARITHMETIC = 14


def items(desk: Desk, width: int) -> list[Item]:
    """The plane with the segments by their ids, then a line a segment that leads to it."""
    words, segments = desk.words, desk.plan.segments
    if not segments:
        return [Item(row) for row in said(width, words("sections.segments.empty"), desk.palette.text)]
    placed: dict[tuple[int, int], list[str]] = {}
    scores = ranked(desk.plan)
    for id_ in scores:
        segment = segments[id_]
        place = (segment.attractiveness or 0, segment.chance or 0)
        placed.setdefault(place, []).append(f"{_mark(desk, id_)}{id_}")
    axes = (words("fields.segments.attractiveness"), words("fields.segments.chance"))
    rows = plane(desk, width, axes, placed, lambda up, right: str(up * right))
    legend = said(width, words("master.map_legend"), desk.palette.muted)
    lines = [*(Item(row) for row in (*rows, Row(width), *legend))]
    others = [id_ for id_ in segments if id_ not in scores]
    return lines + [_line(desk, id_, scores.get(id_), width) for id_ in (*scores, *others)]


def _mark(desk: Desk, id_: str) -> str:
    return "●" if desk.plan.segments[id_].target else "○"


def _line(desk: Desk, id_: str, score: int | None, width: int) -> Item:
    palette, segment = desk.palette, desk.plan.segments[id_]
    row = Row(width).to(1).add(f"{_mark(desk, id_)} ", palette.accent if segment.target else palette.muted)
    row.add(f"{id_} ", palette.muted)
    row.add(desk.title(f"segments.{id_}") or desk.words("messages.unnamed"), palette.text, row.room - ARITHMETIC - 1)
    if score is None:
        return Item(row.right(f"{desk.words('master.unplaced')} ", palette.warning), f"segments.{id_}.attractiveness")
    figures = f"{segment.attractiveness} × {segment.chance} = {score} "
    return Item(row.right(figures, palette.strong), f"segments.{id_}", "diagnostic#segments.target")
