"""What is timed without a terminal: whole commands, and calls inside one Python beside `tomllib.loads`."""

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from tests.bench.subjects import CALLS, COMMANDS

_TIMED: Final = """
import json, sys, time
from pathlib import Path
file = Path(sys.argv[1]); data = file.read_bytes(); runs = int(sys.argv[4])
exec(sys.argv[2])
code = compile(sys.argv[3], "call", "eval")
times = []
for _ in range(runs + 1):
    began = time.perf_counter(); eval(code); times.append(1000 * (time.perf_counter() - began))
print(json.dumps(times[1:]))
"""


def commands(plan: Path, runs: int, env: Mapping[str, str]) -> dict[str, float | None]:
    """Median ms of whole commands on a plan, in turn; None for one that does not work (yet)."""
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    broken: set[str] = set()
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            began = time.perf_counter()
            run = subprocess.run(
                [part.format(plan=plan) for part in command], env=env, capture_output=True, check=False
            )
            times[name].append(1000 * (time.perf_counter() - began))
            if run.returncode not in (0, 1) or b"Traceback" in run.stderr:
                broken.add(name)
    return {name: None if name in broken else statistics.median(found[1:]) for name, found in times.items()}


def calls(plan: Path, runs: int, env: Mapping[str, str]) -> dict[str, float | None]:
    """Median ms of calls inside a Python of their own; None for one that does not work (yet)."""
    return {name: _call(plan, prepared, call, runs, env) for name, (prepared, call) in CALLS.items()}


def _call(plan: Path, prepared: str, call: str, runs: int, env: Mapping[str, str]) -> float | None:
    command = [sys.executable, "-c", _TIMED, str(plan), prepared, call, str(runs)]
    run = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if run.returncode:
        print(f"{call}: {run.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return None
    times: list[float] = json.loads(run.stdout.splitlines()[-1])
    return statistics.median(times)
