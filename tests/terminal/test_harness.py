"""The harness itself: what the other tests of this folder rely on."""

import shutil
import sys
import textwrap
from collections.abc import Callable

import pytest

from tests.terminal.conftest import Opener, require_program
from tests.terminal.emulator import Emulator
from tests.terminal.keys import encode
from tests.terminal.sshd import Server
from tests.terminal.terminal import Terminal

HELLO = textwrap.dedent("""
    from textual.app import App
    from textual.widgets import Input

    class Hello(App):
        CSS = "Input { border: none; height: 1; }"
        BINDINGS = [("f3", "say", "say"), ("ctrl+q", "quit", "quit")]
        def compose(self):
            yield Input(placeholder="Nothing typed")
        def action_say(self):
            self.query_one(Input).value = f"{self.size.width} columns"

    Hello().run()
""")
TEXTUAL = [sys.executable, "-c", HELLO]


@pytest.mark.parametrize(
    ("keys", "term", "application", "sent"),
    [
        ("<F3>", "xterm", False, b"\x1bOR"),
        ("<F3>", "linux", False, b"\x1b[[C"),
        ("<F10>", "linux", False, b"\x1b[21~"),
        ("<C-s>", "xterm", False, b"\x13"),
        ("<Up>", "xterm", False, b"\x1b[A"),
        ("<Up>", "xterm", True, b"\x1bOA"),
        ("<C-Up>", "xterm", True, b"\x1b[1;5A"),
        ("<S-Tab>", "xterm", False, b"\x1b[Z"),
        ("<C-PageDown>", "xterm", False, b"\x1b[6;5~"),
        ("<A-x>", "xterm", False, b"\x1bx"),
        ("total<50000", "xterm", False, b"total<50000"),
        ("Événement<Enter>", "xterm", False, "Événement\r".encode()),
    ],
)
def test_keys_are_what_terminals_send(keys: str, term: str, application: bool, sent: bytes) -> None:
    """Keys are sent as xterm and the Linux console send them; other text as it is."""
    assert encode(keys, term, application) == sent


def test_unknown_keys_are_refused() -> None:
    """A misspelt key is an error of the test, not typed text."""
    with pytest.raises(ValueError, match="PgDn"):
        encode("<PgDn>")


def test_sequences_cut_anywhere_draw_the_same() -> None:
    """What is on the screen does not depend on how the bytes were cut into reads."""
    data = "\x1b[?1049h\x1b[2;3HÉté\x1b]0;titre\x07\x1b[1;31m!\x1b[0m\x1b[>1u\x1b[?2026$p\x1b[3bx".encode()
    whole, pieces = Emulator(20, 4), Emulator(20, 4)
    whole.feed(data)
    for byte in data:
        pieces.feed(bytes([byte]))
    assert whole.text == pieces.text == "\n  Été!!!!x\n\n"
    assert whole.answers == pieces.answers == b"\x1b[?2026;0$y"


def test_the_alternate_screen_gives_the_lines_back() -> None:
    """Leaving the alternate screen shows what was there before."""
    emulator = Emulator(20, 2)
    emulator.feed(b"$ planmark\x1b[?1049hfull screen")
    assert "full screen" in emulator.text
    emulator.feed(b"\x1b[?1049l")
    assert emulator.text == "$ planmark\n"
    assert not emulator.is_alternate


def test_a_line_program_is_driven(open_terminal: Opener) -> None:
    """What is typed reaches the program, what it prints reaches the screen, its exit status is told."""
    terminal = open_terminal(["sh", "-c", "read name; echo Bonjour, $name.; exit 7"])
    terminal.send("Marie<Enter>")
    terminal.wait_for(r"^Bonjour, Marie\.$")
    assert terminal.wait_for_exit() == 7
    assert terminal.leftovers() == []


def test_a_missing_text_is_reported_with_the_screen(open_terminal: Opener) -> None:
    """A text that never shows fails at once when the program has ended, and the screen is told."""
    terminal = open_terminal(["echo", "something else"])
    with pytest.raises(AssertionError, match="something else"):
        terminal.wait_for("Bonjour")


def test_leftovers_are_seen(open_terminal: Opener) -> None:
    """A program that leaves its modes behind is caught."""
    terminal = open_terminal(["sh", "-c", r"stty raw; printf '\033[?1049h\033[?25l\033[?1000h'"])
    terminal.wait_for_exit()
    assert len(terminal.leftovers()) == 4


def test_closing_ends_a_program_that_will_not_go(open_terminal: Opener) -> None:
    """A program that ignores a polite end is ended all the same, by its own id."""
    terminal = open_terminal(["sh", "-c", "trap '' TERM HUP; echo ready; while :; do read line; done"])
    terminal.wait_for("ready")
    terminal.child.close()
    assert terminal.child.poll() is not None


def _drive(terminal: Terminal) -> None:
    terminal.wait_for("Nothing typed")
    terminal.send("Été")
    terminal.wait_for("Été")
    terminal.send("<F3>")
    terminal.wait_for(f"{terminal.emulator.columns} columns")


@pytest.mark.parametrize("term", ["xterm-256color", "linux"])
def test_a_textual_program_is_driven(open_terminal: Opener, term: str) -> None:
    """A Textual program starts, takes typed text and function keys, quits, and leaves the terminal as it was."""
    terminal = open_terminal(TEXTUAL, env={"TERM": term})
    _drive(terminal)
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0
    assert terminal.leftovers() == []


def test_tmux_is_driven(tmux: Callable[..., Terminal]) -> None:
    """The same program works inside tmux."""
    terminal = tmux(TEXTUAL, size=(100, 30))
    _drive(terminal)
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0


def test_ssh_is_driven(sshd: Server, environment: dict[str, str], open_terminal: Opener) -> None:
    """The same program works over ssh, with the client's TERM and size."""
    terminal = open_terminal(sshd.client(TEXTUAL, environment), size=(120, 40))
    _drive(terminal)
    terminal.send("<C-q>")
    assert terminal.wait_for_exit() == 0
    assert terminal.leftovers() == []


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_missing_program_fails_only_under_ci(
    monkeypatch: pytest.MonkeyPatch, ci: str, outcome: type[BaseException]
) -> None:
    """A person's run skips what it cannot do and says why; CI's run fails."""
    monkeypatch.setenv("CI", ci)
    assert shutil.which("no-such-program") is None
    with pytest.raises(outcome, match="no-such-program"):
        require_program("no-such-program")
