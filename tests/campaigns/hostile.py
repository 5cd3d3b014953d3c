"""Files made to be refused: `check`, `show`, `budget` answer each shortly, without a trace, a raw byte or a delay."""

import io
import os
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Final

from tests.campaigns.campaign import Asked, Campaign, Miss, Outcome, chance, spread
from tests.campaigns.forking import forked
from tests.campaigns.full import full_plan
from tests.campaigns.mutations import spoilt
from tui.cli.main import parsed

LONGEST_S: Final = 2.0
MOST_KIB: Final = 300 * 1024
MOST_LINES: Final = 20
COMMANDS: Final = (["check"], ["show"], ["budget"])
_REAL: Final = 150  # of so many files one is given to real processes too
_PLAIN: Final = b'format = 1\n\n[plan]\ntitle = "A plan"\n'
_RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_ODD_NAMES: Final = (
    "\x1b[2J.toml", "a\nb.toml", "\udcff.toml", "-x.toml", "--lang.toml", "é" * 120 + ".toml", "\u202etoml.exe",
    "%s.toml", "[@click=app.quit].toml", "  .toml", "a.toml\r", "{0}.toml", "\u2066x.toml",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Try:
    seed: int
    number: int


def run(asked: Asked) -> Outcome:
    """Spoilt plans, and files that are none at all."""
    _answered([*COMMANDS[0], os.devnull])  # what is loaded at the first time only is no file's fault
    full_plan()
    odd = sum((_odd(name, make) for name, make in _oddities()), Outcome())
    tries = [_Try(asked.seed, number) for number in range(max(1, asked.tries - odd.tried))]
    return odd + spread(tries, _tried, asked.jobs)


def _tried(one: _Try) -> Outcome:
    dice = chance(one.seed, one.number)
    data, done = spoilt(full_plan(), dice)
    with TemporaryDirectory() as name:
        file = Path(name) / (dice.choice(_ODD_NAMES) if dice.random() < 0.02 else "plan.toml")
        file.write_bytes(data)
        wrong, counts = _watched(str(file), dice)
        if one.number % _REAL == 0:
            wrong += _really(str(file))
        if file.read_bytes() != data or len(list(file.parent.iterdir())) != 1:
            wrong.append("the file, or its folder, is another")
    misses = (Miss(f"{one.seed}-{one.number}-{'-'.join(done)}.toml", "\n".join(wrong), data),) if wrong else ()
    return Outcome(1, misses, counts)


def _watched(file: str, dice: Random) -> tuple[list[str], dict[str, int]]:
    """What is wrong with the answers about one file, in a process that is watched."""
    languages = ["--lang", dice.choice(("en", "fr"))]
    told = ["--json"] * (dice.random() < 0.2)
    commands = [[*command, *languages, *told] for command in COMMANDS]
    ended = forked(partial(_all_answered, commands, file))
    value: dict[str, Any] = ended.value or {"wrong": [], "status": []}
    wrong: list[str] = [*value["wrong"]]
    if not ended.value:
        wrong.append(f"ended by signal {ended.signal}: {ended.failure}")
    if ended.peak_kib > MOST_KIB:
        wrong.append(f"{ended.peak_kib // 1024} MiB")
    return wrong, {"refused": int(2 in value["status"])}


def _all_answered(commands: list[list[str]], file: str) -> dict[str, Any]:
    wrong, statuses = [], []
    for command in commands:
        # The processor's time: a busy machine says nothing of the file. What waits for ever is killed.
        start = time.process_time()
        status, out, err = _answered([*command, "--", file] if file.startswith("-") else [*command, file])
        statuses.append(status)
        found = _wrong(status, out, err, time.process_time() - start)
        wrong += [f"{' '.join(command)}: {what}" for what in found]
    return {"wrong": wrong, "status": statuses}


def _answered(arguments: list[str]) -> tuple[int, str, str]:
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = parsed(arguments)
    said = [stream.buffer.getvalue().decode() for stream in (out, err)]
    return status if isinstance(status, int) else -1, said[0], said[1]


def _wrong(status: int, out: str, err: str, seconds: float) -> list[str]:
    raw = _RAW.search(out + err)
    checks = {
        f"status {status}": status in (0, 1, 2),
        f"a trace, or an error nobody foresaw: {err[-300:]!r}": not re.search(
            r"Traceback|of its own|propre à elle", err
        ),
        f"raw {raw[0] if raw else ''!r}": raw is None,
        f"{err.count(chr(10))} lines": status != 2 or (err.count("\n") <= MOST_LINES and bool(err.strip())),
        "said something of a file that it refuses": status != 2 or not out or out.startswith(("{", "[")),
        f"{seconds:.1f} s": seconds < LONGEST_S,
    }
    return [what for what, holds in checks.items() if not holds]


def _really(file: str) -> list[str]:
    """The same asked of the program as people start it."""
    wrong = []
    for command in COMMANDS:
        program = [
            sys.executable,
            "-c",
            "import sys; from tui.entry import main; sys.exit(main())",
            *command,
            "--",
            file,
        ]
        start = _children_s()
        ended = subprocess.run(program, capture_output=True, stdin=subprocess.DEVNULL, timeout=60, check=False)
        out, err = (said.decode("utf-8", "surrogateescape") for said in (ended.stdout, ended.stderr))
        wrong += [f"real {command}: {what}" for what in _wrong(ended.returncode, out, err, _children_s() - start)]
    return wrong


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@cache
def _oddities() -> tuple[tuple[str, Callable[[Path], Path]], ...]:
    """What may stand where a plan is expected, by name, each with what makes it in a folder."""
    made: dict[str, Callable[[Path], Path]] = {
        "folder": lambda folder: folder,
        "missing": lambda folder: folder / "missing.toml",
        "under-a-file": lambda folder: _written(folder / "plan.toml") / "plan.toml",
        "pipe": lambda folder: _made(folder / "pipe.toml", os.mkfifo),
        "link-to-nothing": lambda folder: _linked(folder / "link.toml", "nothing"),
        "link-to-itself": lambda folder: _linked(folder / "link.toml", "link.toml"),
        "link-to-a-device": lambda folder: _linked(folder / "link.toml", "/dev/zero"),
        "too-long": lambda folder: folder / ("x" * 300 + ".toml"),
        "too-deep": lambda folder: folder / "/".join("x" * 3_000) / "plan.toml",
        "too-large": lambda folder: _sparse(folder / "plan.toml"),
        "zero-in-its-name": lambda folder: folder / "a\0b.toml",
    }
    for device in ("zero", "null", "full", "random", "tty", "stdin"):
        made[f"dev-{device}"] = partial(_device, device)
    made["proc-mem"] = lambda _: Path("/proc/self/mem")
    for number, name in enumerate(_ODD_NAMES):
        made[f"name-{number}"] = partial(_named, name)
    return tuple(made.items())


def _odd(name: str, make: Callable[[Path], Path]) -> Outcome:
    with TemporaryDirectory() as folder:
        wrong, counts = _watched(str(make(Path(folder))), Random(name))
    return Outcome(1, (Miss(f"odd-{name}", "\n".join(wrong)),) if wrong else (), counts)


def _written(file: Path) -> Path:
    file.write_bytes(_PLAIN)
    return file


def _named(name: str, folder: Path) -> Path:
    return _written(folder / name)


def _device(name: str, _: Path) -> Path:
    return Path("/dev") / name


def _made(file: Path, make: Callable[[Path], object]) -> Path:
    make(file)
    return file


def _linked(file: Path, to: str) -> Path:
    file.symlink_to(to)
    return file


def _sparse(file: Path) -> Path:
    with file.open("wb") as opened:
        opened.truncate(2**34)
    return file


CAMPAIGN: Final = Campaign("hostile", "files made to be refused, each checked, shown and summed", 10_000, 120, run)
