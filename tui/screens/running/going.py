"""Commands that go about: steps, sections, the guidance, the letters of the jump."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.pages import BY_ID, STEPS, step_of
from tui.screens.arranging import WIDE

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace


def open_step(space: Workspace, name: str) -> None:
    """The step's section last seen; asked for again in the form, its list; asked for again there, its next section."""
    step = BY_ID[name]
    if space.section in step.sections and space.has_list and space.is_in_form:
        space.focus(to_form=False)
    elif space.section in step.sections:
        section_by(space, 1)
    else:
        space.show_section(space.desk.last_sections.get(name, step.sections[0]))


def section_by(space: Workspace, by: int) -> None:
    """The step's next or previous section, round and round."""
    own = step_of(space.section).sections
    space.show_section(own[(own.index(space.section) + by) % len(own)])


def _step_by(space: Workspace, by: int) -> None:
    at = STEPS.index(step_of(space.section)) + by
    if 0 <= at < len(STEPS):
        step = STEPS[at]
        space.show_section(space.desk.last_sections.get(step.id, step.sections[0]))


def next_step(space: Workspace) -> None:
    """The step after this one."""
    _step_by(space, 1)


def previous_step(space: Workspace) -> None:
    """The step before this one."""
    _step_by(space, -1)


def next_section(space: Workspace) -> None:
    """The step's next section."""
    section_by(space, 1)


def previous_section(space: Workspace) -> None:
    """The step's previous section."""
    section_by(space, -1)


def guide(space: Workspace) -> None:
    """Show or hide the guidance; on a narrow screen it takes the list's place."""
    if space.top_bar.width < WIDE:
        space.is_reading = not space.is_reading
    else:
        space.has_guide = not space.has_guide


def guide_down(space: Workspace) -> None:
    """More of the guidance."""
    space.guide.scroll_by(4)


def guide_up(space: Workspace) -> None:
    """Back in the guidance."""
    space.guide.scroll_by(-4)


def jump(space: Workspace) -> None:
    """A letter on each field."""
    if space.form.state.slots:
        space.focus(to_form=True)
        space.form.start_jump()


def tax(space: Workspace) -> None:
    """Amounts on the other side of the tax."""
    space.desk.swap_tax_side()
    space.grid.repaint()
    space.refresh_panes()
