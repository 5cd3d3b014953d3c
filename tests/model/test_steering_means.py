"""What actions take, and who pays: sums to the cent, the reserve rolled forward."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from model import examples
from model.steering.funding import funding_of
from model.steering.means import by_mix, by_segment, means_of, total_of
from model.store.reading import loads
from tests.checking import plan_of

PLAN = """
format = 1
[plan]
currency = "EUR"
reserve = 40000
reserve_floor = 25
[team.marie]
name = "Marie"
day_rate = 400
[team.paul]
name = "Paul"
[segments.G1]
name = "Schools"
[actions.A1]
title = "Fair"
mix = "promotion"
segments = ["G1"]
effort = { marie = 2.5, paul = 4 }
[actions.A2]
title = "Site"
mix = "place"
[budget.B1]
label = "Stand"
action = "A1"
amount = 12000
[budget.B2]
label = "Pages"
shares = { A1 = 25, A2 = 75 }
amount = 8000
[funding.N1]
label = "Town"
kind = "grant"
amount = 9000
secured = true
[funding.N2]
label = "Region"
kind = "grant"
rate = 30
actions = ["A1"]
[funding.N3]
label = "Hall"
kind = "in_kind"
amount = 500
secured = true
[funding.N4]
label = "Left over"
kind = "carry_over"
amount = 3000
secured = true
[funding.N5]
label = "Sponsor"
kind = "partner"
"""


def test_an_action_takes_days_work_and_money() -> None:
    """6.5 days, of which 2.5 have a rate; its own line and a quarter of the shared one."""
    means = means_of(plan_of(PLAN))
    assert [str(part) for part in (means["A1"].days, means["A1"].work, means["A1"].money)] == [
        "6.5",
        "1000.00",
        "14000.00",
    ]
    assert str(total_of(means.values()).money) == "20000.00"


def test_means_are_told_by_mix_and_segment() -> None:
    """What names none stands apart; every action counts in its part of the mix."""
    plan = plan_of(PLAN)
    assert {key: str(means.money) for key, means in by_mix(plan).items()} == {
        "promotion": "14000.00",
        "place": "6000.00",
    }
    assert {key: means.actions for key, means in by_segment(plan).items()} == {"G1": 1, "": 1}


def test_funding_faces_the_spending() -> None:
    """A rate is of what it funds; what is given in kind pays nothing; the carry-over comes out of the reserve."""
    found = funding_of(plan_of(PLAN))
    assert [str(source.amount) for source in found.sources] == ["9000.00", "4200.00", "500.00", "3000.00", "None"]
    assert {key: str(amount) for key, amount in found.by_kind.items()} == {
        "grant": "13200.00",
        "in_kind": "500.00",
        "carry_over": "3000.00",
        "partner": "0",
    }
    figures = (found.spending, found.cash, found.secured, found.covered, found.covered_for_sure)
    assert [int(figure) for figure in figures] == [20000, 16200, 12000, -3800, -8000]
    assert (str(found.net), str(found.closing), str(found.floor)) == ("-6800.00", "33200.00", "5000.00")


def test_the_published_reserve_is_found_again() -> None:
    """A real bureau: 357,199 at the start, a planned deficit of 68,000, 289,199 at the end, above a floor of 25 %."""
    found = funding_of(loads(examples.text("twin-cities-gateway")))
    assert (found.net, found.closing) == (Decimal(-68000), Decimal(289199))
    assert found.above_floor == Decimal(289199) - Decimal(1051000) / 4


@given(st.lists(st.tuples(st.decimals(0, 10_000, places=2), st.sampled_from(["own", "in_kind", "carry_over"]))))
def test_every_cent_of_the_sources_stands_somewhere(sources: list[tuple[Decimal, str]]) -> None:
    """By kind, in cash or in kind: the same sum."""
    text = 'format = 1\n[plan]\nreserve = 100\n[budget.B1]\nlabel = "All"\namount = 50\n' + "".join(
        f'[funding.N{at}]\nlabel = "S"\nkind = "{kind}"\namount = {amount}\n'
        for at, (amount, kind) in enumerate(sources)
    )
    found, whole = funding_of(plan_of(text)), sum(Fraction(amount) for amount, _ in sources)
    fresh = sum(Fraction(amount) for amount, kind in sources if kind == "own")
    assert sum(map(Fraction, found.by_kind.values())) == whole == Fraction(found.cash) + Fraction(found.in_kind)
    assert found.closing is not None
    assert Fraction(found.closing) == 100 + fresh - 50
