"""What a file changes, a sentence a record; of a new budget line also what it costs and under what it stands."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from model.amounts import figures
from model.budget import Line
from model.differences import FieldChange
from tui.formats.differences import Teller
from tui.formats.numbers import format_money
from tui.text import visible


def sentences(teller: Teller, changes: Iterable[FieldChange]) -> Iterator[tuple[str, str]]:
    """For each record in turn, its section and what the file makes of it."""
    costs = None
    for is_new, group in groupby(changes, _is_new_line):
        if not is_new:
            yield from teller.sentences(group)
            continue
        costs = costs or figures(teller.new)
        for change in group:
            line, sheet = teller.new.budget[change.path.split(".")[1]], teller.new.plan
            parts = [teller.what(change)]
            if line.months or line.quantity is not None:
                cost, side = costs[change.path.split(".")[1]], sheet.prices or "excl_tax"
                amount = cost.incl_tax if side == "incl_tax" else cost.excl_tax
                parts.append(format_money(amount, sheet.currency or "", teller.reader.numbers).strip())
            parts += [visible(text) for text in (line.category, line.group, line.supplier) if text]
            subject = teller.subject(change)
            yield "budget", teller.reader.words("scenarios.change", subject=subject, what=", ".join(parts))


def _is_new_line(change: FieldChange) -> bool:
    return change.before is None and isinstance(change.after, Line)
