"""The workspace: rail, list, form and guidance around one plan; it hears what they say and runs the commands."""

from pathlib import Path
from typing import TYPE_CHECKING

from textual.events import Key

from model.catalogue import sections
from model.recovery.sitting import Sitting
from tui.commands import key_map, letter_map
from tui.desk import Desk
from tui.dialogs.listing import Listing
from tui.dialogs.report import Closed
from tui.pages import has_screen, is_there, record_of, section_of
from tui.screens import sittings
from tui.screens.arranging import arranged
from tui.screens.machine import Machine
from tui.screens.running import budgeting, dispatch, going, holding, recovering, seeking, tracing
from tui.screens.showing import Showing
from tui.text import visible
from tui.widgets.canvas import Placed
from tui.widgets.messages import (
    CommandAsked,
    FieldFocused,
    GoalAsked,
    LeftForm,
    PlanChanged,
    RecordChosen,
    SectionAsked,
    Told,
)
from tui.widgets.pane import Pane

if TYPE_CHECKING:
    from tui.screens.running.waiting import Work

CHECK_DELAY = 0.35


class Workspace(Showing):
    """One plan at work. Which panes are shown follows from the section and from the size of the terminal."""

    def __init__(self, desk: Desk, machine: Machine) -> None:
        super().__init__(desk)
        self.machine = machine
        self.work: Work | None = None
        """What is being done in a process of its own."""
        self._keys = key_map(desk.settings.keys)
        self.show_section(desk.opening)

    # --- for the canvas -----------------------------------------------------------------------------------------

    def arranged(self, width: int, height: int) -> list[Placed]:
        """The panes and their places at this size, a dialog over them."""
        return arranged(self, width, height)

    def take_key(self, key: Key) -> None:
        """A key goes to the dialog, else to the pane at work, else to the commands."""
        with self.status_bar.fading(), holding.minded(self):
            if self._gives_up(key):
                return
            if self.dialog is not None:
                # What its keys are may change with each of them.
                self.status_bar.repaint()
            is_taken = (self.dialog or self._active).take_key(key)
            if not is_taken and (command := self._command(key)) is not None:
                self.run(command)
        self.machine.keep(self.snapshot())

    def _gives_up(self, key: Key) -> bool:
        """Escape gives up what is being done meanwhile, unless something nearer is to be left."""
        if self.work is None or key.key != "escape" or self.dialog is not None or self.grid.is_typed_in:
            return False
        self.work.give_up()
        return True

    def _command(self, key: Key) -> str | None:
        """What a key runs; in a list letters are keys too."""
        is_list = self._active is self.records and self.dialog is None
        letters = letter_map(self.desk.settings.keys, self.section) if is_list else {}
        letter = letters.get(key.character or "")
        return letter or self._keys.get(key.key)

    def take_text(self, text: str) -> None:
        """Pasted text goes where typing goes."""
        with holding.minded(self):
            (self.dialog or self._active).take_text(text)
        self.machine.keep(self.snapshot())

    def take_click(self, pane: Pane, x: int, y: int) -> None:
        """A click goes to the pane under it, and the keys with it; while a dialog is open, only there."""
        with holding.minded(self):
            if self.dialog is None and pane in (self.form, self.records):
                self.focus(to_form=pane is self.form)
            if self.dialog is None or pane is self.dialog:
                pane.take_click(x, y)
        self.machine.keep(self.snapshot())

    def opened(self) -> None:
        """Before any key: what an earlier sitting left is asked about, and whoever else has the plan."""
        holding.look_around(self)
        if self.dialog is None:
            recovering.offer_recovery(self)

    def started(self) -> None:
        """The first frame is there: check the plan; say so if the file's comments will stay behind."""
        self.check_in_slices()
        if self.desk.session.keep_original:
            self.tell("comments", file=visible(f"{self.desk.session.file.name}.bak"))

    def snapshot(self) -> Sitting:
        """All that would be lost if the program ended now."""
        return sittings.snapshot(self)

    def resume(self, sitting: Sitting, former: Path) -> None:
        """Go on where a sitting stopped, of which `former` is the journal."""
        sittings.forget_typing(self)
        self.desk.session.resume(sitting, former)
        sittings.resume(self, sitting)

    # --- commands -----------------------------------------------------------------------------------------------

    def run(self, name: str) -> None:
        """Run a command by its id; what waits in a field is applied first."""
        self._open_waiting_form()
        if isinstance(self.dialog, Listing) and name not in dispatch.BESIDE:
            self.hear_dialog(Closed())
        if name not in dispatch.STAYING:
            self.settle()
        dispatch.run(self, name)

    def go_to(self, path: str) -> None:
        """Open whatever a path names: its section, its record, its field."""
        # What a scenario says of a line is seen where the line is.
        path = path.removeprefix(f"scenarios.{self.desk.scenario}.") if ".budget." in path else path
        if path.startswith("links."):
            tracing.matrix(self, "suspect")
            return
        section, record = section_of(path), record_of(path)
        if not has_screen(section):
            self.tell("no_screen", path=visible(path))
            return
        was_in_list = not self.is_in_form
        is_table = sections()[section].is_table
        is_known = not is_table or is_there(self.desk.seen, record)
        self.show_section(section, record.rsplit(".", 1)[-1] if is_table and is_known else "")
        self.refresh_panes()
        if path != record and is_known:
            self.form.open(record, path)
            is_cell = section == "budget" and was_in_list and self.grid.go_to_column(path.rsplit(".", 1)[-1])
            self.focus(to_form=not is_cell)

    # --- what the panes say -------------------------------------------------------------------------------------

    def hear(self, message: object) -> None:
        """Act on what a pane says, before the next key is looked at."""
        match message:
            case RecordChosen(path, enter):
                self._choose(path, enter=enter)
            case LeftForm():
                self._leave_form()
            case SectionAsked(path, by):
                self.show_section(path) if path else going.section_by(self, by)
            case FieldFocused(path):
                self.guide.show(path)
                slot = self.form.state.slot if self.is_in_form else None
                self.status_bar.is_prose = slot is not None and slot.spec.kind == "prose" and not slot.table
                self.status_bar.repaint()
            case Told(text):
                self.status_bar.tell(text)
            case PlanChanged():
                self.changed()
            case _:
                self._hear_of_more(message)

    def _hear_of_more(self, message: object) -> None:
        """What the grid and the dialogs say."""
        match message:
            case CommandAsked("paste_cells", text):
                budgeting.paste_cells(self, text)
            case GoalAsked(goal):
                seeking.seek(self, goal)
            case _:
                self.hear_dialog(message)

    def _choose(self, path: str, *, enter: bool) -> None:
        """Show the record chosen in the list; asked to enter it, go to its first field, or say how to make one."""
        if self.section == "budget" and not enter:
            # The form is not in view: it is opened when it is.
            self._waiting_form = path
            return
        self._open_form(path)
        if enter and path:
            self.form.state.go(0)
            self.focus(to_form=True)
        elif enter:
            self.status_bar.tell(self.desk.words(f"sections.{self.section}.empty"))

    def _leave_form(self) -> None:
        """Back to the list; a single form goes round."""
        if self.has_list:
            self.focus(to_form=False)
        elif self.form.state.slots:
            at_end = self.form.state.at == len(self.form.state.slots) - 1
            self.form.state.go(0 if at_end else len(self.form.state.slots) - 1)
            self.focus(to_form=True)

    def changed(self) -> None:
        """The plan is another: every pane shows it, and a check follows when the typing rests."""
        self.status_bar.tell("")
        self.refresh_panes()
        self.machine.later(CHECK_DELAY, self.check_in_slices)

    def hear_dialog(self, message: object) -> None:
        """The guidance is again about what the keys go to."""
        was_listing = isinstance(self.dialog, Listing)
        super().hear_dialog(message)
        if was_listing and self.dialog is None:
            self._active.activate(is_active=True)

    # --- checking -----------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Find what is missing; the glyphs, the rail and the line at the bottom say so."""
        # The rules are loaded after the first frame, not before it.
        from tui.screens.checking import check

        check(self)

    def check_in_slices(self) -> None:
        """The same without ever making a key wait: on a large plan a little at a time, between the keys."""
        from tui.screens.checking import check_in_slices

        check_in_slices(self)
