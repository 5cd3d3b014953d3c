"""Any scenario in numbers: each figure is what a second way of working it out gives, and sums hold."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from hypothesis import given, settings

from model.amounts import exact_amount
from model.breakdowns import BREAKDOWNS, breakdown, total
from model.overlay import applied
from model.plan import Plan
from model.store.writing import document
from tests import strategies
from tests.sampling import some

Table = dict[str, Any]


def _numeric(value: Any) -> Any:
    """The same tables with a number in place of every formula."""
    if isinstance(value, dict):
        return {key: _numeric(inner) for key, inner in value.items()}
    return Decimal(len(value)) if value in strategies.FORMULAS else value


def _after(below: Fraction, change: Any) -> Fraction:
    """What a number is once changed."""
    if not isinstance(change, str):
        return Fraction(change)
    number = Fraction(change[1:].rstrip("%"))
    if change[0] in "*/":
        return below * number if change[0] == "*" else below / number if number else below
    signed = number if change[0] == "+" else -number
    return below * (1 + signed / 100) if change.endswith("%") else below + signed


class _Second:
    """One line, a second time: its number and its shares through the layers, in plain fractions."""

    def __init__(self, line: Table) -> None:
        self.amount = Fraction(line["amount"]) if "amount" in line else None
        self.cost = Fraction(line["unit_cost"]) if "unit_cost" in line else None
        self.quantity = Fraction(line.get("quantity", 1))
        self.months = {month: Fraction(value) for month, value in line.get("months", {}).items()}
        self.shares = {id_: Fraction(share) for id_, share in line.get("shares", {}).items()}
        self.action = line.get("action")

    def value(self) -> Fraction:
        if self.amount is not None:
            return self.amount
        return sum(self.months.values(), Fraction(0)) if self.cost is None else self.cost * self.quantity

    def scale(self, factor: Fraction) -> None:
        self.amount = None if self.amount is None else self.amount * factor
        self.cost = None if self.cost is None else self.cost * factor
        self.months = {month: value * factor for month, value in self.months.items()}

    def change(self, change: Table, taken_back: bool) -> None:
        for month, cell in change.get("months", {}).items():
            if month in self.months or not isinstance(cell, str) or (cell[0] in "+-" and "%" not in cell):
                self.months[month] = _after(self.months.get(month, Fraction(0)), cell)
        if "amount" in change:
            self.set_amount(change["amount"])
        if "quantity" in change:
            self.quantity = _after(self.quantity, change["quantity"])
        if change.get("shares"):
            self.shares = {id_: Fraction(share) for id_, share in change["shares"].items()}
        self.scale(_factor(change, taken_back))

    def set_amount(self, change: Any) -> None:
        before = self.value()
        if self.amount is not None or self.cost is not None or not self.months:
            self.amount = _after(before, change)
        elif isinstance(change, str) and (change[0] in "*/" or "%" in change):
            self.months = {month: _after(value, change) for month, value in self.months.items()}
        else:
            extra = _after(before, change) - before
            count = len(self.months)
            self.months = {m: v + (extra * v / before if before else extra / count) for m, v in self.months.items()}

    def carry(self, factors: dict[str, Fraction]) -> None:
        if not self.shares:
            self.scale(factors.get(self.action or "", Fraction(1)))
            return
        weights = self.shares if sum(self.shares.values()) else dict.fromkeys(self.shares, Fraction(1))
        kept = {id_: weight * factors.get(id_, Fraction(1)) for id_, weight in weights.items()}
        self.scale(sum(kept.values(), Fraction(0)) / sum(weights.values()))
        if sum(kept.values()) and any(id_ in factors for id_ in kept):
            self.shares = kept


def _factor(change: Table, taken_back: bool) -> Fraction:
    if change.get("excluded") and not taken_back:
        return Fraction(0)
    return Fraction(change.get("scale", 100)) / 100


def _second(document: Table, id_: str) -> dict[str, Fraction]:
    """Every line's exact amount as a scenario sees it."""
    scenarios = document["scenarios"]
    way: list[str] = []
    step: str | None = id_
    while step in scenarios and step not in way:
        way.insert(0, step or "")
        step = scenarios[step].get("base")
    lines = {key: _Second(line) for key, line in document["budget"].items()}
    for depth, name in enumerate(way):
        layer, later = scenarios[name], [scenarios[outer] for outer in way[depth + 1 :]]

        def taken_back(table: str, key: str, later: list[Table] = later) -> bool:
            return any(outer.get(table, {}).get(key, {}).get("excluded") is False for outer in later)

        for key, change in layer.get("budget", {}).items():
            if key in lines or "label" in change:
                lines.setdefault(key, _Second({})).change(change, taken_back("budget", key))
        known = {key: change for key, change in layer.get("actions", {}).items() if key in document["actions"]}
        factors = {key: _factor(change, taken_back("actions", key)) for key, change in known.items()}
        for line in lines.values():
            line.carry(factors)
    included = {key for key, line in document["budget"].items() if "included_in" in line}
    return {key: Fraction(0) if key in included else line.value() for key, line in lines.items()}


def _domestic(document: Table) -> Table:
    """The same plan without foreign spend, which scales every amount alike."""
    lines = {
        id_: {name: value for name, value in line.items() if name != "exchange_rate"}
        for id_, line in document["budget"].items()
    }
    return {**document, "budget": lines}


@settings(max_examples=some(150), deadline=None)
@given(strategies.documents(with_scenarios=True).map(_numeric).map(_domestic))
def test_any_scenario_in_numbers(document: Table) -> None:
    """Every line of every scenario has the exact amount of a second computation, layer by layer."""
    plan = Plan.from_table(document)
    for id_ in plan.scenarios:
        seen = applied(plan, id_)
        assert {key: exact_amount(seen, key) for key in seen.budget} == _second(document, id_)


@settings(max_examples=some(100), deadline=None)
@given(strategies.plans(with_scenarios=True))
def test_any_scenario_sums(plan: Plan) -> None:
    """In any scenario, formulas and delays included, every breakdown sums to the total."""
    for id_ in plan.scenarios:
        seen = applied(plan, id_)
        whole = total(seen)
        for by in BREAKDOWNS:
            parts = breakdown(seen, by).values()
            assert sum(part.excl_tax for part in parts) == whole.excl_tax
            assert sum(part.incl_tax for part in parts) == whole.incl_tax


@settings(max_examples=some(80), deadline=None)
@given(strategies.plans(with_scenarios=True))
def test_delays_move_money_and_make_none(plan: Plan) -> None:
    """Without its delays a scenario has the same lines to the cent."""
    tables = document(plan)
    for scenario in tables["scenarios"].values():
        for change in [*scenario.get("budget", {}).values(), *scenario.get("actions", {}).values()]:
            change.pop("delay", None)
    still = Plan.from_table(tables)
    for id_ in plan.scenarios:
        moved, unmoved = applied(plan, id_), applied(still, id_)
        assert [exact_amount(moved, key) for key in moved.budget] == [
            exact_amount(unmoved, key) for key in unmoved.budget
        ]
