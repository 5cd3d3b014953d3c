"""Records: they hold what was given, in the order of the file; nothing in them is changed in place."""

from decimal import Decimal
from typing import Any

import pytest

from model.budget import Line
from model.diagnostic import Diagnostic, Market
from model.plan import Plan
from model.scenarios import LineChange
from model.validation import ValueRefusedError


def test_it_holds_only_what_was_given() -> None:
    """In the order of the file, whatever order it came in; empty tables and absent values are not held."""
    line = Line.from_table({"amount": 5, "label": "x", "months": {}, "note": None})
    assert list(line.__dict__) == ["label", "amount"]
    assert (line.amount, line.months, line.note, line.quotes) == (Decimal(5), {}, None, {})
    assert list(line.replaced({"category": "c", "amount": None}).__dict__) == ["label", "category"]


def test_two_are_equal_that_say_the_same() -> None:
    """However they were made; an empty record within one is no more than none; never one of another kind."""
    assert Plan(diagnostic=Diagnostic(market=Market())) == Plan()
    assert Line(label="x") == Line.from_table({"label": "x"}) == Line().replaced({"label": "x"})
    assert Line() != Market()
    assert repr(Line(label="x")) == "Line(label='x')"
    assert Line(label="x") != Line(label="y")


def test_nothing_is_changed_in_place() -> None:
    """Neither a field, nor the tables that all records share where they have none."""
    line: Any = Line(label="x")
    with pytest.raises(AttributeError):
        line.label = "y"
    with pytest.raises(AttributeError):
        del line.label
    for change in (line.months.clear, line.months.popitem):
        with pytest.raises(TypeError):
            change()
    with pytest.raises(TypeError):
        line.months["2027-01"] = Decimal(1)
    with pytest.raises(TypeError):
        line.months |= {"2027-01": Decimal(1)}
    assert line == Line(label="x")


@pytest.mark.parametrize(
    ("table", "steps", "code"),
    [
        ({"labl": "x"}, ("labl",), "extra_forbidden"),
        ({"label": 1}, ("label",), "string_type"),
        ({"priority": 6}, ("priority",), "less_than_equal"),
        ({"priority": 0, "note": None}, ("priority",), "greater_than_equal"),
        ({"note": None, "labl": 1}, ("labl",), "extra_forbidden"),
        ([], (), "dict_type"),
        ({"action": 3}, ("action",), "string_type"),
        ({"priority": True}, ("priority",), "int_type"),
        ({"held": 1}, ("held",), "bool_type"),
        ({"months": {"2027-01": "x"}}, ("months", "2027-01"), "formula_type"),
        ({"quotes": {"Y1": {"amount": "x"}}}, ("quotes", "Y1", "amount"), "number_type"),
        ({"quotes": {"1": {}}}, ("quotes", "1"), "string_pattern_mismatch"),
        ({"quotes": {"Y1": 3}}, ("quotes", "Y1"), "dict_type"),
    ],
)
def test_what_is_refused(table: Any, steps: tuple[str, ...], code: str) -> None:
    """The first value that cannot stand, with its place in the record and why."""
    with pytest.raises(ValueRefusedError) as refusal:
        Line.from_table(table)
    assert (refusal.value.steps, refusal.value.code) == (steps, code)


def test_a_change_of_a_line_takes_changes_where_the_line_takes_numbers() -> None:
    """`+10%` is no amount of a line, and one of its change in a scenario."""
    with pytest.raises(ValueRefusedError):
        Line.from_table({"amount": "+10%"})
    assert LineChange.from_table({"amount": "+10%", "delay": 2}).amount == "+10%"
