"""Promotion: every figure of the plan is then the scenario's, in one edit that a file can hold and undo takes back."""

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import assume, given

from model.amounts import exact_amount
from model.breakdowns import BREAKDOWNS, breakdown, total
from model.edits import EditRefusedError
from model.overlay import applied
from model.plan import Plan
from model.promotion import promoted
from model.session import Session
from model.store.reading import load
from model.store.writing import dumps
from tests import strategies
from tests.checking import plan_of


def _promoted(plan: Plan, id_: str) -> Plan:
    try:
        return promoted(plan, id_)
    except EditRefusedError:
        # A delay past the last day that a file holds.
        assume(False)
        raise


@given(strategies.plans(with_scenarios=True))
def test_every_figure_is_the_scenarios(plan: Plan) -> None:
    """The total and every breakdown, group by group, equal those of the plan as the scenario saw it."""
    for id_ in plan.scenarios:
        result, seen = _promoted(plan, id_), applied(plan, id_)
        assert total(result) == total(seen)
        for by in BREAKDOWNS:
            assert breakdown(result, by) == breakdown(seen, by), by


@given(strategies.plans(with_scenarios=True))
def test_the_result_can_be_saved(plan: Plan) -> None:
    """What is promoted is written and read again as it is."""
    for id_ in plan.scenarios:
        result = _promoted(plan, id_)
        assert Plan.from_table(tomllib.loads(dumps(result).decode(), parse_float=Decimal)) == result


@given(strategies.plans(with_scenarios=True))
def test_scenarios_keep_their_meaning(plan: Plan) -> None:
    """A scenario based on the promoted one sees the same figures as before, unless it takes something back in."""
    for id_ in plan.scenarios:
        result = _promoted(plan, id_)
        assert id_ not in result.scenarios
        for other, scenario in result.scenarios.items():
            if plan.scenarios[other].base != id_:
                assert scenario is plan.scenarios[other]
                continue
            assert scenario.base is None
            changes = [*scenario.budget.values(), *scenario.actions.values()]
            if plan.scenarios[id_].base != other and not any(change.excluded is False for change in changes):
                assert total(applied(result, other)) == total(applied(plan, other))


PLAN = """\
format = 1

[plan]
title = "Exemple"
start = 2027-01-01
end = 2027-12-31
currency = "EUR"
prices = "excl_tax"

[actions.A1]
title = "Salon"
start = 2027-03-01

[actions.A1.milestones.J1]
title = "Stand"
due = 2027-03-31

[actions.A2]
title = "Presse"

[drivers.jour]
value = 350

[budget.B1]
label = "Stand"
action = "A1"
amount = 1000

[budget.B2]
label = "Agence"
amount = 800

[budget.B2.shares]
A1 = 60
A2 = 40

[budget.B3]
label = "Graphiste"
amount = "=3*@jour"

[budget.B4]
label = "Imprimés"

[budget.B4.months]
2027-03 = 100
2027-04 = 50

[scenarios.Z1]
title = "Prudent"

[scenarios.Z1.budget.B1]
amount = "-10%"

[scenarios.Z2]
title = "Sans salon"
base = "Z1"

[scenarios.Z2.actions.A1]
excluded = true
delay = 2

[scenarios.Z2.drivers.jour]
value = 400

[scenarios.Z2.budget.B4]
excluded = true

[scenarios.Z3]
title = "Encore moins"
base = "Z2"

[scenarios.Z3.budget.B3]
amount = "/2"

[scenarios.Z4]
title = "Autre"

[scenarios.Z4.budget.B1]
amount = "+100"
"""


def test_everything_is_baked_in() -> None:
    """Lines left out stay at nothing, actions left out are dropped and moved, formulas stay, drivers change."""
    plan = promoted(plan_of(PLAN), "Z2")
    assert (plan.budget["B1"].amount, plan.budget["B3"].amount) == (Decimal(0), "=3*@jour")
    assert plan.drivers["jour"].value == 400
    assert plan.budget["B4"].months == {"2027-03": 0, "2027-04": 0}
    action = plan.actions["A1"]
    assert (action.status, action.start, action.milestones["J1"].due) == (
        "dropped",
        date(2027, 5, 1),
        date(2027, 5, 31),
    )
    assert plan.actions["A2"] is not action
    assert plan.actions["A2"].status is None


def test_shares_sum_to_a_hundred_again() -> None:
    """What is left of a shared line is shared whole, so that the check of shares stays content."""
    line = promoted(plan_of(PLAN), "Z2").budget["B2"]
    assert (line.amount, line.shares) == (Decimal(320), {"A1": Decimal(0), "A2": Decimal(100)})


def test_other_scenarios() -> None:
    """The promoted one goes; what stood on it stands on the plan, and means what it did; the rest is as it was."""
    before = plan_of(PLAN)
    plan = promoted(before, "Z2")
    assert {id_: scenario.base for id_, scenario in plan.scenarios.items()} == {"Z1": None, "Z3": None, "Z4": None}
    assert total(applied(plan, "Z3")) == total(applied(before, "Z3"))
    assert plan.scenarios["Z1"] is before.scenarios["Z1"]


def test_what_does_not_change_is_shared() -> None:
    """A scenario without differences takes the scenario away and nothing else."""
    before = plan_of(PLAN + '\n[scenarios.Z5]\ntitle = "Rien"\n')
    plan = promoted(before, "Z5")
    assert (plan.budget, plan.actions, plan.drivers) == (before.budget, before.actions, before.drivers)
    assert plan.budget is before.budget
    assert list(plan.scenarios) == ["Z1", "Z2", "Z3", "Z4"]


@pytest.mark.parametrize(
    ("added", "path"),
    [("[scenarios.Z1.actions.A1]\ndelay = 3000\n", "actions.A1.start"),
     ('[scenarios.Z1.budget.A2]\nlabel = "Autre"\n', "budget.A2")],
)  # fmt: skip
def test_what_no_file_can_hold_is_refused(added: str, path: str) -> None:
    """A date beyond the calendar, a line whose id another record has: nothing is promoted, and the field is named."""
    plan = plan_of(PLAN.replace("[scenarios.Z2]\n", f"{added}\n[scenarios.Z2]\n"))
    with pytest.raises(EditRefusedError) as refusal:
        promoted(plan, "Z1")
    assert refusal.value.path.startswith(path)


def test_numbers_of_any_length_are_stored_exactly() -> None:
    """A product with more digits than a file takes is written as the quotient that it is."""
    text = PLAN.replace("amount = 1000\n", "amount = 1234567.123456789012\n").replace(
        '"-10%"', '"*1.12345678901234567"'
    )
    plan, seen = promoted(plan_of(text), "Z1"), applied(plan_of(text), "Z1")
    assert isinstance(plan.budget["B1"].amount, str)
    assert exact_amount(plan, "B1") == exact_amount(seen, "B1")


def test_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    """Undo gives the very plan of before; the file stays as it is until it is saved."""
    file = tmp_path / "plan.toml"
    file.write_bytes(dumps(plan_of(PLAN)))
    loaded, bytes_before = load(file), file.read_bytes()
    session = Session(loaded.plan, file, loaded.digest, saved=loaded.plan)
    session.asked_scenario = "Z2"
    assert session.replace(promoted(session.plan, "Z2"), "budget", "promote")
    assert (session.scenario, session.seen) == (None, session.plan)
    assert file.read_bytes() == bytes_before
    session.undo()
    assert session.plan is loaded.plan
    assert not session.is_modified
    session.redo()
    session.save()
    assert load(file).plan == session.plan
