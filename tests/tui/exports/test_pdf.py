"""The typeset report, read by poppler: its figures are the plan's, and no text of a plan is read as code."""

import subprocess
from datetime import date
from pathlib import Path

import pytest

from model.breakdowns import total
from model.plan import Plan
from model.store.reading import loads
from tests.bench.plans import plan as long_plan
from tests.commands import PLAN
from tests.tui.exports.readers import NAMES, blank_pages, plan_called, program, text_of
from tests.tui.hostile import hostile_plan
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS
from tui.exports.writers.listing import LONG

TODAY = date(2027, 1, 31)


def _read(plan: Plan) -> str:
    """What is read in the report, the spaces of typography as plain ones."""
    pytest.importorskip("typst")
    data = bytes_of(plan, FORMATS["pdf"], Options("fr", today=TODAY))
    run = subprocess.run(
        [program("pdftotext"), "-layout", "-", "-"], input=data, capture_output=True, check=True, timeout=60
    )
    return run.stdout.decode().replace("\u202f", " ").replace("\u00a0", " ")


def test_it_says_what_the_plan_says() -> None:
    """Total without and with tax to the cent, worked out by hand; the title, the lines."""
    text = _read(loads(PLAN.encode()))
    for part in ("Exemple", "Stand", "Brochure", "1 125,05 €", "225,01", "1 350,06 €"):
        assert part in text


def test_no_text_is_code() -> None:
    """What Typst would obey stands there to be read."""
    text = _read(hostile_plan('#read("/etc/passwd") $x$ *b* \x1b[31m\u202e'))
    assert '#read("/etc/passwd")' in text
    assert "root:" not in text


@pytest.mark.parametrize("name", NAMES)
def test_no_page_is_blank(name: str, tmp_path: Path) -> None:
    """Each page, as a picture, has something on it; the total is there to the unit."""
    pytest.importorskip("typst")
    plan, file = plan_called(name), tmp_path / "report.pdf"
    file.write_bytes(bytes_of(plan, FORMATS["pdf"], Options("fr", today=TODAY)))
    assert str(int(total(plan).excl_tax)) in text_of(file)
    assert not blank_pages(file)


def test_a_very_long_table_is_set_as_lines(tmp_path: Path) -> None:
    """Each line of the budget is there, its figures too, and the heads stand again on each page."""
    pytest.importorskip("typst")
    plan, file = loads(long_plan(LONG + 100).encode()), tmp_path / "report.pdf"
    file.write_bytes(bytes_of(plan, FORMATS["pdf"], Options("fr", today=TODAY)))
    text = text_of(file)
    assert all(f"{id_}{line.label}".replace(" ", "") in text for id_, line in plan.budget.items())
    assert str(int(total(plan).excl_tax)) in text
    assert text.count("IntituléActionFournisseur") > 15
    assert not blank_pages(file)
