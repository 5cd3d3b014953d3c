"""What is read line by line is what the TOML parser reads, to the type and the order; the rest is left to it."""

from decimal import Decimal
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from model.examples import NAMES, text
from model.plan import Plan
from model.store.quick import UnusualError, quick
from model.store.writing import dumps
from tests.catalogue_strategies import plans
from tests.sampling import some

PIECES = (
    *('"', "\\", "[", "]", ".", "=", " ", "#", "0", "-", "_", "\t", "\r", "é", "'", "\x7f", "1", "٣", "\n"),
    *('"""', "x = 1", "{}", "true"),
)


def _told(value: Any) -> Any:
    """A value with its type and the order of its keys."""
    if isinstance(value, dict):
        return [(key, _told(each)) for key, each in value.items()]
    if isinstance(value, list):
        return [_told(each) for each in value]
    return type(value).__name__, str(value)


def _is_left_or_same(given: str) -> bool:
    """Whether the text was read as the parser reads it; False when it was left to the parser."""
    try:
        found = quick(given)
    except UnusualError:
        return False
    assert _told(found) == _told(tomli.loads(given, parse_float=Decimal))
    return True


@given(plans())
@settings(max_examples=some(150), deadline=None)
def test_what_planmark_writes_is_read_line_by_line(plan: Plan) -> None:
    """Whatever texts, numbers, days, lists and tables a plan holds; keys of links that are no ids are left."""
    assert _is_left_or_same(dumps(plan.replaced({"links": {"O1>S1": "7f3a9c"}})).decode())
    _is_left_or_same(dumps(plan).decode())


@pytest.mark.parametrize("name", NAMES)
def test_the_examples_are_read_line_by_line(name: str) -> None:
    """Long texts of several lines among them."""
    assert _is_left_or_same(text(name).decode())


@given(plans(), st.data())
@settings(max_examples=some(400), deadline=None)
def test_a_damaged_text_is_read_as_the_parser_does_or_not_at_all(plan: Plan, data: st.DataObject) -> None:
    """Lines dropped, doubled, moved; characters put in and taken out."""
    lines = dumps(plan).decode().split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        spot = data.draw(st.integers(0, len(line)))
        piece = data.draw(st.sampled_from(PIECES))
        match data.draw(st.integers(0, 4)):
            case 0:
                lines.pop(at)
            case 1:
                lines.insert(data.draw(st.integers(0, len(lines))), line)
            case 2:
                lines[at] = line[:spot] + piece + line[spot:]
            case 3:
                lines[at] = line[:spot] + line[spot + 1 :]
            case _:
                lines.insert(at, piece)
        lines = lines or [""]
    _is_left_or_same("\n".join(lines))


@pytest.mark.parametrize(
    "given",
    [
        "x = 1\nx = 2",
        '"x" = 1\nx = 2',
        "[a]\n[a]",
        "[a.b]\n[a]\nb = 1",
        "[a]\nb = 1\n[a.b]",
        "[[a]]",
        "[a]\r\nb = 1",
        "a.b = 1",
        "[ a ]",
        '["a"]',
        "x = 01",
        "x = 1.",
        "x = .5",
        "x = 2027-02-30",
        "x = 2027-W01-1",
        "x = ١",
        "x = { y = 1 }",
        'x = "a',
        'x = "a" b"',
        'x = "\\z"',
        'x = """\na',
        "x = [\n1,",
        "x=1",
        "# a\nx",
        "é = 1",
        " = 1",
        '"" = 1',
        "x = ",
        "x = 'a\nb'",
        "x = 1\ny = 2 = 3",
        "x = " + "[" * 5000,
        "x = 1e99999999999999999999",
        "x = " + "1" * 5000,
    ],
)
def test_what_is_left_to_the_parser(given: str) -> None:
    """Wrong, or right but unusual: the parser says which."""
    with pytest.raises(UnusualError):
        quick(given)


@pytest.mark.parametrize(
    "given",
    [
        "x = 1_000\ny = -0\nz = -0.0\nw = +1\nv = 1e3\nu = 12345678901234567890123",
        "x = 2027-01-01\ny = 2027-01-01T10:00:00\nz = 10:00:00",
        'x = "a\\u00e9 \\" b"\ny = "tab\\t"\nz = "«\u202f»"',
        'x = """\na\nb"""\ny = """\na \\"""b"""\nz = """\n"a""""',
        'x = []\ny = [\n    "a",\n    "b",\n]\nz = [1, 2]',
        'x = 1 # why\n[a.b]\n"O1>S1" = "7f"\n[a]\nc = true',
        "x = 'single'",
    ],
)
def test_what_is_read_though_it_looks_otherwise(given: str) -> None:
    """One value is handed to the parser, with the lines that belong to it."""
    assert _is_left_or_same(given)
