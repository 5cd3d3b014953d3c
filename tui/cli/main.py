"""From arguments to an exit status, or to the interface to open: the one place where a command is chosen and run."""

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from tui.cli.arguments import Arguments, UsageError, nearest, read_arguments, without_language
from tui.cli.commands import COMMANDS, INTERFACE
from tui.cli.console import Answer, Console, RefusedError, terminal_width
from tui.cli.interface import Interface
from tui.cli.output import deliver
from tui.settings import language_of, load_settings
from tui.words import Words

Run = Callable[[Arguments, Console], Answer]

INTERRUPTED = 130


def parsed(argv: Sequence[str]) -> Interface | int:
    """Run the command that the arguments ask for: its exit status; or the interface that they ask for."""
    settings = load_settings()
    words = Words(language_of(None, settings))
    try:
        language, rest = without_language(argv)
        words = Words(language_of(language, settings))
        numbers = settings.numbers or words.language
        outcome = _outcome(rest, language, Console(words, numbers, terminal_width(), language))
    except UsageError as error:
        outcome = _misused(error, words)
    except RefusedError as error:
        outcome = _refused(words(error.key, **error.details))
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # whatever happens, a sentence and never a traceback
        from tui.cli.refusals import lines

        outcome = Answer(status=2, complaints=tuple(lines(error, words)))
    return outcome if isinstance(outcome, Interface) else deliver(outcome, words)


def _outcome(argv: list[str], language: str | None, console: Console) -> Answer | Interface:
    name = _first_operand(argv)
    command = COMMANDS.get(name or "")
    asked = argv[: argv.index("--")] if "--" in argv else argv
    if "--version" in asked:
        return _version()
    if "--help" in asked or "-h" in asked:
        from tui.cli.help import help_lines

        return Answer(tuple(help_lines(command, console)))
    if command is None:
        return _interface(argv, language)
    argv.remove(command.name)
    run: Run = import_module(f"tui.cli.{command.name.replace('-', '_')}").run
    return run(read_arguments(command, argv), console)


def _first_operand(argv: list[str]) -> str | None:
    return next((word for word in argv if not word.startswith("-")), None)


def _interface(argv: list[str], language: str | None) -> Interface:
    """A first word that names no command names a file, unless it looks like a command mistyped."""
    name = _first_operand(argv)
    if name and not _is_file(name):
        near = nearest(name, tuple(COMMANDS))
        if near:
            raise UsageError("command_near", word=name, near=near)
        if len(argv) > 1 and "--" not in argv:
            raise UsageError("command_unknown", word=name)
    operands = read_arguments(INTERFACE, argv).operands
    return Interface(Path(operands[0]) if operands else None, language)


def _is_file(name: str) -> bool:
    """Whether a word is a file's name: it looks like a path, or there is one."""
    try:
        return "." in name or os.sep in name or Path(name).exists()
    except (OSError, ValueError):
        return False


def _version() -> Answer:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Answer((f"planmark {version('planmark')}",))
    except PackageNotFoundError:
        return Answer(("planmark",))


def _misused(error: UsageError, words: Words) -> Answer:
    """The sentence of the misuse, then how the command is used."""
    sentence = words(f"cli.usage.{error.code}", **error.details)
    usage = words("cli.usage", usage=words(f"cli.usage_of.{error.command}"))
    return _refused(sentence, usage)


def _refused(sentence: str, *more: str) -> Answer:
    return Answer(status=2, complaints=(f"planmark: {sentence}", *more))
