"""What each command does in the workspace; the commands themselves are declared in `tui.commands`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from model.names import find
from tui.commands import STEP_COMMANDS
from tui.screens.arranging import WIDE
from tui.pages import BY_ID, STEPS, record_of, step_of
from tui.text import visible
from tui.widgets.messages import PlanChanged

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.widgets.bars import StatusBar, TopBar
    from tui.widgets.form import Form
    from tui.widgets.guide import Guide
    from tui.widgets.pane import Pane
    from tui.widgets.records import Records


class Working:
    """The commands of the workspace, one method each (`command_save`…)."""

    if TYPE_CHECKING:
        desk: Desk
        section: str
        has_list: bool
        is_in_form: bool
        has_guide: bool
        is_reading: bool
        records: Records
        form: Form
        guide: Guide
        status_bar: StatusBar
        top_bar: TopBar
        panes: tuple[Pane, ...]
        show_section: Callable[..., None]
        go_to: Callable[[str], None]
        settle: Callable[[], None]
        refresh_panes: Callable[[], None]
        check_soon: Callable[[], None]
        hear: Callable[[object], None]

    def run(self, name: str) -> None:
        """Run a command by its id; what waits in a field is applied first."""
        if name not in ("jump", "guide", "paste"):
            self.settle()
        if name in STEP_COMMANDS:
            self._open_step(name)
        else:
            getattr(self, f"command_{name}")()

    def _tell(self, key: str, **values: object) -> None:
        self.status_bar.tell(self.desk.words(f"messages.{key}", **values))

    # --- going about --------------------------------------------------------------------------------------------

    def _open_step(self, name: str) -> None:
        """The step's section last seen; asked for again, its next section."""
        step = BY_ID[name]
        if self.section in step.sections:
            self.section_by(1)
        else:
            self.show_section(self.desk.last_sections.get(name, step.sections[0]))

    def _step_by(self, by: int) -> None:
        at = STEPS.index(step_of(self.section)) + by
        if 0 <= at < len(STEPS):
            step = STEPS[at]
            self.show_section(self.desk.last_sections.get(step.id, step.sections[0]))

    def command_next_step(self) -> None:
        """The step after this one."""
        self._step_by(1)

    def command_previous_step(self) -> None:
        """The step before this one."""
        self._step_by(-1)

    def command_next_section(self) -> None:
        """The step's next section."""
        self.section_by(1)

    def command_previous_section(self) -> None:
        """The step's previous section."""
        self.section_by(-1)

    def section_by(self, by: int) -> None:
        """The step's next or previous section, round and round."""
        own = step_of(self.section).sections
        self.show_section(own[(own.index(self.section) + by) % len(own)])

    def command_guide(self) -> None:
        """Show or hide the guidance; on a narrow screen it takes the list's place."""
        if self.top_bar.width < WIDE:
            self.is_reading = not self.is_reading
        else:
            self.has_guide = not self.has_guide

    def command_guide_down(self) -> None:
        """More of the guidance."""
        self.guide.scroll_by(4)

    def command_guide_up(self) -> None:
        """Back in the guidance."""
        self.guide.scroll_by(-4)

    # --- records ------------------------------------------------------------------------------------------------

    def command_new(self) -> None:
        """A new record after the current one, or a new row in the table in focus."""
        if self.is_in_form and self.form.state.blank_row():
            self.form.activate(is_active=True)
            return
        if not self.has_list:
            self._tell("not_in_list")
            return
        first = {"kind": getattr(self.records, "quadrant", "")} if self.section == "diagnostic.swot" else {}
        new_id = self.desk.session.add(self.section, self.records.current or None, None, **first)
        self.show_section(self.section, new_id, to_form=True)
        self.hear(PlanChanged(f"{self.section}.{new_id}"))

    def command_remove(self) -> None:
        """Remove the current record of the list, or the table row in focus."""
        if self.is_in_form:
            path = self.form.state.remove_row()
            if path:
                self.form.repaint()
                self.hear(PlanChanged(path))
                self._tell("removed", name=path.rsplit(".", 1)[-1])
            return
        path = self.records.current_path if self.has_list else ""
        if path:
            self._remove_record(path)

    def _remove_record(self, path: str) -> None:
        id_ = path.rsplit(".", 1)[-1]
        name = visible(f"{id_} {self.desk.name(id_, (self.section,))}").strip()
        pointing = self.desk.session.remove(path)
        self.show_section(self.section)
        self.refresh_panes()
        self.check_soon()
        if pointing:
            self._tell(
                "removed_pointed",
                name=name,
                paths=", ".join(dict.fromkeys(record_of(p).rsplit(".", 1)[-1] for p in pointing)),
            )
        else:
            self._tell("removed", name=name)

    def command_move_up(self) -> None:
        """The current record one place up."""
        self._move(-1)

    def command_move_down(self) -> None:
        """The current record one place down."""
        self._move(1)

    def _move(self, by: int) -> None:
        if self.has_list and self.records.current and self.desk.session.move(self.records.current_path, by):
            self.hear(PlanChanged(self.records.current_path))

    # --- undo -------------------------------------------------------------------------------------------

    def command_undo(self) -> None:
        """Go back one step, the cursor to what changed."""
        self._after_time_travel(self.desk.session.undo(), "undone", "nothing_to_undo")

    def command_redo(self) -> None:
        """Go forward one step."""
        self._after_time_travel(self.desk.session.redo(), "redone", "nothing_to_redo")

    def _after_time_travel(self, path: str | None, done: str, nothing: str) -> None:
        if path is None:
            self._tell(nothing)
            return
        is_there = self.desk.session.has(record_of(path)) or find(self.desk.plan, path.rsplit(".", 1)[-1]) is not None
        self.form.state.reload()
        self.go_to(path if is_there else record_of(path).rsplit(".", 1)[0] + ".x")
        self.refresh_panes()
        self.check_soon()
        self._tell(done)

    def command_tax(self) -> None:
        """Amounts on the other side of the tax."""
        self.desk.swap_tax_side()
        self.refresh_panes()

    def command_jump(self) -> None:
        """A letter on each field."""
        if self.is_in_form:
            self.form.start_jump()
