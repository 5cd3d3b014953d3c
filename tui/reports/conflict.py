"""What somebody else made of the plan meanwhile: their changes, one's own, and what both changed, to be decided."""

from model.differences import FieldChange, changes_within
from model.merge import Conflict, Merge
from model.plan import Plan
from tui.desk import Desk
from tui.formats.differences import Teller
from tui.reports.prose import headed, said
from tui.widgets.pane import Row


class Settlement:
    """A merge being decided: the conflict one is at, and those that go their way."""

    def __init__(self, desk: Desk, merge: Merge) -> None:
        self.desk, self.merge = desk, merge
        self.theirs: set[str] = set()
        self.at = 0
        self._lines_of: list[range] = []

    @property
    def plan(self) -> Plan:
        """The plan as decided so far."""
        return self.merge.resolved(self.theirs)

    @property
    def loses_theirs(self) -> bool:
        """Whether something of theirs would be nowhere but in their own file."""
        return len(self.theirs) < len(self.merge.conflicts)

    @property
    def current(self) -> range:
        """The lines of the conflict one is at, the sentence above them with the first."""
        return self._lines_of[self.at] if self._lines_of else range(0)

    def walk(self, by: int) -> None:
        """To another conflict."""
        self.at = min(max(self.at + by, 0), max(len(self.merge.conflicts) - 1, 0))

    def flip(self) -> None:
        """Decide the conflict one is at the other way."""
        self.theirs ^= {conflict.path for conflict in self.merge.conflicts[self.at : self.at + 1]}

    def decide_all(self, *, theirs: bool) -> None:
        """Decide every conflict the same way."""
        self.theirs = {conflict.path for conflict in self.merge.conflicts} if theirs else set()

    # --- drawing ------------------------------------------------------------------------------------------------

    def lines(self, desk: Desk, width: int) -> list[Row]:
        """What both changed comes first, since it is what the keys are for."""
        words, palette, merge = desk.words, desk.palette, self.merge
        key = "both" if merge.conflicts else "no_conflict"
        rows = said(width, words(f"conflicts.{key}"), palette.strong)
        self._lines_of = []
        for n, conflict in enumerate(merge.conflicts):
            start = len(rows) if n else 0
            rows += self._conflict(width, conflict, is_at=n == self.at)
            self._lines_of.append(range(start, len(rows)))
        for title, changes, plan in (("theirs", merge.taken, merge.theirs), ("mine", merge.kept, merge.mine)):
            rows += headed(width, words(f"conflicts.changed_{title}"), palette.accent)
            teller = Teller(merge.base, plan, desk.reader)
            told = [row for _, sentence in teller.sentences(changes) for row in said(width, sentence, palette.text, 2)]
            rows += told or said(width, words("conflicts.nothing"), palette.muted, 2)
        return rows

    def _conflict(self, width: int, conflict: Conflict, *, is_at: bool) -> list[Row]:
        """The record, then either side's change with a mark at the one that is taken."""
        palette, is_theirs = self.desk.palette, conflict.path in self.theirs
        teller = Teller(self.merge.base, self.merge.mine, self.desk.reader)
        rows = [Row(width), Row(width).add(" ▸ " if is_at else "   ", palette.accent)]
        rows[1].add(teller.subject(FieldChange(conflict.path, None, None)), palette.strong if is_at else palette.text)
        for name, is_taken in (("mine", not is_theirs), ("theirs", is_theirs)):
            mark = "●" if is_taken else "○"
            text = f"{mark} {self.desk.words(f'conflicts.{name}')} {self._side(conflict, name)}"
            rows += said(width, text, palette.accent if is_taken else palette.muted, 4)
        return rows

    def _side(self, conflict: Conflict, name: str) -> str:
        teller = Teller(self.merge.base, getattr(self.merge, name), self.desk.reader)
        parts = (conflict, *conflict.along)
        changes = [change for part in parts for change in changes_within(part.path, part.base, getattr(part, name))]
        and_ = self.desk.words("scenarios.and")
        return and_.join(teller.what(change) for change in changes) or self.desk.words("conflicts.unchanged")
