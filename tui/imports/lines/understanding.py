"""A table of lines understood: every row for what it is, the totals checked, the lines with their amounts."""

from collections.abc import Mapping, Sequence

from model.plain import frozen
from model.plan import Plan
from tui.imports.lines.amounts import Amounts, amounts_of
from tui.imports.lines.categories import Placed, placed
from tui.imports.lines.rows import RowRead
from tui.imports.lines.sorting import Sorted, sort_rows
from tui.imports.lines.totals import Check, check_totals


@frozen
class Understood:
    """What a table says, before anything is made of it.

    `below` are the rows under the total of everything: a ceiling, what is left of it, a note with a number.
    """

    rows: tuple[Sorted, ...]
    lines: tuple[Placed, ...]
    amounts: Mapping[int, Amounts]
    checks: tuple[Check, ...]
    empty_titles: tuple[Sorted, ...]
    below: tuple[Sorted, ...]

    @property
    def asked(self) -> list[Sorted]:
        """The rows about which somebody may think otherwise."""
        off = {check.one.row.number for check in self.checks if check.gaps and not check.one.is_plain}
        below = {one.row.number for one in self.below}
        return [
            one
            for one in self.rows
            if one.is_doubtful or one.why == "decided" or one.row.number in off or one.row.number in below
        ]


def understood(
    rows: Sequence[RowRead],
    header: Sequence[str],
    decided: Mapping[int, str],
    plan: Plan,
    *,
    has_category: bool,
    unit_side: str,
) -> Understood:
    """What the rows of a table say; `decided` has by number of row what somebody has said of it."""
    found = sort_rows(rows, header, dict(decided))
    below = _below(found, decided, plan)
    rest = [one for one in found if one not in below] if below else found
    kept = [one for one in rest if decided.get(one.row.number) != ""]
    lines, empty = placed(kept, has_category=has_category)
    return Understood(
        tuple(found),
        tuple(lines),
        {line.one.row.number: amounts_of(line.one.row, plan, unit_side=unit_side) for line in lines},
        tuple(check_totals(kept, plan.plan.currency)),
        tuple(empty),
        tuple(below),
    )


def _below(found: list[Sorted], decided: Mapping[int, str], plan: Plan) -> list[Sorted]:
    """The rows with numbers under a total of everything that agrees and after which no other total comes."""
    last = max((n for n, one in enumerate(found) if one.kind == "total"), default=-1)
    if last < 0 or not any(one.kind in ("line", "unnamed") for one in found[last + 1 :]):
        return []
    total = found[last]
    if total.is_part or total.under:
        return []
    check = check_totals(found[: last + 1], plan.plan.currency)[-1]
    if not check.covers_all or check.gaps:
        return []
    return [one for one in found[last + 1 :] if one.kind in ("line", "unnamed") and one.row.number not in decided]
