"""Lists of records that always stand there, in groups: the decisions by axis, the questions by theme."""

from collections.abc import Sequence
from datetime import date

from rich.style import Style

from model.master import Answer, Decision
from model.record import Record
from tui.text import visible
from tui.widgets.pane import Row
from tui.widgets.records import Records

NAME = 40
STATE = 13
GAUGE, BEFORE = 8, 10


class Board(Records):
    """Records under the headings of their groups; a group's heading stays in view with its first record."""

    _shown: Sequence[str] = ()

    def groups(self) -> list[tuple[str, Sequence[str]]]:
        """The groups in order, with the ids that stand in each."""
        raise NotImplementedError

    def heading(self, group: str, width: int) -> Row:
        """The line above a group."""
        raise NotImplementedError

    def line(self, row: Row, id_: str, record: Record) -> None:
        """What a record says, after its name."""
        raise NotImplementedError

    @property
    def wanted_height(self) -> int:
        """How many lines would show every record and every heading, and one to breathe."""
        return len(self._ids) + len(self.groups()) + 2

    def rows(self, width: int, height: int) -> list[Row]:
        """The section's heading, then as many lines as there is room for."""
        lines = [line for group, ids in self.groups() for line in ((group, ""), *((group, id_) for id_ in ids))]
        at = next((n for n, (_, id_) in enumerate(lines) if id_ and id_ == self.current), 0)
        body = height - 1
        above = at - 1 if at and not lines[at - 1][1] else at
        self.top = max(min(self.top, above, len(lines) - body), at - body + 1, 0)
        shown = lines[self.top : self.top + body]
        self._shown = [id_ for _, id_ in shown]
        return [self._title(width), *(self._record(id_, width) if id_ else self.heading(g, width) for g, id_ in shown)]

    def _title(self, width: int) -> Row:
        muted = self.desk.palette.muted
        return Row(width).to(2).add(self.desk.words(f"sections.{self.section}"), muted)

    def _record(self, id_: str, width: int) -> Row:
        palette, is_current = self.desk.palette, id_ == self.current
        row = Row(width).add("▸ " if is_current else "  ", palette.accent)
        name = self.desk.title(f"{self.section}.{id_}") or visible(id_)
        row.add(name, palette.strong if is_current else palette.text, NAME - 3).to(NAME)
        self.line(row, id_, self.record(id_))
        self._glyph(row.to(width - 2), id_)
        return row.restyled(palette.current) if is_current and self.is_active else row

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click makes the record under it current; a heading is none."""
        id_ = self._shown[y - 1] if 1 <= y <= len(self._shown) else ""
        if id_ in self._ids:
            self._go(self._ids.index(id_))


class DecisionBoard(Board):
    """The sixteen decisions on four axes and the structure: where each stands, and the first words of the choice."""

    def groups(self) -> list[tuple[str, Sequence[str]]]:
        """The axes of the gear."""
        # The gear is loaded when its board is looked at.
        from model.gear import AXES

        return list(AXES.items())

    def heading(self, group: str, width: int) -> Row:
        """The axis, and how many of its decisions are settled."""
        from model.gear import turned

        share = {str(axis): share for axis, share in turned(self.desk.plan, date.today()).items()}[group]
        row = Row(width).to(1).add(self.desk.words(f"master.axis.{group}"), self.desk.palette.muted)
        row.add(f" {share.settled}/{share.whole} ", self.desk.palette.muted)
        return row.add("●" * share.settled + "○" * (share.whole - share.settled), self.desk.palette.muted)

    def line(self, row: Row, id_: str, record: Record) -> None:
        """Where the decision stands, and what is chosen."""
        from model.gear import state_of

        if not isinstance(record, Decision):
            return
        palette, state = self.desk.palette, state_of(self.desk.plan.decisions.get(id_), date.today())  # type: ignore[call-overload]
        styles = {"taken": palette.good, "overdue": palette.warning, "open": palette.text}
        row.add(self.desk.words(f"master.state.{state}"), styles.get(state, palette.muted), STATE).to(NAME + STATE)
        row.add(self._chosen(record), palette.text, row.room - 3)

    def _chosen(self, decision: Decision) -> str:
        return visible(decision.choice or "") or self.cell_of(decision)

    def cell_of(self, decision: Decision) -> str:
        """The options, where no words say what is chosen."""
        from model.catalogue import fields

        return visible(self.desk.reader.shown(fields(Decision)["options"], decision.options))


class OrientationBoard(Board):
    """The twelve questions by theme: the score as dots, last time's beside it, the first words of the evidence."""

    def groups(self) -> list[tuple[str, Sequence[str]]]:
        """The themes; an answer to no question stands under a heading of its own."""
        from model.orientation import THEMES

        themes: list[tuple[str, Sequence[str]]] = list(THEMES.items())
        asked = {question for _, questions in themes for question in questions}
        others = [id_ for id_ in self._ids if id_ not in asked]
        return [*themes, *([("other", others)] if others else [])]

    def _title(self, width: int) -> Row:
        from model.orientation import overall
        from tui.formats.assessments import in_percent

        row = super()._title(width).add("  ", self.desk.palette.text)
        return row.add(in_percent(overall(self.desk.plan), self.desk.words), self.desk.palette.strong)

    def heading(self, group: str, width: int) -> Row:
        """The theme, and what its answers come to."""
        from model.orientation import by_theme
        from tui.formats.assessments import in_percent

        row = Row(width).to(1).add(self.desk.words(f"master.theme.{group}"), self.desk.palette.muted)
        found = {str(theme): share for theme, share in by_theme(self.desk.plan).items()}.get(group)
        if found is not None:
            row.add(f"  {in_percent(found, self.desk.words)}", self.desk.palette.muted)
        return row

    def line(self, row: Row, id_: str, record: Record) -> None:  # noqa: ARG002 - the answer says it all
        """The score, last time's, and what shows it."""
        from model.orientation import HIGHEST

        if not isinstance(record, Answer):
            return
        palette, score = self.desk.palette, record.score
        gauge = "—" if score is None else "●" * score + "○" * (HIGHEST - score) + f" {score}"
        row.add(gauge, palette.text if score is not None else palette.muted, GAUGE).to(NAME + GAUGE)
        text, style = self._since(record)
        row.add(text, style, BEFORE).to(NAME + GAUGE + BEFORE)
        row.add(visible(record.evidence or ""), palette.muted, row.room - 3)

    def _since(self, answer: Answer) -> tuple[str, Style]:
        """What became of last time's score, by a glyph and by figures."""
        palette = self.desk.palette
        if answer.score is None or answer.previous is None:
            return ("" if answer.previous is None else f"({answer.previous})"), palette.muted
        rise = answer.score - answer.previous
        if not rise:
            return "=", palette.muted
        return (f"▲ +{rise}", palette.good) if rise > 0 else (f"▼ −{-rise}", palette.warning)
