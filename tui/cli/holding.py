"""The plan's lock while a command writes: somebody else's is respected unless it is taken over."""

from collections.abc import Iterator
from contextlib import contextmanager

from model.store import lock
from tui.cli.arguments import Arguments
from tui.cli.console import Console, RefusedError

TAKE_OVER = "--take-over"


@contextmanager
def held(file: str, given: Arguments, console: Console) -> Iterator[None]:
    """The lock of the plan, given back at the end; where none can be made, work goes on.

    Raises:
        RefusedError: somebody else is at work on the plan, and taking it over was not asked for.
    """
    answer = lock.take_over(file) if TAKE_OVER in given.flags else lock.take(file)
    if answer.holder is not None:
        from tui.formats.holders import moment, who

        raise RefusedError(
            "cli.held",
            file=file,
            who=who(answer.holder, console.words),
            since=moment(answer.holder.since, console.words),
        )
    try:
        yield
    finally:
        lock.release(file)
