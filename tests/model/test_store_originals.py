"""What stands where a plan is saved stays what it is: links, the group, originals kept beside it."""

import errno
import os
import stat
from pathlib import Path

import pytest

from model.store.files import digest_of
from model.store.problems import SaveFailedError
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps
from tests.saves import failing, names, plan_named


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


def test_a_hundredth_original_is_refused(saved: tuple[Path, str]) -> None:
    """When all names for originals are taken by others, nothing is overwritten and nothing saved."""
    file, digest = saved
    for number in range(1, 100):
        file.with_name(f"plan.toml.bak{number if number > 1 else ''}").write_text(str(number))
    with pytest.raises(SaveFailedError):
        save(plan_named("new"), file, digest, keep_original=True)
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
