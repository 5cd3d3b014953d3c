"""Where the columns of a form's table stand, and how wide they are."""

from tui.editing.slots import Slot

LEAST_CELL = 10
CELL_WIDTHS = {"date": 11, "amount": 11, "number": 14, "percent": 8, "flag": 6, "score": 3, "month": 15, "ref": 18}


def flow(slots: list[Slot], width: int) -> list[tuple[int, int, int]]:
    """Where each column of a table stands: its line, its start and its width; they wrap when there is no room."""
    places: list[tuple[int, int, int]] = []
    line, column = 0, 4
    for slot in slots:
        cell = _cell_width(slot, width)
        is_last_text = slot is slots[-1] and slot.spec.kind in ("words", "prose", "ref")
        if column + (min(cell, LEAST_CELL) if is_last_text else cell) > width and column > 4:
            line, column = line + 1, 6
        if is_last_text:
            cell = max(width - column - 1, LEAST_CELL)
        places.append((line, column, cell))
        column += cell + 2
    return places


def _cell_width(slot: Slot, width: int) -> int:
    """How wide a cell is: by its kind, a reading with room for its gap, a text as the pane allows."""
    if slot.key == "indicators.readings.value":
        return 22
    return CELL_WIDTHS.get(slot.spec.kind, 0) or max(min(24, width - 30), 12)
