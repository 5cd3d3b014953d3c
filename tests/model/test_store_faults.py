"""What fails while saving: the old file stays, nothing is left behind unnoticed, and why is told."""

import errno
import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from model.store.atomic import leftovers
from model.store.files import digest_of
from model.store.problems import SaveFailedError
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps
from tests.saves import failing, is_file, is_temporary, names, plan_named

FAULTS = [
    ("open", errno.ENOSPC, is_temporary, "disk_full"),
    ("open", errno.EACCES, is_temporary, "permission"),
    ("open", errno.EROFS, is_temporary, "permission"),
    ("write", errno.ENOSPC, is_file, "disk_full"),
    ("write", errno.EDQUOT, is_file, "disk_full"),
    ("write", errno.EIO, is_file, "disk_error"),
    ("fchmod", errno.EPERM, is_file, "permission"),
    ("fsync", errno.EIO, is_file, "disk_error"),
    ("fsync", errno.ENOSPC, is_file, "disk_full"),
    ("replace", errno.ENOSPC, is_temporary, "disk_full"),
    ("replace", errno.EACCES, is_temporary, "permission"),
]


@pytest.mark.parametrize(("call", "number", "only_when", "code"), FAULTS)
def test_a_failing_call_leaves_the_old_file_and_nothing_else(
    saved: tuple[Path, str],
    monkeypatch: pytest.MonkeyPatch,
    call: str,
    number: int,
    only_when: Callable[..., bool],
    code: str,
) -> None:
    """Whatever call fails, the old file is untouched, the temporary one removed, and the reason told."""
    file, digest = saved
    with monkeypatch.context() as patch:
        patch.setattr(os, call, failing(getattr(os, call), number, only_when))
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest)
    assert (failed.value.code, failed.value.path) == (code, str(file))
    assert (failed.value.reason, failed.value.digest) == (errno.errorcode[number], None)
    assert names(file.parent) == ["plan.toml"]
    assert file.read_bytes() == dumps(plan_named("old"))
    save(plan_named("new"), file, digest)
    assert load(file).plan == plan_named("new")


def test_a_short_write_is_continued(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes a few bytes at a time gets them all."""
    file, digest = saved
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, bytes(data[:3])))
    save(plan_named("new"), file, digest)
    assert load(file).plan == plan_named("new")


def test_a_folder_that_does_not_sync_is_told_with_the_new_digest(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file is in place but unconfirmed: an error, with the digest to go on from."""
    file, digest = saved
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(os.fsync, errno.EIO, lambda descriptor: not is_file(descriptor)))
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest)
    assert failed.value.digest == load(file).digest
    assert load(file).plan == plan_named("new")


def test_a_file_system_without_folder_sync_is_fine(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Some file systems offer no such call: the save counts."""
    file, digest = saved
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.EINVAL, lambda descriptor: not is_file(descriptor)))
    assert save(plan_named("new"), file, digest) == digest_of(dumps(plan_named("new")))


def test_a_temporary_file_that_stays_is_named(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """When even removing it fails, the error names the temporary file, and `leftovers` finds it."""
    file, digest = saved
    with monkeypatch.context() as patch:
        patch.setattr(os, "write", failing(os.write, errno.EIO, is_file))
        patch.setattr(os, "unlink", failing(os.unlink, errno.EIO, is_temporary))
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest)
    assert [str(path) for path in leftovers(file)] == [failed.value.leftover]


def test_a_temporary_file_that_stays_is_named_whatever_refused_the_save(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that cannot be read just before the rename, a temporary one that cannot be removed: it is named."""
    file, digest = saved
    reads = iter([False, True])
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", failing(os.open, errno.EACCES, lambda path, *_: path == file and next(reads)))
        patch.setattr(os, "unlink", failing(os.unlink, errno.EIO, is_temporary))
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest)
    assert [str(path) for path in leftovers(file)] == [failed.value.leftover]


def test_leftovers_of_the_original_are_named(saved: tuple[Path, str]) -> None:
    """What a save killed while it kept the original left is this file's too."""
    file, _ = saved
    left = [file.with_name(f".plan.toml.bak{number}.0123abcd") for number in ("", "2")]
    for path in left:
        path.touch()
    assert leftovers(file) == sorted(left)


