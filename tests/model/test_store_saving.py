"""Saving: whole or not at all, never over somebody else's work, permissions and links kept, nothing left behind."""

import errno
import fcntl
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from model import edits
from model.budget import Line
from model.plan import Plan
from model.store.atomic import leftovers, locked_folder
from model.store.files import digest_of
from model.store.problems import FileChangedError, SaveFailedError
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps


def plan_named(title: str) -> Plan:
    return edits.put(Plan(), "plan.title", title)


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, str]:
    """A plan saved once: its file and digest."""
    file = tmp_path / "plan.toml"
    return file, save(plan_named("old"), file, None)


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def test_a_first_save_makes_the_file(tmp_path: Path) -> None:
    """The digest returned is the one that a reader finds; nothing else is left in the folder."""
    file = tmp_path / "plan.toml"
    digest = save(plan_named("x"), file, None)
    assert (load(file).plan, load(file).digest) == (plan_named("x"), digest)
    assert names(tmp_path) == ["plan.toml"]


def test_the_digest_chains_saves(saved: tuple[Path, str]) -> None:
    """Each save takes the digest of the one before."""
    file, digest = saved
    second = save(plan_named("second"), file, digest)
    save(plan_named("third"), file, second)
    assert load(file).plan == plan_named("third")


def test_a_file_in_the_way_of_a_first_save_is_kept(saved: tuple[Path, str]) -> None:
    """Where no file was expected, one that stands there is not overwritten."""
    file, digest = saved
    with pytest.raises(FileChangedError) as refused:
        save(plan_named("new"), file, None)
    assert (refused.value.expected, refused.value.found) == (None, digest)
    assert load(file).plan == plan_named("old")


def test_a_changed_file_is_not_overwritten(saved: tuple[Path, str]) -> None:
    """What somebody else wrote since stays, and both digests are told."""
    file, digest = saved
    file.write_bytes(b"format = 1\n# theirs\n")
    with pytest.raises(FileChangedError) as refused:
        save(plan_named("new"), file, digest)
    assert (refused.value.expected, refused.value.found) == (digest, digest_of(b"format = 1\n# theirs\n"))
    assert file.read_bytes() == b"format = 1\n# theirs\n"
    assert names(file.parent) == ["plan.toml"]


def test_a_removed_file_is_told(saved: tuple[Path, str]) -> None:
    """A file that is gone is not silently made again."""
    file, digest = saved
    file.unlink()
    with pytest.raises(FileChangedError) as refused:
        save(plan_named("new"), file, digest)
    assert refused.value.found is None
    assert names(file.parent) == []


def test_a_file_changed_while_saving_is_not_overwritten(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comparison is made again just before the rename."""
    file, digest = saved
    sync = os.fsync

    def write_meanwhile(descriptor: int) -> None:
        file.write_bytes(b"format = 1\n# theirs\n")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", write_meanwhile)
    with pytest.raises(FileChangedError):
        save(plan_named("new"), file, digest)
    assert file.read_bytes() == b"format = 1\n# theirs\n"
    assert names(file.parent) == ["plan.toml"]


def test_the_same_content_is_no_conflict(saved: tuple[Path, str]) -> None:
    """A file that already holds what is to be written (an unconfirmed save, repeated) is not a conflict."""
    file, _ = saved
    assert save(plan_named("old"), file, "another digest") == digest_of(dumps(plan_named("old")))


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o755])
def test_permissions_are_kept(saved: tuple[Path, str], mode: int) -> None:
    """A save changes no permission, whatever the umask."""
    file, digest = saved
    file.chmod(mode)
    save(plan_named("new"), file, digest)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_a_new_file_follows_the_umask(tmp_path: Path) -> None:
    """A first save gives the permissions that any program's new file gets."""
    old = os.umask(0o027)
    try:
        save(plan_named("x"), tmp_path / "plan.toml", None)
    finally:
        os.umask(old)
    assert stat.S_IMODE((tmp_path / "plan.toml").stat().st_mode) == 0o640


def test_a_new_file_is_private_until_it_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else reads half of a plan, however open new files are."""
    seen: list[int] = []
    write = os.write

    def look(descriptor: int, data: bytes) -> int:
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", look)
    save(plan_named("x"), tmp_path / "plan.toml", None)
    assert seen == [0o600]


def test_the_temporary_file_is_private_and_hidden(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """While it is written, the new content is for the owner's eyes and has a hidden name beside the file."""
    file, digest = saved
    file.chmod(0o644)
    seen: list[tuple[bool, int]] = []
    write = os.write

    def look(descriptor: int, data: bytes) -> int:
        (temporary,) = set(names(file.parent)) - {"plan.toml"}
        seen.append((temporary.startswith(".plan.toml."), stat.S_IMODE(os.fstat(descriptor).st_mode)))
        return write(descriptor, data)

    monkeypatch.setattr(os, "write", look)
    save(plan_named("new"), file, digest)
    assert seen == [(True, 0o600)]


def test_a_link_is_followed(saved: tuple[Path, str], tmp_path: Path) -> None:
    """The file that a symbolic link names is replaced, the link stays."""
    file, digest = saved
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    link = elsewhere / "link.toml"
    link.symlink_to(file)
    save(plan_named("new"), link, digest)
    assert link.is_symlink()
    assert load(file).plan == plan_named("new")
    assert names(elsewhere) == ["link.toml"]


def test_a_link_to_nothing_makes_its_target(tmp_path: Path) -> None:
    """A first save through a dangling link writes where the link points."""
    link = tmp_path / "link.toml"
    link.symlink_to(tmp_path / "target.toml")
    save(plan_named("x"), link, None)
    assert link.is_symlink()
    assert load(tmp_path / "target.toml").plan == plan_named("x")


def failing(call: Callable[..., Any], number: int, only_when: Callable[..., bool]) -> Callable[..., Any]:
    def fails(*arguments: Any, **named: Any) -> Any:
        if only_when(*arguments):
            raise OSError(number, os.strerror(number))
        return call(*arguments, **named)

    return fails


def is_file(descriptor: int, *_: object) -> bool:
    return stat.S_ISREG(os.fstat(descriptor).st_mode)


def is_temporary(path: object, *_: object) -> bool:
    return Path(str(path)).name.startswith(".plan.toml.")


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


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    """A folder that is not there is not made."""
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("x"), tmp_path / "no" / "plan.toml", None)
    assert failed.value.code == "folder_missing"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(saved: tuple[Path, str]) -> None:
    """Without the right to make a file in the folder, nothing is saved."""
    file, digest = saved
    file.parent.chmod(0o500)
    try:
        with pytest.raises(SaveFailedError) as failed:
            save(plan_named("new"), file, digest)
    finally:
        file.parent.chmod(0o700)
    assert failed.value.code == "permission"


