"""`planmark dashboard`: the same figures to people and to programs."""

import json
from pathlib import Path

from tests.commands import Ask
from tests.tui.test_dashboard import PLAN


def _file(tmp_path: Path) -> Path:
    file = tmp_path / "val.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def test_people_read_a_line_an_indicator(ask: Ask, tmp_path: Path) -> None:
    """The status by glyph and word, then the figures; what waits for a decision."""
    told = ask("dashboard", _file(tmp_path), "--today", "2027-04-05")
    assert told.status == 0
    assert "✗ 1 off path" in told.out
    assert "✗ off path  K1 Classes signed" in told.out
    assert "1 gap waits for a cause and a decision." in told.out


def test_programs_read_numbers(ask: Ask, tmp_path: Path) -> None:
    """Figures as numbers, days as ISO texts, null for what cannot be said."""
    told = ask("dashboard", _file(tmp_path), "--today=2027-04-05", "--json")
    board = json.loads(told.out)
    assert board["today"] == "2027-04-05"
    assert board["plan"] == {"worst": "off", "counts": {"off": 1, "late": 1}}
    assert board["objectives"]["O1"]["worst"] == "off"
    first = board["indicators"]["K1"]
    assert (first["day"], first["figure"], first["expected"], first["gap"]) == ("2027-02-28", 100, [159, 159], -59)
    assert (first["asks_decision"], first["next_reading"]) == (True, "2027-03-31")
    assert board["actions"]["A1"] == {"pdca": None, "suggested": "plan", "reason": "not_begun"}


def test_a_day_that_is_none_is_refused(ask: Ask, tmp_path: Path) -> None:
    """As everywhere else."""
    assert ask("dashboard", _file(tmp_path), "--today", "soon").status == 2
