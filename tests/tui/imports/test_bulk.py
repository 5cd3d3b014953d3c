"""Many records at once are what they would be value by value, and refused as these would be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.budget import Line
from model.incoming import Arrival, ArrivalRefusedError, received
from model.plan import Plan
from tui.imports.bulk import new_ids, with_records

_VALUES = {
    "label": st.text(max_size=9),
    "amount": st.decimals(-(10**9), 10**9, places=2),
    "tax_rate": st.sampled_from([Decimal("5.5"), Decimal(20)]),
    "months.2027-03": st.decimals(0, 999, places=2),
    "months.2027-01": st.decimals(0, 999, places=2),
    "history.2025": st.integers(0, 99).map(Decimal),
    "priority": st.integers(0, 7),
    "currency": st.sampled_from(["CHF", "francs"]),
    "start": st.sampled_from(["2027-01", "soon"]),
    "note": st.just("a\nb"),
}
_lines = st.lists(
    st.lists(st.sampled_from(sorted(_VALUES)), unique=True, min_size=1, max_size=6).flatmap(
        lambda names: st.fixed_dictionaries({name: _VALUES[name] for name in names})
    ),
    max_size=4,
)


def _one_by_one(arrivals: dict[str, tuple[Arrival, ...]]) -> tuple[Plan, ArrivalRefusedError | None]:
    plan = Plan().replaced({"budget": {id_: Line() for id_ in arrivals}})
    try:
        for own in arrivals.values():
            plan = received(plan, own)
    except ArrivalRefusedError as error:
        return plan, error
    return plan, None


@given(lines=_lines)
def test_at_once_or_one_by_one(lines: list[dict[str, object]]) -> None:
    arrivals = {
        id_: tuple(Arrival(f"budget.{id_}.{name}", value, f"A{n}") for n, (name, value) in enumerate(line.items()))
        for id_, line in zip(new_ids(Plan(), "B"), lines, strict=False)
    }
    wanted, refusal = _one_by_one(arrivals)
    if refusal is not None:
        with pytest.raises(ArrivalRefusedError) as refused:
            with_records(Plan(), "budget", arrivals, Line())
        assert (refused.value.arrival, str(refused.value.reason)) == (refusal.arrival, str(refusal.reason))
        return
    made = with_records(Plan(), "budget", arrivals, Line()).budget
    assert made == {id_: line for id_, line in wanted.budget.items() if line != Line()}
    assert [list(line.months) for line in made.values()] == [sorted(line.months) for line in made.values()]
