"""Promotion: every figure of the plan is then the scenario's, in one edit that a file can hold and undo takes back."""

import tomllib
from decimal import Decimal
from typing import Any

from hypothesis import assume, given

from model.breakdowns import BREAKDOWNS, breakdown, total
from model.edits import EditRefusedError
from model.overlay import applied
from model.plan import Plan
from model.promotion import promoted
from model.store.writing import dumps
from tests import strategies

D = Decimal
Table = dict[str, Any]


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
        assert Plan.model_validate(tomllib.loads(dumps(result).decode(), parse_float=Decimal)) == result


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
