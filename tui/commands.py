"""Every command, declared once: its id, its keys, its action. Footer, palette, help and key map derive from this."""

from model.plain import frozen


@frozen
class Command:
    """Something one can ask for. `keys` are Textual's names, the first one is shown; none means palette only.

    A `letter` is its key in one list alone, the budget grid unless another `section` is named: letters are not typed
    there; several stand apart by blanks. In the section `*` it is a key of every list.
    """

    id: str
    keys: tuple[str, ...] = ()
    letter: str = ""
    section: str = "budget"


DRAWABLE = (
    "diagnostic.pestel diagnostic.competitors diagnostic.offers diagnostic.media diagnostic.channels review segments"
)
"""The sections from which lines of the SWOT are drawn."""

COMMANDS: tuple[Command, ...] = (
    Command("guide", ("f1",)),
    Command("guide_down", ("alt+down",)),
    Command("guide_up", ("alt+up",)),
    Command("diagnostic", ("f2",)),
    Command("objectives", ("f3",)),
    Command("actions", ("f4",)),
    Command("budget", ("f5",)),
    Command("indicators", ("f6",)),
    Command("master", ("f12",)),
    Command("review", ("f7",)),
    Command("renew"),
    Command("import_file"),
    Command("export"),
    Command("plan", ("f10",)),
    Command("gear", letter="m", section="decisions"),
    Command("segment_map", letter="m", section="segments"),
    Command("purchase_grid", letter="m", section="purchases"),
    Command("internal_plan", letter="m", section="entities"),
    Command("self_assessment", letter="m", section="orientation"),
    Command("trace", letter="v", section="*"),
    Command("matrix"),
    Command("cross", letter="x", section="diagnostic.swot"),
    Command("set_aside", letter="s", section="diagnostic.swot"),
    Command("draw", letter="p", section=DRAWABLE),
    Command("purposes"),
    Command("next_step", ("ctrl+pagedown",)),
    Command("previous_step", ("ctrl+pageup",)),
    Command("next_section"),
    Command("previous_section"),
    Command("new", ("insert", "ctrl+n")),
    Command("remove", ("delete", "ctrl+d")),
    Command("move_up", ("ctrl+up",)),
    Command("move_down", ("ctrl+down",)),
    Command("undo", ("ctrl+z",)),
    Command("redo", ("ctrl+y",)),
    Command("save", ("ctrl+s",)),
    Command("take_over"),
    Command("palette", ("ctrl+p",)),
    Command("jump", ("ctrl+o",)),
    Command("editor", ("ctrl+e",)),
    Command("copy", ("ctrl+c",)),
    Command("paste", ("ctrl+v",)),
    Command("exclude", letter="x"),
    Command("delay", letter="d"),
    Command("scale", letter="s"),
    Command("exclude_action", letter="X"),
    Command("delay_action", letter="D"),
    Command("scale_action", letter="S"),
    Command("hold", letter="h"),
    Command("release_all", letter="H"),
    Command("filter", letter="f"),
    Command("sort", letter="o"),
    Command("group", letter="g"),
    Command("columns", letter="l"),
    Command("again", letter="a"),
    Command("compared_columns", ("f9",)),
    Command("tax", letter="t"),
    Command("risk", letter="r"),
    Command("pictures", letter="p"),
    Command("next_scenario", ("f8",)),
    Command("scenario_menu", letter="n"),
    Command("duplicate_scenario"),
    Command("compare", letter="c"),
    Command("consequences", letter="k"),
    Command("promote", letter="P"),
    Command("last_year", letter="y"),
    Command("choose_quote", letter="q"),
    Command("why", letter="w"),
    Command("against_last_year"),
    Command("dashboard", letter="b", section="indicators"),
    Command("readings", letter="r", section="indicators"),
    Command("correct", letter="c", section="indicators"),
    Command("chart", letter="g", section="indicators"),
    Command("timeline", letter="t", section="actions"),
    Command("load", letter="l", section="actions"),
    Command("means", letter="m", section="actions"),
    Command("funding_plan", letter="r", section="funding"),
    Command("theme"),
    Command("language"),
    Command("numbers"),
    Command("keys"),
    Command("quit", ("ctrl+q",)),
)
EVERY = "*"
BY_ID = {command.id: command for command in COMMANDS}
STEP_COMMANDS = ("plan", "diagnostic", "objectives", "actions", "budget", "indicators", "master")


FOOTER: dict[str, tuple[str, ...]] = {
    "grid": ("guide", "exclude", "delay", "scale", "hold", "filter", "group", "columns", "palette", "save", "undo"),
    "list": ("guide", "new", "palette", "save", "remove", "undo"),
    "form": ("guide", "new", "palette", "jump", "save", "undo"),
    "single": ("guide", "palette", "jump", "save", "undo"),
}
"""What the last line shows where the keys go, the most wanted first: a narrow screen leaves out the rest."""


def keys_of(command: Command, own: dict[str, str]) -> tuple[str, ...]:
    """The keys of a command: the user's own, parted by commas in the settings, else the declared ones."""
    if command.id not in own:
        return command.keys
    return tuple(key.strip() for key in own[command.id].split(",") if key.strip())


def letter_map(own: dict[str, str], section: str = "budget") -> dict[str, str]:
    """Which command each letter runs in a section's list; a command with keys of the user's own has no letter."""
    return {command.letter: command.id for command in lettered(EVERY, section) if command.id not in own}


def lettered(*sections: str) -> tuple[Command, ...]:
    """The commands that have a letter in the lists of some sections, or in every list."""
    return tuple(command for command in COMMANDS if command.letter and set(sections) & set(command.section.split()))


def footer(where: str, section: str) -> tuple[str, ...]:
    """The commands that the last line shows: in a list those of its letters after the first."""
    first, *rest = FOOTER[where]
    own = tuple(command.id for command in lettered(section)) if where == "list" else ()
    return (first, *own, *rest)


def key_map(own: dict[str, str]) -> dict[str, str]:
    """Which command each key runs; a key that the user gave to a command is taken from any other."""
    declared = {key: command.id for command in COMMANDS if command.id not in own for key in command.keys}
    chosen = {key: command.id for command in COMMANDS if command.id in own for key in keys_of(command, own)}
    return declared | chosen


_NAMES = {
    "insert": {"fr": "Inser", "en": "Ins"},
    "delete": {"fr": "Suppr", "en": "Del"},
    "up": {"fr": "Haut", "en": "Up"},
    "down": {"fr": "Bas", "en": "Down"},
    "pageup": {"fr": "PgPréc", "en": "PgUp"},
    "pagedown": {"fr": "PgSuiv", "en": "PgDn"},
}


def key_name(key: str, language: str) -> str:
    """A key as it is written for people: `F1`, `^Z`, `Inser`."""
    if key.startswith("ctrl+"):
        rest = key.removeprefix("ctrl+")
        return f"^{rest.upper()}" if len(rest) == 1 else f"Ctrl+{key_name(rest, language)}"
    if key.startswith("alt+"):
        return f"Alt+{key_name(key.removeprefix('alt+'), language)}"
    return _NAMES.get(key, {}).get(language) or key.upper()
