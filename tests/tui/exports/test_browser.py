"""The page opened in a real browser: it says what the plan says, runs nothing, fetches nothing, prints and darkens."""

import subprocess
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from model.breakdowns import total
from tests.tui.exports.readers import EXAMPLES, NAMES, blank_pages, plan_called, program, text_of
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS

_QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-background-networking")


def _page(name: str, folder: Path) -> Path:
    file = folder / f"{name}.html"
    file.write_bytes(bytes_of(plan_called(name), FORMATS["html"], Options("fr", today=date(2027, 1, 31))))
    return file


def _browse(page: Path, *options: str) -> str:
    """What the browser complains of while it shows the page."""
    profile = f"--user-data-dir={page.parent / 'browser'}"
    command = [program("chromium"), *_QUIET, profile, "--enable-logging=stderr", *options, page.as_uri()]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stderr


@pytest.mark.parametrize("name", NAMES)
def test_what_is_printed_is_what_the_plan_says(name: str, tmp_path: Path) -> None:
    """Title and total to the unit; nothing said on the console, nobody asked but the file itself."""
    page, printed, log = _page(name, tmp_path), tmp_path / "printed.pdf", tmp_path / "net.json"
    told = _browse(page, f"--print-to-pdf={printed}", "--no-pdf-header-footer", f"--log-net-log={log}")
    assert "CONSOLE" not in told
    assert "x.example" not in log.read_text(encoding="utf-8", errors="replace")
    plan, text = plan_called(name), text_of(printed)
    assert str(int(total(plan).excl_tax)) in text
    assert not blank_pages(printed)
    if name in EXAMPLES:
        assert "".join((plan.plan.title or "").split()) in text
    if name == "hostile":
        assert "<script>alert(1)</script>" in text  # to be read, as anything else


def test_it_is_dark_where_the_reader_s_system_is(tmp_path: Path) -> None:
    """The paper is white, or nearly black; the words stay readable on it."""
    page = _page(EXAMPLES[0], tmp_path)
    paper = {}
    for name, scheme in (("light", 1), ("dark", 0)):
        shot, asked = tmp_path / f"{name}.png", f"--blink-settings=preferredColorScheme={scheme}"
        _browse(page, f"--screenshot={shot}", "--window-size=700,500", asked)
        pixels = Image.open(shot).convert("L").tobytes()
        paper[name] = pixels[0]
        assert max(pixels) - min(pixels) > 150
    assert paper["light"] == 255
    assert paper["dark"] < 40
