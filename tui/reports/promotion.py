"""What would become of the plan if the active scenario were made the plan: the differences, and the total."""

from collections.abc import Iterator
from textwrap import wrap

from model.breakdowns import total
from model.differences import differences
from model.money import EXACT
from model.promotion import promoted
from tui.desk import Desk
from tui.formats.differences import difference_sentence
from tui.money import money
from tui.text import visible
from tui.widgets.pane import Row

CHANGED = ("budget", "actions", "drivers")
MOST_TOLD = 200


def lines(desk: Desk, width: int) -> list[Row]:
    """The total before and after, who rested on the scenario, then each difference."""
    palette = desk.palette
    made = [Row(width).add(f" {text}", palette.strong) for text in _totals(desk)]
    texts = [*_based(desk), *_differences(desk)]
    for text in texts:
        made += [
            Row(width).add(" " if not at else "   ", palette.text).add(part, palette.text)
            for at, part in enumerate(wrap(visible(text), max(width - 5, 10)))
        ]
    return made


def _totals(desk: Desk) -> Iterator[str]:
    for side in ("excl_tax", "incl_tax"):
        before, after = getattr(total(desk.plan), side), getattr(total(desk.seen), side)
        change = EXACT.subtract(after, before)
        figures = desk.words(
            "messages.before_after",
            before=money(desk, before),
            after=money(desk, after),
            difference=("+" if change > 0 else "") + money(desk, change),
        )
        yield f"{desk.words('scenarios.total', side=desk.words(f'messages.{side}'))} {figures}"


def _based(desk: Desk) -> Iterator[str]:
    based = [id_ for id_, scenario in desk.plan.scenarios.items() if scenario.base == desk.scenario]
    if based:
        yield desk.words("scenarios.rebased", names=", ".join(based))


def _differences(desk: Desk) -> Iterator[str]:
    if desk.scenario is None:
        return
    new = promoted(desk.plan, desk.scenario)
    found = differences(desk.plan, new, CHANGED)
    yield desk.words.count("scenarios.differences", len(found))
    for one in found[:MOST_TOLD]:
        yield difference_sentence(one, desk.plan, new, desk.reader)
    if len(found) > MOST_TOLD:
        yield desk.words.count("scenarios.more", len(found) - MOST_TOLD)
