"""Whatever is in a plan, every format writes it, for every reader, and a reader of that format takes it."""

import csv
import json
from datetime import date
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any, Final

import docx
import icalendar
import pptx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from model.plan import Plan
from tests import catalogue_strategies, strategies
from tests.sampling import some
from tui.exports.exporting import bytes_of
from tui.exports.options import PROFILES, Options
from tui.exports.registry import FORMATS
from tui.words import LANGUAGES

_PLANS = st.one_of(catalogue_strategies.plans(), strategies.plans(with_scenarios=True))


class _Strict(HTMLParser):
    """Counts what is opened and closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, _: Any) -> None:
        if tag not in ("meta", "br", "col"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, _: Any) -> None:
        """Opened and closed at once."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def _read_html(data: bytes) -> None:
    parser = _Strict()
    parser.feed(data.decode())
    assert not parser.open


def _read_csv(data: bytes) -> None:
    rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(rows[0])}


READERS: Final[dict[str, Any]] = {
    "html": _read_html,
    "md": bytes.decode,
    "csv": _read_csv,
    "json": json.loads,
    "ics": icalendar.Calendar.from_ical,
    "docx": lambda data: docx.Document(BytesIO(data)),
    "pptx": lambda data: pptx.Presentation(BytesIO(data)),
    "xlsx": lambda data: load_workbook(BytesIO(data)),
    "pdf": lambda data: data.index(b"%%EOF"),
}


@pytest.mark.parametrize("name", FORMATS)
def test_any_plan_is_written_and_read(name: str) -> None:
    """Empty, odd or full; through a scenario or not."""
    if name == "pdf":
        pytest.importorskip("typst")
    full = {"pdf": 25, "docx": 30, "pptx": 30, "xlsx": 30}.get(name, 60)

    @settings(max_examples=some(full), deadline=None, suppress_health_check=list(HealthCheck))
    @given(_PLANS, st.sampled_from(PROFILES), st.sampled_from(LANGUAGES), st.data())
    def written(plan: Plan, profile: Any, language: Any, data: st.DataObject) -> None:
        scenario = data.draw(st.sampled_from([None, *plan.scenarios]))
        options = Options(language, profile, scenario, today=date(2027, 5, 3))
        READERS[name](bytes_of(plan, FORMATS[name], options))

    written()
