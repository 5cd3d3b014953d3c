"""Other people's programs, by which what is handed over is read; and the plans that they read."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import pytest

from model.plan import Plan
from model.store.reading import loads
from tests.bench.plans import plan as long_plan
from tests.tui.exports.books import example
from tests.tui.hostile import hostile_plan

LONG: Final = 400
EXAMPLES: Final = ("suisse-tourisme", "twin-cities-gateway")
NAMES: Final = (*EXAMPLES, "hostile", "long")


def plan_called(name: str) -> Plan:
    """An example, a plan of hundreds of lines, or one that is hostile in every text."""
    if name == "hostile":
        text = "\x1b[31m\u202e<script>alert(1)</script><img src=http://x.example/y.png>=1+1"
        return hostile_plan(text).replaced({"decisions": {}, "orientation": {}})
    return loads(long_plan(LONG).encode()) if name == "long" else example(name)


def program(name: str) -> str:
    """The path of a program; where it is missing, the test is skipped, under CI it fails."""
    found = shutil.which(name)
    if found is None:
        reason = f"needs the program {name!r}, which is not installed"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def text_of(pdf: Path) -> str:
    """What is read in a PDF, without any space."""
    run = subprocess.run([program("pdftotext"), "-layout", pdf, "-"], check=True, capture_output=True, timeout=60)
    return "".join(run.stdout.decode().split()).replace("\u202f", "").replace("\u00a0", "")


def blank_pages(pdf: Path, last: int = 60) -> list[int]:
    """The numbers of the pages on which nothing is seen, of the first ones."""
    folder = pdf.with_suffix(".pages")
    folder.mkdir()
    command = [program("pdftoppm"), "-gray", "-r", "12", "-l", str(last), str(pdf), str(folder / "page")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    pages = sorted(folder.iterdir())
    assert pages
    return [at for at, page in enumerate(pages, 1) if len(set(_pixels(page.read_bytes()))) == 1]


def _pixels(picture: bytes) -> bytes:
    """The grey values of a picture in the format of pdftoppm: three lines, then bytes."""
    return picture.split(b"\n", 3)[3]
