"""The list of a section's records: names, a few columns, a glyph for what is missing; objectives as a tree."""

from collections.abc import Callable
from typing import ClassVar

from rich.cells import cell_len
from textual.events import Key

from model.catalogue import fields, sections
from model.paths import read
from model.record import Record
from model.standing import ids_of, stands
from tui.desk import Desk
from tui.formats.values import NUMERIC
from tui.text import visible
from tui.widgets.computed_columns import COMPUTED_LABELS, WORDED, computed
from tui.widgets.form_view import GLYPHS
from tui.widgets.messages import FieldFocused, RecordChosen, SectionAsked
from tui.widgets.pane import Host, Pane, Row
from tui.widgets.scenario_marks import action_mark

COLUMNS: dict[str, tuple[tuple[str, int], ...]] = {
    "team": (("role", 24), ("part", 14), ("days", 8)),
    "diagnostic.competitors": (("share", 8), ("threat", 3), ("drawn", 8)),
    "diagnostic.offers": (("kind", 10), ("revenue_share", 8), ("drawn", 8)),
    "segments": (("attractiveness", 3), ("chance", 3), ("points", 3), ("target", 5), ("drawn", 8)),
    "diagnostic.media": (("kind", 12), ("drawn", 8)),
    "diagnostic.channels": (("kind", 12), ("mode", 12), ("drawn", 8)),
    "diagnostic.pestel": (("factor", 14), ("effect", 12), ("weight", 3), ("drawn", 8)),
    "review": (("verdict", 12), ("planned", 12), ("spent", 12), ("drawn", 8)),
    "objectives": (("family", 14), ("target", 12), ("deadline", 12)),
    "actions": (("owner", 20), ("start", 12), ("end", 12), ("status", 11)),
    "funding": (("kind", 14), ("amount", 13), ("secured", 5)),
    "drivers": (("value", 14), ("unit", 14)),
    "scenarios": (("total", 12), ("difference", 12), ("differences", 5), ("base", 16)),
    "indicators": (("target", 10), ("last", 10), ("status", 15), ("unit", 20)),
    "corrections": (("indicator", 18), ("date", 12), ("decision", 16), ("score", 9), ("action", 18)),
    "waivers": (("path", 28), ("until", 12)),
    "entities": (("owner", 20), ("coaching", 24)),
    "purchases": (("kind", 18), ("impact", 3), ("risk", 3)),
}
"""Beside the name: which fields a list shows, and how wide, while there is room."""


