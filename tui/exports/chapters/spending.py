"""How far the budget has gone: what each category foresees, has committed and spent, and what is left to spend."""

from collections.abc import Iterator

from model.amounts import minor_figures, sides
from model.breakdowns import breakdown
from model.budget import Line
from model.money import ZERO, Money, minor_digits, money, to_minor
from model.spending import spent, stage_of
from tui.exports.document import Block, Column, Row, Table
from tui.exports.scribe import Scribe, said

_NAMES = ("foreseen", "committed", "spent", "left")


def spending(scribe: Scribe) -> Iterator[Block]:
    """The table; none while no line says anything of it."""
    plan, words = scribe.plan, scribe.words
    lines = plan.budget.values()
    if all(line.committed is None and line.spent is None and stage_of(line) == "forecast" for line in lines):
        return
    rows, sums = [], [ZERO] * len(_NAMES)
    for category, foreseen in breakdown(plan, "category").items():
        held = {id_: line for id_, line in plan.budget.items() if (line.category or "") == category}
        gone = spent(plan.replaced({"budget": held}))
        figures = (foreseen, _committed(scribe, held), gone, foreseen - gone)
        sums = [sum_ + figure for sum_, figure in zip(sums, figures, strict=True)]
        rows.append(Row((said(category) or words("exports.none"), *map(scribe.cost, figures))))
    rows.append(Row((words("cli.budget.total"), *map(scribe.cost, sums)), "total"))
    heads = (Column(words(f"exports.column.{name}"), is_figure=True) for name in _NAMES)
    yield Table((Column(words("cli.budget.by.category")), *heads), tuple(rows))


def _committed(scribe: Scribe, held: dict[str, Line]) -> Money:
    """What the lines say is committed: what is spent was; one whose status says so is committed whole."""
    plan = scribe.plan
    digits, figures = minor_digits(plan.plan.currency), minor_figures(plan)
    parts = [_part(scribe, line, figures[id_], digits) for id_, line in held.items() if line.included_in is None]
    return money(sum(excl for excl, _ in parts), sum(incl for _, incl in parts), digits)


def _part(scribe: Scribe, line: Line, figures: tuple[int, int], digits: int) -> tuple[int, int]:
    known = [figure for figure in (line.committed, line.spent) if figure is not None]
    if known:
        return sides(line, scribe.plan.plan, to_minor(max(known), digits))
    return (0, 0) if stage_of(line) == "forecast" else figures