def test_an_original_that_does_not_sync_leaves_the_plan_as_it_was(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is the copy that is unconfirmed, not the plan: no digest to go on from, and the next save works."""
    file, digest = saved
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", failing(os.fsync, errno.EIO, lambda descriptor: not is_file(descriptor)))
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest, keep_original=True)
    assert (failed.value.code, failed.value.digest) == ("disk_error", None)
    assert load(file).digest == digest
    save(plan_named("new"), file, digest, keep_original=True)


def test_an_original_that_cannot_be_read_again_is_kept_once_more(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whether it is the same cannot be told, so there is another copy beside it."""
    file, digest = saved
    earlier = file.with_name("plan.toml.bak")
    earlier.write_bytes(file.read_bytes())
    with monkeypatch.context() as patch:
        patch.setattr(os, "open", failing(os.open, errno.EACCES, lambda path, *_: path == earlier))
        save(plan_named("new"), file, digest, keep_original=True)
    assert file.with_name("plan.toml.bak2").read_bytes() == dumps(plan_named("old"))


def test_closing_the_folder_hides_nothing(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever closing the folder says, a save that is done is done."""
    file, digest = saved
    close = os.close

    def close_and_fail(descriptor: int) -> None:
        fails = not is_file(descriptor)
        close(descriptor)
        if fails:
            raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "close", close_and_fail)
        assert save(plan_named("new"), file, digest) == digest_of(dumps(plan_named("new")))


def test_leftovers_are_those_of_this_file_alone(tmp_path: Path) -> None:
    """Other hidden files, and other plans' leftovers, are none; nor is there any in a folder that is missing."""
    for name in (".a[1].toml.0123abcd", ".a[1].toml.swp", ".b.toml.0123abcd", ".a1.toml.0123abcd"):
        (tmp_path / name).touch()
    assert leftovers(tmp_path / "a[1].toml") == [tmp_path / ".a[1].toml.0123abcd"]
    assert leftovers(tmp_path / "no" / "a.toml") == []


def test_what_killed_saves_left_goes_with_the_next_save(saved: tuple[Path, str]) -> None:
    """Files and links left behind are taken away once nobody else can be writing; other people's files stay."""
    file, digest = saved
    for name in (".plan.toml.0123abcd", ".plan.toml.0123abcd~", ".other.toml.0123abcd"):
        (file.parent / name).touch()
    (file.parent / ".plan.toml.89abcdef").symlink_to("x@y.1")
    save(plan_named("new"), file, digest)
    assert names(file.parent) == [".other.toml.0123abcd", ".plan.toml.0123abcd~", "plan.toml"]


def test_leftovers_stay_where_nobody_can_be_kept_out(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a file system without locks a temporary file may be another saver's at work."""
    file, digest = saved
    (file.parent / ".plan.toml.0123abcd").touch()
    monkeypatch.setattr("fcntl.flock", failing(fcntl.flock, errno.ENOLCK, lambda *_: True))
    save(plan_named("new"), file, digest)
    assert names(file.parent) == [".plan.toml.0123abcd", "plan.toml"]


def test_a_leftover_that_cannot_be_removed_is_no_failure(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan is saved; the garbage is for the next time."""
    file, digest = saved
    (file.parent / ".plan.toml.0123abcd").touch()
    monkeypatch.setattr(os, "unlink", failing(os.unlink, errno.EACCES, is_temporary))
    save(plan_named("new"), file, digest)
    assert load(file).plan == plan_named("new")


def test_a_temporary_file_that_went_by_itself_hides_no_error(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The reason told is the failing call's, and nothing is said to be left."""
    file, digest = saved

    def swept(path: Path, _: Path) -> None:
        path.unlink()
        raise OSError(errno.EIO, "")

    monkeypatch.setattr(Path, "replace", swept)
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest)
    assert (failed.value.reason, failed.value.leftover) == ("EIO", "")


def test_a_copy_that_the_disk_does_not_confirm_stops_the_save(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The plan's own file is still the old one, and said to be."""
    file, digest = saved
    monkeypatch.setattr(os, "fsync", failing(os.fsync, errno.EIO, lambda descriptor: not is_file(descriptor)))
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest, keep_original=True)
    assert failed.value.digest is None
    assert load(file).plan == plan_named("old")


def test_a_folder_whose_lock_fails_is_told(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that is no lack of locks, and no other saver either, is not waited for."""
    file, digest = saved
    monkeypatch.setattr("fcntl.flock", failing(fcntl.flock, errno.EIO, lambda *_: True))
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest)
    assert failed.value.reason == "EIO"
