"""Who this process is, and whether another is still there: what locks and journals say of their owners."""

import os
from functools import cache

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
    except OSError:
        return True
    return True
