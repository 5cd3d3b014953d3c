"""The declared keys: what a keyboard far away, in tmux, on AZERTY, can send."""

import pytest

from tui.commands import BY_ID, COMMANDS, STEP_COMMANDS, Command, key_map
from tui.pages import STEPS
from tui.widgets.form import Form
from tui.widgets.grid import BudgetGrid
from tui.widgets.records import Records
from tui.widgets.swot import SwotBoard
from tui.words import LANGUAGES, Language, Words

TAKEN = ("ctrl+a", "ctrl+b", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+h")
NAMED = ("insert", "delete", "up", "down", "left", "right", "home", "end", "pageup", "pagedown")
KEYED = [command for command in COMMANDS if command.keys]


@pytest.mark.parametrize("command", KEYED, ids=lambda command: command.id)
def test_no_default_key_is_one_that_gets_lost(command: Command) -> None:
    """No AltGr, no digit, no dead key; nothing that tmux, screen or a plain terminal keeps for itself."""
    for key in command.keys:
        *modifiers, name = key.split("+")
        assert key not in TAKEN
        assert "altgr" not in modifiers
        assert not name.isdigit()
        assert name in NAMED or (name[0] == "f" and name[1:].isdigit()) or (name.isalpha() and len(name) == 1)
        assert modifiers or len(name) > 1, "a single letter would be typed, not obeyed"
        assert name in NAMED or not ({"alt", "shift"} & set(modifiers))


@pytest.mark.parametrize("pane", [Form, Records, SwotBoard, BudgetGrid])
def test_no_pane_waits_for_a_key_that_gets_lost(pane: type[Form | Records]) -> None:
    """The keys of forms, lists and the grid keep to what every terminal sends."""
    assert not set(pane.KEYS) & set(TAKEN)
    assert not any(key.split("+")[-1].isdigit() or "alt" in key.split("+")[:-1] for key in pane.KEYS)


def test_a_key_has_one_meaning() -> None:
    """No key runs two commands."""
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("guide", {"f1"}),
        ("review", {"f7"}),
        ("plan", {"f10"}),
        ("master", {"f12"}),
        ("new", {"insert", "ctrl+n"}),
        ("remove", {"delete", "ctrl+d"}),
        ("move_up", {"ctrl+up"}),
        ("move_down", {"ctrl+down"}),
        ("undo", {"ctrl+z"}),
        ("redo", {"ctrl+y"}),
        ("save", {"ctrl+s"}),
        ("palette", {"ctrl+p"}),
        ("jump", {"ctrl+o"}),
        ("editor", {"ctrl+e"}),
        ("next_step", {"ctrl+pagedown"}),
        ("previous_step", {"ctrl+pageup"}),
        ("quit", {"ctrl+q"}),
    ],
)
def test_the_keys_are_those_promised(command: str, keys: set[str]) -> None:
    """The keys that people learn are the ones of the documentation."""
    assert set(BY_ID[command].keys) == keys


def test_steps_have_the_keys_written_beside_them() -> None:
    """What a step shows as its key is the key that opens it."""
    assert {step.id: (step.key.lower(),) for step in STEPS} == {name: BY_ID[name].keys for name in STEP_COMMANDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_has_its_words(language: Language) -> None:
    """Every command can be read and found in the palette, in both languages, under a name of its own."""
    names = [Words(language)(f"commands.{command.id}") for command in COMMANDS]
    assert len(set(names)) == len(names)


def test_the_users_own_key_takes_the_place_of_the_default() -> None:
    """A key of the settings runs its command, the default no longer does, and other commands give way."""
    keys = key_map({"save": "f9, ctrl+z"})
    assert (keys["f9"], keys["ctrl+z"]) == ("save", "save")
    assert "ctrl+s" not in keys
