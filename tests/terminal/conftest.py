"""What the terminal tests share: programs that may be missing, an environment of one's own, tmux, and an ssh server."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Protocol

import pytest

from tests.terminal.sshd import Server
from tests.terminal.terminal import Terminal

_HERE: Final = Path(__file__).parent
_ADMIN_FOLDERS: Final = "/usr/sbin:/sbin"


class Opener(Protocol):
    """Opens a command in a terminal that is closed after the test."""

    def __call__(
        self, command: list[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> Terminal: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every test of this folder needs a pseudo-terminal, and says so by its mark."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker("terminal")


def require_program(name: str) -> str:
    """The path of a program. Where it is missing, a person's test is skipped; under CI it fails."""
    path = shutil.which(name, path=f"{os.environ.get('PATH', os.defpath)}:{_ADMIN_FOLDERS}")
    if path:
        return path
    reason = f"needs the program {name!r}, which is not installed"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def planmark() -> list[str]:
    """The command that opens Planmark; the test is skipped while there is no interface to open."""
    if importlib.util.find_spec("tui.app") is None or importlib.util.find_spec("tui.entry") is None:
        pytest.skip("the interface is not there yet")
    return [sys.executable, "-c", "import sys; from tui.entry import main; sys.exit(main())"]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A whole environment with a home of its own: nothing of the person's is read or written."""
    home = tmp_path / "home"
    home.mkdir()
    return {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "PYTHONPATH": str(_HERE.parent.parent),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
    }


@pytest.fixture
def open_terminal(environment: dict[str, str]) -> Iterator[Opener]:
    """Opens a command in a terminal; `env` is added to the test's own environment."""
    opened: list[Terminal] = []

    def start(
        command: list[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> Terminal:
        opened.append(Terminal(command, size=size, env={**environment, **(env or {})}))
        return opened[-1]

    yield start
    for terminal in opened:
        terminal.close()


@pytest.fixture
def tmux(tmp_path: Path, open_terminal: Opener) -> Iterator[Callable[..., Terminal]]:
    """Opens a command inside a tmux of its own, in a terminal; the tmux server ends with the test."""
    program = require_program("tmux")
    base = [program, "-u", "-f", os.devnull, "-S", str(tmp_path / "tmux")]

    def start(
        command: list[str], *, size: tuple[int, int] = (80, 24), env: Mapping[str, str] | None = None
    ) -> Terminal:
        return open_terminal([*base, "new-session", *command], size=size, env=env)

    yield start
    with Terminal([*base, "kill-server"], env={"TERM": "xterm", "PATH": os.defpath}) as ending:
        ending.wait_for_exit()


@pytest.fixture(scope="session")
def sshd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The distribution's ssh server on a free port of this machine, with keys of its own."""
    for name in ("ssh", "ssh-keygen"):
        require_program(name)
    with Server(require_program("sshd"), tmp_path_factory.mktemp("ssh")) as server:
        yield server
