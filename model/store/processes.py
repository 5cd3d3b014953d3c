"""Who this process is, and whether another is still there: what locks and journals say of their owners."""

import os
from functools import cache
from pathlib import Path

_LARGEST_PID = 2**31 - 1


def user_name(uid: int) -> str:
    """The name of a user, or the number where there is none."""
    import pwd  # asked when something is first locked or kept

    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return str(uid)


@cache
def host_name() -> str:
    """The name of this machine."""
    return os.uname().nodename


def is_running(pid: int) -> bool:
    """Whether there is a process of this number, anybody's."""
    if not 0 < pid <= _LARGEST_PID:
        return False
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return not _is_dead(pid)


def _is_dead(pid: int) -> bool:
    """Whether it has ended and only its parent has not asked yet, as in containers that nobody tidies."""
    try:
        return Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()[0] in (b"Z", b"X")
    except (OSError, IndexError):
        return False
