"""Reading the arguments: operands and options in any order, nothing abbreviated, `--` before what only looks like one.

Python's own parser speaks English alone, and offers no way to have its sentences in another language.
"""

from collections.abc import Sequence
from dataclasses import field

from model.plain import slotted
from tui.cli.commands import Command
from tui.words import LANGUAGES

LANGUAGE = "--lang"


class UsageError(Exception):
    """The arguments make no command; `code` names the sentence, `details` its values."""

    def __init__(self, code: str, command: str = "", **details: str) -> None:
        super().__init__(code)
        self.code, self.command, self.details = code, command, details


@slotted
class Arguments:
    """What a command was given: its operands in order, its options that take a value, its flags."""

    operands: list[str] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)

    @property
    def wants_json(self) -> bool:
        """Whether the answer is for a program."""
        return "--json" in self.flags


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word most like an unknown one; empty when none is."""
    from difflib import SequenceMatcher, get_close_matches  # loaded when something was misspelt

    near = get_close_matches(word.lower(), known, len(known)) if known and len(word) <= 64 else []
    # Of those equally near, the first known: OBJ01 is OBJ001 before it is OBJ019.
    ratio = {name: SequenceMatcher(None, name, word.lower()).ratio() for name in known if name in near}
    matches = [max(ratio, key=ratio.__getitem__)] if ratio else []
    return matches[0] if matches else ""


def read_arguments(command: Command, argv: Sequence[str]) -> Arguments:
    """The arguments of a command.

    Raises:
        UsageError: an option it does not know or without its value, too few or too many operands.
    """
    given = Arguments()
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            given.operands.extend(waiting)
            break
        if word.startswith("-") and word != "-":
            _read_option(command, word, waiting, given)
        else:
            given.operands.append(word)
    _count_operands(command, given.operands)
    return given


def _read_option(command: Command, word: str, waiting: list[str], given: Arguments) -> None:
    name, sign, value = word.partition("=")
    if name in command.flags:
        if sign:
            raise UsageError("option_plain", command.name, option=name)
        given.flags.add(name)
    elif name in command.valued:
        value = value if sign else _value(command.name, name, waiting)
        before = given.options.get(name) if name in command.repeated else None
        given.options[name] = value if before is None else f"{before}\n{value}"
    else:
        near = nearest(name, command.options)
        raise UsageError("option_near" if near else "option_unknown", command.name, option=name, near=near)


def _value(command: str, option: str, waiting: list[str]) -> str:
    if not waiting or waiting[0].startswith("--"):
        raise UsageError("option_bare", command, option=option)
    return waiting.pop(0)


def _count_operands(command: Command, operands: Sequence[str]) -> None:
    if len(operands) < command.least or "" in operands[: command.least]:
        raise UsageError("too_few", command.name)
    if command.most is not None and len(operands) > command.most:
        raise UsageError("too_many", command.name, word=operands[command.most])


def without_language(argv: Sequence[str]) -> tuple[str | None, list[str]]:
    """The language asked for, the last one if several, and the arguments without it.

    Raises:
        UsageError: it is none of ours.
    """
    language: str | None = None
    rest: list[str] = []
    waiting = list(argv)
    while waiting:
        word = waiting.pop(0)
        name, sign, value = word.partition("=")
        if word == "--":
            return language, [*rest, word, *waiting]
        if name != LANGUAGE:
            rest.append(word)
            continue
        language = value if sign else _value("", LANGUAGE, waiting)
        if language not in LANGUAGES:
            raise UsageError("language", word=language, known=", ".join(LANGUAGES))
    return language, rest
