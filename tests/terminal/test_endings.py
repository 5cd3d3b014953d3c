"""A sitting that ends without being asked: the process goes at once, the terminal is left sane, nothing is spilt."""

import sys
from pathlib import Path
from typing import Final

import pytest

from tests.terminal.conftest import Opener
from tests.terminal.endings import ENDINGS, ERRORS, IGNORING_HANG_UPS, STATUSES, gone

TITLE: Final = "Trente mairies"
PLAN: Final = f'format = 1\n\n[plan]\ntitle = "{TITLE}"\nstart = 2027-01-01\nend = 2027-12-31\n'
START: Final = "import sys; from tui.entry import main; sys.exit(main())"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN)
    return file


def _started(code: str, plan: Path) -> list[str]:
    return [sys.executable, "-c", f"{code}\n{START}", str(plan)]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_process_is_gone_at_once(plan: Path, open_terminal: Opener, ending: str) -> None:
    """Whatever ends it, within three seconds, its status saying why; the plan's file is as it was."""
    terminal = open_terminal(_started("", plan))
    terminal.wait_for(TITLE)
    terminal.send("<F3><Insert>Salon")
    terminal.wait_for("Salon")
    ENDINGS[ending](terminal)
    assert gone(terminal) == STATUSES[ending]
    assert plan.read_text() == PLAN


def test_a_dropped_line_is_noticed_where_hang_ups_are_ignored(plan: Path, open_terminal: Opener) -> None:
    """Under `nohup`, the end of what can be read is a hang-up all the same: nothing runs on at full speed."""
    terminal = open_terminal(_started(IGNORING_HANG_UPS, plan))
    terminal.wait_for(TITLE)
    terminal.child.hang_up()
    assert gone(terminal) == 129


@pytest.mark.parametrize("ending", ["hang-up", "termination", "interruption"])
def test_a_terminal_that_is_still_there_is_left_sane(plan: Path, open_terminal: Opener, ending: str) -> None:
    """A signal's end gives the terminal back as it was, and says in a sentence what happened."""
    terminal = open_terminal(_started("", plan))
    terminal.wait_for(TITLE)
    ENDINGS[ending](terminal)
    assert terminal.wait_for_exit() == STATUSES[ending]
    assert terminal.leftovers() == []
    assert "Planmark was ended from outside" in terminal.screen()


@pytest.mark.parametrize("where", ERRORS)
def test_an_error_nobody_foresaw_spills_nothing(plan: Path, open_terminal: Opener, where: str) -> None:
    """Wherever it arises: one sentence naming its kind, status 1, a sane terminal, no traceback and no value."""
    terminal = open_terminal(_started(ERRORS[where], plan))
    terminal.wait_for(TITLE if where == "action" else "Planmark")
    if where == "action":
        terminal.send("<C-PageDown>")
    assert terminal.wait_for_exit() == 1
    assert terminal.leftovers() == []
    assert "error of its own (KeyError)" in " ".join(terminal.screen().split())
    assert b"4242" not in terminal.output
    assert b"Traceback" not in terminal.output


def test_an_error_is_noted_without_the_plans_words(
    plan: Path, open_terminal: Opener, environment: dict[str, str]
) -> None:
    """The note left for the program's makers says the kind and the places in the code, and no value."""
    terminal = open_terminal(_started(ERRORS["action"], plan))
    terminal.wait_for(TITLE)
    terminal.send("<C-PageDown>")
    terminal.wait_for_exit()
    noted = (Path(environment["XDG_STATE_HOME"]) / "planmark" / "crash.txt").read_text()
    assert noted.startswith("KeyError\n")
    assert "section_by" in noted
    assert "4242" not in noted


def test_letters_of_a_latin1_terminal_are_letters(plan: Path, open_terminal: Opener) -> None:
    """A byte that is no UTF-8 is the letter that a Latin-1 terminal meant, and ends nothing."""
    terminal = open_terminal(_started("", plan))
    terminal.wait_for(TITLE)
    terminal.send("<F3><Insert>")
    terminal.child.write(b"\xc9v\xe9nement")
    terminal.wait_for("Événement")
    terminal.send("<C-q>")
