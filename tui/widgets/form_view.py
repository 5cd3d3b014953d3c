"""How a form is drawn: a label, a glyph, a value; tables as rows of cells; the field in focus with what it offers."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.style import Style

from model.measures import target_of
from model.plain import frozen
from tui.commands import BY_ID, key_name, keys_of
from tui.desk import Desk
from tui.editing.buffer import wrapped
from tui.editing.form_state import FormState
from tui.editing.kinds import LINKED, PICKED
from tui.editing.meanings import meaning
from tui.editing.slots import Slot
from tui.formats.numbers import format_number
from tui.widgets.form_columns import flow
from tui.widgets.pane import Row, fitted
from tui.widgets.scenario_marks import action_mark, day_mark

if TYPE_CHECKING:
    from model.checks.finding import Finding

LABEL, GLYPH, VALUE = 1, 16, 18
OFFERED = 6
GLYPHS = {"error": "✗", "warning": "!", "advice": "·"}


@frozen
class Drawn:
    """A drawn line, and the index of the slot it belongs to at each of its columns (start column → slot)."""

    row: Row
    slots: tuple[tuple[int, int], ...] = ()


class FormView:
    """Draws a form's state into lines of a given width."""

    def __init__(self, state: FormState, desk: Desk) -> None:
        self.state, self.desk = state, desk
        self.has_focus = False
        self.labels: dict[int, str] = {}

    def lines(self, width: int) -> Iterator[Drawn]:
        """Every line of the form, from its first field to its last."""
        slots, at = self.state.slots, 0
        while at < len(slots):
            if slots[at].table:
                end = next((n for n in range(at, len(slots)) if slots[n].table != slots[at].table), len(slots))
                yield from self._table(at, end, width)
                at = end
            else:
                yield from self._field(at, width)
                at += 1
        if self.state.has_aside and slots:
            yield from self._aside(width)

    def _aside(self, width: int) -> Iterator[Drawn]:
        """What of the record is the plan's, and the key that leads there; in view with the last row of fields."""
        words, keys = self.desk.words, keys_of(BY_ID["next_scenario"], self.desk.settings.keys)
        key = key_name(keys[0], words.language) if keys else words("commands.next_scenario")
        last = self.state.slots[-1]
        row = [n for n, slot in enumerate(self.state.slots) if (slot.table, slot.entry) == (last.table, last.entry)]
        yield Drawn(Row(width))
        for note in self._note(row[-1], width, LABEL, words("grid.aside", key=key), self.desk.palette.muted):
            yield Drawn(note.row, tuple((0, at) for at in row))

    # --- plain fields -------------------------------------------------------------------------------------------

    def _field(self, at: int, width: int) -> Iterator[Drawn]:
        slot, palette = self.state.slots[at], self.desk.palette
        label = self.desk.words(f"fields.{slot.key}")
        is_here = self.has_focus and at == self.state.at
        finding = self.desk.worst(slot.path)
        for n, cells in enumerate(self._value_lines(at, width - VALUE - 1)):
            row = Row(width)
            if n == 0:
                self._mark(row, at, is_here)
                row.to(LABEL).add(label, palette.accent if is_here else palette.muted, VALUE - LABEL - 2)
                self._glyph(row.to(GLYPH), slot, finding)
            row.to(VALUE)
            for text, style in cells:
                row.add(text, style)
            yield Drawn(row, ((0, at),))
        if is_here:
            yield from self._below(at, width, VALUE, finding)
        elif self.state.draft(slot):
            yield from self._note(at, width, VALUE, "✗ " + self.state.draft_problem(slot), palette.error)

    def _mark(self, row: Row, at: int, is_here: bool) -> None:
        letter = self.labels.get(at)
        if letter:
            row.add(letter, self.desk.palette.current)
        elif is_here:
            row.add("▸", self.desk.palette.accent)

    def _glyph(self, row: Row, slot: Slot, finding: "Finding | None") -> None:
        palette = self.desk.palette
        if self.state.draft(slot) and slot.spec.kind not in LINKED:
            row.add("✗", palette.error)
        elif finding is not None:
            styles = {"error": palette.error, "warning": palette.warning, "advice": palette.muted}
            row.add(GLYPHS[finding.severity], styles[finding.severity])

    def _value_lines(self, at: int, width: int) -> list[list[tuple[str, Style]]]:
        slot, palette = self.state.slots[at], self.desk.palette
        is_here = self.has_focus and at == self.state.at
        if is_here and slot.spec.kind in PICKED:
            return self._choice_lines(slot, width)
        if is_here and slot.spec.kind in LINKED:
            return [*self._linked_lines(slot, width), self._typed_line(width)]
        if is_here:
            return self._typed_lines(width)
        text = self.state.shown(slot)
        if not text:
            return [[("—", palette.muted)]]
        style = palette.error if self.state.draft(slot) else palette.text
        lines = [[(text[start:end], style)] for start, end in wrapped(text, width)]
        lines[-1].append((self._in_scenario(slot), palette.warning))
        return lines

    def _in_scenario(self, slot: Slot) -> str:
        shown = "" if slot.is_blank else day_mark(self.desk, slot.spec, slot.path, slot.key)
        return f"   {shown}" if shown else ""

    def _linked_lines(self, slot: Slot, width: int) -> list[list[tuple[str, Style]]]:
        value = self.state.value(slot)
        ids = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        return [[(fitted(self.state.linked(slot, id_), width), self.desk.palette.text)] for id_ in ids]

    def _choice_lines(self, slot: Slot, width: int) -> list[list[tuple[str, Style]]]:
        """The options side by side, the chosen one marked by its style and by brackets."""
        palette, value = self.desk.palette, self.state.value(slot)
        lines: list[list[tuple[str, Style]]] = [[]]
        used = 0
        for option in self.state.options:
            is_chosen = value is not None and option.value == value
            text = f"[{option.label}]" if is_chosen else f" {option.label} "
            if used and used + cell_len(text) > width:
                lines.append([])
                used = 0
            lines[-1].append((text, palette.current if is_chosen else palette.text))
            used += cell_len(text)
        return lines

    def _typed_lines(self, width: int) -> list[list[tuple[str, Style]]]:
        buffer, palette = self.state.buffer, self.desk.palette
        if not buffer.text:
            return [self._typed_line(width)]
        rows = wrapped(buffer.text, width)
        if self.state.is_selected:
            return [[(buffer.text[start:end], palette.cursor)] for start, end in rows]
        here = buffer.row_of_cursor(width)
        return [
            _with_cursor(buffer.text, start, end, buffer.cursor, palette.text, palette.cursor)
            if n == here
            else [(buffer.text[start:end], palette.text)]
            for n, (start, end) in enumerate(rows)
        ]

    def _typed_line(self, width: int) -> list[tuple[str, Style]]:
        """The text under the cursor on one line, its end in view; the hint where there is none."""
        buffer, palette, slot = self.state.buffer, self.desk.palette, self.state.slot
        if buffer.text:
            if self.state.is_selected:
                return [(fitted(buffer.text, width), palette.cursor)]
            start = max(buffer.cursor - width + 1, 0)
            shown = (start, min(len(buffer.text), start + width))
            return _with_cursor(buffer.text, *shown, buffer.cursor, palette.text, palette.cursor)
        hint = self._hint(slot) if slot else ""
        hint = hint if cell_len(hint) < width - 1 or not (slot and slot.table) else ""
        return (
            [(" ", palette.cursor), (fitted(" " + hint, width - 1), palette.muted)] if hint else [(" ", palette.cursor)]
        )

    def _hint(self, slot: Slot) -> str:
        key = f"fields.{slot.key}.hint"
        if self.desk.words.has(key):
            return f"({self.desk.words(key)})"
        return f"({self.desk.words('messages.hint_link')})" if slot.spec.kind in LINKED else ""

    # --- what stands under the field in focus -------------------------------------------------------------------

    def _below(self, at: int, width: int, column: int, finding: "Finding | None") -> Iterator[Drawn]:
        """The options on offer, then what is wrong or what is asked."""
        state, palette = self.state, self.desk.palette
        slot = state.slots[at]
        if slot.spec.kind not in PICKED:
            yield from self._offered(at, width, column)
        if in_scenario := self._in_scenario(slot).strip():
            yield from self._note(at, width, column, in_scenario, palette.warning)
        if understood := meaning(state):
            yield from self._note(at, width, column, "= " + understood, palette.muted)
        if state.problem:
            yield from self._note(at, width, column, "… " + state.problem, palette.warning)
        elif finding is not None and not state.buffer.text:
            style = palette.error if finding.severity == "error" else palette.warning
            text = f"{GLYPHS[finding.severity]} {self.desk.found(finding)}"
            yield from self._note(at, width, column, text, style)

    def _offered(self, at: int, width: int, column: int) -> Iterator[Drawn]:
        options, highlighted, palette = self.state.options, self.state.highlighted, self.desk.palette
        first = max(min(highlighted - OFFERED // 2, len(options) - OFFERED), 0)
        slot = self.state.slots[at]
        value = self.state.value(slot)
        chosen = value if isinstance(value, tuple) else (value,)
        for n, option in enumerate(options[first : first + OFFERED], first):
            mark = "✓ " if option.value in chosen else "  "
            style = palette.current if n == highlighted else palette.text
            row = Row(width).to(column).add("│", palette.muted).add(mark + option.label, style)
            yield Drawn(row, ((0, at),))
        if len(options) > first + OFFERED:
            more = self.desk.words("messages.more", n=len(options) - first - OFFERED)
            yield Drawn(Row(width).to(column).add("│ " + more, palette.muted), ((0, at),))

    def _note(self, at: int, width: int, column: int, text: str, style: Style) -> Iterator[Drawn]:
        for start, end in wrapped(text, width - column):
            yield Drawn(Row(width).to(column).add(text[start:end], style), ((0, at),))

    # --- tables -------------------------------------------------------------------------------------------------

    def _table(self, start: int, end: int, width: int) -> Iterator[Drawn]:
        """A heading, the columns' names, then a row of cells for each entry and an empty one."""
        slots, palette = self.state.slots, self.desk.palette
        words, table_key = self.desk.words, _table_key(slots[start])
        yield Drawn(Row(width))
        heading = Row(width).to(LABEL).add(words(f"fields.{table_key}"), palette.strong).add(" ", palette.text)
        if table_key == "actions.milestones":
            heading.add(action_mark(self.desk, self.state.holder.rsplit(".", 1)[-1]), palette.warning)
        yield Drawn(heading)
        columns = [n for n in range(start, end) if slots[n].entry == slots[start].entry]
        places = flow([slots[n] for n in columns], width)
        yield from self._headings([slots[n] for n in columns], places, width)
        for first in range(start, end, len(columns)):
            yield from self._cells(first, places, width)

    def _headings(self, slots: list[Slot], places: list[tuple[int, int, int]], width: int) -> Iterator[Drawn]:
        rows = [Row(width) for _ in range(places[-1][0] + 1)]
        for slot, (line, column, cell) in zip(slots, places, strict=True):
            rows[line].to(column).add(self.desk.words(f"fields.{slot.key}"), self.desk.palette.muted, cell)
        yield from (Drawn(row) for row in rows)

    def _cells(self, first: int, places: list[tuple[int, int, int]], width: int) -> Iterator[Drawn]:
        rows = [Row(width) for _ in range(places[-1][0] + 1)]
        where: list[list[tuple[int, int]]] = [[] for _ in rows]
        focused = -1
        for n, (line, column, cell) in enumerate(places):
            at = first + n
            row = rows[line].to(column - 1)
            letter = self.labels.get(at)
            row.add(letter or " ", self.desk.palette.current if letter else Style())
            self._cell(row, at, cell)
            where[line].append((column - 1, at))
            focused = at if self.has_focus and at == self.state.at else focused
        for row, slots in zip(rows, where, strict=True):
            yield Drawn(row, tuple(slots))
        if focused >= 0:
            yield from self._below(focused, width, places[focused - first][1], None)

    def _cell(self, row: Row, at: int, width: int) -> None:
        slot, palette = self.state.slots[at], self.desk.palette
        if self.has_focus and at == self.state.at:
            if slot.spec.kind in PICKED:
                text = self.state.shown(slot)
                row.add(f"[{text or ' '}]", palette.current, width)
            else:
                for text, style in self._typed_line(width):
                    row.add(text, style)
            return
        mark = "✗" if self.state.draft(slot) and not slot.is_blank else ""
        text = mark + self.state.shown(slot) + self._gap(slot)
        style = palette.error if self.state.draft(slot) and not slot.is_blank else palette.text
        row.add(text or ("·" * min(width, 3) if slot.is_blank else "—"), style if text else palette.muted, width)

    def _gap(self, slot: Slot) -> str:
        """Beside a reading, its distance to the target: `938 457 (−36 543)`."""
        reading = self.state.value(slot)
        if slot.key != "indicators.readings.value" or not isinstance(reading, Decimal):
            return ""
        target = target_of(self.desk.plan, slot.path.split(".")[1])
        if target is None:
            return ""
        gap = reading - target
        return f" ({'+' if gap > 0 else ''}{format_number(gap, self.desk.numbers)})"


def _with_cursor(
    text: str, start: int, end: int, cursor: int, style: Style, cursor_style: Style
) -> list[tuple[str, Style]]:
    under = text[cursor : cursor + 1] if cursor < end else " "
    return [(text[start:cursor], style), (under, cursor_style), (text[cursor + 1 : end], style)]


def _table_key(slot: Slot) -> str:
    return slot.key.rsplit(".", 1)[0]
