"""What is measured: the programs, the keys that lead to each place, and the calls timed without a terminal.

This is the one place to change when a key or a screen of Planmark changes.
"""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.bench.plans import TITLE

_HERE: Final = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Measure:
    """A key pressed `times` times and timed each time, after the unmeasured keys `before`.

    `keys` are pressed in turn; each may be several keys written at once, as a held key is.
    """

    name: str
    keys: tuple[str, ...]
    times: int = 20
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """A program: its command, what shows on the screen when it is ready, and the keys to time."""

    name: str
    command: tuple[str, ...]
    ready: str
    measures: tuple[Measure, ...] = ()


PLANMARK: Final = (sys.executable, "-c", "import sys; from tui.entry import main; sys.exit(main())")

IN_PLANMARK: Final = (
    Measure("type a character", ("x",), 30, before=("<F10>", "<Tab>", "<Tab>")),
    Measure("Tab", ("<Tab>",), 10),
    Measure("change of step", ("<F3>", "<F4>"), 10, before=("<F2>", "<F3>", "<F4>")),
    Measure("arrow in the grid", ("<Down>", "<Up>"), 30, before=("<F5>", "<Down>")),
    Measure("30 arrows held", ("<Down>" * 30, "<Up>" * 30), 6),
    Measure("page down", ("<PageDown>", "<PageUp>"), 6),
)
IN_A_FORM: Final = (Measure("type a character", ("x",), 30), Measure("Tab", ("<Tab>",), 10))

BARE: Final = Subject("bare Textual", (sys.executable, str(_HERE / "bare.py"), "hello"), "READY")
BARE_FORM: Final = Subject("its stock form", (sys.executable, str(_HERE / "bare.py"), "form"), "READY", IN_A_FORM)


def planmark(lines: int, plan: Path) -> Subject:
    """Planmark open on a plan of so many lines."""
    return Subject(f"{lines:,} lines", (*PLANMARK, "--lang", "fr", str(plan)), TITLE, IN_PLANMARK)


# Whole processes; {plan} is the plan's file.
COMMANDS: Final = {
    "planmark check": (*PLANMARK, "check", "{plan}"),
    "planmark budget": (*PLANMARK, "budget", "{plan}", "--by", "category"),
    "planmark set": (*PLANMARK, "set", "{plan}", "plan.author=Marie"),
    "an empty Python": (sys.executable, "-c", "pass"),
}

# Inside one Python: what is prepared, and the expression that is timed. `data` is the plan's bytes, `file` its path.
_READ: Final = "from model.store.reading import load; found = load(file); plan = found.plan"
CALLS: Final = {
    "tomllib.loads": ("import tomllib", "tomllib.loads(data.decode())"),
    "load and validate": (_READ, "load(file)"),
    "write the text": (f"{_READ}; from model.store.writing import dumps", "dumps(plan)"),
    "save, reading back": (f"{_READ}; from model.store.saving import save", "save(plan, file, found.digest)"),
    "all findings": (f"{_READ}; from model.checks.checker import check", "check(plan)"),
    "total": (f"{_READ}; from model.breakdowns import total", "total(plan)"),
    "by category": (f"{_READ}; from model.breakdowns import breakdown", "breakdown(plan, 'category')"),
}
