"""The help, of the whole program or of one command, derived from the list of commands."""

from tui.cli.commands import COMMANDS, INTERFACE, Command
from tui.cli.console import Console
from tui.cli.layout import labelled, wrapped

_EVERYWHERE = ("--lang", "--help")


def help_lines(command: Command | None, console: Console) -> list[str]:
    """The help of a command, or that of the program."""
    words = console.words
    shown = command or INTERFACE
    lines = [words("cli.usage", usage=words(f"cli.usage_of.{shown.name}")), ""]
    for paragraph in words(f"cli.help_of.{shown.name}").split("\n"):
        lines += wrapped(paragraph, console.width)
    if command is None:
        lines += ["", words("cli.commands"), *_commands(console)]
    options = (*shown.options, *_EVERYWHERE, *(() if command else ("--version",)))
    rows = [(words(f"cli.option.{option}"), words(f"cli.about.{option}")) for option in options]
    return [*lines, "", words("cli.options"), *labelled(rows, console.width, indent=2)]


def _commands(console: Console) -> list[str]:
    names = ("", *COMMANDS)
    rows = [(name or console.words("cli.file"), console.words(f"cli.about.{name}")) for name in names]
    return labelled(rows, console.width, indent=2)
