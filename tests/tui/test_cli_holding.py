"""Commands that write respect whoever has the plan, unless told to take it over; they leave no lock behind."""

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from model.store import lock
from tests.commands import PLAN, Ask

ANOTHER = replace(lock.this_process(), user="colette", pid=1)
WRITING = {
    "set": ("set", "FILE", "plan.title=Autre"),
    "what-if": ("what-if", "FILE", "B1=500", "--save-as", "essai"),
    "new": ("new", "FILE"),
}


def _words(command: str, file: Path) -> list[str]:
    return [str(file) if word == "FILE" else word for word in WRITING[command]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A folder of its own for the plan."""
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder / "plan.toml"


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(("language", "said"), [("en", "on {host} has been"), ("fr", "(sur {host}) modifie")])
def test_a_plan_that_somebody_has_is_not_written(ask: Ask, file: Path, command: str, language: str, said: str) -> None:
    """Refused with 2 and one line that names who, where, since when, and the way through."""
    if command != "new":
        file.write_text(PLAN, encoding="utf-8")
    lock.take(file, ANOTHER)
    told = ask(*_words(command, file), language=language)
    assert (told.status, told.out, len(told.err.splitlines())) == (2, "", 1)
    assert f"colette {said.format(host=ANOTHER.host)}" in told.plain
    assert "--take-over" in told.err
    assert not file.exists() if command == "new" else file.read_text(encoding="utf-8") == PLAN
    assert lock.other_holder(file) is not None


@pytest.mark.parametrize("command", WRITING)
def test_taking_over_writes_and_leaves_no_lock(ask: Ask, file: Path, command: str) -> None:
    """`--take-over` writes all the same; afterwards the plan stands alone in its folder."""
    if command != "new":
        file.write_text(PLAN, encoding="utf-8")
    lock.take(file, ANOTHER)
    told = ask(*_words(command, file), "--take-over")
    assert (told.status, told.err) == (0, "")
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]
    assert file.read_text(encoding="utf-8") != PLAN


def test_trying_needs_no_lock(ask: Ask, file: Path) -> None:
    """What writes nothing is done whoever has the plan."""
    file.write_text(PLAN, encoding="utf-8")
    lock.take(file, ANOTHER)
    assert ask("what-if", file, "B1=500").status == 0


def test_a_refused_edit_leaves_no_lock(ask: Ask, file: Path) -> None:
    """An error gives the lock back as well."""
    file.write_text(PLAN, encoding="utf-8")
    assert ask("set", file, "plan.start=demain").status == 2
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]


KILLED = """
import os, signal, sys
from model.store import atomic
from pathlib import Path
number = int(sys.argv.pop())
signal.signal(number, signal.SIG_DFL) if number != signal.SIGKILL else None
def die(*_): os.kill(os.getpid(), number)
atomic.os.fsync = die
from tui.cli.main import parsed
parsed(["set", sys.argv[1], "plan.title=Jamais"])
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_command_killed_while_writing_is_no_obstacle(ask: Ask, file: Path, number: signal.Signals) -> None:
    """Its lock is stale and its temporary file garbage: the next command writes, and both are gone."""
    file.write_text(PLAN, encoding="utf-8")
    ended = subprocess.run([sys.executable, "-c", KILLED, str(file), str(int(number))], check=False)
    assert ended.returncode == -number
    assert len(list(file.parent.iterdir())) == 3
    assert file.read_text(encoding="utf-8") == PLAN
    assert ask("set", file, "plan.title=Autre").status == 0
    assert [path.name for path in file.parent.iterdir()] == ["plan.toml"]
