"""The commands there are: what each takes. Usage, help and errors derive from this list."""

from model.plain import frozen


@frozen
class Command:
    """A command takes from `least` to `most` operands (None: any number), flags, and options that take a value."""

    name: str
    least: int = 0
    most: int | None = None
    flags: tuple[str, ...] = ()
    valued: tuple[str, ...] = ()
    repeated: tuple[str, ...] = ()
    """Of the options that take a value, those that may be given several times; their values stand a line each."""

    @property
    def options(self) -> tuple[str, ...]:
        """Every option, in the order of the help."""
        return (*self.valued, *self.flags)


JSON = ("--json",)
WRITING = ("--take-over",)

COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command("new", 1, 1, WRITING, ("--example", "--from")),
        Command("check", 1, None, JSON, ("--today",)),
        Command("rules", 0, 1, JSON),
        Command("show", 1, 2, JSON, ("--scenario",)),
        Command("budget", 1, 1, JSON, ("--by", "--scenario")),
        Command("risk", 1, 1, JSON, ("--scenario",)),
        Command("trace", 1, 2, ("--orphans", "--suspect", *JSON), ("--money",)),
        Command("what-if", 1, None, (*JSON, *WRITING), ("--scenario", "--strategy", "--save-as")),
        Command("dashboard", 1, 1, JSON, ("--today",)),
        Command("set", 2, None, WRITING),
        Command("diff", 1, 2, ("--exit-code", *JSON), ("--scenario",)),
        Command("renew", 2, 2, (*JSON, *WRITING)),
        Command(
            "export",
            1,
            1,
            ("--force", "--machine"),
            ("--to", "-o", "--profile", "--scenario", "--template", "--today"),
        ),
        Command(
            "import", 2, 2, ("--yes", *JSON, *WRITING), ("--as", "--map", "--mapping", "--save-mapping"), ("--map",)
        ),
        Command("recover", 0, None, ("--list", "--take-over", *JSON), ("--restore", "-o", "--discard")),
        Command("guide", 0, None),
    )
}
INTERFACE = Command("", 0, 1)
