"""What each command does in the workspace; the commands themselves are declared in `tui.commands`."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App

from model.names import find
from tui.commands import STEP_COMMANDS
from tui.pages import BY_ID, STEPS, record_of, step_of
from tui.text import visible
from tui.widgets.messages import PlanChanged

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.widgets.bars import StatusBar
    from tui.widgets.form import Form
    from tui.widgets.guide import Guide
    from tui.widgets.records import Records


class Working:
    """The commands of the workspace, one method each (`command_save`…)."""

    if TYPE_CHECKING:
        app: App[Any]
        desk: "Desk"
        section: str
        has_list: bool
        records: "Records"
        form: "Form"
        guide: "Guide"
        status_bar: "StatusBar"
        focused: Any
        show_section: Callable[..., None]
        go_to: Callable[[str], None]
        settle: Callable[[], None]
        refresh_panes: Callable[[], None]
        check_soon: Callable[[], None]
        post_message: Callable[..., bool]
        toggle_class: Callable[..., Any]
        has_class: Callable[..., bool]

    def action_command(self, name: str) -> None:
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
            at = step.sections.index(self.section) + 1
            self.show_section(step.sections[at % len(step.sections)])
        else:
            self.show_section(self.desk.last_sections.get(name, step.sections[0]))
        self.desk.last_sections[name] = self.section

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
        self._section_by(1)

    def command_previous_section(self) -> None:
        """The step's previous section."""
        self._section_by(-1)

    def _section_by(self, by: int) -> None:
        own = step_of(self.section).sections
        self.show_section(own[(own.index(self.section) + by) % len(own)])

    def command_guide(self) -> None:
        """Show or hide the guidance; on a narrow screen it takes the list's place."""
        self.toggle_class("reading" if self.has_class("narrow") else "no-guide")

    # --- records ------------------------------------------------------------------------------------------------

    def command_new(self) -> None:
        """A new record after the current one, or a new row in the table in focus."""
        if self.focused is self.form and self.form.state.blank_row():
            self.form.repaint()
            self.form.on_focus()
            return
        if not self.has_list:
            self._tell("not_in_list")
            return
        first = {"kind": getattr(self.records, "quadrant", "")} if self.section == "diagnostic.swot" else {}
        new_id = self.desk.session.add(self.section, self.records.current or None, None, **first)
        self.show_section(self.section, new_id, to_form=True)
        self.post_message(PlanChanged(f"{self.section}.{new_id}"))

    def command_remove(self) -> None:
        """Remove the current record of the list, or the table row in focus."""
        if self.focused is self.form:
            path = self.form.state.remove_row()
            if path:
                self.form.repaint()
                self.post_message(PlanChanged(path))
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
            self.post_message(PlanChanged(self.records.current_path))

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
        self.form.start_jump()
