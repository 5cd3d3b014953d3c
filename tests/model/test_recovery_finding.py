"""The journals that are there: whose they are, whether their sitting goes on, when they go."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from model.recovery import process
from model.recovery.finding import HISTORY_SECONDS, all_journals, prune, recoveries
from model.recovery.process import Process, start_of, this_process
from model.recovery.reading import JournalUnusableError, read_data
from model.recovery.sitting import Sitting
from tests.commands import PLAN
from tests.sittings import ELSEWHERE, TYPING, killed, opened


def _modified(file: Path, title: str = "Autre") -> Sitting:
    session = opened(file)
    session.edit("plan.title", title)
    return session.sitting(TYPING)


def test_only_those_of_the_plan_the_newest_first(file: Path, folder: Path, tmp_path: Path) -> None:
    """A plan's journals are found by any of its names; those of sittings under way are left out."""
    other = tmp_path / "other.toml"
    other.write_text(PLAN, encoding="utf-8")
    (tmp_path / "link.toml").symlink_to(file)
    killed(folder, _modified(other))
    old, new = (killed(folder, _modified(file)) for _ in range(2))
    os.utime(old, (1, 1))
    under_way = killed(folder, _modified(file), process=this_process())
    for name in (file, tmp_path / "link.toml", tmp_path / "state" / ".." / "plan.toml"):
        assert [each.path for each in recoveries(folder, name)] == [new, old]
    assert {each.path for each in all_journals(folder, file)} == {old, new, under_way}
    assert len(recoveries(folder)) == 3
    assert recoveries(tmp_path / "nowhere") == []


def test_whose_it_is(file: Path, folder: Path) -> None:
    """Whose sitting it was, of which file, on which host."""
    killed(folder, _modified(file), process=ELSEWHERE)
    (found,) = recoveries(folder, file)
    assert (found.file, found.process) == (file, ELSEWHERE)
    assert (found.is_elsewhere, found.is_in_use) == (True, False)


def test_a_process_is_known_by_its_start(file: Path, folder: Path) -> None:
    """A number that was given to another process since, or before the machine started, is not the same process."""
    me = this_process()
    others = [replace(me, start="1"), replace(me, boot="another"), replace(me, pid=0), replace(me, pid=2**70)]
    assert [process.is_alive for process in others] == [False] * 4
    assert Process(me.user, me.host, me.pid).is_alive
    assert Process(me.user, me.host, 1).is_alive  # somebody else's, mostly
    killed(folder, _modified(file), process=me)
    assert recoveries(folder, file) == []


def test_systems_without_proc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system tells neither its start nor that of a process, the number alone counts."""
    process.boot_of.cache_clear()
    monkeypatch.setattr(process, "_BOOT", Path("/nowhere"))
    monkeypatch.setattr(process, "start_of", lambda _: "")
    me = this_process()
    process.boot_of.cache_clear()
    assert (me.boot, me.start) == ("", "")
    assert me.is_alive
    assert start_of(2**31 - 1) == ""


def test_a_process_of_somebody_else_is_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that one may not signal is there."""

    def refusing(pid: int, number: int) -> None:
        raise PermissionError(pid, number)

    monkeypatch.setattr(os, "kill", refusing)
    assert Process("x", this_process().host, os.getpid()).is_alive


def test_what_is_no_journal_is_marked(file: Path, folder: Path, tmp_path: Path) -> None:
    """A damaged journal is listed; a folder, a link or a file without rights under such a name is, too."""
    path = killed(folder, _modified(file))
    path.write_bytes(b"garbage")
    path.with_name(f"{path.name[:17]}folder.journal").mkdir()
    path.with_name(f"{path.name[:17]}link.journal").symlink_to(tmp_path / "plan.toml")
    found = recoveries(folder, file)
    assert [(each.file, each.process, each.is_in_use, each.is_elsewhere) for each in found] == [
        (None, None, False, False)
    ] * 3
    for each in found:
        with pytest.raises(JournalUnusableError) as error:
            each.read()
        assert error.value.code == "journal_damaged"


def test_a_journal_that_has_just_gone(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program removed it meanwhile: it is not listed, or told to be missing; removing it is no error."""
    path = killed(folder, _modified(file))
    (found,) = recoveries(folder, file)
    monkeypatch.setattr("model.recovery.finding._inside", lambda _: [path])
    found.remove()
    found.remove()
    assert recoveries(folder, file) == []
    with pytest.raises(JournalUnusableError) as error:
        read_data(path)
    assert error.value.code == "journal_missing"


def test_pruning(file: Path, folder: Path) -> None:
    """After a day, what only kept undo of a sitting that ended well goes; what is unsaved never does."""
    session = opened(file)
    session.edit("plan.title", "Autre")
    unsaved = killed(folder, session.sitting(TYPING))
    elsewhere = killed(folder, session.sitting(TYPING), process=ELSEWHERE)
    session.save()
    well = killed(folder, session.sitting(TYPING))
    damaged = killed(folder, session.sitting(TYPING))
    damaged.write_bytes(damaged.read_bytes()[:200])
    half = folder / f".{well.name}.0123abcd"
    half.write_bytes(b"")
    prune(folder)
    assert well.exists()
    assert half.exists()
    prune(folder, well.stat().st_mtime + HISTORY_SECONDS + 1)
    assert not well.exists()
    assert not half.exists()
    assert all(path.exists() for path in (unsaved, elsewhere, damaged))
