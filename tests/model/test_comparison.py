"""The plan and its scenarios side by side: figures against the independent arithmetic, and what each one loses."""

from copy import deepcopy
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from model.breakdowns import By
from model.comparison import COMPARED, compared, groups
from model.money import Money, minor_digits
from model.plan import Plan
from tests import oracle
from tests.checking import plan_of
from tests.strategies import LINES, Table, documents, numbers


def _minor(document: Table, parts: dict[str, Money]) -> dict[str, tuple[int, int]]:
    digits = minor_digits(document["plan"].get("currency"))
    return {key: (int(m.excl_tax.scaleb(digits)), int(m.incl_tax.scaleb(digits))) for key, m in parts.items()}


@given(documents(), st.dictionaries(st.sampled_from(LINES), numbers(), max_size=4))
def test_the_figures_are_those_of_the_plan_with_the_amounts_in_place(
    document: Table, amounts: dict[str, Decimal]
) -> None:
    """A scenario that sets amounts shows what a plan with these amounts would; the plan's column is the plan."""
    amounts = {id_: amount for id_, amount in amounts.items() if "amount" in document["budget"].get(id_, {})}
    changes = {id_: {"amount": amount} for id_, amount in amounts.items()}
    plan = Plan.model_validate({**document, "scenarios": {"Z1": {"budget": changes}}})
    replaced: dict[str, Any] = deepcopy(document)
    for id_, amount in amounts.items():
        replaced["budget"][id_]["amount"] = amount
    for column, expected in zip(compared(plan, ["Z1"]), (document, replaced), strict=True):
        for by in COMPARED:
            assert _minor(document, column.parts[by]) == oracle.breakdown(expected, by)
        sums = [sum(pair) for pair in zip(*oracle.breakdown(expected, "category").values(), strict=True)] or [0, 0]
        assert list(_minor(document, {"": column.total})[""]) == sums
        ceiling, side = document["plan"].get("ceiling"), document["plan"].get("prices") == "incl_tax"
        spent = Decimal(sums[side]).scaleb(-minor_digits(document["plan"].get("currency")))
        assert column.left == (None if ceiling is None else ceiling - spent)


TEXT = """\
format = 1
[plan]
ceiling = 150
[objectives.O1]
title = "o"
[actions.A1]
title = "a"
objectives = ["O1"]
[budget.B1]
label = "one"
amount = 100
action = "A1"
start = "2027-03"
end = "2027-03"
[budget.B2]
label = "two"
amount = 100
[scenarios.Z1]
title = "no action"
[scenarios.Z1.actions.A1]
excluded = true
[scenarios.Z2]
title = "later"
[scenarios.Z2.budget.B1]
start = "2027-01"
end = "2027-01"
"""


def test_what_a_scenario_loses_stands_in_its_column_alone() -> None:
    """An objective without money is told for the scenario that takes it; what is left counts from the ceiling."""
    plan, lean, later = compared(plan_of(TEXT), ["Z1", "Z2"])
    assert (plan.left, lean.left) == (Decimal(-50), Decimal(50))
    assert [cost.path for cost in lean.lost] == ["objectives.O1"]
    assert plan.lost == later.lost == ()


def test_groups_of_all_columns_are_rows() -> None:
    """A month of one scenario alone stands in its order; what belongs nowhere stands last."""
    by: By = "month"
    columns = compared(plan_of(TEXT), ["Z1", "Z2"])
    assert groups(columns, by) == ["2027-01", "2027-03", ""]
    assert columns[0].part(by, "2027-01").excl_tax == 0
    assert columns[2].part(by, "2027-01").excl_tax == 100
