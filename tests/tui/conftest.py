"""What the tests of the command line share: asking it, in a language, away from the settings of whoever runs them."""

from pathlib import Path

import pytest

from tests.commands import PLAN, Ask, Told
from tui.cli.main import parsed


@pytest.fixture
def ask(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Ask:
    """`ask("check", file)`: runs a command in English, or in another `language`."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)

    def run(*argv: object, language: str = "en") -> Told:
        status = parsed([*map(str, argv), f"--lang={language}"] if "--" not in argv else [*map(str, argv)])
        assert isinstance(status, int)
        return Told(status, *capsys.readouterr())

    return run


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    """A small plan on disk."""
    file = tmp_path / "plan.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Settings and recent plans of the test's own; files named without a folder are the test's own too."""
    for name in ("CONFIG", "STATE", "DATA", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    for name in ("TMUX", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
