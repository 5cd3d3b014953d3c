"""Where a table begins: the row that names its columns, below titles, on one row or on two, cells merged or not."""

from collections.abc import Iterator

from model.plain import frozen
from tui.imports.tables.cells import Cells, Sheet, Value, column_name, is_blank, is_text, text_of
from tui.imports.tables.periods import month_of, year_in
from tui.imports.tables.vocabulary import is_known

_LOOKED_AT = 60


@frozen
class Column:
    """A column: its place from 0, the name by which a mapping knows it, what its header says.

    `raw` is the header's lowest cell, `over` what stands over it in a header of two rows.
    """

    at: int
    key: str
    name: str
    raw: Value = None
    over: str = ""


@frozen
class Header:
    """The rows of the header, counted from 0, `last` the last one; -1 for a table without. And its columns."""

    first: int
    last: int
    columns: tuple[Column, ...]


def header_of(sheet: Sheet, row: int | None = None) -> Header:
    """The header of a sheet: at this row (from 0, -1 for none) or where it is most likely to be."""
    if row is None:
        row = _likeliest(sheet.rows)
    if row < 0:
        return Header(-1, -1, tuple(_unnamed(sheet)))
    first, last = _extent(sheet, row)
    return Header(first, last, tuple(_columns(sheet, first, last)))


def _score(row: Cells) -> int:
    """How much a row looks like a header: its known names count, its numbers speak against it."""
    named = [value for value in row if not is_blank(value)]
    if len(named) < 2:
        return 0
    known = sum(1 for value in named if _is_name(value))
    numbers = sum(1 for value in named if not is_text(value) and month_of(value) is None and not _is_year(value))
    return 3 * known - 3 * numbers + (1 if known == len(named) else 0) if known else 0


def _is_name(value: Value) -> bool:
    return month_of(value) is not None or (isinstance(value, str) and is_known(value)) or _is_year(value)


def _is_year(value: Value) -> bool:
    return year_in(text_of(value)) is not None and len(text_of(value)) < 30


def _likeliest(rows: list[Cells]) -> int:
    scores = [(_score(row) + _led(rows, n), -n) for n, row in enumerate(rows[:_LOOKED_AT])]
    score, at = max(scores, default=(0, 0))
    return -at if score > 3 else -1


def _led(rows: list[Cells], at: int) -> int:
    """What speaks for a header besides its names: it is made of words, one of them known, and numbers stand below."""
    row, below = rows[at], rows[at + 1] if at + 1 < len(rows) else []
    named = [value for value in row if not is_blank(value)]
    if len(named) < 2 or not all(map(is_text, named)) or not any(map(_is_name, named)):
        return 0
    return 2 if any(not is_blank(value) and not is_text(value) for value in below[1:]) else 0


def _extent(sheet: Sheet, row: int) -> tuple[int, int]:
    """The header with the row above or below that belongs to it: names over several columns, or under one."""
    rows = sheet.rows
    if row + 1 < len(rows) and _belongs(rows[row + 1]) and _completes(sheet, row, row + 1):
        return row, row + 1
    if row > 0 and _spans(sheet, row - 1):
        return row - 1, row
    return row, row


def _belongs(row: Cells) -> bool:
    """Whether a row is made of names alone, several of them known."""
    named = [value for value in row if not is_blank(value)]
    return len(named) >= 2 and all(_is_name(value) for value in named)


def _completes(sheet: Sheet, upper: int, lower: int) -> bool:
    """Whether the lower row names what the upper one leaves unnamed or spans."""
    above, spanned = sheet.rows[upper], {at for at, _ in _spanned(sheet, upper)}
    return any(
        is_blank(above[at] if at < len(above) else None) or at in spanned
        for at, value in enumerate(sheet.rows[lower])
        if not is_blank(value)
    )


def _spans(sheet: Sheet, row: int) -> bool:
    """Whether a row holds names that stand over several columns each; a title over all of them is none."""
    named = [value for value in sheet.rows[row] if not is_blank(value)]
    if not named or not all(is_text(value) or _is_year(value) for value in named):
        return False
    merges = [merge for merge in sheet.merged if merge[0] == row and merge[3] > merge[1] and merge[1] > 0]
    return bool(merges) or (len(named) > 1 and is_blank(sheet.rows[row][0]))


def _spanned(sheet: Sheet, row: int) -> Iterator[tuple[int, Value]]:
    """Columns that a cell of a row stands over, merged or followed by empty ones, with what it says."""
    cells = sheet.rows[row]
    for top, left, bottom, right in sheet.merged:
        if top <= row <= bottom and right > left and left < len(cells):
            yield from ((at, cells[left]) for at in range(left, right + 1))
    if not sheet.merged:
        over: Value = None
        for at, value in enumerate(cells):
            over = over if is_blank(value) else value
            if over is not None and (is_blank(value) or at + 1 < len(cells)) and is_blank(_at(cells, at + 1)):
                yield at, over


def _at(cells: Cells, at: int) -> Value:
    return cells[at] if at < len(cells) else None


def _columns(sheet: Sheet, first: int, last: int) -> Iterator[Column]:
    width = max((len(row) for row in sheet.rows[first:]), default=0)
    over = _over(sheet, first, width) if last > first else {}
    filled = {at for row in sheet.rows[last + 1 :] for at, value in enumerate(row) if not is_blank(value)}
    seen: dict[str, int] = {}
    for at in range(width):
        raw, upper = _at(sheet.rows[last], at), text_of(over.get(at))
        if is_blank(raw) and at not in filled:
            continue
        name = f"{upper} {text_of(raw)}".strip() or column_name(at)
        seen[name] = seen.get(name, 0) + 1
        yield Column(at, name if seen[name] == 1 else f"{name} ({seen[name]})", name, raw, upper)


def _over(sheet: Sheet, row: int, width: int) -> dict[int, Value]:
    """What the upper row of a header says over each column, carried on over the empty cells to its right."""
    cells, over = sheet.rows[row], dict(_spanned(sheet, row))
    last: Value = None
    for at in range(width):
        value = _at(cells, at)
        last = value if not is_blank(value) else last
        if at not in over and (not is_blank(value) or (last is not None and not sheet.merged)):
            over[at] = last
    return over


def _unnamed(sheet: Sheet) -> Iterator[Column]:
    for at in range(max((len(row) for row in sheet.rows), default=0)):
        yield Column(at, column_name(at), column_name(at))
