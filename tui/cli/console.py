"""Whom a command answers: their words, how they write numbers, how wide their terminal is. And the answer itself."""

import os
import sys

from model.plain import frozen
from tui.words import Language, Words

PLAIN_WIDTH = 80
NARROWEST = 40


@frozen
class Console:
    """Whoever asked, the width in columns that texts are wrapped at, and the language if they asked for one."""

    words: Words
    numbers: Language
    width: int = PLAIN_WIDTH
    asked: str | None = None


@frozen
class Answer:
    """Lines for standard output, lines for standard error, and the exit status: 0 done, 1 no, 2 unusable."""

    said: tuple[str, ...] = ()
    status: int = 0
    complaints: tuple[str, ...] = ()


def terminal_width() -> int:
    """The columns of the terminal that is written to; 80 where it is none."""
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, NARROWEST)
    except (OSError, ValueError, AttributeError):
        return PLAIN_WIDTH


class RefusedError(Exception):
    """A command cannot answer; `key` names the sentence among the words, `details` its values."""

    def __init__(self, key: str, **details: str) -> None:
        super().__init__(key)
        self.key, self.details = key, details
