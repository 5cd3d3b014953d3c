"""The advisory lock beside a plan, as Emacs makes it: a link `.#NAME` whose text is `USER@HOST.PID:BOOT`.

It tells a second person who is at work. It guarantees nothing: saving compares the file all the same.
"""

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from model.plain import frozen
from model.store.atomic import followed, locked_folder, temporary_for
from model.store.problems import shown_text
from model.store.processes import host_name, is_running, user_name

_LONGEST = 4096
_SAME_BOOT = 2
_PATIENCE = 0.5
_OWNER = re.compile(r"(?P<user>.*)@(?P<host>.*)\.(?P<pid>[0-9]{1,30})(?:[:\uf022](?P<boot>[0-9]{1,30}))?", re.DOTALL)
_STARTED = Path("/proc/stat")
# A file system without symbolic links says so with one of these.
_NO_LINKS = (errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EINVAL)


@frozen
class Holder:
    """Who has a plan: texts short and safe to print; process 0 when the lock does not say; `since` in seconds."""

    user: str
    host: str
    pid: int
    boot: int | None = None
    since: float = 0.0

    def is_same(self, other: "Holder") -> bool:
        """Whether both are one process."""
        return (self.host, self.pid) == (other.host, other.pid) and self.pid > 0 and _is_same_boot(self, other)


@frozen
class Answer:
    """What came of asking for a lock: it is ours; somebody else is its `holder`; neither, where none can be made."""

    is_ours: bool
    holder: Holder | None = None


def this_process() -> Holder:
    """Whom this process's own locks name."""
    return Holder(_user(os.getuid()), _host(), os.getpid(), _boot_time())


def holder_of(path: Path | str) -> Holder | None:
    """Who is at work on a plan, this process included; None when nobody is, a process that has gone for instance."""
    lock = _lock_path(path)
    found = None if lock is None else _read(lock)
    return None if found is None or _is_stale(found) else found


def is_ours(path: Path | str, me: Holder | None = None) -> bool:
    """Whether the lock of a plan is held by this process (or by `me`)."""
    found = holder_of(path)
    return found is not None and found.is_same(me or this_process())


def other_holder(path: Path | str, me: Holder | None = None) -> Holder | None:
    """Who else is at work on a plan."""
    found = holder_of(path)
    return None if found is None or found.is_same(me or this_process()) else found


def is_abandoned(lock: Path) -> bool:
    """Whether a lock, itself and not its plan, is of a process that has gone."""
    found = _read(lock)
    return found is not None and _is_stale(found)


def take(path: Path | str, me: Holder | None = None) -> Answer:
    """Take the lock of a plan, in the place of one whose process has gone; a folder without locks is no error."""
    return _taken(path, me or this_process(), even_from_others=False)


def take_over(path: Path | str, me: Holder | None = None) -> Answer:
    """Take the lock of a plan whoever has it."""
    return _taken(path, me or this_process(), even_from_others=True)


def release(path: Path | str, me: Holder | None = None) -> None:
    """Give the lock of a plan back, if it is ours; never waits long, never fails."""
    lock = _lock_path(path)
    if lock is None or not os.path.lexists(lock):
        return
    with contextlib.suppress(OSError), _alone(lock.parent):
        found = _read(lock)
        if found is not None and found.is_same(me or this_process()):
            lock.unlink()


def _taken(path: Path | str, me: Holder, *, even_from_others: bool) -> Answer:
    lock = _lock_path(path)
    if lock is None:
        return Answer(is_ours=False)
    # Looking and replacing must not interleave: of two who find the same stale lock, one may have it.
    with contextlib.suppress(OSError), _alone(lock.parent):
        found = _read(lock)
        if found is None or (not found.is_same(me) and (even_from_others or _is_stale(found))):
            _make(lock, me, replacing=os.path.lexists(lock))
    # Emacs, which knows nothing of the folder's lock, may have come first; or no lock can be made there.
    now = _read(lock)
    is_mine = now is not None and now.is_same(me)
    is_anothers = now is not None and not is_mine and not even_from_others and not _is_stale(now)
    return Answer(is_mine, now if is_anothers else None)


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    with contextlib.ExitStack() as stack:
        # Somebody who is saving there for long is not waited for, nor is a folder that cannot be opened: it is advice.
        with contextlib.suppress(OSError):
            stack.enter_context(locked_folder(folder, _PATIENCE))
        yield


def _lock_path(path: Path | str) -> Path | None:
    try:
        target = followed(Path(path))
        return target.with_name(f".#{target.name}")
    except (OSError, ValueError):
        return None


# --- reading --------------------------------------------------------------------------------------------------------


def _read(lock: Path) -> Holder | None:
    """Whom a lock names; None when there is none, or only the empty file of somebody killed while making it."""
    try:
        status = lock.lstat()
    except OSError:
        return None
    try:
        text = _text(lock, status)
    except FileNotFoundError:
        return None
    except OSError:
        text = "?"
    if not text:
        return None
    match = _OWNER.fullmatch(text)
    if match is None:
        return Holder(_user(status.st_uid), "", 0, None, status.st_mtime)
    boot = int(match["boot"]) if match["boot"] else None
    return Holder(shown_text(match["user"]), shown_text(match["host"]), int(match["pid"]), boot, status.st_mtime)


def _text(lock: Path, status: os.stat_result) -> str:
    if stat.S_ISLNK(status.st_mode):
        return str(lock.readlink())
    if not stat.S_ISREG(status.st_mode):
        return "?"
    descriptor = os.open(lock, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    try:
        return os.fsdecode(os.read(descriptor, _LONGEST)).strip()
    finally:
        os.close(descriptor)


def _is_stale(holder: Holder) -> bool:
    """Whether the holder has gone: only this very machine can say so."""
    me = this_process()
    if not holder.host or holder.host != me.host:
        return False
    return not _is_same_boot(holder, me) or not is_running(holder.pid)


def _is_same_boot(one: Holder, other: Holder) -> bool:
    return one.boot is None or other.boot is None or abs(one.boot - other.boot) <= _SAME_BOOT


# --- making ---------------------------------------------------------------------------------------------------------


def _make(lock: Path, me: Holder, *, replacing: bool) -> None:
    boot = "" if me.boot is None else f":{me.boot}"
    text = f"{me.user}@{me.host}.{me.pid}{boot}"
    made = temporary_for(lock.with_name(lock.name[2:])) if replacing else lock
    try:
        try:
            made.symlink_to(text)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            _make_file(text, made)
        if replacing:
            made.replace(lock)
    except OSError:
        if replacing:
            made.unlink(missing_ok=True)
        raise


def _make_file(text: str, made: Path) -> None:
    descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        os.write(descriptor, os.fsencode(text))
    finally:
        os.close(descriptor)


# --- who we are -----------------------------------------------------------------------------------------------------


def _user(uid: int) -> str:
    return shown_text(user_name(uid))


def _host() -> str:
    # Emacs writes the one sign that would part the name from the user otherwise.
    return shown_text(host_name().replace("@", "-"))


@cache
def _boot_time() -> int | None:
    """When this machine was started, in seconds; None where it does not say."""
    try:
        with _STARTED.open(encoding="ascii") as file:
            return next((int(line.split()[1]) for line in file if line.startswith("btime ")), None)
    except (OSError, ValueError):
        return None
