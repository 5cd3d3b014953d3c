"""Generated plans: structurally valid, as uneven as real ones, small enough to be shrunk and read.

`documents()` gives tables as a file holds them, `plans()` the plans made of them. Every kind of amount, price, phasing
and sharing occurs; references may dangle, weights may sum to anything, dates may be missing.
"""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from model.plan import Plan

Table = dict[str, Any]

OBJECTIVES = ("O1", "O2", "O3")
SEGMENTS = ("G1", "G2", "G3")
ACTIONS = ("A1", "A2", "A3", "A4")
LINES = tuple(f"B{number}" for number in range(1, 9))
DRIVERS = ("rate", "visits", "day-rate", "broken")
MONTHS = tuple(f"{year}-{month:02d}" for year in (2026, 2027, 2028) for month in range(1, 13))

FORMULAS = (
    "=12*350", "=100/3", "=-500", "=(1+2)*(3-4)/7", "=@rate*3", "=2*@visits-@rate", "=@day-rate/3", "=@rate-0.005",
    "=@last_year*1.1", "=@unknown", "=1/0", "=2+", "=@broken",
)  # fmt: skip


def words() -> SearchStrategy[str]:
    """Short texts, accents and punctuation included."""
    return st.text(st.sampled_from("abcdé ÀŒ'\"#=[].,-\u202f"), min_size=1, max_size=12)


def numbers(low: int = -1_000_000, high: int = 1_000_000, places: int = 4) -> SearchStrategy[Decimal]:
    """Decimals with up to `places` decimals; halves of a cent come often."""
    exact = st.decimals(low, high, places=places, allow_nan=False, allow_infinity=False)
    cents = st.integers(low, high).map(lambda n: Decimal(n) / 100 + Decimal("0.005"))
    return st.one_of(exact, cents, st.integers(low, high).map(Decimal))


def amounts() -> SearchStrategy[Decimal | str]:
    """A number three times out of four, else a formula, which may have no value."""
    return st.one_of(numbers(), numbers(0, 5000, 2), numbers(-3, 3, 3), st.sampled_from(FORMULAS))


def percents() -> SearchStrategy[Decimal]:
    """Rates and shares, the usual ones first."""
    return st.one_of(st.sampled_from([Decimal(n) for n in ("0", "5.5", "10", "20", "100")]), numbers(-50, 150, 2))


def days(first: int = 2026, last: int = 2028) -> SearchStrategy[date]:
    """Days around the plan's year."""
    return st.dates(date(first, 1, 1), date(last, 12, 31))


def _some(**fields: SearchStrategy[Any]) -> SearchStrategy[Table]:
    """A table that holds some of the fields, in their order."""
    return st.fixed_dictionaries({}, optional=fields)


def _ids(known: tuple[str, ...], size: int = 3) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from((*known, known[0][0] + "99")), max_size=size)


def _ref(known: tuple[str, ...]) -> SearchStrategy[str]:
    return st.sampled_from((*known, known[0][0] + "99"))


def sheets() -> SearchStrategy[Table]:
    """The plan's own sheet; it may lack its dates, its currency, its side of prices."""
    return _some(
        title=words(),
        start=days(2026, 2027),
        end=days(2027, 2028),
        currency=st.sampled_from(["EUR", "JPY", "TND", "USD"]),
        prices=st.sampled_from(["excl_tax", "incl_tax"]),
        tax_rate=percents(),
        ceiling=numbers(),
    )


def _forms() -> SearchStrategy[Table]:
    """One form of amount, none, or several."""
    months = st.dictionaries(st.sampled_from(MONTHS), amounts(), min_size=1, max_size=6)
    return st.one_of(
        st.fixed_dictionaries({"amount": amounts()}),
        st.fixed_dictionaries({"unit_cost": amounts()}, optional={"quantity": amounts()}),
        st.fixed_dictionaries({"months": months}),
        _some(amount=amounts(), unit_cost=amounts(), quantity=amounts(), months=months),
    )


