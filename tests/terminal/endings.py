"""Ways in which a sitting ends without being asked: signals, a line that drops, a link that stalls, errors."""

import os
import signal
import textwrap
import time
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.terminal.terminal import Terminal

GONE_S: Final = 3.0
"""How soon the process must be gone."""

IGNORING_HANG_UPS: Final = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
"""What `nohup` does before the program starts."""


def gone(terminal: Terminal, within: float = GONE_S) -> int:
    """The exit status, awaited without reading what the program still says.

    Raises:
        AssertionError: the process is still there after its time.
    """
    end = time.monotonic() + within
    while (status := terminal.child.poll()) is None:
        assert time.monotonic() < end, f"still there after {within} s"
        time.sleep(0.01)  # the process is another one: there is nothing to wait on but the clock
    return status


def _signalled(number: signal.Signals) -> Callable[[Terminal], None]:
    return lambda terminal: os.kill(terminal.child.pid, number)


def _stalled(terminal: Terminal) -> None:
    """Nobody reads what is sent any more; keys go on arriving, then the process is asked to go."""
    for _ in range(60):
        terminal.send("<F1><F1>")
    os.kill(terminal.child.pid, signal.SIGTERM)


ENDINGS: Final[Mapping[str, Callable[[Terminal], None]]] = MappingProxyType(
    {
        "hang-up": _signalled(signal.SIGHUP),
        "termination": _signalled(signal.SIGTERM),
        "interruption": _signalled(signal.SIGINT),
        "line dropped": lambda terminal: terminal.child.hang_up(),
        "stalled link": _stalled,
    }
)
"""By name, what ends the program that runs in a terminal."""

STATUSES: Final[Mapping[str, int]] = MappingProxyType(
    {"hang-up": 129, "termination": 143, "interruption": 130, "line dropped": 129, "stalled link": 143}
)

_RAISE: Final = "raise KeyError('EUR 4242 for the client')"
ERRORS: Final[Mapping[str, str]] = MappingProxyType(
    {
        name: textwrap.dedent(code).strip()
        for name, code in {
            "action": f"""
                from tui.screens.running import going
                def section_by(space, by): {_RAISE}
                going.next_step = lambda space: section_by(space, 1)
                """,
            "timer": f"""
                from tui.screens.workspace import Workspace
                started = Workspace.started
                def late(): {_RAISE}
                def arm(self):
                    started(self)
                    self.machine.set_timer(0.05, late)
                Workspace.started = arm
                """,
            "thread": f"""
                import threading
                from tui.screens.workspace import Workspace
                started = Workspace.started
                def aside(): {_RAISE}
                def arm(self):
                    started(self)
                    threading.Thread(target=aside).start()
                Workspace.started = arm
                """,
            "callback": f"""
                import asyncio
                from tui.screens.workspace import Workspace
                started = Workspace.started
                def aside(): {_RAISE}
                def arm(self):
                    started(self)
                    asyncio.get_running_loop().call_later(0.05, aside)
                Workspace.started = arm
                """,
            "keyboard": f"""
                import tui.driver
                def broken(text): {_RAISE}
                tui.driver.readable = broken
                """,
            "drawing": f"""
                from tui.widgets.bars import TopBar
                from tui.screens.workspace import Workspace
                started = Workspace.started
                def broken(self, width, height): {_RAISE}
                def arm(self):
                    started(self)
                    TopBar.rows = broken
                    self.top_bar.repaint()
                Workspace.started = arm
                """,
        }.items()
    }
)
"""By where they arise, errors that nobody foresaw: code that puts one into the program before it starts."""
