"""Planmark as people meet it: in all sorts of terminals, in tmux, over ssh. It starts, shows the plan, quits."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pytest

from tests.terminal.conftest import Opener
from tests.terminal.sshd import Server
from tests.terminal.terminal import Terminal

TITLE: Final = "Trente mairies"
PLAN: Final = f"""\
format = 1

[plan]
title = "{TITLE}"
language = "fr"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"
"""
SIZES: Final = [(80, 24), (120, 40)]
TERMS: Final = ["xterm-256color", "screen", "tmux", "linux", "vt100"]
MANNERS: Final[dict[str, tuple[dict[str, str], list[str]]]] = {
    "plain": ({}, []),
    "no colour": ({"NO_COLOR": "1"}, []),
    "French locale": ({"LANG": "fr_FR.UTF-8"}, []),
    "French asked for": ({"LANG": "C.UTF-8"}, ["--lang", "fr"]),
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan on disk, not to be changed by looking at it."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN)
    return file


def _starts_and_quits(terminal: Terminal) -> None:
    terminal.wait_for(TITLE)
    terminal.wait_for_quiet()
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0, terminal.screen()
    assert terminal.leftovers() == []


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_starts_shows_the_plan_and_quits(
    planmark: list[str], plan: Path, open_terminal: Opener, size: tuple[int, int], term: str, manner: str
) -> None:
    """In every terminal, size, language and with NO_COLOR: the plan's title shows, Ctrl+Q quits, all is left sane."""
    env, options = MANNERS[manner]
    _starts_and_quits(open_terminal([*planmark, *options, str(plan)], size=size, env={"TERM": term, **env}))
    assert plan.read_text() == PLAN


@pytest.mark.parametrize("term", TERMS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_works_over_ssh(
    planmark: list[str],
    plan: Path,
    sshd: Server,
    environment: dict[str, str],
    open_terminal: Opener,
    size: tuple[int, int],
    term: str,
) -> None:
    """Over a real ssh connection, the same."""
    client = sshd.client([*planmark, str(plan)], environment)
    _starts_and_quits(open_terminal(client, size=size, env={"TERM": term}))


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
def test_works_in_tmux(
    planmark: list[str], plan: Path, tmux: Callable[..., Terminal], size: tuple[int, int], manner: str
) -> None:
    """Inside tmux, the same."""
    env, options = MANNERS[manner]
    _starts_and_quits(tmux([*planmark, *options, str(plan)], size=size, env=env))


def test_no_colour_means_none(planmark: list[str], plan: Path, open_terminal: Opener) -> None:
    """With NO_COLOR, no cell of the screen has a colour."""
    terminal = open_terminal([*planmark, str(plan)], env={"NO_COLOR": "1"})
    terminal.wait_for(TITLE)
    terminal.wait_for_quiet()
    cells = [cell for row in terminal.emulator.screen.buffer.values() for cell in row.values()]
    assert {(cell.fg, cell.bg) for cell in cells} == {("default", "default")}


def test_mouse_motion_stays_off_over_ssh(
    planmark: list[str], plan: Path, sshd: Server, environment: dict[str, str], open_terminal: Opener
) -> None:
    """Over ssh, moving the mouse sends nothing: its every cell would cost a repaint."""
    terminal = open_terminal(sshd.client([*planmark, str(plan)], environment))
    terminal.wait_for(TITLE)
    terminal.wait_for_quiet()
    assert 1003 not in terminal.emulator.modes


def test_idles_in_silence(planmark: list[str], plan: Path, open_terminal: Opener) -> None:
    """Nothing is sent while nobody types: no clock, no animation, no blinking drawn by the program."""
    terminal = open_terminal([*planmark, str(plan)])
    terminal.wait_for(TITLE)
    terminal.wait_for_quiet()
    assert terminal.child.read(2.0) == b""


def _wakings(pid: int) -> int:
    """How often the threads of a process have been woken."""
    found = 0
    for status in Path(f"/proc/{pid}/task").glob("*/status"):
        found += sum(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("voluntary"))
    return found


def test_sleeps_while_nobody_types(planmark: list[str], plan: Path, open_terminal: Opener) -> None:
    """Fifty sittings on one server cost nothing while their owners talk: no thread is woken."""
    terminal = open_terminal([*planmark, str(plan)])
    terminal.wait_for(TITLE)
    terminal.send("<F3>")
    terminal.wait_for_quiet(2.0)
    before = _wakings(terminal.child.pid)
    assert terminal.child.read(2.0) == b""
    assert _wakings(terminal.child.pid) - before <= 2


def test_escape_and_what_follows_it_are_two_keys(planmark: list[str], plan: Path, open_terminal: Opener) -> None:
    """Over a slow line they arrive together: the search is left, and what follows goes where it would have gone."""
    terminal = open_terminal([*planmark, str(plan)])
    terminal.wait_for(TITLE)
    terminal.child.write(b"\x10abc")
    terminal.wait_for("> abc")
    terminal.child.write(b"\x1b4")
    terminal.wait_for(r"Planmark  4 ")
    assert "> abc" not in terminal.screen()


@pytest.mark.parametrize("more", [["another"], ["--color"], ["--version"]])
def test_an_answer_in_lines_stays_in_view(
    planmark: list[str], plan: Path, open_terminal: Opener, more: list[str]
) -> None:
    """Arguments that open no interface are answered where the shell goes on, not behind a frame that then goes."""
    terminal = open_terminal([*planmark, str(plan), *more])
    terminal.wait_for_exit()
    assert "planmark" in terminal.screen()
    assert b"[?1049h" not in terminal.output
