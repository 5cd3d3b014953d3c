"""The typeset report, read by poppler: its figures are the plan's, and no text of a plan is read as code."""

import os
import shutil
import subprocess
from datetime import date

import pytest

from model.plan import Plan
from model.store.reading import loads
from tests.commands import PLAN
from tests.tui.hostile import hostile_plan
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS

TODAY = date(2027, 1, 31)


def _read(plan: Plan) -> str:
    """What is read in the report, the spaces of typography as plain ones."""
    pytest.importorskip("typst")
    program = shutil.which("pdftotext")
    if program is None:
        reason = "needs the program 'pdftotext', which is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    data = bytes_of(plan, FORMATS["pdf"], Options("fr", today=TODAY))
    run = subprocess.run([program, "-layout", "-", "-"], input=data, capture_output=True, check=True, timeout=60)
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
