"""The start screen: the plans opened last, a new one, the examples."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.style import Style
from textual.events import Key
from textual.geometry import Region

from model.examples import NAMES
from model.plain import frozen
from tui.desk import Desk
from tui.dialogs.prompt import Prompt, Typed
from tui.settings import recent_plans
from tui.text import visible
from tui.widgets.canvas import Placed
from tui.widgets.pane import Host, Pane, Row

WIDTH, LEFT = 76, 4
SUFFIX = ".toml"


@frozen
class Opened:
    """A plan is asked for: a file, or an example by name."""

    file: Path | None = None
    example: str = ""


@frozen
class Entry:
    """A line of the start screen: what it says, a note, and what it opens (None: ask for a new file's name)."""

    label: str
    note: str
    opens: Opened | None


class StartPane(Pane):
    """The list, under the program's name."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.at = 0
        self.told = ""
        self.entries = [*self._recent(), Entry(desk.words("messages.start_new"), "", None), *self._examples()]

    def _recent(self) -> list[Entry]:
        return [Entry(visible(file.stem), visible(str(file.parent)), Opened(file)) for file in _there(recent_plans())]

    def _examples(self) -> list[Entry]:
        return [Entry(self.desk.words(f"messages.example.{name}"), "", Opened(example=name)) for name in NAMES]

    # --- drawing ------------------------------------------------------------------------------------------------

    def rows(self, width: int, height: int) -> list[Row]:
        """The name, the three groups, the keys."""
        palette, words = self.desk.palette, self.desk.words
        recent = len(self.entries) - 1 - len(NAMES)
        rows = [Row(width), self._line(width, words("messages.start_title"), palette.accent)]
        rows += [self._line(width, words("messages.start_what"), palette.muted), Row(width)]
        rows.append(self._line(width, words("messages.start_recent"), palette.muted))
        if not recent:
            rows.append(self._line(width, words("messages.start_none"), palette.muted, indent=2))
        for n, entry in enumerate(self.entries):
            if n == recent:
                rows.append(Row(width))
            if n == recent + 1:
                rows += [Row(width), self._line(width, words("messages.start_examples"), palette.muted)]
            rows.append(self._entry(n, entry, width))
        rows += [Row(width) for _ in range(height - len(rows) - 2)]
        told = self._line(width, self.told, palette.warning)
        return [*rows[: max(height - 2, 0)], told, self._line(width, words("messages.start_hint"), palette.muted)]

    def _line(self, width: int, text: str, style: Style, *, indent: int = 0) -> Row:
        return Row(width).to(LEFT + indent).add(text, style)

    def _entry(self, n: int, entry: Entry, width: int) -> Row:
        palette, is_here = self.desk.palette, n == self.at
        row = Row(width).to(LEFT).add("▸ " if is_here else "  ", palette.accent)
        row.add(entry.label, palette.accent if is_here else palette.text)
        return row.add("   " + entry.note, palette.muted)

    # --- keys and mouse -----------------------------------------------------------------------------------------

    def take_key(self, key: Key) -> bool:
        """Arrows choose, Enter opens."""
        moves = {"up": -1, "down": 1, "shift+tab": -1, "tab": 1, "home": -99, "end": 99}
        if key.key in moves:
            self.at = min(max(self.at + moves[key.key], 0), len(self.entries) - 1)
            self.repaint()
        elif key.key == "enter":
            self.host.hear(self.entries[self.at])
        else:
            return False
        return True

    def tell(self, text: str) -> None:
        """Say why nothing opened."""
        self.told = visible(text)
        self.repaint()

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click opens the entry under it."""
        recent = len(self.entries) - 1 - len(NAMES)
        lines = [5 + n + (not recent) + (n >= recent) + 2 * (n > recent) for n in range(len(self.entries))]
        if y in lines:
            self.at = lines.index(y)
            self.host.hear(self.entries[self.at])


class Start:
    """The scene before a plan is open; `then` opens what is chosen, and gives the reason when it cannot."""

    def __init__(self, desk: Desk, then: Callable[[Opened], str], leave: Callable[[], None]) -> None:
        self.desk, self.then, self.leave = desk, then, leave
        self.pane = StartPane(desk, self)
        self.prompt: Prompt | None = None

    def arranged(self, width: int, height: int) -> Sequence[Placed]:
        """The list, and the question over it."""
        places = [Placed(self.pane, Region(0, 0, width, height))]
        if self.prompt is not None:
            wide = min(WIDTH, width - 2)
            places.append(Placed(self.prompt, Region((width - wide) // 2, height // 3, wide, 4)))
        return places

    def take_key(self, key: Key) -> None:
        """A key goes to the question, else to the list; Ctrl+Q and Escape leave."""
        if self.prompt is not None:
            self.prompt.take_key(key)
        elif not self.pane.take_key(key) and key.key in ("ctrl+q", "ctrl+c", "escape", "q"):
            self.leave()

    def take_text(self, text: str) -> None:
        """Pasted text goes to the question."""
        if self.prompt is not None:
            self.prompt.take_text(text)

    def take_click(self, pane: Pane, x: int, y: int) -> None:
        """A click goes to the pane under it; while a question is asked, only there."""
        if self.prompt is None or pane is self.prompt:
            pane.take_click(x, y)

    def opened(self) -> None:
        """There is no plan yet."""

    def started(self) -> None:
        """Nothing waits for the first frame."""

    def hear(self, message: object) -> None:
        """An entry was chosen, or a name typed."""
        match message:
            case Entry(opens=None):
                self.prompt = Prompt(self.desk, self, self.desk.words("messages.start_name"), "plan" + SUFFIX)
            case Entry(opens=Opened() as asked):
                self.pane.tell(self.then(asked))
            case Typed(text):
                self.prompt = None
                if text:
                    name = text if text.endswith(SUFFIX) else text + SUFFIX
                    self.pane.tell(self.then(Opened(Path(name).expanduser())))


def _there(files: list[Path]) -> list[Path]:
    """The files that can still be opened."""
    found = []
    for file in files:
        try:
            if file.is_file():
                found.append(file)
        except OSError:
            continue
    return found
