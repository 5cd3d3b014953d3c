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
from tui.pages import has_screen, is_there, record_of, section_of, step_of
from tui.screens import sittings
from tui.screens.arranging import arranged
from tui.screens.conversation import Conversation
from tui.screens.machine import Machine
from tui.screens.running import budgeting, dispatch, going, holding, recovering, seeking, tracing
from tui.text import visible
from tui.widgets.bars import StatusBar, TopBar
from tui.widgets.boards import DecisionBoard, OrientationBoard
from tui.widgets.canvas import Placed
from tui.widgets.form import Form
from tui.widgets.grid import BudgetGrid
from tui.widgets.guide import Guide
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
from tui.widgets.rail import Rail
from tui.widgets.records import Records
from tui.widgets.summary import Summary
from tui.widgets.swot import SwotBoard

if TYPE_CHECKING:
    from tui.screens.running.waiting import Work

CHECK_DELAY = 0.35


class Workspace(Conversation):
    """One plan at work. Which panes are shown follows from the section and from the size of the terminal."""

    def __init__(self, desk: Desk, machine: Machine) -> None:
        super().__init__(desk)
        self.machine = machine
        self.section = "plan"
        self.top_bar = TopBar(desk, self)
        self.rail = Rail(desk, self)
        self.list = Records(desk, self)
        self.board = SwotBoard(desk, self)
        self.decisions = DecisionBoard(desk, self)
        self.answers = OrientationBoard(desk, self)
        self.grid = BudgetGrid(desk, self)
        self.summary = Summary(desk, self)
        self.form = Form(desk, self)
        self.guide = Guide(desk, self)
        self.status_bar = StatusBar(desk, self)
        self.work: Work | None = None
        """What is being done in a process of its own."""
        self.has_guide = True
        self.is_reading = False
        self._active: Pane = self.form
        self._last_record: dict[str, str] = {}
        self._waiting_form: str | None = None
        self._keys = key_map(desk.settings.keys)
        self.show_section(desk.opening)

    @property
    def panes(self) -> tuple[Pane, ...]:
        """Every pane, shown or not."""
        return (
            self.top_bar,
            self.rail,
            self.list,
            self.board,
            self.decisions,
            self.answers,
            self.grid,
            self.summary,
            self.form,
            self.guide,
            self.status_bar,
        )

    # --- for the canvas -----------------------------------------------------------------------------------------

    def arranged(self, width: int, height: int) -> list[Placed]:
        """The panes and their places at this size, a dialog over them."""
        return arranged(self, width, height)

    def take_key(self, key: Key) -> None:
        """A key goes to the dialog, else to the pane at work, else to the commands."""
        with self.status_bar.fading(), holding.minded(self):
            if self._gives_up(key):
                return
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

    # --- sections and records -----------------------------------------------------------------------------------

    @property
    def records(self) -> Records:
        """The list of the open section."""
        if self.section == "budget":
            return self.grid
        own = {"diagnostic.swot": self.board, "decisions": self.decisions, "orientation": self.answers}
        return own.get(self.section, self.list)

    @property
    def has_list(self) -> bool:
        """Whether the open section is a table of records."""
        return sections()[self.section].is_table

    @property
    def is_in_form(self) -> bool:
        """Whether the keys go to the form."""
        return self._active is self.form

    def show_section(self, section: str, record: str = "", *, to_form: bool = False) -> None:
        """Open a section at a record (an id), the keys going to its list or to its form."""
        self.settle()
        self._open_waiting_form()
        self.section = section
        if self.has_list:
            self.records.show(section, record or self._last_record.get(section, ""))
            self._open_form(self.records.current_path)
        else:
            self._open_form(section)
        self.rail.show(section)
        self.top_bar.show(section)
        self.desk.last_sections[step_of(section).id] = section
        self.focus(to_form=to_form or not self.has_list)

    def _open_waiting_form(self) -> None:
        if self._waiting_form is not None:
            self._open_form(self._waiting_form)

    def _open_form(self, path: str) -> None:
        self._waiting_form = None
        if path:
            self.form.open(path)
            self._last_record[self.section] = path.rsplit(".", 1)[-1]
        else:
            self.form.close()

    def focus(self, *, to_form: bool) -> None:
        """Let the keys go to the form, or to the list."""
        self.is_reading = self.is_reading and (to_form or not self.has_list or self.section == "budget")
        self._open_waiting_form()
        is_form = not self.has_list or (to_form and self.form.state.slot is not None)
        pane = self.form if is_form else self.records
        if self._active is not pane:
            self._active.activate(is_active=False)
        self._active = pane
        pane.activate(is_active=True)
        where = "grid" if pane is self.grid else "list"
        self.status_bar.section = self.section
        self.status_bar.where = where if pane is not self.form else "form" if self.has_list else "single"
        self.status_bar.repaint()

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

    def settle(self) -> None:
        """Apply what waits for its field to be left, wherever it is being typed."""
        self.grid.settle()
        self.form.settle()

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

    def redraw(self) -> None:
        """Every pane again, in other words or colours."""
        self.grid.forget_drawn()
        for pane in self.panes:
            pane.repaint()
        self._renew_listing()

    def refresh_panes(self) -> None:
        """Redraw what depends on the plan; only the cells that differ are sent."""
        if self.has_list:
            self.records.refresh_records()
        for pane in (self.top_bar, self.summary, self.rail, self.form):
            pane.repaint()
        self._renew_listing()

    def _renew_listing(self) -> None:
        if isinstance(self.dialog, Listing):
            self.dialog.renew()

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
