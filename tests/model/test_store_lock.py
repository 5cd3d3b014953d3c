"""The advisory lock: seen by Emacs and ours alike, one winner, stale ones replaced, hostile ones harmless."""

import errno
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.store import lock
from model.store.atomic import locked_folder
from model.store.lock import Answer, Holder

ME = lock.this_process()
ANOTHER = replace(ME, user="colette", pid=1)
OURS, NOWHERE = Answer(is_ours=True), Answer(is_ours=False)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a plan could be."""
    return tmp_path / "plan.toml"


def lock_of(file: Path) -> Path:
    return file.with_name(f".#{file.name}")


def gone() -> int:
    """The number of a process that has gone."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def failing(number: int) -> Callable[..., Any]:
    def fails(*_: object, **__: object) -> Any:
        raise OSError(number, os.strerror(number))

    return fails


def nobody(_: int) -> None:
    raise KeyError


def test_the_lock_is_a_link_as_emacs_makes_it(file: Path) -> None:
    """`USER@HOST.PID:BOOT`, read back as it was made, gone when given back."""
    assert lock.take(file) == OURS
    assert os.readlink(lock_of(file)) == f"{ME.user}@{ME.host}.{os.getpid()}:{ME.boot}"  # noqa: PTH115 - as it stands
    assert lock.holder_of(file) == replace(ME, since=lock_of(file).lstat().st_mtime)
    assert (lock.is_ours(file), lock.other_holder(file)) == (True, None)
    lock.release(file)
    assert list(file.parent.iterdir()) == []
    assert (lock.holder_of(file), lock.is_ours(file)) == (None, False)


def test_a_lock_of_emacs_is_understood(file: Path) -> None:
    """With or without boot time, dots in the host, a sign that stands for the colon on some file systems."""
    lock_of(file).symlink_to(f"ann.lee@a.host.example.{os.getppid()}")
    assert lock.holder_of(file) == Holder(
        "ann.lee", "a.host.example", os.getppid(), None, lock_of(file).lstat().st_mtime
    )
    lock_of(file).unlink()
    lock_of(file).symlink_to("ann@afar.12\uf0221700000000")
    found = lock.holder_of(file)
    assert found is not None
    assert found.boot == 1700000000


def test_somebody_elses_lock_stands(file: Path) -> None:
    """It is told, is not released by us, and is ours once taken over; then it is the other who may not release it."""
    assert lock.take(file, ANOTHER) == OURS
    assert lock.take(file) == Answer(is_ours=False, holder=lock.holder_of(file))
    assert lock.other_holder(file) == lock.holder_of(file)
    lock.release(file)
    assert lock.is_ours(file, ANOTHER)
    assert lock.take_over(file) == OURS
    lock.release(file, ANOTHER)
    assert lock.is_ours(file)
    assert lock.take(file) == OURS
    assert [path.name for path in file.parent.iterdir()] == [".#plan.toml"]


@pytest.mark.parametrize("change", [{"pid": 2**40}, {"pid": 0}, {"boot": 5}, {"pid": -1}])
def test_a_stale_lock_is_replaced(file: Path, change: dict[str, int]) -> None:
    """This very machine says that the process has gone, or that it was another start of the machine."""
    pid = gone() if change.get("pid") == -1 else change.get("pid", ANOTHER.pid)
    boot = change.get("boot", ANOTHER.boot)
    lock_of(file).symlink_to(f"colette@{ME.host}.{pid}:{boot}")
    assert lock.holder_of(file) is None
    assert lock.take(file) == OURS


def test_a_second_more_or_less_is_the_same_start(file: Path) -> None:
    """The clock is adjusted: the start of the machine wanders by a second."""
    assert ME.boot is not None
    lock.take(file, replace(ANOTHER, boot=ME.boot + 1))
    assert lock.take(file).holder is not None


def test_another_machine_is_never_said_to_have_gone(file: Path) -> None:
    """Whatever the number of the process."""
    lock.take(file, replace(ANOTHER, host="afar", pid=gone()))
    assert lock.take(file).holder is not None


