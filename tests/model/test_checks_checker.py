"""Checking a whole plan: the order of findings, waivers, what every finding holds, and that nothing raises."""

import time
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.catalogue import FieldSpec, fields, sections
from model.checks import RULES, SEVERITIES, check
from model.checks.context import Context
from model.checks.guidance import field_at, guide_to
from model.checks.order import FileOrder
from model.checks.registry import rule
from model.paths import locate
from model.plan import Plan
from model.record import Record
from tests.checking import TODAY, findings, plan_of
from tests.sampling import some
from tests.strategies import plans


def test_fixed_codes() -> None:
    """The codes of the file's contract are there, with their severities."""
    errors = {"PLN001", "PLN002", "PLN003", "PLN004", "OBJ001", "OBJ002", "BUD001", "BUD003", "BUD004"}
    warnings = {"PLN005", "OBJ003", "OBJ004", "ACT001", "ACT002", "BUD002", "BUD005", "BUD006", "IND001"}
    expected = dict.fromkeys(errors, "error") | dict.fromkeys({*warnings, "TRC001", "TRC002"}, "warning")
    expected |= dict.fromkeys(("BUD007", "IND002"), "advice")
    assert {code: RULES[code].severity for code in expected} == expected
    # A formula without a value makes its line count nothing: the plan contradicts itself as well.
    assert {code for code, declared in RULES.items() if declared.severity == "error"} == {*errors, "BUD008"}


def test_codes_are_declared_once() -> None:
    """A code that is taken, or of no known family, is refused."""
    with pytest.raises(ValueError, match="OBJ001"):
        rule("OBJ001", "error", guide="objectives#deadline")
    with pytest.raises(ValueError, match="ZZZ001"):
        rule("ZZZ001", "error", guide="objectives#deadline")


def test_order_of_the_file() -> None:
    """Findings come in the order of sections, then of records as the file holds them, then of fields."""
    text = '[objectives.O2]\ntitle = "t"\n[objectives.O1]\nfamily = "activity"\n[actions.A1]\n[team.T1]\n'
    found = check(plan_of(text), TODAY)
    order = [finding.path for finding in found if finding.severity == "error"]
    assert order == [
        *(f"plan.{name}" for name in ("title", "start", "end", "currency", "prices")),
        "team.T1.name",
        *(f"objectives.O2.{name}" for name in ("family", "metric", "unit", "target", "deadline")),
        *(f"objectives.O1.{name}" for name in ("title", "metric", "unit", "target", "deadline")),
        "actions.A1.title",
    ]


def test_same_plan_same_findings() -> None:
    """Checking twice on the same day finds the same things in the same order."""
    plan = plan_of("[objectives.O1]\n[actions.A1]\n[budget.B1]\namount = 3\n")
    assert check(plan, TODAY) == check(plan, TODAY)


WAIVED = """
[objectives.O1]
[objectives.O2]
[waivers.W1]
rule = "OBJ001"
path = "objectives.O1.deadline"
reason = "r"
"""


def test_waiver() -> None:
    """A waiver silences one rule at one path; the finding is still shown."""
    found = findings("OBJ001", WAIVED)
    assert [(finding.path, finding.waived) for finding in found] == [
        ("objectives.O1.deadline", True),
        ("objectives.O2.deadline", False),
    ]


@pytest.mark.parametrize(("until", "is_waived"), [("2027-04-30", False), ("2027-05-01", True), ("2027-05-02", True)])
def test_end_of_a_waiver(until: str, *, is_waived: bool) -> None:
    """A waiver holds up to and on its last day."""
    assert findings("OBJ001", f"{WAIVED}until = {until}")[0].waived is is_waived


def _values(spec: FieldSpec) -> st.SearchStrategy[object]:
    """What a field of this kind may hold."""
    ids = st.sampled_from(("X1", "X2", "X3"))
    days = st.dates(date(2026, 6, 1), date(2028, 6, 1))
    numbers = st.integers(-3, 10**14).map(Decimal)
    words = st.sampled_from(("", " ", "text", "OBJ001"))
    kinds: dict[str, st.SearchStrategy[object]] = {
        "number": numbers,
        "amount": numbers,
        "percent": numbers,
        "score": st.integers(spec.low or 0, spec.high or 5),
        "flag": st.booleans(),
        "date": days,
        "month": st.dates(date(2026, 1, 1), date(2028, 12, 1)).map(lambda day: day.isoformat()[:7]),
        "currency": st.sampled_from(("EUR", "JPY")),
        "choice": st.sampled_from(spec.choices or ("x",)),
        "ref": ids,
        "refs": st.lists(ids, max_size=3),
        "names": st.lists(words, max_size=2),
        "dates": st.lists(days, max_size=2),
    }
    value = kinds.get(spec.kind, words)
    return value | st.sampled_from(("=@X1*2", "=1/0", "=(")) if spec.takes_formula else value


