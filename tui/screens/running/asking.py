"""Commands that ask: a command or a record by name, a theme, a way to write numbers, a language."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from model.names import name_of
from model.references import records
from model.standing import STANDING, stands
from tui.commands import COMMANDS, Command, key_name, keys_of
from tui.dialogs.picker import Choice
from tui.pages import STEPS, section_of
from tui.palette import PALETTES, THEMES
from tui.settings import changed
from tui.text import visible
from tui.words import LANGUAGES, Language, Words

if TYPE_CHECKING:
    from tui.screens.workspace import Workspace


def palette(space: Workspace) -> None:
    """All commands, all sections, any record by name."""
    choices = [*_commands(space), *_sections(space), *_records(space)]
    space.ask("palette_title", choices, partial(_take, space), is_searchable=True)


def _commands(space: Workspace) -> list[Choice]:
    words = space.desk.words
    return [
        Choice(words(f"commands.{c.id}"), f"!{c.id}", " · ".join(_key_names(space, c)[:1]))
        for c in COMMANDS
        if c.id != "palette"
    ]


def _key_names(space: Workspace, command: Command) -> list[str]:
    keys = keys_of(command, space.desk.settings.keys)
    return [key_name(key, space.desk.words.language) for key in keys]


def _sections(space: Workspace) -> list[Choice]:
    words = space.desk.words
    return [
        Choice(words(f"sections.{section}"), section, words(f"sections.step.{step.id}"))
        for step in STEPS
        for section in step.sections
        if len(step.sections) > 1
    ]


def _records(space: Workspace) -> list[Choice]:
    shown = {section for step in STEPS for section in step.sections}
    words = space.desk.words
    standing = [
        Choice(words(f"choices.{section}.{id_}"), f"{section}.{id_}", words(f"sections.{section}.one"))
        for section, ids in STANDING.items()
        for id_ in ids
    ]
    return standing + [
        Choice(f"{id_} {visible(name_of(record))}", path, words(f"sections.{_table_of(path)}.one"))
        for path, id_, record in records(space.desk.plan)
        if section_of(path) in shown and not stands(path)
    ]


def _table_of(path: str) -> str:
    """The table that a record stands in, without ids: `budget.B1.quotes.Y1` → `budget.quotes`."""
    section = section_of(path)
    inner = path[len(section) :].split(".")[2:-1]
    return ".".join([section, *inner])


def _take(space: Workspace, value: str) -> None:
    """A command is run, a path gone to."""
    if value.startswith("!"):
        space.run(value[1:])
    else:
        space.go_to(value)


def theme(space: Workspace) -> None:
    """Another theme, kept for the next time."""
    space.ask(
        "theme_title", [Choice(space.desk.words(f"themes.{name}"), name) for name in THEMES], partial(_wear, space)
    )


def _wear(space: Workspace, name: str) -> None:
    space.desk.palette = PALETTES[name]
    space.desk.settings = changed(space.desk.settings, theme=name)
    space.redraw()


def numbers(space: Workspace) -> None:
    """How numbers are written and typed, whatever the language."""
    choices = [Choice(space.desk.words(f"messages.numbers_{name}"), name) for name in LANGUAGES]
    space.ask("numbers_title", choices, partial(_count_in, space))


def _count_in(space: Workspace, name: str) -> None:
    style: Language = "fr" if name == "fr" else "en"
    space.desk.numbers = style
    space.desk.settings = changed(space.desk.settings, numbers=style)
    space.redraw()


def language(space: Workspace) -> None:
    """The other language, at once and for the next time."""
    from tui.screens.checking import show

    other: Language = "en" if space.desk.words.language == "fr" else "fr"
    space.desk.words = Words(other)
    if space.desk.settings.numbers is None:
        space.desk.numbers = other
    space.desk.settings = changed(space.desk.settings, language=other)
    show(space)


def keys(space: Workspace) -> None:
    """Every command and its keys; Enter runs it."""
    words = space.desk.words
    choices = [
        Choice(words(f"commands.{c.id}"), f"!{c.id}", " · ".join(_key_names(space, c)))
        for c in COMMANDS
        if _key_names(space, c) and c.id != "keys"
    ]
    space.ask("keys_title", choices, partial(_take, space), is_searchable=True)
