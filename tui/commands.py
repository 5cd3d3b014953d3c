"""Every command, declared once: its id, its keys, its action. Footer, palette, help and key map derive from this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """Something one can ask for. `keys` are Textual's names, the first one is shown; none means palette only.

    `where` says when the footer shows it: `list`, `form`, or neither.
    """

    id: str
    keys: tuple[str, ...] = ()
    where: tuple[str, ...] = ()


COMMANDS: tuple[Command, ...] = (
    Command("guide", ("f1",), ("list", "form")),
    Command("guide_down", ("alt+down",)),
    Command("guide_up", ("alt+up",)),
    Command("diagnostic", ("f2",)),
    Command("objectives", ("f3",)),
    Command("actions", ("f4",)),
    Command("budget", ("f5",)),
    Command("indicators", ("f6",)),
    Command("review", ("f7",)),
    Command("plan", ("f10",)),
    Command("next_step", ("ctrl+pagedown",)),
    Command("previous_step", ("ctrl+pageup",)),
    Command("next_section"),
    Command("previous_section"),
    Command("new", ("insert", "ctrl+n"), ("list", "form")),
    Command("remove", ("delete", "ctrl+d"), ("list",)),
    Command("move_up", ("ctrl+up",)),
    Command("move_down", ("ctrl+down",)),
    Command("undo", ("ctrl+z",), ("list", "form")),
    Command("redo", ("ctrl+y",)),
    Command("save", ("ctrl+s",), ("list",)),
    Command("palette", ("ctrl+p",), ("list", "form")),
    Command("jump", ("ctrl+o",), ("form",)),
    Command("editor", ("ctrl+e",)),
    Command("copy", ("ctrl+c",)),
    Command("paste", ("ctrl+v",)),
    Command("tax"),
    Command("theme"),
    Command("language"),
    Command("numbers"),
    Command("keys"),
    Command("quit", ("ctrl+q",)),
)
BY_ID = {command.id: command for command in COMMANDS}
STEP_COMMANDS = ("plan", "diagnostic", "objectives", "actions", "budget", "indicators")


def key_map(own: dict[str, str]) -> dict[str, str]:
    """Which command each key runs; `own` holds the user's keys by command id, several parted by commas."""
    keys: dict[str, str] = {}
    for command in COMMANDS:
        chosen = own[command.id].split(",") if command.id in own else command.keys
        keys.update({key.strip(): command.id for key in chosen if key.strip()})
    return keys


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
