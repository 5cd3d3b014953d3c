"""Saving: whole or not at all, never over somebody else's work, permissions and links kept, nothing left behind."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from model.budget import Line
from model.plan import Plan
from model.store.atomic import locked_folder
from model.store.files import digest_of
from model.store.problems import FileChangedError, SaveFailedError
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps
from tests.saves import names, plan_named


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
    broken = Plan.trusted(budget={"B1": Line.trusted(label="a\x1bb")})
    with pytest.raises(SaveFailedError) as failed:
        save(broken, file, digest)
    assert (failed.value.code, failed.value.reason) == ("plan_refused", "text_forbidden budget.B1.label")
    assert load(file).plan == plan_named("old")


def test_a_lone_surrogate_touches_nothing(saved: tuple[Path, str]) -> None:
    """A text that UTF-8 cannot hold is refused before the disk is touched."""
    file, digest = saved
    with pytest.raises(SaveFailedError) as failed:
        save(Plan.trusted(links={"a": "\ud800"}), file, digest)
    assert failed.value.code == "text_forbidden"
    assert load(file).plan == plan_named("old")


def test_a_text_that_comes_back_different_touches_nothing(saved: tuple[Path, str]) -> None:
    """A carriage return would be lost in the file: found by reading the bytes again."""
    file, digest = saved
    with pytest.raises(SaveFailedError) as failed:
        save(Plan.trusted(links={"a": "x\r\ny"}), file, digest)
    assert failed.value.code == "plan_altered"
    assert load(file).plan == plan_named("old")


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
