"""The dashboard as one walks it: readings are typed on its lines, from each indicator that is due to the next."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from textual.events import Key

from model.edits import EditRefusedError
from model.steering.reading import due_on
from tui.desk import Desk
from tui.dialogs.listing import Items, Listing
from tui.editing.buffer import TextBuffer
from tui.formats.dates import format_date
from tui.formats.numbers import EntryError, parse_number
from tui.text import visible
from tui.widgets.messages import FieldFocused, PlanChanged
from tui.widgets.pane import Host, Row

SECTION = "indicators."
NOTE = ";"


class Entry:
    """A reading being typed: of which indicator, for which day; why the text is no value yet."""

    def __init__(self, indicator: str, day: date, text: str = "") -> None:
        self.indicator, self.day, self.buffer, self.complaint = indicator, day, TextBuffer.at_end(text), ""


class Board(Listing):
    """A listing whose lines take readings: Enter keeps one and goes to the next indicator due, Escape stops."""

    def __init__(
        self,
        desk: Desk,
        host: Host,
        title: str,
        items: Items,
        enter: Callable[[str], None],
        today: date,
    ) -> None:
        super().__init__(desk, host, title, items, enter)
        self.today = today
        self.entry: Entry | None = None

    @property
    def indicator(self) -> str:
        """The indicator one stands on; empty on another line."""
        return _indicator_of(self.item.path) if self.item is not None else ""

    # --- entering readings --------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Type the reading that is due on this line; else the first one due below; else one of this line, of today."""
        own = self.indicator
        if not self._open_due([own] if own else []) and not self._open_due(self._from_here()) and own:
            self._open(own, self.today)

    def _open_due(self, ids: list[str]) -> bool:
        """Open the entry of the first of some indicators that has a reading due; whether there is one."""
        for id_ in ids:
            day = due_on(self.desk.plan, id_, self.today)
            if day is not None:
                self._open(id_, day)
                return True
        return False

    def _from_here(self) -> list[str]:
        """The indicators in the order of the lines, from the next one on, round and round."""
        ids = [_indicator_of(item.path) for item in (*self._items[self.at + 1 :], *self._items[: self.at])]
        return [id_ for id_ in ids if id_]

    def _open(self, indicator: str, day: date) -> None:
        known = self.desk.plan.indicators[indicator].readings.get(day.isoformat())
        self.begin_at(SECTION + indicator)
        self.entry = Entry(indicator, day, "" if known is None else _text(known, self.desk))
        self.host.hear(FieldFocused("steering#read"))
        self.repaint()

    def take_key(self, key: Key) -> bool:
        """While a reading is typed, every key is for it."""
        if self.entry is None:
            return super().take_key(key)
        self.repaint()
        if key.key in ("escape", "ctrl+c", "ctrl+q"):
            self.entry = None
        elif key.key in ("enter", "tab"):
            self._keep(self.entry)
        elif not self._edited(self.entry.buffer, key):
            return False
        return True

    def _edited(self, buffer: TextBuffer, key: Key) -> bool:
        moves: dict[str, Callable[[], object]] = {
            "backspace": buffer.erase_back,
            "delete": buffer.erase_forward,
            "ctrl+w": buffer.erase_word,
            "left": lambda: buffer.move(-1),
            "right": lambda: buffer.move(1),
        }
        if key.key in moves:
            moves[key.key]()
        elif key.is_printable and key.character:
            buffer.insert(key.character)
        else:
            return False
        return True

    def take_text(self, text: str) -> None:
        """Pasted text is typed text."""
        if self.entry is not None:
            self.entry.buffer.insert(visible(text).strip())
            self.repaint()

    def _keep(self, entry: Entry) -> None:
        """Put the reading in the plan and go on; nothing typed goes on without one."""
        text = entry.buffer.text.strip()
        if text:
            try:
                self._put(entry, text)
            except EntryError as error:
                entry.complaint = self.desk.entry_sentence(error)
                return
            except EditRefusedError as refusal:
                entry.complaint = self.desk.sentence(refusal.code)
                return
            self.host.hear(PlanChanged(f"{SECTION}{entry.indicator}.readings.{entry.day}"))
        self.entry = None
        self._go_on(entry)

    def _put(self, entry: Entry, text: str) -> None:
        """The reading, with the note that follows it after a semicolon; the note there already stays without one."""
        figure, mark, note = text.partition(NOTE)
        value, table = parse_number(figure, self.desk.numbers), f"{SECTION}{entry.indicator}.readings"
        if mark:
            notes = f"{SECTION}{entry.indicator}.reading_notes"
            self.desk.session.put_entry(table, "", str(entry.day), value, notes, note.strip() or None)
        else:
            self.desk.session.put_entry(table, "", str(entry.day), value)

    def _go_on(self, entry: Entry) -> None:
        """The next indicator with a reading due; one passed over is not asked for again before the others."""
        ids = self._from_here()
        was_read = entry.day.isoformat() in self.desk.plan.indicators[entry.indicator].readings
        if not self._open_due([*ids, entry.indicator] if was_read else ids):
            self.renew()

    def body_of(self, height: int) -> int:
        """How many of the lines are in view at once: what is typed stands below them."""
        return max(super().body_of(height) - (2 if self.entry is not None else 0), 1)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Those of the sheet; while a reading is typed, what is said beside it."""
        return () if self.entry is not None else super().keys()

    # --- drawing ------------------------------------------------------------------------------------------------

    def rows(self, width: int, height: int) -> list[Row]:
        """The lines, below them what is being typed."""
        rows = super().rows(width, height)
        return [*rows, *self._entry_rows(self.entry, width)] if self.entry is not None else rows

    def _entry_rows(self, entry: Entry, width: int) -> list[Row]:
        palette, words, buffer = self.desk.palette, self.desk.words, entry.buffer
        indicator = self.desk.plan.indicators[entry.indicator]
        day = format_date(entry.day, words.language)
        asked = words("steering.reading_of", name=f"{entry.indicator} {indicator.name or ''}".strip(), date=day)
        line = Row(width).add(f" {asked} ", palette.strong, width - 24).add("> ", palette.accent)
        line.add(buffer.text[: buffer.cursor], palette.text)
        line.add(buffer.text[buffer.cursor : buffer.cursor + 1] or " ", palette.cursor)
        line.add(buffer.text[buffer.cursor + 1 :], palette.text).add(f" {indicator.unit or ''}", palette.muted)
        if entry.complaint:
            return [line, Row(width).add(f" ✗ {entry.complaint}", palette.error)]
        return [line, Row(width).add(f" {words('steering.reading_keys')}", palette.muted)]


def _indicator_of(path: str) -> str:
    return path.removeprefix(SECTION) if path.startswith(SECTION) else ""


def _text(value: Decimal, desk: Desk) -> str:
    from tui.formats.numbers import editable_number

    return editable_number(value, desk.numbers)