class Records(Pane):
    """A list of records with one current row. Arrows move, Enter or Tab goes to the form."""

    KEYS: ClassVar[dict[str, str]] = {
        "up": "up",
        "down": "down",
        "home": "first",
        "end": "last",
        "pageup": "page_up",
        "pagedown": "page_down",
        "enter": "enter",
        "tab": "enter",
        "shift+tab": "enter",
        "left": "previous_section",
        "right": "next_section",
    }

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.section = "objectives"
        self.current = ""
        self.top = 0
        self._ids: list[str] = []
        self._depths: dict[str, int] = {}

    # --- what is shown ------------------------------------------------------------------------------------------

    def show(self, section: str, current: str = "") -> None:
        """Show a section; the given record, the one shown before or the first is current."""
        if section != self.section:
            self.section, self.top = section, 0
            self.current = ""
        self.current = current or self.current
        self.refresh_records()

    def refresh_records(self) -> None:
        """Take the plan as it is now; a current record that has gone gives way to its neighbour."""
        old = self._ids
        self._arrange()
        if self.current not in self._ids:
            at = old.index(self.current) if self.current in old else 0
            self.current = self._ids[min(at, len(self._ids) - 1)] if self._ids else ""
        self.repaint()

    def _arrange(self) -> None:
        table: dict[str, Record] = read(self.desk.plan, self.section) if sections()[self.section].is_table else {}
        self._depths = {}
        self._ids = as_tree(table, self._depths) if self.section == "objectives" else ids_of(self.section, table)

    @property
    def wanted_height(self) -> int:
        """How many lines would show every record, and one to breathe."""
        return len(self._ids) + 2

    @property
    def current_path(self) -> str:
        """The path of the current record; empty where there is none."""
        return f"{self.section}.{self.current}" if self.current else ""

    def record(self, id_: str) -> Record:
        """A record of the list; a blank one where the plan holds nothing of one that always stands there."""
        record: Record | None = read(self.desk.plan, f"{self.section}.{id_}")
        return record if record is not None else sections()[self.section].record.trusted()

    # --- drawing ------------------------------------------------------------------------------------------------

    def columns(self, width: int) -> list[tuple[str, int]]:
        """The columns beside the name that there is room for."""
        room, kept = width - 34, []
        for name, least in COLUMNS.get(self.section, ()):
            size = max(least, cell_len(self._column_label(name)))
            if room >= size + 1:
                kept.append((name, size))
                room -= size + 1
        return kept

    def rows(self, width: int, height: int) -> list[Row]:
        """A heading, then the records in view; a sentence where there is none."""
        if not self._ids:
            return [
                Row(width),
                Row(width).add("  " + self.desk.words(f"sections.{self.section}.empty"), self.desk.palette.muted),
            ]
        body = height - 1
        at = self._ids.index(self.current) if self.current in self._ids else 0
        self.top = max(min(self.top, at, len(self._ids) - body), at - body + 1, 0)
        shown = self._ids[self.top : self.top + body]
        return [self._heading(width), *(self._row(id_, width) for id_ in shown)]

    def _heading(self, width: int) -> Row:
        muted = self.desk.palette.muted
        columns = self.columns(width)
        row = Row(width).to(2).add(self.desk.words(f"sections.{self.section}"), muted)
        if len(self._ids) > self.height - 1:
            row.add(f" {self._at + 1}/{len(self._ids)}", muted)
        row.to(width - sum(size + 1 for _, size in columns) - 3)
        for name, size in columns:
            row.add(" ", muted).add(self._aligned(name, self._column_label(name), size), muted, size)
        return row

    def _row(self, id_: str, width: int) -> Row:
        palette, is_current = self.desk.palette, id_ == self.current
        columns = self.columns(width)
        end = width - sum(size + 1 for _, size in columns) - 3
        row = Row(width).add("▸" if is_current else " ", palette.accent).add(" ", palette.text)
        row.add(self._branch(id_), palette.muted)
        if self.section != "decisions":
            row.add(f"{id_} ", palette.muted)
        if self.section == "scenarios" and id_ == self.desk.scenario:
            row.add("● ", palette.accent)
        name = self.desk.title(f"{self.section}.{id_}") or (
            "" if self.section == "drivers" else self.desk.words("messages.unnamed")
        )
        mark = action_mark(self.desk, id_) if self.section == "actions" else ""
        mark = f" {mark}" if mark else ""
        row.add(name, palette.strong if is_current else palette.text, end - row.length - 1 - cell_len(mark))
        row.add(mark, palette.warning).to(end)
        for column, size in columns:
            row.add(" ", palette.text).add(self._aligned(column, self.cell(id_, column), size), palette.text, size)
        self._glyph(row.to(width - 2), id_)
        return row.restyled(palette.current) if is_current and self.is_active else row

    def _column_label(self, name: str) -> str:
        return self.desk.words(COMPUTED_LABELS.get((self.section, name), f"fields.{self.section}.{name}"))

    def _aligned(self, column: str, text: str, size: int) -> str:
        """Numbers to the right, words to the left."""
        specs = fields(sections()[self.section].record)
        is_figure = (self.section, column) in COMPUTED_LABELS and column not in WORDED
        is_number = is_figure or (column in specs and specs[column].kind in NUMERIC)
        return text.rjust(size) if is_number else text.ljust(size)

    def _branch(self, id_: str) -> str:
        depth = self._depths.get(id_, 0)
        return "  " * (depth - 1) + "└ " if depth else ""

    def _glyph(self, row: Row, id_: str) -> None:
        palette = self.desk.palette
        finding = self.desk.worst_within(f"{self.section}.{id_}")
        if finding is not None:
            styles = {"error": palette.error, "warning": palette.warning, "advice": palette.muted}
            row.add(GLYPHS[finding.severity], styles[finding.severity])

    def cell(self, id_: str, column: str) -> str:
        """The text of a column for a record."""
        record = self.record(id_)
        if (self.section, column) in COMPUTED_LABELS:
            return computed(self.desk, self.section, id_, column)
        spec = fields(type(record))[column]
        value = getattr(record, spec.attribute)
        if spec.kind == "ref" and value:
            return visible(self.desk.name(value, spec.refers) or value)
        return visible(self.desk.reader.shown(spec, value, f"{self.section}.{column}")) or "—"

    def copied(self) -> str:
        """The current row, tab-separated, for the clipboard."""
        if not self.current:
            return ""
        cells = [self.cell(self.current, name).strip() for name, _ in self.columns(self.width)]
        return "\t".join([self.current, self.desk.title(self.current_path), *cells])

    # --- keys and mouse -----------------------------------------------------------------------------------------

    def activate(self, *, is_active: bool) -> None:
        """The current row stands out while the keys come here, and the section's guidance is asked for."""
        super().activate(is_active=is_active)
        if is_active:
            self.host.hear(FieldFocused(self.told_about))

    @property
    def told_about(self) -> str:
        """What the guidance is about: the section, or the record where the method has a word on each."""
        return self.current_path if stands(self.current_path) else self.section

    def take_key(self, key: Key) -> bool:
        """Arrows move; other keys are left to the commands."""
        name = self.KEYS.get(key.key)
        if name is None:
            return False
        act: Callable[[], None] = getattr(self, f"_key_{name}")
        act()
        return True

    def _go(self, at: int) -> None:
        if not self._ids:
            return
        self.current = self._ids[min(max(at, 0), len(self._ids) - 1)]
        self.repaint()
        self.host.hear(RecordChosen(self.current_path))
        if stands(self.current_path):
            self.host.hear(FieldFocused(self.current_path))

    @property
    def _at(self) -> int:
        return self._ids.index(self.current) if self.current in self._ids else 0

    def _key_up(self) -> None:
        self._go(self._at - 1)

    def _key_down(self) -> None:
        self._go(self._at + 1)

    def _key_first(self) -> None:
        self._go(0)

    def _key_last(self) -> None:
        self._go(len(self._ids) - 1)

    def _key_page_up(self) -> None:
        self._go(self._at - self.height + 2)

    def _key_page_down(self) -> None:
        self._go(self._at + self.height - 2)

    def _key_enter(self) -> None:
        self.host.hear(RecordChosen(self.current_path, enter=True))

    def _key_previous_section(self) -> None:
        self.host.hear(SectionAsked(by=-1))

    def _key_next_section(self) -> None:
        self.host.hear(SectionAsked(by=1))

    def take_click(self, x: int, y: int) -> None:  # noqa: ARG002 - the whole line counts
        """A click makes the row under it current."""
        at = self.top + y - 1
        if y and at < len(self._ids):
            self._go(at)


def as_tree(table: dict[str, Record], depths: dict[str, int]) -> list[str]:
    """Parents before their children, in the order of the file; a cycle's members stand at the root."""
    children: dict[str, list[str]] = {}
    for id_, record in table.items():
        parent = getattr(record, "parent", None)
        children.setdefault(parent if parent in table and parent != id_ else "", []).append(id_)
    order: list[str] = []
    stack = [(id_, 0) for id_ in reversed(children.get("", []))]
    while stack:
        id_, depth = stack.pop()
        order.append(id_)
        depths[id_] = depth
        stack.extend((child, depth + 1) for child in reversed(children.get(id_, [])))
    return order + [id_ for id_ in table if id_ not in depths]