def test_a_process_of_somebody_else_is_alive(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system refuses to send it a signal: it is there."""
    lock.take(file, ANOTHER)
    monkeypatch.setattr(os, "kill", failing(errno.EPERM))
    assert lock.take(file).holder is not None


@pytest.mark.parametrize(
    "text", ["x" * 4000, "\x1b]0;x\x07@\x1b[2J.1", "plain", "a@b.", "@.1:", "é\udcff@h.7", "a@b.1:x"]
)
def test_hostile_locks_are_shown_inert(file: Path, text: str) -> None:
    """Whatever a lock says, it is somebody else's, short and without a control character; it can be taken over."""
    lock_of(file).symlink_to(text)
    found = lock.take(file).holder
    assert found is not None
    assert (found.user + found.host).isprintable()
    assert len(found.user) <= 60
    assert lock.take_over(file) == OURS


@pytest.mark.parametrize("content", [b"colette@afar.7:12\n", b"\xff" * 9000, b"\0\x1b"])
def test_a_lock_that_is_a_file_counts(file: Path, content: bytes) -> None:
    """Where links are not offered, Emacs makes a file."""
    lock_of(file).write_bytes(content)
    assert lock.take(file).holder is not None
    assert lock.take_over(file) == OURS


def test_an_empty_file_is_what_a_killed_process_left(file: Path) -> None:
    """It names nobody, and is replaced."""
    lock_of(file).touch()
    assert lock.holder_of(file) is None
    assert lock.take(file) == OURS


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_what_can_be_no_lock_is_somebodys(file: Path, make: Callable[[Path], None]) -> None:
    """A folder or a pipe in its place is never waited for; a folder cannot even be taken over."""
    make(lock_of(file))
    found = lock.take(file).holder
    assert found is not None
    assert (found.pid, found.host) == (0, "")
    assert lock.take_over(file) == (NOWHERE if make is Path.mkdir else OURS)
    assert len(list(file.parent.iterdir())) == 1


def test_a_lock_that_cannot_be_read_is_its_owners(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system says whose file it is; an owner without a name is a number."""
    lock_of(file).write_text("x")
    monkeypatch.setattr(os, "open", failing(errno.EACCES))
    found = lock.holder_of(file)
    assert found is not None
    assert found.user == ME.user
    monkeypatch.setattr("pwd.getpwuid", nobody)
    found = lock.holder_of(file)
    assert found is not None
    assert found.user == str(os.getuid())


@pytest.mark.parametrize("is_stale", [False, True])
def test_without_links_a_private_file_is_made(file: Path, monkeypatch: pytest.MonkeyPatch, *, is_stale: bool) -> None:
    """With the same text, for its owner alone."""
    if is_stale:
        lock_of(file).symlink_to(f"colette@{ME.host}.{gone()}")
    monkeypatch.setattr(os, "symlink", failing(errno.EPERM))
    assert lock.take(file) == OURS
    status = lock_of(file).lstat()
    assert (stat.S_ISREG(status.st_mode), stat.S_IMODE(status.st_mode)) == (True, 0o600)
    assert lock.is_ours(file)
    lock.release(file)
    assert list(file.parent.iterdir()) == []


@pytest.mark.parametrize("call", ["symlink", "replace"])
def test_where_no_lock_can_be_made_work_goes_on(file: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    """The answer says so, and nothing is left in the folder."""
    lock_of(file).symlink_to(f"colette@{ME.host}.{gone()}")
    monkeypatch.setattr(os, call, failing(errno.EROFS))
    assert lock.take(file) == NOWHERE
    assert len(list(file.parent.iterdir())) == 1


@pytest.mark.parametrize("name", ["missing/plan.toml", "loop/plan.toml", "x" * 254, "a\0b", "/"])
def test_places_without_a_lock(tmp_path: Path, name: str) -> None:
    """A folder that is not there, links in a circle, a name too long: no lock, and no error."""
    (tmp_path / "loop").symlink_to("loop")
    place = tmp_path / name
    assert (lock.take(place), lock.take_over(place), lock.holder_of(place)) == (NOWHERE, NOWHERE, None)
    lock.release(place)


def test_links_are_followed(file: Path, tmp_path: Path) -> None:
    """Two who open one plan by different names meet."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    file.touch()
    (elsewhere / "link.toml").symlink_to(file)
    lock.take(elsewhere / "link.toml", ANOTHER)
    assert lock.take(file).holder is not None
    assert [path.name for path in elsewhere.iterdir()] == ["link.toml"]


def test_a_folder_busy_with_a_save_is_not_waited_for_long(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is advice: it is taken and given back all the same."""
    monkeypatch.setattr(lock, "_PATIENCE", 0.0)
    with locked_folder(file.parent):
        assert lock.take(file) == OURS
        lock.release(file)
    assert list(file.parent.iterdir()) == []


def test_emacs_coming_first_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between looking and making, somebody who knows nothing of the folder's lock made one."""
    symlink = os.symlink

    def too_late(*_: object, **__: object) -> None:
        symlink("ann@afar.12", lock_of(file))
        raise FileExistsError(errno.EEXIST, "")

    monkeypatch.setattr(os, "symlink", too_late)
    found = lock.take(file).holder
    assert found is not None
    assert found.user == "ann"


@pytest.mark.parametrize("text", ["cpu 1\n", "btime x\n", ""])
def test_a_machine_that_does_not_say_when_it_started(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Then the lock does not say it either."""
    told = tmp_path / "stat"
    if text:
        told.write_text(text, encoding="ascii")
    with monkeypatch.context() as patch:
        patch.setattr(lock, "_STARTED", told)
        lock._boot_time.cache_clear()
        assert lock.take(file) == OURS
        assert ":" not in os.readlink(lock_of(file))  # noqa: PTH115 - as it stands
    lock._boot_time.cache_clear()
    assert lock.is_ours(file)


RACER = """
import sys, time
from model.store import lock
sys.stdin.readline()
print("won" if lock.take(sys.argv[1]).is_ours else "lost", flush=True)
sys.stdin.readline()
"""


@pytest.mark.parametrize("is_stale", [False, True])
def test_a_race_has_one_winner(file: Path, *, is_stale: bool) -> None:
    """Of several processes that take the lock at once, a stale one in the way or not, exactly one has it."""
    if is_stale:
        lock_of(file).symlink_to(f"colette@{ME.host}.{gone()}:{ME.boot}")
    command = [sys.executable, "-c", RACER, str(file)]
    racers = [subprocess.Popen(command, stdin=-1, stdout=-1, text=True) for _ in range(6)]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    results = [racer.stdout.readline().strip() for racer in racers if racer.stdout is not None]
    for racer in racers:
        racer.communicate("end\n")
    assert sorted(results) == ["lost"] * 5 + ["won"]


def test_a_lock_that_goes_while_it_is_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody gave it back between two looks: nobody has the plan."""
    lock.take(file, ANOTHER)
    monkeypatch.setattr(os, "readlink", failing(errno.ENOENT))
    assert lock.holder_of(file) is None


def test_a_lock_is_given_back_though_its_folder_cannot_be_opened(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No descriptor is left, for instance: the lock goes all the same."""
    lock.take(file)
    monkeypatch.setattr(os, "open", failing(errno.EMFILE))
    lock.release(file)
    assert list(file.parent.iterdir()) == []
