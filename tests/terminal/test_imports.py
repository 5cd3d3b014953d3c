"""Files of each kind opened in the program as it is started: its libraries find all that they ask for."""

from pathlib import Path
from typing import Final

import pytest

from model.examples import text
from model.store.reading import loads
from model.store.writing import dumps
from tests.terminal.conftest import Opener
from tests.tui.exports.books import workbook
from tests.tui.imports.invoices.writing import Written, cii, pdf
from tui.exports.exporting import bytes_of
from tui.exports.options import Options
from tui.exports.registry import FORMATS

LIBRARIES: Final = ("icalendar", "pypdf", "openpyxl")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A plan, and beside it a calendar, data, an invoice and a workbook; nothing in the exports has been edited."""
    for library in LIBRARIES:
        pytest.importorskip(library)
    plan = loads(text("twin-cities-gateway"))
    (tmp_path / "plan.toml").write_bytes(dumps(plan))
    for name in ("ics", "json", "csv"):
        (tmp_path / f"{name}.{name}").write_bytes(bytes_of(plan, FORMATS[name], Options("en", "internal")))
    (tmp_path / "invoice.pdf").write_bytes(pdf(("factur-x.xml", cii(Written("F-77", currency="USD")))))
    workbook(plan, tmp_path / "book.xlsx")
    return tmp_path


def test_each_kind_is_read(folder: Path, planmark: list[str], open_terminal: Opener) -> None:
    terminal = open_terminal([*planmark, "--lang", "en", str(folder / "plan.toml")])
    terminal.wait_for(r"F10 Sheet")
    for name, said in (("ics.ics", r"ics\.ics brings no change"), ("json.json", r"json\.json brings no change"),
                       ("csv.csv", r"csv\.csv brings no change"), ("book.xlsx", r"book\.xlsx brings no change"),
                       ("invoice.pdf", r"F-77")):  # fmt: skip
        terminal.send("<C-p>Import")
        terminal.wait_for(r"Import a file")
        terminal.send("<Enter>")
        terminal.wait_for(r"File to import")
        terminal.send(f"{name}<Enter>")
        terminal.wait_for(said)
