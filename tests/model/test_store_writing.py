"""The bytes of a plan file: what they hold, in which order and notation, and how little a change moves."""

import difflib
import tomllib
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from model import edits
from model.plan import Plan
from model.references import records
from model.store.reading import loads
from model.store.writing import dumps
from tests.catalogue_strategies import plans as catalogue_plans
from tests.sampling import some
from tests.strategies import plans as budget_plans

SLOW = settings(max_examples=some(150), deadline=None, suppress_health_check=list(HealthCheck))


def changed_lines(old: Plan, new: Plan) -> list[str]:
    """The lines that leave (`-`) and come (`+`) between two plans' files."""
    before, after = dumps(old).decode().split("\n"), dumps(new).decode().split("\n")
    delta = difflib.SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes()
    lines: list[str] = []
    for kind, i, j, k, m in delta:
        if kind != "equal":
            lines += [f"-{line}" for line in before[i:j]] + [f"+{line}" for line in after[k:m]]
    return lines


def has_unique_ids(plan: Plan) -> bool:
    """Whether a generated plan can be opened at all."""
    ids = [id_ for _, id_, _ in records(plan)]
    return len(ids) == len(set(ids))


def a_plan() -> Plan:
    return Plan.from_table(
        {
            "plan": {"title": "Plan", "start": date(2027, 1, 1)},
            "actions": {"A1": {"title": "Salon", "objectives": ["O1"]}, "A2": {"title": "Presse"}},
            "budget": {"B1": {"label": "Stand", "amount": 1200}, "B2": {"label": "Film", "months": {"2027-03": 5}}},
        }
    )


def test_a_whole_file_is_written_as_the_format_says() -> None:
    """`format` first, sections and fields in the order of the catalogue, records by id, plain numbers."""
    plan = Plan.from_table(
        {
            "budget": {
                "B1": {"months": {"2027-03": Decimal("1500.50")}, "amount": Decimal("1200.00"), "label": "Stand"}
            },
            "plan": {"start": date(2027, 1, 1), "title": "Plan"},
            "objectives": {"O2": {}, "O1": {"title": "Ventes", "answers": ["S1", "S2"]}},
            "diagnostic": {"swot": {"S1": {"from": "C1", "text": "a\nb", "kind": "strength"}}},
        }
    )
    assert dumps(plan).decode() == (
        'format = 1\n\n[plan]\ntitle = "Plan"\nstart = 2027-01-01\n\n'
        '[diagnostic.swot.S1]\nkind = "strength"\ntext = """\na\nb"""\nfrom = "C1"\n\n'
        '[objectives.O2]\n\n[objectives.O1]\ntitle = "Ventes"\nanswers = [\n    "S1",\n    "S2",\n]\n\n'
        '[budget.B1]\nlabel = "Stand"\namount = 1200\n\n[budget.B1.months]\n2027-03 = 1500.5\n'
    )


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("0", "0"), ("1E+3", "1000"), ("1200.50", "1200.5"), ("-0.0", "0"), ("1E-7", "0.0000001"),
        ("999999999999999", "999999999999999"), ("-12.30", "-12.3"), ("0.000000000001", "0.000000000001"),
    ],
)  # fmt: skip
def test_numbers_are_plain(number: str, written: str) -> None:
    """No exponent, no trailing zero, whole numbers as integers."""
    plan = edits.put(Plan(), "plan.ceiling", Decimal(number))
    assert f"ceiling = {written}\n" in dumps(plan).decode()


def test_numbers_are_plain_in_series_too() -> None:
    """Tables of numbers follow the same notation."""
    plan = Plan.from_table({"indicators": {"K1": {"readings": {"2027-01-31": Decimal("1E+2"), "2027-02-28": 0}}}})
    assert "2027-01-31 = 100\n2027-02-28 = 0\n" in dumps(plan).decode()


