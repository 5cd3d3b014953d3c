"""What a terminal sends for a key: `<F3>`, `<Tab>`, `<C-s>`, `<S-Up>`, `<A-x>`; anything else is sent as it is."""

import re
from typing import Final

_NAMED: Final = re.compile(r"<((?:[SAC]-)*)([A-Za-z]+[0-9]*|.)>")
_MODIFIERS: Final = {"S": 1, "A": 2, "C": 4}
_PLAIN: Final = {
    "Enter": "\r",
    "Tab": "\t",
    "Esc": "\x1b",
    "Space": " ",
    "Backspace": "\x7f",
    "Less": "<",
}
_CURSOR: Final = {"Up": "A", "Down": "B", "Right": "C", "Left": "D", "End": "F", "Home": "H"}
_FUNCTION: Final = {"F1": "P", "F2": "Q", "F3": "R", "F4": "S"}
_CONSOLE: Final = {"F1": "A", "F2": "B", "F3": "C", "F4": "D", "F5": "E"}
_NUMBERED: Final = {
    "Insert": 2,
    "Delete": 3,
    "PageUp": 5,
    "PageDown": 6,
    "F5": 15,
    "F6": 17,
    "F7": 18,
    "F8": 19,
    "F9": 20,
    "F10": 21,
    "F11": 23,
    "F12": 24,
}


def encode(text: str, term: str = "xterm-256color", application_cursor: bool = False) -> bytes:
    """The bytes of a text with named keys in it, as the terminal named by `term` sends them.

    Args:
        text: such as `"Salon<Tab>12,5<C-s>"`; a `<` alone is written `<Less>` where it could open a name.
        term: the value of TERM; the Linux console has function keys of its own.
        application_cursor: whether the program asked for the other form of the arrows (DECCKM).
    """
    return _NAMED.sub(lambda match: _key(match[1], match[2], term, application_cursor), text).encode()


def _key(modifiers: str, name: str, term: str, application_cursor: bool) -> str:
    bits = sum(_MODIFIERS[letter] for letter in modifiers if letter in _MODIFIERS)
    if name in _CURSOR:
        return _cursor(_CURSOR[name], bits, application_cursor)
    if term == "linux" and name in _CONSOLE and not bits:
        return f"\x1b[[{_CONSOLE[name]}"
    if name in _FUNCTION:
        return f"\x1b[1;{bits + 1}{_FUNCTION[name]}" if bits else f"\x1bO{_FUNCTION[name]}"
    if name in _NUMBERED:
        return f"\x1b[{_NUMBERED[name]};{bits + 1}~" if bits else f"\x1b[{_NUMBERED[name]}~"
    return _character(name, bits)


def _cursor(letter: str, bits: int, application_cursor: bool) -> str:
    if bits:
        return f"\x1b[1;{bits + 1}{letter}"
    return f"\x1bO{letter}" if application_cursor else f"\x1b[{letter}"


def _character(name: str, bits: int) -> str:
    if name == "Tab" and bits & 1:
        return "\x1b[Z"
    character = _PLAIN.get(name, name)
    if len(character) != 1:
        message = f"no such key: <{name}>"
        raise ValueError(message)
    if bits & 4:
        character = chr(ord(character.upper()) & 0x1F)
    return "\x1b" + character if bits & 2 else character
