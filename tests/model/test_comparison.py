"""The plan and its scenarios side by side: the figures are those of the plan as each scenario sees it."""

from decimal import Decimal
from typing import Any

from hypothesis import given

from model.breakdowns import total
from model.comparison import GROUPS, compared, differences_in, totals
from model.exact import known_of, value_of
from model.money import minor_digits, to_minor
from model.overlay import applied
from model.plan import Plan
from model.store.writing import document
from tests import oracle, strategies

D = Decimal


def _computed(plan: Plan) -> dict[str, Any]:
    """A plan as tables, formulas replaced by their values: what the oracle does not read, it does not have to."""
    tables: dict[str, Any] = {name: {} for name in ("plan", "actions", "objectives", "budget")} | document(plan)
    known = known_of(plan.drivers)
    for id_, line in tables["budget"].items():
        own = plan.budget[id_]
        for name in ("amount", "unit_cost", "quantity"):
            if name in line:
                line[name] = value_of(line[name], known, own)
        if "months" in line:
            line["months"] = {month: value_of(value, known, own) for month, value in line["months"].items()}
    return tables


@given(strategies.plans(with_scenarios=True))
def test_every_side_has_its_own_figures(plan: Plan) -> None:
    """For the plan and each scenario: total, groups and what is left, as computed apart from the applied plan."""
    digits = minor_digits(plan.plan.currency)
    comparison = compared(plan)
    assert [side.scenario for side in comparison.sides] == [None, *plan.scenarios]
    for side in comparison.sides:
        tables = _computed(applied(plan, side.scenario))
        lines = [oracle.cents(tables, line) for line in tables["budget"].values()]
        whole = sum(excl for excl, _ in lines), sum(incl for _, incl in lines)
        assert (to_minor(side.total.excl_tax, digits), to_minor(side.total.incl_tax, digits)) == whole
        for by in GROUPS:
            groups = {
                key: (to_minor(money.excl_tax, digits), to_minor(money.incl_tax, digits))
                for key, money in side.groups[by].items()
            }
            assert groups == oracle.breakdown(tables, by)
        ceiling = plan.plan.ceiling
        assert side.left == (None if ceiling is None else ceiling - side.total.priced(plan.plan.prices))


@given(strategies.plans(with_scenarios=True))
def test_keys_are_those_of_all_sides(plan: Plan) -> None:
    """Every group of any side has its row, once; months are in order, and what names nothing comes last."""
    comparison = compared(plan)
    for by in GROUPS:
        keys = comparison.keys(by)
        assert len(keys) == len(set(keys))
        assert set(keys) == {key for side in comparison.sides for key in side.groups[by]}
        assert "" not in keys[:-1]
    months = [month for month in comparison.keys("month") if month]
    assert months == sorted(months)


@given(strategies.plans(with_scenarios=True))
def test_totals_are_those_of_the_scenarios(plan: Plan) -> None:
    """Asked twice, or of another version in between, the totals are right."""
    other = plan.replaced({"budget": {}})
    for version in (plan, other, plan, plan):
        assert totals(version) == {id_: total(applied(version, id_)) for id_ in (None, *version.scenarios)}


def test_differences_are_counted() -> None:
    """Fields, levers, months and drivers count one each; what the base says counts there."""
    tables = {
        "scenarios": {
            "Z1": {
                "budget": {"B1": {"amount": D(1), "months": {"2027-01": D(1), "2027-02": D(2)}, "delay": 1}},
                "actions": {"A1": {"excluded": False}},
                "drivers": {"rate": {"value": D(1)}},
            },
            "Z2": {"base": "Z1"},
        }
    }
    plan = Plan.from_table(tables)
    assert [differences_in(plan.scenarios[id_]) for id_ in ("Z1", "Z2")] == [6, 0]


def test_what_loses_its_money() -> None:
    """Each side says what it takes away; an action left out by the base and taken back in is not lost."""
    tables = {
        "objectives": {"O1": {"title": "o"}},
        "actions": {"A1": {"title": "a", "objectives": ["O1"]}},
        "budget": {"B1": {"label": "b", "amount": D(100), "action": "A1"}},
        "scenarios": {
            "Z1": {"title": "x", "actions": {"A1": {"excluded": True}}},
            "Z2": {"title": "y", "base": "Z1", "actions": {"A1": {"excluded": False}}},
        },
    }
    lost = {side.scenario: [cost.path for cost in side.lost] for side in compared(Plan.from_table(tables)).sides}
    assert lost == {None: [], "Z1": ["objectives.O1"], "Z2": []}
