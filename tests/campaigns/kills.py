"""A process killed at any moment while somebody types: the plan is as it was, and two seconds of typing at most go."""

import os
import signal
import time
from functools import partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Final

from model.recovery.finding import recoveries
from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.campaigns.disconnects import PLAN, command, environment
from tests.terminal.terminal import Terminal

MOST_LOST_S: Final = 2.0
_LONGEST_S: Final = 4.0
_BETWEEN_S: Final = 0.03


def run(asked: Asked) -> Outcome:
    """Each try types at a steady pace until it is killed."""
    return spread(range(asked.tries), partial(_tried, asked.seed), asked.jobs)


def _tried(seed: int, number: int) -> Outcome:
    with TemporaryDirectory() as name:
        try:
            wrong = _killed(Path(name), chance(seed, number))
        except AssertionError as error:
            wrong = [str(error)]
    return Outcome(1, (Miss(f"kill-{number}", "\n".join(wrong)),) if wrong else ())


def _killed(folder: Path, dice: Random) -> list[str]:
    file = folder / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    with Terminal(command(file), env=environment(folder)) as terminal:
        terminal.wait_for("Exemple")
        terminal.send("<F3><Enter>")
        terminal.wait_for("Title +But")
        due = _typed(terminal, dice)
        os.kill(terminal.child.pid, signal.SIGKILL)
        terminal.wait_for_exit()
    if file.read_text(encoding="utf-8") != PLAN:
        return ["the plan's file was written"]
    found = recoveries(folder / "state" / "planmark" / "recovery", file)
    title = (found[0].read().plan.objectives["O1"].title or "") if found else ""
    return [] if title.startswith(due) else [f"of {due!r}, typed more than {MOST_LOST_S} s before, {title!r} was kept"]


def _typed(terminal: Terminal, dice: Random) -> str:
    """Type for a while; what was typed long enough before the end to be owed."""
    letters: list[tuple[str, float]] = []
    end = time.monotonic() + dice.uniform(0, _LONGEST_S)
    while time.monotonic() < end:
        letter = dice.choice("abcdefghij")
        terminal.type(letter)
        letters.append((letter, time.monotonic()))
        terminal.child.read(_BETWEEN_S)
    now = time.monotonic()
    return "".join(letter for letter, when in letters if when < now - MOST_LOST_S)


CAMPAIGN: Final = Campaign("kills", "processes killed while somebody types", 200, 3, run)
