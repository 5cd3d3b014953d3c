"""What each row is: a line, a title over lines, a total, tax below a total, a remark, or something to be asked about.

A total is told by its word, or by arithmetic: an amount that is the sum of the rows under it or above it. Arithmetic
alone takes no line away unless something else speaks for it; either way it is told, and can be decided otherwise.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal

from model.money import EXACT
from model.plain import slotted
from tui.imports.lines.rows import RowRead
from tui.text import folded

Kind = Literal["line", "title", "total", "tax", "remark", "unnamed", "header", "empty_total"]
_TOTAL = re.compile(
    r"^(?:sous[ -]?tota(?:l|ux)|s/s?[ -]?total|s[./]?[ -]?total|s\.?t\.?(?= |:|$)|sub[ -]?totals?|total|totals|totaux"
    r"|grand[ -]total|somme|sum|montant total|cout total|net a payer)(?![a-z])"
    r"|\b(?:sous[ -]total|sub[ -]?total|total)(?: (?:ht|ttc|general|eur|€|net))*[ :]*$"
)
_FINAL = re.compile(r"\b(?:general|generaux|grand|global|overall)\b")
_PART = re.compile(r"^(?:sous|sub|s[./]|s\.?t\.?(?= |:|$))")
_TAX = re.compile(r"^(?:montant (?:de la )?)?(?:tva|t\.v\.a\.?|vat|sales tax|tax)\b")
_MOST_UNDER, _LONGEST = 300, 200


@slotted
class Sorted:
    """A row with what it is; `why` is how that is known: a word, arithmetic, a decision."""

    row: RowRead
    kind: Kind
    why: str = "word"
    under: int = 0
    """How many rows below it make its amount, of a total that stands above them; below 0 those above it."""
    is_doubtful: bool = False

    @property
    def text(self) -> str:
        """What the row is called."""
        return self.row.label or self.row.first[1]

    @property
    def is_final(self) -> bool:
        """Whether its words say that it is the total of everything."""
        return _FINAL.search(folded(self.text)) is not None

    @property
    def is_part(self) -> bool:
        """Whether its words say that it is the total of a part."""
        return _PART.search(folded(self.text)) is not None

    @property
    def is_plain(self) -> bool:
        """Whether nothing but a total can be called so: `Total Energies` may be somebody's name."""
        rest = _TOTAL.sub(" ", folded(self.text))
        return self.is_part or self.is_final or not re.search(r"[a-z]{4,}", rest) or not self.row.label

    @property
    def is_incl(self) -> bool:
        """Whether its words say that tax is in it."""
        return re.search(r"\bttc\b|\bincl|net a payer", folded(self.text)) is not None


def sort_rows(rows: Sequence[RowRead], header: Sequence[str], decided: dict[int, str]) -> list[Sorted]:
    """Every row with what it is.

    Args:
        rows: the rows in order.
        header: the names of the columns, which some software repeats on every page.
        decided: by number of row, `line` or `total` where somebody has said so.
    """
    names = {folded(name) for name in header}
    found = [Sorted(row, _kind(row, names)) for row in rows]
    _tax_below_totals(found)
    _settle(found)
    for one in found:
        if (kind := decided.get(one.row.number)) in ("line", "total"):
            one.kind, one.why = ("line" if kind == "line" else "total"), "decided"
            one.under = 0 if kind == "line" else one.under
    return found


def _kind(row: RowRead, header: set[str]) -> Kind:
    texts = [row.first[1], row.label, row.texts.get("category", "")]
    if row.label and row.filled > 1 and folded(row.label) in header and not row.added:
        return "header"
    if any(map(is_total, texts)):
        return "total" if row.added else "empty_total"
    if not row.has_figures and not row.problems:
        return "title" if row.filled == 1 and row.first[1] else "line" if row.label else "remark"
    return "line" if row.label else "unnamed"


def is_total(text: str) -> bool:
    """Whether a text calls itself a total."""
    return 0 < len(text) < _LONGEST and _TOTAL.search(folded(text)) is not None


def _tax_below_totals(found: list[Sorted]) -> None:
    """A row called `TVA` under a total is its tax; elsewhere it is a line like any other."""
    is_after = False
    for one in found:
        if one.kind == "total":
            is_after = True
        elif is_after and one.kind in ("line", "unnamed") and _TAX.search(folded(one.text)) and one.row.is_bare:
            one.kind = "tax"
        else:
            is_after = False


