"""The workspace: rail, list, form and guidance around one plan, and what each command does there."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.timer import Timer

from model.catalogue import sections
from model.paths import read
from tui.commands import bindings
from tui.desk import Desk
from tui.pages import record_of, section_of, step_of
from tui.screens.asking import Asking
from tui.screens.carrying import Carrying
from tui.screens.keeping import Keeping
from tui.screens.working import Working
from tui.widgets.bars import StatusBar, TopBar
from tui.widgets.form import Form
from tui.widgets.grid import BudgetGrid
from tui.widgets.guide import Guide
from tui.widgets.messages import FieldFocused, LeftForm, PlanChanged, RecordChosen, SectionAsked, Told
from tui.widgets.rail import Rail
from tui.widgets.records import Records
from tui.widgets.summary import Summary
from tui.widgets.swot import SwotBoard

WIDE = 100
CHECK_DELAY = 0.35


class Workspace(Working, Asking, Keeping, Carrying, Screen[None]):
    """One plan at work. Which panes are shown follows from the section and from the width of the terminal."""

    BINDINGS: ClassVar[list[BindingType]] = list(bindings())

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.section = "plan"
        self.top_bar = TopBar(desk, id="top")
        self.rail = Rail(desk, id="rail")
        self.list = Records(desk, id="records")
        self.board = SwotBoard(desk, id="board")
        self.grid = BudgetGrid(desk, id="grid")
        self.summary = Summary(desk, id="summary")
        self.form = Form(desk, id="form")
        self.guide = Guide(desk, id="guide")
        self.status_bar = StatusBar(desk, id="status")
        self._check_timer: Timer | None = None
        self._last_record: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The panes, in reading order."""
        yield self.top_bar
        with Horizontal(id="middle"):
            yield self.rail
            with Vertical(id="work"):
                with Horizontal(id="upper"):
                    yield self.list
                    yield self.board
                    yield self.grid
                    yield self.summary
                with Horizontal(id="lower"):
                    yield self.form
                    yield self.guide
        yield self.status_bar

    def on_mount(self) -> None:
        """Open the first section; the plan is checked once the screen is there."""
        self._fit(self.app.size.width)
        self.show_section(self.desk.opening)
        self.call_after_refresh(self.check)

    def on_resize(self) -> None:
        """The panes follow the width."""
        self._fit(self.app.size.width)

    def _fit(self, width: int) -> None:
        is_narrow = width < WIDE
        self.set_class(is_narrow, "narrow")
        self.guide.has_rule = not is_narrow

    # --- sections and records -----------------------------------------------------------------------------------

    @property
    def records(self) -> Records:
        """The list of the open section."""
        if self.section == "budget":
            return self.grid
        return self.board if self.section == "diagnostic.swot" else self.list

    @property
    def has_list(self) -> bool:
        """Whether the open section is a table of records."""
        return sections()[self.section].is_table

    def show_section(self, section: str, record: str = "", *, to_form: bool = False) -> None:
        """Open a section at a record (an id), the focus in its list or in its form."""
        self.settle()
        self.section = section
        self.set_class(not self.has_list, "single")
        self.set_class(section == "diagnostic.swot", "swot")
        self.set_class(section == "budget", "budget")
        if self.has_list:
            self.records.show(section, record or self._last_record.get(section, ""))
            self._open_form(self.records.current_path)
        else:
            self._open_form(section)
        self.rail.show(section)
        self.top_bar.show(section)
        self._focus(to_form=to_form or not self.has_list)

    def _open_form(self, path: str) -> None:
        if path:
            self.form.open(path)
            self._last_record[self.section] = path.rsplit(".", 1)[-1]
        else:
            self.form.close()

    def _focus(self, *, to_form: bool) -> None:
        pane = (
            self.form if to_form and self.form.state.slot is not None else self.records if self.has_list else self.form
        )
        if self.focused is pane:
            pane.on_focus()
        pane.focus(scroll_visible=False)
        self.status_bar.where = "form" if pane is self.form else "list"
        self.status_bar.repaint()

    def go_to(self, path: str) -> None:
        """Open whatever a path names: its section, its record, its field."""
        section, record = section_of(path), record_of(path)
        is_there = not sections()[section].is_table or read(self.desk.plan, record) is not None
        is_field = path != record and is_there
        if self.section != section or record not in (section, self.records.current_path if self.has_list else section):
            self.show_section(section, record.rsplit(".", 1)[-1] if record != section and is_there else "")
        self.refresh_panes()
        if is_field or not self.has_list:
            self.form.open(record, path if is_field else "")
            self._focus(to_form=True)
        else:
            self._focus(to_form=False)

    def settle(self) -> None:
        """Apply what waits for its field to be left, wherever it is being typed."""
        self.grid.settle()
        self.form.settle()

    # --- what the panes say -------------------------------------------------------------------------------------

    @on(RecordChosen)
    def open_record(self, event: RecordChosen) -> None:
        """The form follows the list."""
        self._open_form(event.path)
        if event.enter and event.path:
            self._focus(to_form=True)

    @on(LeftForm)
    def leave_form(self) -> None:
        """Back to the list; a single form goes round."""
        if self.has_list:
            self._focus(to_form=False)
        elif self.form.state.slots:
            at_end = self.form.state.at == len(self.form.state.slots) - 1
            self.form.state.go(0 if at_end else len(self.form.state.slots) - 1)
            self._focus(to_form=True)

    @on(SectionAsked)
    def open_section(self, event: SectionAsked) -> None:
        """Another section, or the step's next or previous one."""
        if event.path:
            self.show_section(event.path)
            return
        own = step_of(self.section).sections
        self.show_section(own[(own.index(self.section) + event.by) % len(own)])

    @on(FieldFocused)
    def show_guidance(self, event: FieldFocused) -> None:
        """The guidance follows the field in focus."""
        self.guide.show(event.path)

    @on(Told)
    def tell(self, event: Told) -> None:
        """Show a sentence on the status line."""
        self.status_bar.tell(event.text)

    @on(PlanChanged)
    def follow_change(self) -> None:
        """Every pane shows the plan as it is now; a check follows when the typing rests."""
        self.status_bar.tell("")
        self.refresh_panes()
        self.check_soon()

    def refresh_panes(self) -> None:
        """Redraw what depends on the plan; only the cells that differ are sent."""
        if self.has_list:
            self.records.refresh_records()
        self.top_bar.repaint()
        self.summary.repaint()
        self.rail.repaint()

    # --- checking -----------------------------------------------------------------------------------------------

    def check_soon(self) -> None:
        """Check the plan once nothing has been typed for a moment."""
        if self._check_timer is not None:
            self._check_timer.stop()
        self._check_timer = self.set_timer(CHECK_DELAY, self.check)

    def check(self) -> None:
        """Find what is missing; the glyphs, the rail and the line at the bottom say so."""
        # The rules are loaded after the first screen, not before it.
        from model.checks import check
        from model.checks.progress import completeness, next_step

        findings = check(self.desk.plan)
        self.desk.keep_findings(findings)
        self.rail.progress = {step: share for step, share in completeness(self.desk.plan).items()}
        finding = next_step(findings)
        if finding is None:
            self.status_bar.next_step = self.desk.words("messages.nothing_next")
        else:
            key = step_of(section_of(finding.path)).key
            self.status_bar.next_step = self.desk.words("messages.next", sentence=self.desk.found(finding), key=key)
        for pane in (self.records, self.form, self.rail, self.status_bar):
            pane.repaint()
