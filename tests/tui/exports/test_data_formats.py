"""Sheets of lines, calendars and data: what they say is what the plan says, to the cent, and nothing in them acts."""

import csv
import json
import re
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from io import StringIO
from typing import Any

import pytest

from docs.schema import FILE
from model.examples import NAMES, text
from model.plan import Plan
from model.store.reading import loads
from tests.commands import PLAN
from tests.tui.hostile import hostile_plan
from tui.exports.exporting import bytes_of
from tui.exports.options import PROFILES, Options
from tui.exports.registry import FORMATS
from tui.exports.schema import schema
from tui.formats.json_text import json_text

TODAY = date(2027, 1, 31)
NOTES = PLAN.replace("unit_cost = 0.125", 'note = "Between us"\nprovenance = "ledger"\nlow = 77.77\nunit_cost = 0.125')


def _bytes(plan: Plan, name: str, **more: Any) -> bytes:
    return bytes_of(plan, FORMATS[name], Options("fr", today=TODAY, **more))


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(Decimal("0.01"), ROUND_HALF_UP)


def _rows(data: bytes, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def test_a_french_excel_reads_the_lines() -> None:
    """A mark, semicolons, decimal commas, nothing between thousands; the figures worked out by hand."""
    data = _bytes(loads(PLAN.encode()), "csv")
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == data.count(b"\n") == 3
    rows = _rows(data, ";")
    assert [(row["id"], row["HT"], row["Taxe"], row["TTC"]) for row in rows] == [
        ("B1", "1000,05", "200,01", "1200,06"),
        ("B2", "125,00", "25,00", "150,00"),
    ]


def test_programs_read_the_lines() -> None:
    """Points, commas, no mark; the sum of the lines is the plan's total."""
    data = _bytes(loads(PLAN.encode()), "csv", machine=True)
    rows = _rows(data, ",")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert sum(Decimal(row["incl_tax"]) for row in rows) == _cents(Decimal("1000.05") * Decimal("1.2")) + 150


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-2", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    """A label that a spreadsheet would compute is a text."""
    plan = loads(PLAN.encode())
    line = plan.budget["B1"].replaced({"label": text, "supplier": text})
    plan = plan.replaced({"budget": {"B1": line}})
    for delimiter, machine in ((";", False), (",", True)):
        (row,) = _rows(_bytes(plan, "csv", machine=machine), delimiter)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_calendar_is_read_by_another_library_and_stays_itself(name: str) -> None:
    """Every milestone and deadline is there on its day; the same plan gives the same bytes and UIDs."""
    icalendar = pytest.importorskip("icalendar")
    plan = loads(text(name))
    data = _bytes(plan, "ics")
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    days = {str(event["UID"]): event["DTSTART"].dt for event in events}
    assert len(days) == len(events)
    due = [
        one.due for action in plan.actions.values() for one in action.milestones.values() if action.status != "dropped"
    ]
    due += [objective.deadline for objective in plan.objectives.values()]
    assert all(day in days.values() for day in due if day)
    later = plan.replaced({"plan": plan.plan.replaced({"title": "Renamed"})})
    again = icalendar.Calendar.from_ical(_bytes(later, "ics")).walk("VEVENT")
    assert {str(event["UID"]) for event in again} == set(days)
    assert _bytes(plan, "ics") == data


@pytest.mark.parametrize("name", NAMES)
def test_data_follows_the_schema_and_adds_up(name: str) -> None:
    """Each breakdown sums to the total, to the cent."""
    value = json.loads(_bytes(loads(text(name)), "json"), parse_float=Decimal)
    _validate(value, schema(), schema())
    computed = value["computed"]
    total = Decimal(computed["total"]["incl_tax"])
    assert sum(Decimal(line["incl_tax"]) for line in computed["lines"].values()) == total
    assert {sum(Decimal(one["incl_tax"]) for one in by.values()) for by in computed["by"].values()} == {total}


def test_the_schema_that_is_published_is_current() -> None:
    """`python -m docs.schema` writes it anew."""
    assert FILE.read_text(encoding="utf-8") == f"{json_text(schema())}\n"


@pytest.mark.parametrize("name", ["html", "md", "csv", "ics", "json"])
def test_nothing_hostile_acts(name: str) -> None:
    """No control sign, no direction mark, no markup of a text reaches a file."""
    data = _bytes(hostile_plan("\x1b[31m\u202e<script>alert(1)</script><img src=http://x.example>"), name).decode()
    assert not set(data) & {"\x1b", "\x00", "\u202e", "\x9b"}
    if name in ("html", "md"):
        assert "<script" not in data
        assert "<img" not in data


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", ["html", "md", "csv", "ics", "json"])
def test_what_a_profile_hides_is_nowhere(name: str, profile: Any) -> None:
    """Notes, provenance and estimates are for those within."""
    data = _bytes(loads(NOTES.encode()), name, profile=profile).decode()
    found = {secret for secret in ("Between us", "ledger", "77.77", "77,77") if secret in data}
    assert found == ({"Between us", "ledger", "77.77"} if (name, profile) == ("json", "internal") else set())


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_the_same_twice_and_fetches_nothing(name: str) -> None:
    """No address but those of its own chapters, no script."""
    page = _bytes(loads(text(name)), "html").decode()
    assert page == _bytes(loads(text(name)), "html").decode()
    assert not re.search(r"\bsrc=|url\(|@import|<link|href=\"[^#]", page)
    assert "<script" not in page
    assert 'href="#budget"' in page


def _validate(value: Any, shape: Any, root: Any) -> None:
    """As much of JSON Schema as ours uses."""
    if "$ref" in shape:
        shape = root["$defs"][shape["$ref"].rpartition("/")[2]]
    if "const" in shape:
        assert value == shape["const"]
    if "enum" in shape:
        assert value in shape["enum"]
    names = shape.get("type", [])
    if names:
        kinds: dict[str, Any] = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}
        kinds |= {"number": (int, Decimal), "integer": int}
        assert any(isinstance(value, kinds[name]) for name in ([names] if isinstance(names, str) else names)), value
    if isinstance(value, dict):
        assert set(shape.get("required", [])) <= set(value)
        for key, inner in value.items():
            within = shape.get("properties", {}).get(key, shape.get("additionalProperties", {}))
            assert within is not False, key
            _validate(inner, within, root)
    elif isinstance(value, list):
        for inner in value:
            _validate(inner, shape.get("items", {}), root)
