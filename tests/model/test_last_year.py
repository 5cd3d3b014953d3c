"""Last year as a starting point: exact figures, what is never touched, one form of amount kept."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from model.exact import known_of, own_amount
from model.last_year import Proposal, consequence, filled, taken
from model.overlay import applied
from model.plan import Plan
from model.scenarios import changes
from tests import oracle
from tests.strategies import documents, numbers

D = Decimal
Table = dict[str, Any]


def _plan(lines: dict[str, Table], **sheet: Any) -> Plan:
    return Plan.from_table({"plan": {"currency": "EUR"} | sheet, "budget": lines})


def _expected(table: Table, line: Table, percent: Decimal) -> Fraction:
    """Last year and its percentage a second time, from the tables of a file."""
    scale = 10 ** oracle.DIGITS.get(line.get("currency") or table["plan"].get("currency", ""), 2)
    exact = Fraction(line["last_year"]) + Fraction(line["last_year"]) * Fraction(percent) / 100
    return Fraction(oracle.round_half_up(exact * scale), scale)


def _is_open(line: Table) -> bool:
    settled = line.get("held") or line.get("included_in") or line.get("status") in ("committed", "invoiced", "paid")
    return "last_year" in line and not settled and line.get("exchange_rate") != 0


def _is_empty(line: Table) -> bool:
    return not any(line.get(form) not in (None, {}) for form in ("amount", "unit_cost", "months"))


@given(documents(), numbers(-100, 200, 1))
def test_empty_lines_amount_to_last_year(table: Table, percent: Decimal) -> None:
    """Every open line without an amount takes last year's, raised and rounded half-up; no other line changes."""
    plan = Plan.from_table(table)
    after = taken(plan, filled(plan, percent))
    for id_, line in table["budget"].items():
        if _is_open(line) and _is_empty(line):
            assert Fraction(str(after.budget[id_].amount)) == _expected(table, line, percent)
            assert after.budget[id_].source == line.get("source", "last_year")
        else:
            assert after.budget[id_] == plan.budget[id_]


@given(documents(), numbers(-100, 200, 1))
def test_overwriting_keeps_the_form_of_a_line(table: Table, percent: Decimal) -> None:
    """Overwritten, a line amounts to last year's exactly in the form it had, or stays and is counted."""
    plan = Plan.from_table(table)
    proposal = filled(plan, percent, overwrite=True)
    after = taken(plan, proposal)
    touched = {fill.id for fill in proposal.fills}
    left = 0
    for id_, line in table["budget"].items():
        amount = Fraction(own_amount(after.budget[id_], known_of(after.drivers)))
        if id_ in touched:
            assert _is_open(line)
            assert amount == _expected(table, line, percent)
            assert ("unit_cost" in line) == (after.budget[id_].unit_cost is not None)
            assert tuple(line.get("months", ())) == tuple(after.budget[id_].months)
        else:
            assert after.budget[id_] is plan.budget[id_]
            left += _is_open(line) and (_is_empty(line) or amount != _expected(table, line, percent))
    assert proposal.refused == left
    assert proposal.typed == 0


@given(documents(with_scenarios=True), numbers(-100, 200, 1), st.booleans())
def test_a_scenario_takes_it_in_place_of_the_plan(table: Table, percent: Decimal, overwrite: bool) -> None:
    """With a scenario at work the plan's own lines stay; the scenario's amounts are those proposed."""
    plan = Plan.from_table(table)
    assume("Z1" in plan.scenarios)
    proposal = filled(applied(plan, "Z1"), percent, overwrite=overwrite, takes_any=True)
    after = taken(plan, proposal, "Z1")
    assert after.budget is plan.budget
    assert all(changes(after.scenarios["Z1"].budget[fill.id])["amount"] == fill.after for fill in proposal.fills)


def test_typed_lines_are_counted_and_left() -> None:
    """Without overwriting, typed lines are counted; held ones, settled ones and those outside the scope are not."""
    lines: dict[str, Table] = {
        "B1": {"last_year": D(100)},
        "B2": {"last_year": D(100), "amount": D(5)},
        "B3": {"last_year": D(100), "amount": D(5), "held": True},
        "B4": {"last_year": D(100), "status": "paid"},
        "B5": {"last_year": D(100), "months": {"2027-01": D(5)}},
        "B6": {"amount": D(5)},
    }
    plan = _plan(lines)
    proposal = filled(plan, D(10))
    assert ([(fill.id, fill.before, fill.after) for fill in proposal.fills], proposal.typed) == (
        [("B1", None, D(110))],
        2,
    )
    assert filled(plan, D(10), ("B2", "B6")) == Proposal((), 1)
    assert consequence(plan, filled(plan, D(10), overwrite=True)) == (D(10), D(330))


def test_a_form_that_cannot_hold_it_stays() -> None:
    """No unit cost times nothing gives 100, a formula is no month to spread over: both stay and are counted."""
    lines: dict[str, Table] = {
        "B1": {"last_year": D(100), "unit_cost": D(1), "quantity": D(0)},
        "B2": {"last_year": D(100), "months": {"2027-01": "=2*3"}},
        "B3": {"last_year": D(99), "unit_cost": D(1), "quantity": D(3)},
    }
    plan = _plan(lines)
    proposal = filled(plan, D(0), overwrite=True)
    assert [fill.id for fill in proposal.fills] == ["B3"]
    assert proposal.refused == 2
    assert taken(plan, proposal).budget["B3"].unit_cost == D(33)
