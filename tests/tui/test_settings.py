"""Settings and recent plans: written whole, for their owner alone, never in the way."""

import errno
import os
import stat
from pathlib import Path
from typing import Never

import pytest

from tui.settings import Settings, load_settings, recent_file, recent_plans, remember_plan, save_settings, settings_file


def test_they_are_for_their_owner_alone() -> None:
    """The files 0600, the folder that is made for them 0700, nothing else left in it."""
    save_settings(Settings(theme="dark"))
    settings_file().chmod(0o644)
    save_settings(Settings(theme="light"))
    assert load_settings().theme == "light"
    assert stat.S_IMODE(settings_file().stat().st_mode) == 0o600
    assert stat.S_IMODE(settings_file().parent.stat().st_mode) == 0o700
    assert list(settings_file().parent.iterdir()) == [settings_file()]


def test_a_link_is_followed(tmp_path: Path) -> None:
    """Settings kept elsewhere and linked stay there."""
    kept = tmp_path / "kept.toml"
    kept.touch()
    settings_file().parent.mkdir(parents=True)
    settings_file().symlink_to(kept)
    save_settings(Settings(theme="dark"))
    assert settings_file().is_symlink()
    assert "dark" in kept.read_text(encoding="utf-8")


@pytest.mark.parametrize("in_the_way", [Path.touch, lambda path: path.symlink_to("/no such place/at all")])
def test_a_folder_that_cannot_be_written_to_is_no_reason_to_stop(in_the_way: object) -> None:
    """Nothing is kept, and nothing is raised."""
    recent_file().parent.parent.mkdir(parents=True, exist_ok=True)
    in_the_way(recent_file().parent)  # type: ignore[operator]
    remember_plan(Path("plan.toml"))
    assert recent_plans() == []


def test_a_name_that_is_no_text_is_no_reason_to_stop() -> None:
    """A file may be called anything; the list does without it."""
    remember_plan(Path(os.fsdecode(b"plan\xff.toml")))
    assert recent_plans() == []


def _fails(*_: object, **__: object) -> Never:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("calls", [["write"], ["fsync"], ["replace"], ["write", "unlink"], ["open"], ["lstat"]])
def test_a_failing_disk_changes_nothing_and_stops_nobody(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings stay as they were; not even a file that cannot be removed again is an error."""
    save_settings(Settings(language="fr"))
    with monkeypatch.context() as patch:
        for call in calls:
            patch.setattr(os, call, _fails)
        save_settings(Settings(language="en"))
    assert load_settings() == Settings(language="fr")


def test_what_a_killed_program_left_goes_with_the_next_save() -> None:
    """A temporary file beside the settings does not stay for ever."""
    save_settings(Settings(language="fr"))
    settings_file().with_name(f".{settings_file().name}.0123abcd").touch()
    save_settings(Settings(language="en"))
    assert list(settings_file().parent.iterdir()) == [settings_file()]
