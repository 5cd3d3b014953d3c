"""The lines at the top and at the bottom: the plan, its money and the steps; what to do next, and the keys."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.cells import cell_len
from rich.style import Style

from tui.commands import BY_ID, footer, key_name, keys_of
from tui.desk import Desk
from tui.money import against_ceiling
from tui.pages import STEPS, count_in, step_of
from tui.text import visible
from tui.widgets.messages import SectionAsked
from tui.widgets.pane import Host, Pane, Row, fitted


class TopBar(Pane):
    """One line of title; on a narrow screen the steps and the sections of the open one stand below it."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.section = "plan"
        self.progress: dict[str, tuple[int, int]] = {}
        self._targets: list[list[tuple[int, str]]] = []

    def show(self, section: str) -> None:
        """The section that is open."""
        self.section = section
        self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """The title line, then what the height leaves room for."""
        rows = [self._title(width)]
        self._targets = [[]]
        if height == 2:
            rows.append(Row(width).add("─" * width, self.desk.palette.muted))
        elif height > 2:
            rows += [self._steps(width), self._sections(width)]
        return rows

    def _title(self, width: int) -> Row:
        palette, words = self.desk.palette, self.desk.words
        plan = self.desk.plan.plan
        state = words(_state(self.desk))
        money = against_ceiling(self.desk)
        right = f"{money}   {state} "
        row = self._brand(width).add(" ", palette.text)
        names = [visible(name) for name in (plan.title, plan.client) if name] or [self.desk.session.file.name]
        room = width - row.length - cell_len(right) - 1
        both = " · ".join(names)
        row.add(both if cell_len(both) <= room else fitted(names[0], room), palette.strong)
        row.to(width - cell_len(right)).add(money, palette.money).add("   ", palette.text)
        return row.add(state, palette.warning if _is_warned(self.desk) else palette.good)

    def _brand(self, width: int) -> Row:
        """The program's name; while a scenario is at work, in its place which one, with or without colour."""
        palette, scenario = self.desk.palette, self.desk.scenario
        if scenario is None:
            return Row(width).add(" Planmark ", palette.accent)
        title = visible(self.desk.plan.scenarios[scenario].title or scenario)
        told = self.desk.words("grid.banner", title=title)
        return Row(width).add(fitted(f" ▲ {told}", width // 3) + " ", palette.warning + Style(reverse=True))

    def _steps(self, width: int) -> Row:
        palette, row = self.desk.palette, Row(width)
        targets: list[tuple[int, str]] = []
        full = sum(cell_len(self.desk.words(f"sections.step.{step.id}")) + len(step.key) + 5 for step in STEPS) <= width
        for step in STEPS:
            is_open = self.section in step.sections
            targets.append((row.length, step.sections[0]))
            row.add(f" {step.key} ", palette.muted)
            name = self.desk.words(f"sections.step.{step.id}" if full else f"messages.step.{step.id}")
            row.add(name, palette.accent if is_open else palette.text)
            row.add(f" {_fullness(*self.progress.get(step.id, (0, 0)))}", palette.muted)
        self._targets.append(targets)
        return row

    def _sections(self, width: int) -> Row:
        """The sections of the open step, the open one always in view."""
        palette, step = self.desk.palette, step_of(self.section)
        targets: list[tuple[int, str]] = []
        row = Row(width)
        self._targets.append(targets)
        if len(step.sections) == 1:
            return row
        labels = {section: f" {self._label(section)} " for section in step.sections}
        first = step.sections.index(self.section)
        while first and sum(map(cell_len, list(labels.values())[first - 1 :])) + 2 <= width:
            first -= 1
        row.add("‹" if first else " ", palette.muted)
        for section in step.sections[first:]:
            if row.room < cell_len(labels[section]) + 1:
                row.right("›", palette.muted)
                break
            targets.append((row.length, section))
            is_open = section == self.section
            row.add(labels[section], palette.accent if is_open else palette.muted)
        return row

    def _label(self, section: str) -> str:
        name = self.desk.words(f"sections.{section}")
        count = count_in(self.desk.plan, section)
        mark = "▸" if section == self.section else ""
        return f"{mark}{name} {count}" if count else f"{mark}{name}"

    def take_click(self, x: int, y: int) -> None:
        """A click opens the step or section under it."""
        if y < len(self._targets):
            under = [section for column, section in self._targets[y] if column <= x]
            if under:
                self.host.hear(SectionAsked(under[-1]))


def _state(desk: Desk) -> str:
    """Whether the file holds the plan: a new one has none yet; or that it is only looked at."""
    if desk.session.is_look_only:
        return "conflicts.look_only_mark"
    if desk.session.has_unsaved:
        return "messages.modified"
    return "messages.saved_mark" if desk.session.digest else "messages.new_mark"


def _is_warned(desk: Desk) -> bool:
    return desk.session.has_unsaved or desk.session.is_look_only


def _fullness(done: int, wanted: int) -> str:
    """How complete a step is in one glyph: empty, begun, whole."""
    return "○" if not done else "●" if done >= wanted else "◐"


class StatusBar(Pane):
    """What to do next, or what was just done; below it the keys that matter where the focus is."""

    def __init__(self, desk: Desk, host: Host) -> None:
        super().__init__(desk, host)
        self.where = "list"
        self.section = ""
        self.next_step = ""
        self.counts = ""
        self.told = ""
        self.work = ""
        self.is_prose = False
        self.dialog: Pane | None = None
        """What is open over the panes: the keys are its own."""
        self._is_fading = False

    @contextmanager
    def fading(self) -> Iterator[None]:
        """What was told goes with the next key, unless that key tells something itself."""
        self._is_fading = True
        yield
        if self._is_fading:
            self.tell("")

    def tell(self, text: str) -> None:
        """Show a sentence until the next key."""
        self._is_fading = False
        if text != self.told:
            self.told = text
            self.repaint()

    def show_work(self, text: str) -> None:
        """Show what is being done meanwhile, where nothing else was told."""
        if text != self.work:
            self.work = text
            self.repaint()

    def rows(self, width: int, height: int) -> list[Row]:
        """The sentence, then the keys; a rule above them where there is room."""
        palette = self.desk.palette
        rows = [Row(width).add("─" * width, palette.muted)] if height > 2 else []
        sentence = Row(width)
        if self.told:
            sentence.add(" " + self.told, palette.strong)
        elif self.work:
            sentence.add(" " + self.work, palette.accent)
        elif self.next_step:
            room = width - cell_len(self.counts) - 5
            sentence.add(" → ", palette.accent).add(self.next_step, palette.text, room)
        if self.counts:
            sentence.right(f"{self.counts} ", palette.muted)
        return [*rows, sentence, self._keys(width)]

    def _keys(self, width: int) -> Row:
        palette, row = self.desk.palette, Row(width).add(" ", self.desk.palette.text)
        for key, text in self._shown() if self.dialog is None else self.dialog.keys():
            if row.room < cell_len(key) + cell_len(text) + 3:
                break
            row.add(key, palette.accent).add(f" {text}  ", palette.muted)
        return row

    def _shown(self) -> list[tuple[str, str]]:
        """The keys of the pane at work, and what they do."""
        words = self.desk.words
        shown = [
            (key_name(keys[0], words.language) if len(keys[0]) > 1 else keys[0], words(f"commands.{name}.short"))
            for name in footer(self.where, self.section)
            if (keys := keys_of(BY_ID[name], self.desk.settings.keys) or (BY_ID[name].letter,)) != ("",)
        ]
        if self.where in ("form", "single"):
            shown.insert(0, ("Tab", words("messages.key_field")))
            if self.is_prose:
                shown.insert(0, (words("messages.enter"), words("messages.key_line")))
        if self.where in ("list", "grid"):
            shown.insert(0, (words("messages.enter"), words("messages.key_form")))
        return shown