def lines() -> SearchStrategy[Table]:
    """A budget line: form of amount, prices, foreign spend, sharing, phasing."""
    rest = _some(
        label=words(),
        category=words(),
        group=st.sampled_from(["north", "south"]),
        action=_ref(ACTIONS),
        supplier=words(),
        source=st.sampled_from(["quote", "last_year", "contract", "estimate"]),
        start=st.sampled_from(MONTHS),
        end=st.sampled_from(MONTHS),
        tax_rate=percents(),
        prices=st.sampled_from(["excl_tax", "incl_tax"]),
        currency=st.sampled_from(["EUR", "USD", "GBP"]),
        exchange_rate=numbers(0, 3, 4),
        last_year=numbers(0, 10_000, 2),
        status=st.sampled_from(["forecast", "committed", "invoiced", "paid"]),
        held=st.booleans(),
        shares=st.dictionaries(_ref(ACTIONS), percents(), min_size=1, max_size=4),
    )
    nothing: SearchStrategy[Table] = st.just({})
    included = st.one_of(nothing, nothing, nothing, st.fixed_dictionaries({"included_in": _ref(LINES)}))
    return st.builds(lambda *tables: {k: v for table in tables for k, v in table.items()}, _forms(), rest, included)


def actions() -> SearchStrategy[Table]:
    """An action with its dates, its objectives, its segments."""
    milestone = st.fixed_dictionaries({"title": words(), "due": days()})
    return _some(
        title=words(),
        objectives=_ids(OBJECTIVES),
        start=days(),
        end=days(),
        segments=_ids(SEGMENTS),
        milestones=st.dictionaries(st.sampled_from(["J1"]), milestone, max_size=1),
    )


def drivers() -> SearchStrategy[Table]:
    """The drivers that formulas name: numbers, formulas of one another, a cycle, some of them missing."""
    value = st.one_of(numbers(-500, 500, 2), st.sampled_from(FORMULAS))
    return st.dictionaries(st.sampled_from(DRIVERS), st.fixed_dictionaries({"value": value}), max_size=4)


def changes(value: SearchStrategy[Any] | None = None) -> SearchStrategy[Any]:
    """A number, a formula, or a change relative to the layer below."""
    size = numbers(0, 300, 2).map(lambda n: f"{abs(n):f}")
    relative = st.builds("{}{}{}".format, st.sampled_from("+-"), size, st.sampled_from(["", "%"]))
    return st.one_of(
        amounts() if value is None else value, relative, st.builds("{}{}".format, st.sampled_from("*/"), size)
    )


def levers() -> SearchStrategy[Table]:
    """What a scenario asks of an action."""
    return _some(excluded=st.booleans(), delay=st.integers(-6, 18), scale=percents())


def scenarios() -> SearchStrategy[Table]:
    """Two scenarios, one of which may be based on the other, or both in a cycle."""
    line = _some(
        excluded=st.booleans(),
        delay=st.integers(-6, 18),
        scale=percents(),
        label=words(),
        category=words(),
        amount=changes(),
        quantity=changes(),
        tax_rate=changes(percents()),
        months=st.dictionaries(st.sampled_from(MONTHS), changes(), max_size=3),
        shares=st.dictionaries(_ref(ACTIONS), percents(), max_size=3),
    )
    scenario = _some(
        base=st.sampled_from(["Z1", "Z2"]),
        budget=st.dictionaries(st.sampled_from((*LINES, "B99")), line, max_size=4),
        actions=st.dictionaries(_ref(ACTIONS), levers(), max_size=3),
        drivers=st.dictionaries(st.sampled_from(DRIVERS), st.fixed_dictionaries({"value": changes()}), max_size=2),
    )
    return st.dictionaries(st.sampled_from(["Z1", "Z2"]), scenario, min_size=1, max_size=2)


def _named(name: str) -> SearchStrategy[Table]:
    return st.fixed_dictionaries({name: words()})


def documents(*, with_scenarios: bool = False, most_lines: int = 8) -> SearchStrategy[Table]:
    """A plan as tables, the way its file is read."""
    ids = LINES[:most_lines]
    sections: dict[str, SearchStrategy[Any]] = {
        "plan": sheets(),
        "segments": st.dictionaries(st.sampled_from(SEGMENTS), _named("name"), max_size=3),
        "objectives": st.dictionaries(st.sampled_from(OBJECTIVES), _named("title"), max_size=3),
        "actions": st.dictionaries(st.sampled_from(ACTIONS), actions(), max_size=4),
        "drivers": drivers(),
        "budget": st.dictionaries(st.sampled_from(ids), lines(), max_size=most_lines),
    }
    if with_scenarios:
        sections["scenarios"] = scenarios()
    return st.fixed_dictionaries({"format": st.just(1), **sections})


def plans(*, with_scenarios: bool = False, most_lines: int = 8) -> SearchStrategy[Plan]:
    """A plan that could be saved."""
    return documents(with_scenarios=with_scenarios, most_lines=most_lines).map(Plan.from_table)
