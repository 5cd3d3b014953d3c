"""What the workspace asks and says: a dialog at a time over the panes, sentences on the status line."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from tui.desk import Desk
from tui.dialogs.listing import Items, Listing
from tui.dialogs.picker import Choice, Picked, Picker
from tui.dialogs.prompt import Prompt, Typed
from tui.dialogs.report import Closed, Deed, Lines, Report
from tui.widgets.bars import StatusBar


class Conversation:
    """The dialog that is open, and what becomes of its answer. Panes and dialogs speak up by `hear`."""

    status_bar: StatusBar

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._dialog: Picker | Report | Prompt | None = None
        self._answered: Callable[[str], None] | None = None
        self._left: tuple[object, Callable[[], None] | None] = (None, None)
        """What is done when a dialog is closed without an answer, and which: another may have come in its place."""

    @property
    def dialog(self) -> Picker | Report | Prompt | None:
        """What is open over the panes, one at a time; the last line shows its keys."""
        return self._dialog

    @dialog.setter
    def dialog(self, dialog: Picker | Report | Prompt | None) -> None:
        self._dialog = self.status_bar.dialog = dialog
        self.status_bar.repaint()

    def hear(self, message: object) -> None:
        """Act on what is said."""
        raise NotImplementedError

    def ask(
        self, title: str, choices: Sequence[Choice], then: Callable[[str], None], *, is_searchable: bool = False
    ) -> None:
        """Show choices under a title (a word of `messages`); `then` gets the one taken."""
        self.pick(self.desk.words(f"messages.{title}"), choices, then)
        if isinstance(self.dialog, Picker):
            self.dialog.is_searchable = is_searchable

    def pick(
        self,
        title: str,
        choices: Sequence[Choice],
        then: Callable[[str], None],
        at: str | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Show choices under a title as it stands, beginning at `at`; `then` gets one, `left` is done if none."""
        self.dialog = Picker(self.desk, self, title, choices, then)
        self.dialog.at = next((n for n, choice in enumerate(choices) if choice.value == at), 0)
        self._left = self.dialog, left

    def question(
        self, question: str, then: Callable[[str], None], text: str = "", left: Callable[[], None] | None = None
    ) -> None:
        """Ask for one line of text, `text` to begin with; `then` gets what was typed, `left` is done if nothing was."""
        self.dialog, self._answered = Prompt(self.desk, self, question, text), then
        self._left = self.dialog, left

    def read(
        self,
        title: str,
        lines: Lines,
        deeds: Mapping[str, Deed] | None = None,
        left: Callable[[], None] | None = None,
    ) -> None:
        """Show a report under a title, with the keys that mean something there, until it is closed: `left` is done."""
        self.dialog = Report(self.desk, self, title, lines, deeds)
        self._left = self.dialog, left

    def go_through(
        self, title: str, items: Items, enter: Callable[[str], None], deeds: Mapping[str, Deed] | None = None
    ) -> Listing:
        """Show lines under a title, each leading somewhere; `enter` gets the path of the one entered."""
        self.dialog = listing = Listing(self.desk, self, title, items, enter, deeds)
        return listing

    def tell(self, key: str, **values: object) -> None:
        """Show a sentence (a word of `messages`) on the status line."""
        self.status_bar.tell(self.desk.words(f"messages.{key}", **values))

    def tell_grid(self, key: str, **values: object) -> None:
        """Show a sentence (a word of `grid`) on the status line."""
        self.status_bar.tell(self.desk.words(f"grid.{key}", **values))

    def hear_dialog(self, message: object) -> None:
        """A dialog is done with: what was to be done with its answer is done."""
        of, left = self._left
        left = left if of is self.dialog else None
        match message:
            case Closed():
                self._done(None, left)
            case Typed(text):
                then, self._answered = self._answered, None
                self._done(None if then is None or not text else partial(then, text), left)
            case Picked(value, then):
                self._done(None if value is None else partial(then, value), left)

    def _done(self, then: Callable[[], None] | None, left: Callable[[], None] | None) -> None:
        """The dialog goes, then what follows from its answer, or from there being none."""
        self.dialog, self._left = None, (None, None)
        if then is not None:
            then()
        elif left is not None:
            left()
