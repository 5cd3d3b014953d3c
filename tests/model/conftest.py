"""What the tests of recovery and of saving share: plans on disk, a folder for journals."""

from pathlib import Path

import pytest

from model.store.saving import save
from tests.commands import PLAN
from tests.saves import plan_named


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


@pytest.fixture
def saved(tmp_path: Path) -> tuple[Path, str]:
    """A plan saved once: its file and digest."""
    file = tmp_path / "plan.toml"
    return file, save(plan_named("old"), file, None)
