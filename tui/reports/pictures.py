"""The budget in pictures: by month, by category, by objective, the scenario against the plan, the tornado."""

from collections.abc import Callable
from dataclasses import field

from model.plain import slotted
from tui.desk import Desk
from tui.pages import step_of
from tui.reports.groups import by_category, by_objective
from tui.reports.months import by_month
from tui.reports.risk import assessment_of
from tui.reports.scenario_picture import against_plan
from tui.reports.sheet import Sheet
from tui.reports.tornado import tornado
from tui.widgets.pane import Row


def _tornado(sheet: Sheet) -> None:
    words, found = sheet.desk.words, assessment_of(sheet.desk.seen)
    sheet.heading(words("pictures.tornado"))
    if found.tornado:
        tornado(sheet, found)
    else:
        sheet.say(words("risk.none", key=step_of("budget").key))


PICTURES: dict[str, Callable[[Sheet], None]] = {
    "m": by_month,
    "c": by_category,
    "o": by_objective,
    "s": against_plan,
    "t": _tornado,
}
"""Each picture by the key that leads to it."""


@slotted
class Pictures:
    """All of them one under the other.

    `starts` holds the line at which each begins, by its key; `in_view`, how many lines are seen at once, so that the
    last picture can stand at the top too.
    """

    starts: dict[str, int] = field(default_factory=dict)
    in_view: int = 0

    def lines(self, desk: Desk, width: int) -> list[Row]:
        """The pictures; of a plan without a budget, what is missing."""
        sheet = Sheet(desk, width)
        if not desk.seen.budget:
            sheet.say(desk.words("pictures.none", key=step_of("budget").key))
            return sheet.rows
        for key, picture in PICTURES.items():
            # Its heading stands below an empty line, except at the top.
            self.starts[key] = len(sheet.rows) + bool(sheet.rows)
            picture(sheet)
        missing = max(self.starts.values()) + self.in_view - len(sheet.rows)
        for _ in range(missing if self.in_view else 0):
            sheet.blank()
        return sheet.rows


def lines(desk: Desk, width: int) -> list[Row]:
    """The pictures one under the other."""
    return Pictures().lines(desk, width)
