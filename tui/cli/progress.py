"""What takes longer than a second says so, on a terminal and nowhere else; nothing of it stays there."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_PATIENCE = 1.0
_CLEAR = "\r\x1b[K"


@contextmanager
def shown(sentence: str) -> Iterator[None]:
    """While something is done: after a second a line with what it is, then the seconds that it has taken."""
    if not _is_terminal():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(sentence, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _is_terminal() -> bool:
    try:
        return sys.stderr.isatty()
    except (AttributeError, ValueError):
        return False


def _tell(sentence: str, done: threading.Event) -> None:
    seconds = 0
    while not done.wait(_PATIENCE):
        seconds += 1
        _say(f"{_CLEAR}{sentence} … {seconds} s")
    if seconds:
        _say(_CLEAR)


def _say(text: str) -> None:
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except (OSError, ValueError):  # the terminal has gone: there is nobody to tell
        return
