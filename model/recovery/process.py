"""Which process a journal belongs to, and whether it is still there."""

import os
from functools import cache
from pathlib import Path

from model.plain import frozen
from model.store.processes import host_name, is_running, user_name

_BOOT = Path("/proc/sys/kernel/random/boot_id")


@frozen
class Process:
    """A process by its user, host and number; `boot` and `start` tell it from a later one of the same number."""

    user: str
    host: str
    pid: int
    boot: str = ""
    start: str = ""

    @property
    def is_elsewhere(self) -> bool:
        """Whether it belongs to another host, which alone can say whether it is still there."""
        return self.host != host_name()

    @property
    def is_alive(self) -> bool:
        """Whether it is still there, as far as this host can say."""
        if self.is_elsewhere:
            return False
        if self.boot and self.boot != boot_of():
            return False
        return is_running(self.pid) and (not self.start or start_of(self.pid) in ("", self.start))


def this_process() -> Process:
    """The process that asks."""
    return Process(user_name(os.getuid()), host_name(), os.getpid(), boot_of(), start_of(os.getpid()))


@cache
def boot_of() -> str:
    """The mark of this machine's start; empty where the system has none."""
    try:
        return _BOOT.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""


def start_of(pid: int) -> str:
    """When a process started, in the system's own count; empty where it does not say."""
    try:
        # The second field, the name in parentheses, may hold anything.
        after_name = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        return after_name[19].decode("ascii")
    except (OSError, ValueError, IndexError):
        return ""
