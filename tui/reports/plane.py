"""Records placed by two scores from 1 to 5: a plane of cells, the first score upwards, the second to the right."""

from collections.abc import Callable, Mapping, Sequence

from tui.desk import Desk
from tui.text import visible
from tui.widgets.pane import Row, fitted

SCORES = (1, 2, 3, 4, 5)
MARGIN = 4
NARROWEST, WIDEST = 8, 14

Placed = Mapping[tuple[int, int], Sequence[str]]


def cell_width(width: int) -> int:
    """How wide each of the five columns is."""
    return max(min((width - MARGIN - 2) // len(SCORES) - 1, WIDEST), NARROWEST)


def plane(
    desk: Desk, width: int, axes: tuple[str, str], placed: Placed, empty: Callable[[int, int], str], parted: int = 0
) -> list[Row]:
    """The plane under the names of its axes, upwards and to the right.

    `placed` are texts by (up, right); a cell without any shows what `empty` says of it. A double line parts the scores
    below `parted` from the others.
    """
    muted, room = desk.palette.muted, cell_width(width)
    rows = [Row(width).to(1).add(f"↑ {axes[0]}   → {axes[1]}", muted)]
    for up in reversed(SCORES):
        rows.append(_cells(desk, width, up, placed, empty, parted))
        if up > 1:
            rows.append(_rule(desk, width, room, parted, is_double=up == parted))
    foot = Row(width).to(MARGIN + 1)
    for right in SCORES:
        foot.add(str(right).center(room), muted).add(" ", muted)
    return [*rows, foot]


def _cells(desk: Desk, width: int, up: int, placed: Placed, empty: Callable[[int, int], str], parted: int) -> Row:
    palette, room = desk.palette, cell_width(width)
    row = Row(width).to(1).add(f"{up} ", palette.muted).add("│", palette.muted).to(MARGIN + 1)
    for right in SCORES:
        here = placed.get((up, right), ())
        text = _listed(here, room) if here else empty(up, right)
        row.add(text.center(room), palette.strong if here else palette.muted, room)
        is_double = parted and right == parted - 1
        row.add("║" if is_double else "│" if right < SCORES[-1] else " ", palette.muted)
    return row


def _listed(texts: Sequence[str], room: int) -> str:
    """As many as there is room for, and how many more there are."""
    for kept in range(len(texts), 0, -1):
        rest = f" +{len(texts) - kept}" if kept < len(texts) else ""
        text = " ".join(map(visible, texts[:kept])) + rest
        if len(text) <= room:
            return text
    return fitted(f"{visible(texts[0])} +{len(texts) - 1}" if len(texts) > 1 else visible(texts[0]), room)


def _rule(desk: Desk, width: int, room: int, parted: int, *, is_double: bool) -> Row:
    line = "═" if is_double else "─"
    crossings = {(False, False): "┼", (True, False): "╪", (False, True): "╫", (True, True): "╬"}
    text = "".join(
        line * room + (crossings[is_double, bool(parted) and right == parted - 1] if right < SCORES[-1] else "")
        for right in SCORES
    )
    return Row(width).to(3).add("│ ", desk.palette.muted).add(text, desk.palette.muted)
