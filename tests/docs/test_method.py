"""The page on the method: each part of it has tests at the keyboard and where it can break, and they are there."""

import re
from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parents[1]
PAGE: Final = (TESTS.parent / "docs" / "method.md").read_text(encoding="utf-8")
ROWS: Final = [[cell.strip() for cell in row.split("|")[1:-1]] for row in re.findall(r"^\|.*\|$", PAGE, re.M)[2:]]


def _tests(cell: str) -> list[tuple[str, str]]:
    """The tests that a cell names: the file, and the function where it names one."""
    return [(file, name) for file, _, name in (found.partition("::") for found in re.findall(r"`([^`]+)`", cell))]


def test_every_part_of_the_method_has_its_row() -> None:
    """The five steps, what they must contain, and what stands around them."""
    assert len(ROWS) == 10


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_every_row_names_tests_that_are_there(row: list[str]) -> None:
    """At the keyboard, and where it can break."""
    for folder, cell in (("tui", row[2]), ("model", row[3])):
        named = _tests(cell)
        assert named
        for file, name in named:
            text = (TESTS / folder / file).read_text(encoding="utf-8")
            assert not name or re.search(rf"^(async )?def {name}\(", text, re.M), f"{file}::{name}"