def test_a_read_only_file_is_not_replaced(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Renaming over a file needs no right on it; a file that its owner made read-only is left alone all the same."""
    file, digest = saved
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest)
    assert failed.value.code == "file_read_only"
    assert load(file).plan == plan_named("old")


@pytest.mark.parametrize(("make", "code"), [(Path.mkdir, "file_folder"), (os.mkfifo, "file_special")])
def test_only_a_regular_file_is_replaced(tmp_path: Path, make: Callable[[Path], None], code: str) -> None:
    """A folder or a pipe of that name is refused at once."""
    make(tmp_path / "plan.toml")
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("x"), tmp_path / "plan.toml", None)
    assert failed.value.code == code


def test_a_plan_that_could_not_be_read_again_touches_nothing(saved: tuple[Path, str]) -> None:
    """What slipped past the edits is refused before the disk is touched, and named."""
    file, digest = saved
    broken = Plan.model_construct(budget={"B1": Line.model_construct(label="a\x1bb")})
    with pytest.raises(SaveFailedError) as failed:
        save(broken, file, digest)
    assert (failed.value.code, failed.value.reason) == ("plan_refused", "text_forbidden budget.B1.label")
    assert load(file).plan == plan_named("old")


def test_a_lone_surrogate_touches_nothing(saved: tuple[Path, str]) -> None:
    """A text that UTF-8 cannot hold is refused before the disk is touched."""
    file, digest = saved
    with pytest.raises(SaveFailedError) as failed:
        save(Plan.model_construct(links={"a": "\ud800"}), file, digest)
    assert failed.value.code == "text_forbidden"
    assert load(file).plan == plan_named("old")


def test_a_text_that_comes_back_different_touches_nothing(saved: tuple[Path, str]) -> None:
    """A carriage return would be lost in the file: found by reading the bytes again."""
    file, digest = saved
    with pytest.raises(SaveFailedError) as failed:
        save(Plan.model_construct(links={"a": "x\r\ny"}), file, digest)
    assert failed.value.code == "plan_altered"
    assert load(file).plan == plan_named("old")


def test_the_original_is_kept_with_its_permissions(saved: tuple[Path, str]) -> None:
    """With `keep_original` the file as it was stands beside the new one, byte for byte, no more readable."""
    file, _ = saved
    original = b"# mine\nformat = 1\n"
    file.write_bytes(original)
    file.chmod(0o600)
    save(plan_named("new"), file, digest_of(original), keep_original=True)
    backup = file.with_name("plan.toml.bak")
    assert backup.read_bytes() == original
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert names(file.parent) == ["plan.toml", "plan.toml.bak"]


def test_an_earlier_original_stays(saved: tuple[Path, str]) -> None:
    """A second original takes the next free name; the same one is not kept twice."""
    file, digest = saved
    first = file.with_name("plan.toml.bak")
    first.write_bytes(b"earlier")
    second = save(plan_named("new"), file, digest, keep_original=True)
    assert first.read_bytes() == b"earlier"
    assert file.with_name("plan.toml.bak2").read_bytes() == dumps(plan_named("old"))
    file.write_bytes(dumps(plan_named("old")))
    save(plan_named("newer"), file, digest, keep_original=True)
    assert names(file.parent) == ["plan.toml", "plan.toml.bak", "plan.toml.bak2"]
    assert second != digest


def test_nothing_is_kept_of_a_file_that_was_not_there(tmp_path: Path) -> None:
    """A first save has no original."""
    save(plan_named("x"), tmp_path / "plan.toml", None, keep_original=True)
    assert names(tmp_path) == ["plan.toml"]


def test_a_long_name_is_saved(tmp_path: Path) -> None:
    """The temporary file's name is cut where the file's own name is as long as names may be."""
    file = tmp_path / ("é" * 125 + ".toml")
    digest = save(plan_named("x"), file, None)
    assert load(file).digest == digest


def test_two_savers_take_turns(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """While another process compares and renames in the folder, a save waits, then gives up."""
    file, digest = saved
    monkeypatch.setattr("model.store.atomic._PATIENCE", 0.0)
    with locked_folder(file.parent), pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest)
    assert failed.value.code == "file_busy"
    assert load(file).plan == plan_named("old")


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


@pytest.mark.parametrize(("refuses", "mode"), [(False, 0o640), (True, 0o600)])
def test_the_group_is_kept_or_shut_out(
    saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch, mode: int, *, refuses: bool
) -> None:
    """Where the file cannot be given to its group, no other group may read it; an owner is kept where one may."""
    file, digest = saved
    file.chmod(0o640)
    given: list[tuple[int, int]] = []

    def fchown(_: int, user: int, group: int) -> None:
        given.append((user, group))
        if refuses:
            raise OSError(errno.EPERM, "")

    monkeypatch.setattr(os, "fchown", fchown)
    monkeypatch.setattr("model.store.atomic._status", lambda path: _of_another(path.stat()))
    save(plan_named("new"), file, digest)
    assert given == [(-1, 54321), (54321, -1)]
    assert stat.S_IMODE(file.stat().st_mode) == mode


def _of_another(status: os.stat_result) -> os.stat_result:
    fields = list(status)
    fields[4] = fields[5] = 54321
    return os.stat_result(fields)


def test_links_in_a_circle_are_no_place(tmp_path: Path) -> None:
    """The save is refused, and the links stay."""
    (tmp_path / "a.toml").symlink_to("b.toml")
    (tmp_path / "b.toml").symlink_to("a.toml")
    with pytest.raises(SaveFailedError):
        save(plan_named("x"), tmp_path / "a.toml", None)
    assert names(tmp_path) == ["a.toml", "b.toml"]


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


def test_a_hundredth_original_is_refused(saved: tuple[Path, str]) -> None:
    """When all names for originals are taken by others, nothing is overwritten and nothing saved."""
    file, digest = saved
    for number in range(1, 100):
        file.with_name(f"plan.toml.bak{number if number > 1 else ''}").write_text(str(number))
    with pytest.raises(SaveFailedError):
        save(plan_named("new"), file, digest, keep_original=True)
    assert load(file).plan == plan_named("old")


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


def test_a_link_that_cannot_be_looked_at_is_not_replaced(
    saved: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lead somewhere: it is never taken for the file itself."""
    file, digest = saved
    link = tmp_path / "link.toml"
    link.symlink_to(file)
    monkeypatch.setattr(os, "readlink", failing(os.readlink, errno.EACCES, lambda *_: True))
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), link, digest)
    assert failed.value.code == "permission"
    assert link.is_symlink()


def test_links_that_never_end_are_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the system says of them."""
    monkeypatch.setattr(os, "readlink", lambda _: "again.toml")
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("x"), tmp_path / "a.toml", None)
    assert failed.value.reason == "ELOOP"


def test_a_folder_whose_lock_fails_is_told(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """An error that is no lack of locks, and no other saver either, is not waited for."""
    file, digest = saved
    monkeypatch.setattr("fcntl.flock", failing(fcntl.flock, errno.EIO, lambda *_: True))
    with pytest.raises(SaveFailedError) as failed:
        save(plan_named("new"), file, digest)
    assert failed.value.reason == "EIO"


def test_a_saver_who_is_done_is_waited_for(saved: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is locked for a moment is tried again."""
    file, digest = saved
    answers = [BlockingIOError(errno.EAGAIN, ""), None]

    def flock(*_: object) -> None:
        if (answer := answers.pop(0)) is not None:
            raise answer

    monkeypatch.setattr("fcntl.flock", flock)
    save(plan_named("new"), file, digest)
    assert (load(file).plan, answers) == (plan_named("new"), [])