def _settle(found: list[Sorted]) -> None:
    """Totals that no word tells: rows that are the sum of others."""
    lines = [n for n, one in enumerate(found) if one.kind in ("line", "unnamed")]
    has_credits = any(value < 0 for one in found for value in one.row.added.values())
    for n in lines:
        one = found[n]
        if one.kind == "unnamed" or (one.row.is_bare and one.row.added):
            one.under = _sum_below(found, n, has_credits) or -_sum_above(found, n, has_credits)
    _without_nested(found, lines)
    doubtful = [n for n in lines if found[n].under]
    are_totals = _is_arbitrated(found, doubtful)
    for n in doubtful:
        one = found[n]
        one.is_doubtful = True
        if one.kind == "unnamed" or are_totals or (are_totals is None and _stands_out(found, n)):
            one.kind = "total"
        one.why = "sum"


def _without_nested(found: list[Sorted], lines: list[int]) -> None:
    """A row that is the sum of rows above, some of which are the sum of rows below them, is none but by chance."""
    for n in lines:
        one = found[n]
        if one.under < 0 and one.kind == "line" and any(other.under > 0 for other in found[n + one.under : n]):
            one.under = 0


def _sum_below(found: list[Sorted], at: int, has_credits: bool) -> int:
    """How many rows right below make this row's amounts, two at least and up to a break; 0 when none do."""
    sums: dict[int, Decimal] = {}
    own = found[at].row.added
    for number, n in enumerate(range(at + 1, min(at + 1 + _MOST_UNDER, len(found))), 1):
        one = found[n]
        if one.kind != "line" or not one.row.added:
            break
        for column, value in one.row.added.items():
            sums[column] = EXACT.add(sums.get(column, Decimal(0)), value)
        if not has_credits and _is_past(own, sums):
            break
        is_end = n + 1 == len(found) or found[n + 1].kind != "line" or _is_other(found, n + 1)
        if number >= 2 and is_end and _agree(own, sums):
            return number
    return 0


def _is_other(found: list[Sorted], below: int) -> bool:
    """Whether a row further down may be another of the kind: as bare as this one, or after an empty row."""
    return found[below].row.is_bare or found[below].row.number > found[below - 1].row.number + 1


def _sum_above(found: list[Sorted], at: int, has_credits: bool) -> int:
    """How many rows right above, back to a break, make this row's amounts; 0 when they do not."""
    sums: dict[int, Decimal] = {}
    for number, n in enumerate(range(at - 1, max(at - 1 - _MOST_UNDER, -1), -1), 1):
        one = found[n]
        if one.kind != "line" or not one.row.added:
            break
        for column, value in one.row.added.items():
            sums[column] = EXACT.add(sums.get(column, Decimal(0)), value)
        if not has_credits and _is_past(found[at].row.added, sums):
            break
        is_start = n == 0 or found[n - 1].kind != "line"
        if number >= 2 and is_start and _agree(found[at].row.added, sums):
            return number
    return 0


def _is_past(own: dict[int, Decimal], sums: dict[int, Decimal]) -> bool:
    """Whether sums that can only grow are above what they should make."""
    column = next(iter(own), -1)
    return column in sums and sums[column] > own[column]


def _agree(own: dict[int, Decimal], sums: dict[int, Decimal]) -> bool:
    given = {column: value for column, value in own.items() if value}
    return bool(given) and all(sums.get(column, Decimal(0)) == value for column, value in given.items())


def _stands_out(found: list[Sorted], at: int) -> bool:
    """Whether more than a sum tells a total: its name stands elsewhere than its lines', or is numbered above them."""
    one = found[at]
    others = found[at + 1 : at + 1 + one.under] if one.under > 0 else found[at + one.under : at]
    places = {other.row.first[0] for other in others}
    depth, depths = depth_of(one.text), {depth_of(other.text) for other in others}
    return one.row.first[0] not in places or (depth > 0 and all(other > depth for other in depths))


def depth_of(text: str) -> int:
    """How deep a numbered title stands: 1 for `2. Salons`, 2 for `2.1 Lyon`, 0 for none."""
    found = re.match(r"^(\d+(?:\.\d+)*)[.) -]", text.strip() + " ")
    return found[1].count(".") + 1 if found else 0


def _is_arbitrated(found: list[Sorted], doubtful: list[int]) -> bool | None:
    """What the total of everything says of the doubtful rows: True that they are totals, False that they are lines."""
    last = next((one for one in reversed(found) if one.kind == "total" and not one.is_part), None)
    if last is None or not doubtful:
        return None
    column = next(iter(last.row.added))
    skipped = set(doubtful)
    without, every = Decimal(0), Decimal(0)
    for n, one in enumerate(found):
        if one is last:
            break
        if one.kind == "line":
            value = one.row.added.get(column, Decimal(0))
            every = EXACT.add(every, value)
            without = EXACT.add(without, value if n not in skipped else Decimal(0))
    wanted = last.row.added[column]
    return None if every == without else True if without == wanted else False if every == wanted else None
