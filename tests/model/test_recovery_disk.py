"""The file of a journal: when there is one, who may read it, what a failing disk does to it."""

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from model.plan import Plan
from model.recovery.finding import recoveries
from model.recovery.journal import Journal
from model.session import Session
from tests.sittings import GONE, TYPING, assert_same, killed, opened, read


def test_looking_writes_nothing(file: Path, folder: Path) -> None:
    """Without a change there is nothing to keep."""
    journal = Journal(folder, GONE)
    journal.write(opened(file).sitting(TYPING))
    journal.remove()
    assert not folder.exists()


def test_only_its_owner_may_read_it(file: Path, folder: Path) -> None:
    """The folder is 0700 and the journal 0600, whatever the umask is; a folder that was wider is narrowed."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    folder.mkdir(mode=0o755, parents=True)
    path = killed(folder, session.sitting(TYPING))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_the_folder_is_not_followed(file: Path, folder: Path, tmp_path: Path) -> None:
    """Nothing is written where a link leads."""
    folder.parent.mkdir()
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    session = opened(file)
    session.edit("plan.title", "Autre")
    with pytest.raises(OSError):  # noqa: PT011 - whichever it is
        Journal(folder, GONE).write(session.sitting(TYPING))
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_somebody_elses_folder_is_not_written_to(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of another user is refused."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    with pytest.raises(PermissionError):
        Journal(folder, GONE).write(session.sitting(TYPING))
    assert list(folder.iterdir()) == []


def test_removing(file: Path, folder: Path) -> None:
    """A journal that is not wanted goes; writing again makes it again."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "Autre")
    journal.write(session.sitting(TYPING))
    journal.remove()
    assert recoveries(folder) == []
    journal.write(session.sitting(TYPING))
    assert len(recoveries(folder)) == 1
    journal.remove()
    journal.remove()


def test_a_journal_cleared_away_is_made_again(file: Path, folder: Path) -> None:
    """Somebody tidied the folder up, or put another file there: the next writing makes a whole journal again."""
    session, journal = opened(file), Journal(folder, GONE)
    for n in range(2):
        session.edit("plan.title", f"Autre {n}")
        journal.write(session.sitting(TYPING))
        assert journal.path is not None
        journal.path.unlink()
        if n:
            journal.path.write_bytes(b"x")
        session.edit("plan.title", f"Encore {n}")
        journal.write(session.sitting(TYPING))
        assert_same(read(folder, file), session.sitting(TYPING))
    journal.close()


def test_the_former_journal_goes_with_the_first_writing(file: Path, folder: Path) -> None:
    """Once the sitting that went on has its own journal, the former one is superfluous, not before."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    old = killed(folder, session.sitting(TYPING))
    session.former = (old, folder / "gone.journal")
    journal = Journal(folder, GONE)
    for _ in range(2):
        journal.write(session.sitting(TYPING))
        assert [each.path for each in recoveries(folder)] == [journal.path]
    journal.close()


# --- the disk says no -----------------------------------------------------------------------------------------------

CALLS = ("open", "write", "fsync", "rename")


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_failure_is_told_and_the_next_writing_is_whole(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, call: str, at: int, *, is_first: bool
) -> None:
    """Whichever call fails, OSError says so, what was kept stays readable, the next writing holds all; no stray."""
    session, journal = opened(file), Journal(folder, GONE, largest=0)
    session.edit("plan.title", "Avant")
    if not is_first:
        journal.write(session.sitting(TYPING))
        before = session.sitting(TYPING)
    session.edit("plan.title", "Après")
    calls, real = [0], getattr(os, call)

    def failing(*given: Any, **more: Any) -> Any:
        calls[0] += 1
        if calls[0] == at + 1:
            if call == "write":
                real(given[0], bytes(given[1])[:7])
            raise OSError(errno.ENOSPC, "full")
        return real(*given, **more)

    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing)
        try:
            journal.write(session.sitting(TYPING))
        except OSError as error:
            assert error.errno == errno.ENOSPC  # noqa: PT017 - some calls are made less often
    if not is_first:
        titles = {before.plan.plan.title, "Après"}
        assert {each.read().plan.plan.title for each in recoveries(folder, file)} <= titles
        assert recoveries(folder, file)
    session.edit("objectives.O1.title", "Fin")
    journal.write(session.sitting(TYPING))
    journal.close()
    assert [each.path for each in recoveries(folder, file)] == [journal.path]
    assert len(list(folder.iterdir())) == 1
    assert_same(read(folder, file), session.sitting(TYPING))


def test_a_disk_that_fails_while_appending(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Half a line was appended: it is ignored, and the next writing begins anew."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "Avant")
    before = session.sitting(TYPING)
    journal.write(before)
    session.edit("plan.title", "Après")
    write = os.write

    def failing(descriptor: int, data: Any) -> int:
        write(descriptor, bytes(data)[:40])
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing)
        with pytest.raises(OSError):  # noqa: PT011 - whichever it is
            journal.write(session.sitting(TYPING))
    assert_same(read(folder, file), before)
    journal.write(session.sitting(TYPING))
    journal.close()
    assert_same(read(folder, file), session.sitting(TYPING))


def test_a_disk_that_takes_little_at_a_time(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A call that writes less than asked is followed by another."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data)[:100]))
    killed(folder, session.sitting(TYPING))
    assert_same(read(folder, file), session.sitting(TYPING))


@pytest.mark.parametrize(("number", "is_told"), [(errno.EINVAL, False), (errno.EIO, True)])
def test_folders_that_cannot_be_synced(
    file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, is_told: bool
) -> None:
    """A file system that does not sync folders is no failure; a disk that fails to is, and one journal stays."""
    session, journal, fsync = opened(file), Journal(folder, GONE), os.fsync
    session.edit("plan.title", "Autre")

    def failing(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "")
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing)
        try:
            journal.write(session.sitting(TYPING))
        except OSError:
            assert is_told
        else:
            assert not is_told
    journal.write(session.sitting(TYPING))
    journal.close()
    assert len(recoveries(folder)) == 1


def test_a_file_whose_path_loops(tmp_path: Path, folder: Path) -> None:
    """Links that lead round and round: the journal is kept under the name as it was given."""
    loop = tmp_path / "loop.toml"
    loop.symlink_to(loop)
    session = Session(Plan(), loop)
    session.edit("plan.title", "Autre")
    killed(folder, session.sitting(TYPING))
    assert read(folder, loop).file == loop


def test_a_sitting_that_goes_on_with_a_copy(file: Path, folder: Path) -> None:
    """Once the sitting is with another file, its journal is that file's, and the first file has none."""
    session, journal = opened(file), Journal(folder, GONE)
    session.edit("plan.title", "Autre")
    journal.write(session.sitting(TYPING))
    session.file = file.with_name("copie.toml")
    for title in ("Copie", "Encore"):
        session.edit("plan.title", title)
        journal.write(session.sitting(TYPING))
        assert recoveries(folder, file) == []
        assert_same(read(folder, session.file), session.sitting(TYPING))
    journal.close()
