"""`planmark renew`: a new file, what became of what, and nothing overwritten."""

from pathlib import Path

import pytest

from model.store.reading import load
from tests.commands import Ask
from tests.renewal import YEAR
from tui.words import LANGUAGES, Language


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """A plan at its year's end."""
    file = tmp_path / "plan.toml"
    file.write_text(YEAR, encoding="utf-8")
    return file


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_says_what_became_of_what(ask: Ask, year: Path, tmp_path: Path, language: Language) -> None:
    """What is corrected, dropped, without a verdict and to decide, by name; the old file stays as it was."""
    before, new = year.read_bytes(), tmp_path / "next.toml"
    told = ask("renew", year, new, language=language)
    assert (told.status, told.err) == (0, "")
    for part in ("A1 Foire", "A2 Affichage", "R4 Lettre", "B4 Envois", "O1 Contrats"):
        assert part in told.out
    assert year.read_bytes() == before
    assert load(str(new)).plan.plan.title == "Plan 2028"


def test_the_review_speaks_the_language_of_the_plan(ask: Ask, year: Path, tmp_path: Path) -> None:
    """Whoever renews it, in whichever language: the texts are the plan's."""
    year.write_text(YEAR.replace("currency", 'language = "fr"\ncurrency', 1), encoding="utf-8")
    ask("renew", year, tmp_path / "next.toml")
    line = load(str(tmp_path / "next.toml")).plan.review["R2"]
    assert line.expected == "Contrats signés\u202f: 30 contrats au 31/12/2027"
    assert line.obtained == "Contrats signés\u202f: 31 contrats au 31/12/2027, atteint\nJalons franchis\u202f: 1 sur 1"


def test_a_program_gets_ids_and_paths(ask: Ask, year: Path, tmp_path: Path) -> None:
    """In JSON nothing is in words."""
    told = ask("renew", year, tmp_path / "next.toml", "--json")
    assert told.json["actions"][1] == {"id": "A2", "verdict": "drop", "review": "R3", "carried": False}
    assert told.json["gone"]["budget"] == ["B2"]
    assert {"code": "verdict", "path": "review.R4.verdict"} in told.json["decide"]


@pytest.mark.parametrize("name", ["plan.toml", "other.toml"])
def test_a_file_that_is_there_is_not_overwritten(ask: Ask, year: Path, tmp_path: Path, name: str) -> None:
    """Not another plan, and not the plan itself."""
    (tmp_path / "other.toml").write_text("format = 1\n", encoding="utf-8")
    before = (tmp_path / name).read_bytes()
    told = ask("renew", year, tmp_path / name)
    assert (told.status, told.out) == (2, "")
    assert name in told.err
    assert (tmp_path / name).read_bytes() == before
