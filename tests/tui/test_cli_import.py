"""`planmark import`: a difference shown first, then taken in one save, the lock obeyed."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.commands import Ask
from tests.tui.exports.books import at, example, workbook


@pytest.fixture
def plan(tmp_path: Path, ask: Ask) -> Path:
    """An example in a folder of its own."""
    file = tmp_path / "plan.toml"
    assert ask("new", file, "--example", "twin-cities-gateway").status == 0
    return file


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Its workbook, one amount edited."""
    file = workbook(example("twin-cities-gateway"), tmp_path / "back.xlsx")
    opened = load_workbook(file)
    at(opened["Budget"], "amount", "B2").value = 22000
    opened.save(file)
    return file


def test_shown_first_and_nothing_written(ask: Ask, plan: Path, book: Path) -> None:
    """Without `--yes` the file stays as it is."""
    before = plan.read_bytes()
    told = ask("import", plan, book)
    assert told.status == 0
    assert "22,000" in told.out
    assert "--yes" in told.out
    assert plan.read_bytes() == before


def test_taken_with_yes(ask: Ask, plan: Path, book: Path) -> None:
    """One line of the file changes; asked again, there is nothing left."""
    before = plan.read_text(encoding="utf-8").splitlines()
    told = json.loads(ask("import", plan, book, "--yes", "--json").out)
    assert told["saved"]
    assert told["changes"] == [{"path": "budget.B2.amount", "before": 20000, "after": 22000}]
    after = plan.read_text(encoding="utf-8").splitlines()
    assert [line for line in after if line not in before] == ["amount = 22000"]
    assert json.loads(ask("import", plan, book, "--json").out)["changes"] == []


def test_refused_with_sheet_and_cell(ask: Ask, plan: Path, book: Path) -> None:
    """What cannot be read is named, and nothing is taken."""
    opened = load_workbook(book)
    cell = at(opened["Budget"], "amount", "B3")
    cell.value = "about nine"
    opened.save(book)
    before = plan.read_bytes()
    told = ask("import", plan, book, "--yes")
    assert told.status == 2
    assert all(word in told.err for word in ("Budget", cell.coordinate, "about nine"))
    assert plan.read_bytes() == before


@pytest.mark.parametrize("name", ["none.xlsx", "plan.doc", "plan.toml"])
def test_other_files_are_refused_in_a_sentence(ask: Ask, plan: Path, name: str) -> None:
    """No traceback, whatever is given."""
    told = ask("import", plan, plan.with_name(name))
    assert told.status == 2
    assert told.err.count("\n") == 1