def test_what_is_empty_is_left_out_and_zero_is_not() -> None:
    """Empty texts, lists, tables and entries leave no line; 0 and false are values."""
    plan = Plan.from_table(
        {
            "plan": {"title": "", "ceiling": 0},
            "actions": {"A1": {"objectives": [], "note": "", "effort": {}}},
            "team": {"T1": {"authority": False}},
            "indicators": {"K1": {"reading_notes": {"2027-01-31": ""}}},
            "links": {},
        }
    )
    assert dumps(plan).decode() == (
        "format = 1\n\n[plan]\nceiling = 0\n\n[team.T1]\nauthority = false\n\n[actions.A1]\n\n[indicators.K1]\n"
    )


def test_an_empty_plan_is_its_format() -> None:
    """Nothing but the format is written for a plan without anything."""
    assert dumps(Plan()) == b"format = 1\n"


@given(st.one_of(catalogue_plans(), budget_plans().filter(has_unique_ids)))
@SLOW
def test_a_plan_comes_back_and_its_bytes_do_too(plan: Plan) -> None:
    """What is written is read as the same plan, in the same order, and written as the same bytes."""
    data = dumps(plan)
    again = loads(data)
    assert again == Plan.from_table(tomllib.loads(data.decode(), parse_float=Decimal))
    assert dumps(again) == data
    assert [path for path, _, _ in records(again)] == [path for path, _, _ in records(plan)]


@given(catalogue_plans())
@SLOW
def test_no_value_is_lost(plan: Plan) -> None:
    """Generated plans hold nothing empty but lists, so the plan read is the plan written."""
    again = loads(dumps(plan))
    assert again == plan


@given(st.one_of(catalogue_plans(), budget_plans().filter(has_unique_ids)), st.data())
@SLOW
def test_a_changed_number_changes_its_line(plan: Plan, data: st.DataObject) -> None:
    """One line goes and one comes when a plain value is replaced, wherever it stands."""
    filled = [
        (path, name)
        for path, _, record in records(plan)
        for name in ("amount", "priority", "weight", "days", "spent")
        if not path.startswith("scenarios") and getattr(record, name, None) is not None
    ]
    assume(filled)
    path, name = data.draw(st.sampled_from(filled))
    old = next(getattr(record, name) for place, _, record in records(plan) if place == path)
    new = 2 if old != 2 else 3
    changed = changed_lines(plan, edits.put(plan, f"{path}.{name}", new))
    assert [line[0] for line in changed] == ["-", "+"]
    assert changed[1] == f"+{name} = {new}"


def test_a_changed_text_changes_its_line() -> None:
    """A text of one line is one line of the file."""
    plan = a_plan()
    assert changed_lines(plan, edits.put(plan, "budget.B1.label", "Stand nu")) == [
        '-label = "Stand"',
        '+label = "Stand nu"',
    ]


def test_an_item_of_a_list_is_a_line() -> None:
    """A list grows by the line of its new item."""
    plan = a_plan()
    assert changed_lines(plan, edits.put(plan, "actions.A1.objectives", ("O1", "O2"))) == ['+    "O2",']


def test_a_table_that_appears_brings_its_header_and_a_blank_line() -> None:
    """The first month of a line adds three lines, the next one adds one."""
    plan = a_plan()
    first = edits.put(plan, "budget.B1.months.2027-01", 10)
    assert sorted(changed_lines(plan, first)) == ["+", "+2027-01 = 10", "+[budget.B1.months]"]
    assert changed_lines(first, edits.put(first, "budget.B1.months.2027-02", 20)) == ["+2027-02 = 20"]


def test_a_line_of_a_long_text_is_a_line_of_the_file() -> None:
    """A text of several lines changes by the lines that changed."""
    plan = edits.put(a_plan(), "actions.A1.note", "un\ndeux\ntrois")
    assert changed_lines(plan, edits.put(plan, "actions.A1.note", "un\n2\ntrois")) == ["-deux", "+2"]
