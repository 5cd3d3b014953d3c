"""Tables and facts laid out alike for every format: currencies in the heads, widths by what stands in the columns."""

from collections.abc import Iterable, Sequence
from statistics import fmean

from model.plain import frozen
from tui.exports.document import Amount, Cell, Column, Facts, Figures, Row, Table
from tui.exports.wording import symbol_of, text_of
from tui.formats.numbers import format_number
from tui.words import Language

_ROOM = 104
"""About how many letters stand beside each other on a page."""
_SAMPLE = 600
_LONGEST, _SHORT = 60, 34
_GAP = 3.5
_BOLD = 1.15

Fact = tuple[str, str]


@frozen
class Laid:
    """A table as texts; `shares` are its columns' parts of the width, in thousandths."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


def laid(table: Table, language: Language, room: int = _ROOM) -> Laid:
    """The table's texts; `room` is how many letters its width takes."""
    currencies = [_currency(table.rows, at) for at in range(len(table.columns))]
    heads = tuple(
        f"{column.title} ({symbol_of(currency)})".strip() if currency else column.title
        for column, currency in zip(table.columns, currencies, strict=True)
    )
    rows = tuple(
        tuple(_text(cell, language, bare=bool(currency)) for cell, currency in zip(row.cells, currencies, strict=True))
        for row in table.rows
    )
    return Laid(heads, rows, shares(table.columns, heads, rows, room))


def _currency(rows: Sequence[Row], at: int) -> str:
    """The one currency of a column in which nothing but amounts stands."""
    held = [row.cells[at] for row in rows]
    found = {cell.currency for cell in held if isinstance(cell, Amount)}
    is_plain = all(cell in (None, "") or isinstance(cell, Amount) for cell in held)
    return found.pop() if is_plain and len(found) == 1 else ""


def _text(cell: Cell, language: Language, *, bare: bool) -> str:
    if bare and isinstance(cell, Amount):
        return format_number(cell.value, language, cell.places)
    return text_of(cell, language)


# --- widths -----------------------------------------------------------------------------------------------------


def shares(
    columns: Sequence[Column], heads: Sequence[str], rows: Sequence[tuple[str, ...]], room: int
) -> tuple[int, ...]:
    """The columns' parts of the width: no word or figure is broken while there is room, long texts get the rest."""
    sample = rows if len(rows) <= _SAMPLE else rows[:: len(rows) // _SAMPLE]
    least: list[float] = []
    wanted: list[float] = []
    for at, column in enumerate(columns):
        texts = [row[at] for row in sample if row[at]]
        needed = _needed(texts, is_whole=column.is_figure)
        needed = max(needed, max((_BOLD * len(word) for word in heads[at].split(" ")), default=0))
        lines = [len(line) for text in texts for line in text.split("\n")]
        longest = min(max([*lines, len(heads[at]), needed]), _LONGEST)
        typical = fmean(min(len(text), 4 * _LONGEST) for text in texts) if texts else 0
        least.append(needed + _GAP)
        wanted.append(max(needed, longest, typical) + _GAP)
    return _shared(least, wanted, room)


def _needed(texts: Iterable[str], *, is_whole: bool) -> float:
    """The longest of what must not be broken: a whole figure, a word of a text."""
    return max((len(part) for text in texts for part in ([text] if is_whole else text.split())), default=1)


def _shared(least: Sequence[float], wanted: Sequence[float], room: float) -> tuple[int, ...]:
    needed = sum(least)
    if needed >= room or sum(wanted) <= room:
        widths = least if needed >= room else wanted
    else:
        more = [want - need for want, need in zip(wanted, least, strict=True)]
        widths = [need + (room - needed) * one / sum(more) for need, one in zip(least, more, strict=True)]
    whole = sum(widths)
    return tuple(round(1000 * width / whole) for width in widths)


# --- facts ------------------------------------------------------------------------------------------------------


def paired(facts: Facts, language: Language) -> list[tuple[Fact, ...]]:
    """Rows of facts: short ones two by two, then each long one by itself."""
    texts = [(label, text_of(cell, language)) for label, cell in facts.rows]
    short = [fact for fact in texts if len(fact[1]) <= _SHORT and "\n" not in fact[1]]
    pairs: list[tuple[Fact, ...]] = [tuple(short[at : at + 2]) for at in range(0, len(short), 2)]
    return pairs + [(fact,) for fact in texts if fact not in short]


# --- key figures ------------------------------------------------------------------------------------------------

_LARGE = 1.7
"""A key figure's letters are about so many times as wide as those of a text."""


@frozen
class Shown:
    """A key figure as texts; `share` is its part of its row's width, in thousandths."""

    label: str
    value: str
    detail: str
    share: int


def figure_rows(figures: Figures, language: Language, room: int = _ROOM) -> list[tuple[Shown, ...]]:
    """The key figures in rows, each with the width that its value takes in one line."""
    rows: list[list[tuple[str, str, str, float]]] = [[]]
    for one in figures.items:
        value = text_of(one.value, language)
        needed = max(_LARGE * len(value), _needed([one.label], is_whole=False), len(one.label) / 2) + 3
        if rows[-1] and sum(held[3] for held in rows[-1]) + needed > room:
            rows.append([])
        rows[-1].append((one.label, value, one.detail, needed))
    return [
        tuple(
            Shown(label, value, detail, share)
            for (label, value, detail, _), share in zip(
                row, _shared([held[3] for held in row], [held[3] for held in row], 0), strict=True
            )
        )
        for row in rows
    ]