def _whole(spec: FieldSpec) -> st.SearchStrategy[object]:
    if spec.kind == "records" and spec.record is not None:
        return st.dictionaries(st.sampled_from(("X1", "X2")), _records(spec.record), max_size=1)
    if spec.kind == "table" and spec.key is not None and spec.value is not None:
        keys = _values(spec.key).map(str).filter(bool).map(lambda key: "2026" if key.isspace() else key)
        return st.dictionaries(keys, _values(spec.value), max_size=2)
    # Relative delays are whole months.
    return st.integers(-40, 40) if spec.name == "delay" else _values(spec)


def _records(record: type[Record]) -> st.SearchStrategy[dict[str, object]]:
    return st.fixed_dictionaries({}, optional={spec.name: _whole(spec) for spec in fields(record).values()})


@st.composite
def wild_plans(draw: st.DrawFn) -> Plan:
    """Plans with a little of every section, all of whose records bear the same few ids."""
    document: dict[str, dict[str, object]] = {}
    chosen = draw(st.lists(st.sampled_from(list(sections().values())), max_size=6, unique_by=lambda spec: spec.path))
    for section in chosen:
        ids = ("studies", "crm") if section.path == "decisions" else ("X1", "X2", "X3")
        one = _records(section.record)
        held: dict[str, object] = {}
        held |= draw(st.dictionaries(st.sampled_from(ids), one, max_size=3) if section.is_table else one)
        outer, _, inner = section.path.partition(".")
        if inner:
            document.setdefault(outer, {})[inner] = held
        else:
            document[outer] = held
    return Plan.from_table(document)


def _assert_sound(plan: Plan) -> None:
    found = check(plan, TODAY)
    place = FileOrder(plan)
    assert [place(finding.path) for finding in found] == sorted(place(finding.path) for finding in found)
    assert len({(finding.code, finding.path, str(finding.params)) for finding in found}) == len(found)
    for finding in found:
        assert finding.severity in SEVERITIES
        # A whole section, else a place that the file can hold.
        assert finding.path in sections() or locate(finding.path).path == finding.path
        assert all(isinstance(value, str | Decimal | date) for value in finding.params.values())


@settings(max_examples=some(150), deadline=None)
@given(wild_plans())
def test_wild_plans(plan: Plan) -> None:
    """Whatever a plan holds, checking it gives findings at places that exist, in order, and raises nothing."""
    _assert_sound(plan)


@settings(max_examples=some(100), deadline=None)
@given(plans(with_scenarios=True))
def test_uneven_budgets(plan: Plan) -> None:
    """Whatever a budget and its scenarios hold, checking them raises nothing."""
    _assert_sound(plan)


def test_guides_of_fields() -> None:
    """A field is explained on its section's page, under the name of its kind of record where the page holds several."""
    assert guide_to("objectives.O1.deadline") == "objectives#deadline"
    assert guide_to("diagnostic.swot.S1.set_aside") == "diagnostic#swot.set_aside"
    assert guide_to("diagnostic.market.size") == "diagnostic#market.size"
    assert guide_to("team.T1.name") == "plan#team.name"
    assert guide_to("actions.A1.milestones.J1.due") == "actions#milestones.due"
    assert guide_to("budget.B1.quotes.Y1.amount") == "budget#quotes.amount"
    assert guide_to("budget.B1.shares.A1") == "budget#shares"
    assert guide_to("review.R1.verdict") == "diagnostic#review.verdict"


def test_names_of_fields() -> None:
    """A field is named by its path without ids."""
    assert field_at("actions.A1.milestones.J1.due") == "actions.milestones.due"
    assert field_at("diagnostic.swot.S1.text") == "diagnostic.swot.text"
    assert field_at("budget.B1.months.2027-01") == "budget.months"
    assert field_at("scenarios.low.budget.B1.amount") == "scenarios.budget.amount"


def test_indexes_are_built_once() -> None:
    """The figures of the budget are computed once a check."""
    context = Context(plan_of("[budget.B1]\namount = 12.34"), TODAY)
    assert context.cents is context.cents
    assert context.amount(context.total) == Decimal("12.34")


def test_long_budgets() -> None:
    """Time grows with the lines, not with their square: 8 times as many take less than 24 times as long."""
    record = '[budget.B{0}]\nlabel = "l"\namount = 3\nsupplier = "s{0}"\n'
    short, long = (plan_of("".join(record.format(n) for n in range(count))) for count in (500, 4000))
    assert _seconds(long) < 24 * _seconds(short)


def _seconds(plan: Plan) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        check(plan, TODAY)
        times.append(time.perf_counter() - start)
    return min(times)
