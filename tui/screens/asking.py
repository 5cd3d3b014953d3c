"""What the workspace asks in a dialog: a command or a record by name, a finding, a theme, a way to write numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from model.names import name_of
from model.references import records
from tui.commands import COMMANDS, key_name
from tui.dialogs.picker import Choice, Picker
from tui.pages import STEPS, section_of
from tui.palette import PALETTES, THEMES
from tui.settings import changed
from tui.text import visible
from tui.widgets.form_view import GLYPHS
from tui.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from tui.desk import Desk
    from tui.widgets.pane import Pane


class Asking:
    """The commands that open a list to choose from."""

    if TYPE_CHECKING:
        desk: Desk
        dialog: Picker | None
        panes: tuple[Pane, ...]
        go_to: Callable[[str], None]
        check: Callable[[], None]
        run: Callable[[str], None]

    def ask(self, title: str, choices: Sequence[Choice], then: Callable[[str], None]) -> None:
        """Show choices under a title (a word of `messages`); `then` gets the one taken."""
        self.dialog = Picker(self.desk, self, self.desk.words(f"messages.{title}"), choices, then)  # type: ignore[arg-type]

    def command_palette(self) -> None:
        """All commands, all sections, any record by name."""
        self.ask("palette_title", [*self._commands(), *self._sections(), *self._records()], self._take)

    def _commands(self) -> list[Choice]:
        words = self.desk.words
        return [
            Choice(words(f"commands.{c.id}"), f"!{c.id}", key_name(c.keys[0], words.language) if c.keys else "")
            for c in COMMANDS
            if c.id != "palette"
        ]

    def _sections(self) -> list[Choice]:
        words = self.desk.words
        return [
            Choice(words(f"sections.{section}"), section, words(f"sections.step.{step.id}"))
            for step in STEPS
            for section in step.sections
            if len(step.sections) > 1
        ]

    def _records(self) -> list[Choice]:
        shown = {section for step in STEPS for section in step.sections}
        return [
            Choice(f"{id_} {visible(name_of(record))}", path, self.desk.words(f"sections.{section_of(path)}.one"))
            for path, id_, record in records(self.desk.plan)
            if section_of(path) in shown
        ]

    def _take(self, value: str) -> None:
        if value.startswith("!"):
            self.run(value[1:])
        else:
            self.go_to(value)

    def command_review(self) -> None:
        """What is still missing, the worst first; Enter goes to the field."""
        self.check()
        found = [finding for findings in self.desk.findings.values() for finding in findings]
        order = list(GLYPHS)
        found.sort(key=lambda finding: order.index(finding.severity))
        choices = [Choice(f"{GLYPHS[f.severity]} {self.desk.found(f)}", f.path, f.code) for f in found]
        title = "review_title" if choices else "review_none"
        self.ask(title, choices, self.go_to)

    def command_theme(self) -> None:
        """Another theme, kept for the next time."""
        choices = [Choice(self.desk.words(f"themes.{name}"), name) for name in THEMES]
        self.ask("theme_title", choices, self._take_theme)

    def _take_theme(self, name: str) -> None:
        self.desk.palette = PALETTES[name]
        self.desk.settings = changed(self.desk.settings, theme=name)
        self.redraw()

    def command_numbers(self) -> None:
        """How numbers are written and typed, whatever the language."""
        choices = [Choice(self.desk.words(f"messages.numbers_{name}"), name) for name in LANGUAGES]
        self.ask("numbers_title", choices, self._take_numbers)

    def _take_numbers(self, name: str) -> None:
        numbers: Language = "fr" if name == "fr" else "en"
        self.desk.numbers = numbers
        self.desk.settings = changed(self.desk.settings, numbers=numbers)
        self.redraw()

    def command_language(self) -> None:
        """The other language, at once and for the next time."""
        other: Language = "en" if self.desk.words.language == "fr" else "fr"
        self.desk.words = Words(other)
        if self.desk.settings.numbers is None:
            self.desk.numbers = other
        self.desk.settings = changed(self.desk.settings, language=other)
        self.check()
        self.redraw()

    def command_keys(self) -> None:
        """Every command and its keys; Enter runs it."""
        words = self.desk.words
        choices = [
            Choice(words(f"commands.{c.id}"), f"!{c.id}", " · ".join(key_name(key, words.language) for key in c.keys))
            for c in COMMANDS
            if c.keys and c.id != "keys"
        ]
        self.ask("keys_title", choices, self._take)

    def redraw(self) -> None:
        """Every pane again, in other words or colours."""
        for pane in self.panes:
            pane.repaint()
