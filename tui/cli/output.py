"""Printing an answer: every line cleaned, a reader who has gone away no matter, a full disk a sentence."""

import contextlib
import io
import os
import sys
from typing import TextIO

from tui.cli.console import Answer
from tui.text import visible
from tui.words import Words


def deliver(answer: Answer, words: Words) -> int:
    """Print the answer; its exit status, or 2 when it could not be printed."""
    try:
        _print(sys.stdout, answer.said)
    except BrokenPipeError:
        # The reader has seen enough (`| head`), and the status is that of the whole answer.
        _silence(sys.stdout)
    except OSError:
        _silence(sys.stdout)
        answer = Answer(status=2, complaints=(f"planmark: {words('cli.not_printed')}",))
    with contextlib.suppress(OSError):
        _print(sys.stderr, answer.complaints)
    return answer.status


def _print(stream: TextIO | None, lines: tuple[str, ...]) -> None:
    if stream is None or not lines:
        return
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="replace")
    stream.write("".join(f"{visible(line)}\n" for line in lines))
    stream.flush()


def _silence(stream: TextIO) -> None:
    """Let what is still to be flushed at the end of the program go nowhere, instead of being complained about."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
