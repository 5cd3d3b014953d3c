"""A sitting cut in the middle of a word, in eight ways: every letter seen on the screen comes back, nobody lingers."""

import os
import signal
import sys
import time
from functools import partial
from pathlib import Path
from shutil import which
from string import ascii_lowercase
from tempfile import TemporaryDirectory
from typing import Final

from model.recovery.finding import recoveries
from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.terminal.endings import ENDINGS, GONE_S, IGNORING_HANG_UPS
from tests.terminal.sshd import Server, client_command
from tests.terminal.terminal import Terminal

PLAN: Final = 'format = 1\n\n[plan]\ntitle = "Exemple"\nstart = 2027-01-01\n\n[objectives.O1]\ntitle = "But"\n'
START: Final = "import sys; from tui.entry import main; sys.exit(main())"
_ROOT: Final = str(Path(__file__).parents[2])
_ADMIN_FOLDERS: Final = "/usr/sbin:/sbin"
OVER_SSH: Final = ("connection cut", "client stopped")
At = tuple[Path, int]
"""Where an ssh server is: the folder of its keys, its port."""
KINDS: Final = (*ENDINGS, "line dropped under nohup", *OVER_SSH)


def environment(home: Path) -> dict[str, str]:
    """What a sitting in a folder of its own is started with."""
    return {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": _ROOT,
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }


def command(file: Path, before: str = "") -> list[str]:
    """How a plan is opened, after some code."""
    return [sys.executable, "-c", f"{before}\n{START}", str(file)]


def run(asked: Asked) -> Outcome:
    """As many of each kind; those over ssh where a server can be started."""
    kinds = [KINDS[number % len(KINDS)] for number in range(asked.tries)]
    local = [(kind, number) for number, kind in enumerate(kinds) if kind not in OVER_SSH]
    remote = [(kind, number) for number, kind in enumerate(kinds) if kind in OVER_SSH]
    outcome = spread(local, partial(_tried, asked.seed, None), asked.jobs)
    program = which("sshd", path=f"{os.environ.get('PATH', '')}:{_ADMIN_FOLDERS}")
    if not remote or program is None:
        return outcome
    with Server(program, asked.folder) as server:
        return outcome + spread(remote, partial(_tried, asked.seed, (server.folder, server.port)), asked.jobs)


def _tried(seed: int, at: At | None, what: tuple[str, int]) -> Outcome:
    kind, number = what
    dice = chance(seed, number)
    word = "".join(dice.choices(ascii_lowercase, k=dice.randint(3, 24)))
    half = str(dice.randint(10, 9999))
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            wrong = _cut(folder, kind, (word, half), at)
        except AssertionError as error:
            wrong = [str(error)]
    misses = (Miss(f"{kind}-{number}", "\n".join(wrong)),) if wrong else ()
    return Outcome(1, misses, {kind: 1})


def _cut(folder: Path, kind: str, typed: tuple[str, str], at: At | None) -> list[str]:
    file, (word, half) = folder / "plan.toml", typed
    file.write_text(PLAN, encoding="utf-8")
    env = environment(folder)
    opening = command(file, IGNORING_HANG_UPS if kind == "line dropped under nohup" else "")
    if at is not None:
        opening = client_command(*at, opening, env)
    with Terminal(opening, env=env) as terminal:
        terminal.wait_for("Exemple")
        # A title is a value at every letter, a date of one number is none: it is half typed.
        terminal.send(f"<F3><Enter>{word}<Tab><Tab><Tab><Tab><Tab><Tab>{half}")
        terminal.wait_for(f"Baseline date .*{half}")
        pid = _pid_of(file)
        _end(kind, terminal)
        return [*_lingering(pid), *_lost(folder, word, half)]


def _end(kind: str, terminal: Terminal) -> None:
    if kind == "connection cut":
        os.kill(terminal.child.pid, signal.SIGKILL)
    elif kind == "client stopped":
        # The client hears nothing for a while, then is gone for good.
        os.kill(terminal.child.pid, signal.SIGSTOP)
        terminal.send("<F1><F1>")
        os.kill(terminal.child.pid, signal.SIGKILL)
    elif kind == "line dropped under nohup":
        terminal.child.hang_up()
    else:
        ENDINGS[kind](terminal)


def _pid_of(file: Path) -> int:
    """The process that has this plan open: the last argument of one of Python's."""
    for entry in Path("/proc").iterdir():
        try:
            words = (entry / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[:1] == [sys.executable.encode()] and str(file).encode() in words:
            return int(entry.name)
    raise AssertionError("no process has the plan open")


def _lingering(pid: int) -> list[str]:
    end = time.monotonic() + GONE_S
    while time.monotonic() < end:
        if not _runs(pid):
            return []
        time.sleep(0.01)  # a process of somebody else's: only the clock can be waited on
    return [f"process {pid} is still there after {GONE_S} s"]


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"


def _lost(folder: Path, word: str, half: str) -> list[str]:
    file = folder / "plan.toml"
    wrong = [] if file.read_text(encoding="utf-8") == PLAN else ["the plan's file was written"]
    found = recoveries(folder / "state" / "planmark" / "recovery", file)
    if not found:
        return [*wrong, "nothing was kept"]
    sitting = found[0].read()
    title = sitting.plan.objectives["O1"].title
    wrong += [] if title == word else [f"{word!r} came back as {title!r}"]
    return wrong + ([] if half in sitting.half_typed.values() else [f"{half!r} did not come back"])


CAMPAIGN: Final = Campaign("disconnects", "sittings cut in the middle of a word, in eight ways", 704, 8, run)
