"""What panes say to the screen that holds them."""

from typing import TYPE_CHECKING

from textual.message import Message

from model.plain import slotted

if TYPE_CHECKING:
    from model.whatif.changes import Goal


@slotted
class PlanChanged(Message):
    """The plan was edited at a path."""

    path: str


@slotted
class FieldFocused(Message):
    """A field of the form has the focus; `path` finds its guidance."""

    path: str


@slotted
class RecordChosen(Message):
    """A record of the list is the current one; `enter` when its form is asked for."""

    path: str
    enter: bool = False


@slotted
class LeftForm(Message):
    """The focus wants to leave the form: back to the list (`escape`), or past its last or before its first field."""

    forward: bool = False


@slotted
class SectionAsked(Message):
    """Another section is asked for: by its path, or the next (1) or previous (-1) one of the step."""

    path: str = ""
    by: int = 0


@slotted
class Told(Message):
    """A short sentence for the status line."""

    text: str


@slotted
class CommandAsked(Message):
    """A command is asked for by its id, with a text that it is about."""

    name: str
    text: str = ""


@slotted
class GoalAsked(Message):
    """A total is to be brought to a bound: what would move is to be shown first."""

    goal: "Goal"
