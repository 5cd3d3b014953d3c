"""`make bench`: how fast Planmark is, beside a bare Textual program measured in turn in the same run.

Only ratios within one run mean something: the times of one machine drift by a third from run to run.
"""

import argparse
import os
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from tests.bench import headless, report
from tests.bench.plans import plan
from tests.bench.screen import SIZE, Figures, Sitting
from tests.bench.subjects import BARE, BARE_FORM, Subject, planmark


def main() -> None:
    """Measure and print."""
    options = _options()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        env = _environment(folder)
        if not options.no_screens:
            _screens(folder, env, options)
        if not options.no_headless:
            _headless(folder, env, options)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=5, help="measured runs of each program, in turn (5)")
    parser.add_argument("--lines", type=int, nargs="+", default=[40, 400, 10_000], help="budget lines of the plans")
    parser.add_argument("--no-screens", action="store_true", help="leave out what needs a terminal")
    parser.add_argument("--no-headless", action="store_true", help="leave out the command line and the model")
    return parser.parse_args()


def _environment(folder: Path) -> dict[str, str]:
    """An environment with a home of its own."""
    homes = {f"XDG_{kind}_HOME": str(folder / kind) for kind in ("CONFIG", "DATA", "STATE", "CACHE")}
    path = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": str(Path(__file__).parents[2])}
    return {"HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8", **path, **homes}


def _write(folder: Path, lines: int) -> Path:
    file = folder / f"plan{lines}.toml"
    file.write_text(plan(lines), encoding="utf-8")
    return file


def _screens(folder: Path, env: dict[str, str], options: argparse.Namespace) -> None:
    subjects: list[Subject] = [BARE, BARE_FORM]
    if find_spec("tui.entry") and find_spec("tui.app"):
        subjects += [planmark(lines, _write(folder, lines)) for lines in options.lines]
    else:
        print("The interface is not there yet: only the bare programs are measured.\n")
    runs: dict[str, list[Figures]] = {subject.name: [] for subject in subjects}
    for number in range(options.runs + 1):
        for subject in subjects:
            _say(f"run {number} of {options.runs}: {subject.name}")
            # What the sitting before left unsaved would be asked about.
            own = {**env, "XDG_STATE_HOME": str(folder / f"STATE-{number}-{subject.name}")}
            with Sitting(subject, own) as sitting:
                figures = sitting.measure()
            if number:  # the first run warms the machine's caches
                runs[subject.name].append(figures)
    _say("")
    print(f"In a terminal of {SIZE[0]}×{SIZE[1]}, median of {options.runs} runs\n")
    print(report.screens(runs, BARE.name), end="\n\n")


def _headless(folder: Path, env: dict[str, str], options: argparse.Namespace) -> None:
    whole, inside = {}, {}
    for lines in options.lines:
        _say(f"without a terminal: {lines} lines")
        whole[f"{lines:,} lines"] = headless.commands(_write(folder, lines), options.runs, env)
        inside[f"{lines:,} lines"] = headless.calls(_write(folder, lines), options.runs, env)
    _say("")
    print(f"Whole commands, median of {options.runs} runs\n\n{report.headless(whole, 'an empty Python')}\n")
    print(f"Inside Python, median of {options.runs} runs\n\n{report.headless(inside, 'tomllib.loads')}")


def _say(what: str) -> None:
    """Progress, where a person looks on."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{what}", end="", file=sys.stderr, flush=True)


main()
