"""Files of every format there has been open today; the first save of an older one keeps it; a newer one is refused."""

from pathlib import Path
from typing import Any

import pytest

from model.store import migration
from model.store.problems import PlanUnusableError
from model.store.reading import load
from model.store.saving import save
from model.store.writing import dumps

KEPT = sorted((Path(__file__).parents[1] / "formats").glob("*/*.toml"))
"""Files as Planmark wrote them, in the folder of their format; never written again."""


def test_every_format_has_kept_files() -> None:
    """From the first format to today's, none is left out."""
    from model.plan import FORMAT

    assert {int(file.parent.name) for file in KEPT} == set(range(1, FORMAT + 1))


@pytest.mark.parametrize("file", KEPT, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_kept_files_open(file: Path) -> None:
    """A kept file is a plan; one of today's format is written as it stands, byte for byte."""
    loaded = load(file)
    if not loaded.is_migrated:
        assert dumps(loaded.plan) == file.read_bytes()


def _titled(data: dict[str, Any]) -> dict[str, Any]:
    sheet = dict(data["plan"])
    return {**data, "plan": {"title": sheet.pop("name"), **sheet}}


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of a format before the first, in which a title was a name, and the step from there."""
    monkeypatch.setitem(migration.STEPS, 0, _titled)
    file = tmp_path / "plan.toml"
    file.write_text('format = 0\n\n[plan]\nname = "Salon"\nclient = "Office"\n', encoding="utf-8")
    return file


def test_an_older_file_is_brought_to_todays_format(older: Path) -> None:
    """In memory, step by step; the file stays as it is until it is saved, and then beside the new one."""
    before = older.read_bytes()
    loaded = load(older)
    assert (loaded.plan.plan.title, loaded.plan.plan.client) == ("Salon", "Office")
    assert loaded.is_migrated
    assert older.read_bytes() == before
    save(loaded.plan, older, loaded.digest, keep_original=loaded.keeps_original)
    assert older.read_text(encoding="utf-8").startswith("format = 1\n")
    assert older.with_name("plan.toml.bak").read_bytes() == before


@pytest.mark.parametrize(("number", "code"), [(0, "impossible_value"), (-1, "impossible_value"), (2, "format_newer")])
def test_formats_that_cannot_be_read(tmp_path: Path, number: int, code: str) -> None:
    """Without a step from there, or from the future: refused, never guessed."""
    file = tmp_path / "plan.toml"
    file.write_text(f"format = {number}\n", encoding="utf-8")
    with pytest.raises(PlanUnusableError) as refused:
        load(file)
    assert [problem.code for problem in refused.value.problems] == [code]
