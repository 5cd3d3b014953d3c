"""What the tests of recovery share: a plan on disk, and a folder for journals."""

from pathlib import Path

import pytest

from tests.commands import PLAN


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the journals are."""
    return tmp_path / "state" / "recovery"
