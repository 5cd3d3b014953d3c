"""The settings on disk: whole or as they were, and never in anybody's way."""

import errno
import os
from pathlib import Path
from typing import Never

import pytest

from tui.settings import Settings, load_settings, save_settings, settings_file

FRENCH, ENGLISH = Settings(language="fr"), Settings(language="en")


def fails(*_: object, **__: object) -> Never:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


@pytest.mark.parametrize("calls", [["write"], ["fsync"], ["replace"], ["write", "unlink"], ["open"]])
def test_a_failing_disk_changes_nothing_and_stops_nobody(calls: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings stay as they were; not even a file that cannot be removed again is an error."""
    save_settings(FRENCH)
    with monkeypatch.context() as patch:
        for call in calls:
            patch.setattr(os, call, fails)
        save_settings(ENGLISH)
    assert load_settings() == FRENCH


def test_what_a_killed_program_left_goes_with_the_next_save() -> None:
    """A temporary file beside the settings does not stay for ever."""
    save_settings(FRENCH)
    left = settings_file().with_name(f".{settings_file().name}.0123abcd")
    left.touch()
    save_settings(ENGLISH)
    assert [path.name for path in settings_file().parent.iterdir()] == [settings_file().name]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Settings kept elsewhere, as people do who share them between machines, are written there."""
    settings_file().parent.mkdir(parents=True)
    settings_file().symlink_to(tmp_path / "shared.toml")
    save_settings(FRENCH)
    assert settings_file().is_symlink()
    assert load_settings() == FRENCH
