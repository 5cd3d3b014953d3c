"""What promoting a scenario would change in the plan, field by field, before it is done."""

from collections.abc import Container, Sequence

from model.differences import FieldChange
from model.money import EXACT
from model.plan import Plan
from model.whatif.outcome import lines_changed
from tui.desk import Desk
from tui.formats.differences import Teller
from tui.formats.naming import named
from tui.formats.numbers import format_gap, format_number
from tui.reports.prose import headed, said, total_sentence
from tui.text import visible
from tui.widgets.pane import Row


def lines(id_: str, after: Plan, changes: Sequence[FieldChange], desk: Desk, width: int) -> list[Row]:
    """The totals, the fields that change under their records, and what else follows."""
    words, palette, plan = desk.words, desk.palette, desk.plan
    rows = said(width, total_sentence(desk, plan, after), palette.strong)
    rows += said(width, words("scenarios.promote_what"), palette.text)
    rebased = [visible(other.title or key) for key, other in plan.scenarios.items() if other.base == id_ != key]
    if rebased:
        rows += said(width, words("scenarios.promote_rebased", titles=", ".join(rebased)), palette.text)
    if not changes:
        return rows + headed(width, words("scenarios.promote_none"), palette.muted)
    rows += _by_record(desk, width, Teller(plan, after, desk.reader), changes)
    return rows + _by_formulas(desk, width, after, {change.path.split(".")[1] for change in changes})


def _by_record(desk: Desk, width: int, teller: Teller, changes: Sequence[FieldChange]) -> list[Row]:
    """Sections as headings, under them a sentence for each record that changes."""
    rows, last = list[Row](), ""
    for section, sentence in teller.sentences(changes):
        if section != last:
            rows += headed(width, desk.words(f"sections.{section}"), desk.palette.accent)
        rows += said(width, sentence, desk.palette.text, 2)
        last = section
    return rows


def _by_formulas(desk: Desk, width: int, after: Plan, told: Container[str]) -> list[Row]:
    """The lines that become another amount though no field of theirs does: their formulas name what changes."""
    rows, words, numbers = list[Row](), desk.words, desk.numbers
    for line in lines_changed(desk.plan, after):
        if line.id not in told:
            was, is_ = format_number(line.before, numbers), format_number(line.after, numbers)
            gap = format_gap(EXACT.subtract(line.after, line.before), numbers)
            what = words("messages.before_after", before=was, after=is_, difference=gap)
            sentence = words("scenarios.change", subject=named(after, line.id, ("budget",)), what=what)
            rows += said(width, sentence, desk.palette.text, 2)
    return [*headed(width, words("scenarios.by_formulas"), desk.palette.accent), *rows] if rows else []
