"""What the workspace shows: the panes, which section and record is open in them, where the keys go."""

from model.catalogue import sections
from tui.desk import Desk
from tui.dialogs.listing import Listing
from tui.pages import step_of
from tui.screens.conversation import Conversation
from tui.widgets.bars import StatusBar, TopBar
from tui.widgets.boards import DecisionBoard, OrientationBoard
from tui.widgets.form import Form
from tui.widgets.grid import BudgetGrid
from tui.widgets.guide import Guide
from tui.widgets.pane import Pane
from tui.widgets.rail import Rail
from tui.widgets.records import Records
from tui.widgets.summary import Summary
from tui.widgets.swot import SwotBoard


class Showing(Conversation):
    """The panes around one plan, and what is open in them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
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
        self.has_guide = True
        self.is_reading = False
        self._active: Pane = self.form
        self._last_record: dict[str, str] = {}
        self._waiting_form: str | None = None

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

    def settle(self) -> None:
        """Apply what waits for its field to be left, wherever it is being typed."""
        self.grid.settle()
        self.form.settle()

    # --- drawing again ------------------------------------------------------------------------------------------

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
