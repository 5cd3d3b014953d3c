"""Every kind of terminal, locale and size, with colours or none: it draws and leaves well, or says why it does not."""

import os
import re
import sys
import time
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.commands import PLAN
from tests.terminal.terminal import Terminal

TERMS: Final = (
    *("xterm-256color", "xterm-kitty", "screen-256color", "tmux-256color", "linux", "vt100", "rxvt"),
    *("dumb", "unknown", ""),
)
LOCALES: Final = ("C.UTF-8", "C", "POSIX", "fr_FR.ISO-8859-1", "xx_XX.nonsense", "")
SIZES: Final = ((20, 5), (80, 24), (120, 40), (300, 100))
_COMMAND: Final = [sys.executable, "-c", "import sys; from tui.entry import main; sys.exit(main())", "plan.toml"]
_ROOT: Final = str(Path(__file__).parents[2])
_PATIENCE_S: Final = 60.0
_KEYS: Final = ("\x1bOR", "\x1b[15~", "\x1b[B", "\x1b[B", "\t", "\r", "\x1b", "\x1b[18~", "\x1b")
_MOUSE: Final = 1000


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is started: TERM and locale (empty: not set), whether NO_COLOR is, the size, and one to go through."""

    term: str
    locale: str
    has_colours: bool
    size: tuple[int, int]
    other: tuple[int, int]

    def __str__(self) -> str:
        colours = "colours" if self.has_colours else "none"
        return f"{self.term or 'no-term'}-{self.locale or 'no-locale'}-{colours}-{self.size[0]}x{self.size[1]}"


def run(asked: Asked) -> Outcome:
    """All combinations; fewer tries take some of them by chance."""
    dice = chance(asked.seed, 0)
    places = [Place(*way, other=dice.choice(SIZES)) for way in product(TERMS, LOCALES, (True, False), SIZES)]
    chosen = places if asked.tries >= len(places) else dice.sample(places, asked.tries)
    return spread(chosen, _tried, asked.jobs)


def _tried(place: Place) -> Outcome:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
        counts = {"drawn": 0, "refused": 0}
        with Terminal(_COMMAND, env=_environment(place, folder), size=place.size, cwd=folder) as terminal:
            try:
                wrong, drawn = _used(terminal, place)
                counts["drawn" if drawn else "refused"] += 1
            except AssertionError as error:
                wrong = [f"{error}"]
            output = bytes(terminal.output)
        if (folder / "plan.toml").read_text(encoding="utf-8") != PLAN:
            wrong.append("the plan was changed by looking at it")
    return Outcome(1, (Miss(str(place), "\n".join(wrong), output),) if wrong else (), counts)


def _environment(place: Place, home: Path) -> dict[str, str]:
    env = {"HOME": str(home), "PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": _ROOT}
    if place.term:
        env["TERM"] = place.term
    if place.locale:
        env["LC_ALL"] = place.locale
    if not place.has_colours:
        env["NO_COLOR"] = "1"
    return env


def _used(terminal: Terminal, place: Place) -> tuple[list[str], bool]:
    """What is wrong with a sitting there, and whether it was one at all."""
    if not _is_ready(terminal):
        return _refused(terminal), False
    wrong = [f"drawn on {place.term or 'no terminal'}"] if place.term in ("", "dumb", "unknown") else []
    terminal.wait_for_quiet(timeout=_PATIENCE_S)
    for key in _KEYS:
        terminal.type(key)
    for size in (place.other, (30, 6), place.size):
        terminal.resize(*size)
        terminal.type("\x1b[A")
        terminal.wait_for_quiet(0.05, timeout=_PATIENCE_S)
    if not terminal.emulator.text.strip():
        wrong.append("nothing is drawn")
    terminal.type("\x11")
    status = terminal.wait_for_exit(_PATIENCE_S)
    wrong += [f"status {status}: {terminal.emulator.text[-400:]}"] if status else []
    return [*wrong, *terminal.leftovers()], True


def _is_ready(terminal: Terminal) -> bool:
    """Wait until it takes keys (it asks for the mouse then), or has ended."""
    end = time.monotonic() + _PATIENCE_S
    while _MOUSE not in terminal.emulator.modes and terminal.child.poll() is None:
        terminal.wait_for_quiet(0.02, timeout=_PATIENCE_S)
        assert time.monotonic() < end, f"neither drawn nor refused\n{terminal.emulator.text}"
    return _MOUSE in terminal.emulator.modes


def _refused(terminal: Terminal) -> list[str]:
    status = terminal.wait_for_exit(_PATIENCE_S)
    said = bytes(terminal.output).decode("utf-8", "replace")
    checks = {
        f"status {status}": status == 2,
        f"not one clear sentence: {said!r}": said.strip().count("\n") == 0 and len(said.strip()) > 20,
        "something is drawn": not re.search("\x1b", said),
    }
    return [*(what for what, holds in checks.items() if not holds), *terminal.leftovers()]


CAMPAIGN: Final = Campaign("terminals", "kinds of terminal, locales, sizes, with colours or none", 480, 8, run)
