"""The rail: the steps, how complete each is, and the sections of the one that is open."""

from tui.desk import Desk
from tui.pages import STEPS, Step, count_in
from tui.widgets.messages import SectionAsked
from tui.widgets.pane import Host, Pane, Row

DOTS = 5


def dots(done: int, wanted: int) -> str:
    """A share as five dots; all are full only when everything is there."""
    full = DOTS if done >= wanted else min(done * DOTS // max(wanted, 1), DOTS - 1)
    return "●" * full + "○" * (DOTS - full)


class Rail(Pane):
    """Where one is and how far: a line a step, the open step's sections beneath it."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.section = "plan"
        self.progress: dict[str, tuple[int, int]] = {}
        self.counts = ""
        self._targets: list[str] = []

    def show(self, section: str) -> None:
        """The section that is open."""
        self.section = section
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """Every step; a rule down the right side parts the rail from the work."""
        rows: list[Row] = []
        self._targets = []
        for step in STEPS:
            rows.append(self._step(step, width))
            self._targets.append(step.sections[0])
            if self.section in step.sections and len(step.sections) > 1:
                for section in step.sections:
                    rows.append(self._section(section, width))
                    self._targets.append(section)
        rows.append(self._review(width))
        rows += [Row(width) for _ in range(height - len(rows))]
        return [row.to(width - 1).add("│", self.desk.palette.muted) for row in rows]

    def _step(self, step: Step, width: int) -> Row:
        palette, is_open = self.desk.palette, self.section in step.sections
        row = Row(width).add(f" {step.key:<4}", palette.accent if is_open else palette.muted)
        row.add(self.desk.words(f"sections.step.{step.id}"), palette.strong if is_open else palette.text, width - 12)
        done, wanted = self.progress.get(step.id, (0, 0))
        if wanted:
            row.to(width - DOTS - 1).add(dots(done, wanted), palette.good if done >= wanted else palette.muted)
        return row

    def _review(self, width: int) -> Row:
        palette = self.desk.palette
        row = Row(width).add(" F7  ", palette.muted).add(self.desk.words("sections.step.review"), palette.text)
        return row.to(width - len(self.counts) - 2).add(self.counts, palette.warning)

    def _section(self, section: str, width: int) -> Row:
        palette, is_open = self.desk.palette, section == self.section
        row = Row(width).add("  ▸ " if is_open else "    ", palette.accent)
        row.add(self.desk.words(f"sections.{section}"), palette.accent if is_open else palette.muted, width - 11)
        if count := count_in(self.desk.plan, section):
            row.to(width - 2 - len(count)).add(count, palette.muted)
        return row

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click opens the step or section under it."""
        if y < len(self._targets):
            self.host.hear(SectionAsked(self._targets[y]))
