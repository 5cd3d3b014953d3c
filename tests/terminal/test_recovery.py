"""What is typed comes back, whatever ends the sitting: the plan's file untouched, the words where they were."""

import os
import signal
import sys
from pathlib import Path
from typing import Final

import pytest

from model.store.reading import load
from tests.terminal.conftest import Opener
from tests.terminal.endings import ENDINGS, ERRORS, gone
from tests.terminal.terminal import Terminal

TITLE: Final = "Trente mairies"
PLAN: Final = f"""\
format = 1

[plan]
title = "{TITLE}"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[objectives.O1]
title = "Contrats"

[budget.B1]
label = "Stand"
amount = 1000
"""
START: Final = "import sys; from tui.entry import main; sys.exit(main())"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN)
    return file


def _command(plan: Path, code: str = "") -> list[str]:
    return [sys.executable, "-c", f"{code}\n{START}", str(plan)]


def _typed(terminal: Terminal) -> None:
    """A title changed, then a day that is no date yet."""
    terminal.wait_for(TITLE)
    terminal.send("<F3><Enter><End> de plus")
    terminal.wait_for("Contrats de plus")
    terminal.send("<Tab><Tab><Tab><Tab><Tab><Tab>demi-mo")
    terminal.wait_for("demi-mo")


def _comes_back(terminal: Terminal) -> None:
    terminal.wait_for("Contrats → Contrats de plus")
    terminal.wait_for("demi-mo")
    terminal.send("<Enter>")
    terminal.wait_for("modified")
    terminal.wait_for("demi-mo")


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_was_typed_comes_back(plan: Path, open_terminal: Opener, ending: str) -> None:
    """At the next opening it is shown field by field, and Enter restores it; nobody wrote the plan's file."""
    terminal = open_terminal(_command(plan))
    _typed(terminal)
    ENDINGS[ending](terminal)
    gone(terminal)
    assert plan.read_text() == PLAN
    again = open_terminal(_command(plan))
    _comes_back(again)
    again.send("<C-s>")
    again.wait_for("Saved")
    assert load(plan).plan.objectives["O1"].title == "Contrats de plus"


def test_what_was_typed_before_an_error_comes_back(plan: Path, open_terminal: Opener) -> None:
    """An error nobody foresaw loses nothing."""
    terminal = open_terminal(_command(plan, ERRORS["action"]))
    _typed(terminal)
    terminal.send("<C-PageDown>")
    assert terminal.wait_for_exit() == 1
    _comes_back(open_terminal(_command(plan)))


def test_a_killed_process_loses_two_seconds_at_most(
    plan: Path, open_terminal: Opener, environment: dict[str, str]
) -> None:
    """Even where nothing can run any more: what had been typed is in a file by then."""
    terminal = open_terminal(_command(plan))
    _typed(terminal)
    kept = Path(environment["XDG_STATE_HOME"]) / "planmark" / "recovery"
    terminal.wait_for_quiet(2.0)
    os.kill(terminal.child.pid, signal.SIGKILL)
    gone(terminal)
    assert {oct(path.stat().st_mode & 0o777) for path in kept.iterdir()} == {"0o600"}
    assert oct(kept.stat().st_mode & 0o777) == "0o700"
    _comes_back(open_terminal(_command(plan)))


def test_a_cell_half_typed_comes_back(plan: Path, open_terminal: Opener) -> None:
    """In the grid too: the same step, the same cell, the same text."""
    terminal = open_terminal(_command(plan))
    terminal.wait_for(TITLE)
    terminal.send("<F5>")
    terminal.wait_for("Stand")
    terminal.type("+12")
    terminal.wait_for("1,000 → 1,012")
    ENDINGS["hang-up"](terminal)
    gone(terminal)
    again = open_terminal(_command(plan))
    again.wait_for("amount.*12")
    again.send("<Enter>")
    again.wait_for(r"B1 Stand +\+12")
    again.type("0")
    again.wait_for("1,000 → 1,120")
    again.send("<Enter><C-s>")
    again.wait_for("Saved")
    assert "amount = 1120\n" in plan.read_text()


def test_what_could_be_undone_can_be_undone_after(plan: Path, open_terminal: Opener) -> None:
    """The history is there at the next opening of the day, after an end in good order too."""
    terminal = open_terminal(_command(plan))
    terminal.wait_for(TITLE)
    terminal.send("<F3><Enter><End> de plus<Tab><C-s>")
    terminal.wait_for("Saved")
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0
    again = open_terminal(_command(plan))
    again.wait_for(TITLE)
    again.send("<C-z>")
    again.wait_for("Undone")
    again.send("<F3>")
    again.wait_for("O1 Contrats +—")


def test_what_is_not_wanted_is_gone(plan: Path, open_terminal: Opener) -> None:
    """Leaving without saving keeps nothing: the next opening asks nothing."""
    terminal = open_terminal(_command(plan))
    _typed(terminal)
    terminal.send("<C-q>")
    terminal.wait_for("Quit without saving")
    terminal.send("<Down><Down><Enter>")
    assert terminal.wait_for_exit() == 0
    again = open_terminal(_command(plan))
    again.wait_for(TITLE)
    assert "restore" not in again.wait_for_quiet()
