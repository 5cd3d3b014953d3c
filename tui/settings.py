"""The user's settings and list of recent plans: two small TOML files in the platform's own folders."""

import contextlib
import os
from dataclasses import field, replace
from pathlib import Path
from typing import Any

import tomli
import tomli_w
from platformdirs import user_config_path, user_state_path

from model.plain import frozen
from tui.themes import THEMES
from tui.words import LANGUAGES, Language

RECENT = 12
COLUMNS = (
    *("amount", "other", "last_year", "difference", "committed", "spent", "landing"),
    *("category", "supplier", "action", "source", "status", "group", "quantity", "unit_cost", "months"),
)
"""The columns of the budget grid that one may choose."""


@frozen
class Settings:
    """What the user has chosen; an empty choice follows the terminal and the locale."""

    language: Language | None = None
    numbers: Language | None = None
    theme: str = ""
    labels: str = ""
    keys: dict[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()


def settings_file() -> Path:
    """Where the settings are kept."""
    return user_config_path("planmark") / "settings.toml"


def recent_file() -> Path:
    """Where the list of recent plans is kept."""
    return user_state_path("planmark") / "recent.toml"


def recovery_folder() -> Path:
    """Where the journals of sittings are kept."""
    return user_state_path("planmark") / "recovery"


def read_table(file: Path) -> dict[str, Any]:
    """The file's table; empty where there is none or it cannot be read: settings never stand in the way."""
    try:
        return tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}


def write_table(file: Path, table: dict[str, Any]) -> None:
    """Replace the file whole; a folder that cannot be written to is no reason to stop."""
    # Who only reads a plan needs no way to write.
    from model.store.atomic import followed, locked_folder, write_whole

    with contextlib.suppress(OSError, UnicodeEncodeError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # A link is followed, never replaced.
        target = followed(file)
        with locked_folder(target.parent) as folder:
            write_whole(target, tomli_w.dumps(table).encode(), folder, is_private=True)


def load_settings() -> Settings:
    """The settings as chosen; what is not a choice is left out."""
    table = read_table(settings_file())
    chosen: dict[str, Any] = {name: table[name] for name in ("language", "numbers") if table.get(name) in LANGUAGES}
    if table.get("theme") in THEMES:
        chosen["theme"] = table["theme"]
    if table.get("labels") in ("azerty", "qwerty"):
        chosen["labels"] = table["labels"]
    keys = table.get("keys")
    if isinstance(keys, dict):
        chosen["keys"] = {str(name): str(key) for name, key in keys.items()}
    columns = table.get("columns")
    if isinstance(columns, list):
        chosen["columns"] = tuple(name for name in columns if name in COLUMNS)
    return Settings(**chosen)


def save_settings(settings: Settings) -> None:
    """Keep the settings."""
    table = {name: getattr(settings, name) for name in ("language", "numbers", "theme", "labels", "keys", "columns")}
    write_table(
        settings_file(), {name: list(value) if name == "columns" else value for name, value in table.items() if value}
    )


def changed(settings: Settings, **choices: Any) -> Settings:
    """The settings with some choices made, and kept."""
    made = replace(settings, **choices)
    save_settings(made)
    return made


def recent_plans() -> list[Path]:
    """The plans opened last, the newest first."""
    files = read_table(recent_file()).get("files", [])
    return [Path(file) for file in files if isinstance(file, str)] if isinstance(files, list) else []


def remember_plan(file: Path) -> None:
    """Put a plan at the head of the recent ones."""
    absolute = file.absolute()
    files = [absolute, *(other for other in recent_plans() if other != absolute)][:RECENT]
    write_table(recent_file(), {"files": [str(file) for file in files]})


def language_of(option: str | None, settings: Settings, environ: dict[str, str] | None = None) -> Language:
    """The language: the option, the setting, the locale, else English."""
    env = dict(os.environ) if environ is None else environ
    if option in LANGUAGES:
        return option
    if settings.language:
        return settings.language
    locale = env.get("LC_ALL") or env.get("LC_MESSAGES") or env.get("LANG") or ""
    return "fr" if locale.lower().startswith("fr") else "en"
