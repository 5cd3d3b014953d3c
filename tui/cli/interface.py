"""What the command line hands over when no command is asked for: the interface is to open."""

from pathlib import Path

from model.plain import frozen


@frozen
class Interface:
    """Open the interface on a file (None: let one be chosen), in a language (None: as settings and locale say)."""

    file: Path | None
    language: str | None
