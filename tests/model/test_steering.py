"""Readings against the path: what is expected on a day, the gap, the status, the trend, the landing, breaks."""

import statistics
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.plan import Plan
from model.steering.path import Band
from model.steering.state import State, state_of
from tests.checking import plan_of

HEAD = """
format = 1
[plan]
start = 2027-01-01
end = 2027-12-31
[objectives.O1]
title = "Quotes"
unit = "quotes"
"""


def plan(objective: str = "", indicator: str = "", readings: str = "") -> Plan:
    """A plan with one objective and one indicator of it."""
    return plan_of(
        f'{HEAD}{objective}\n[indicators.K1]\nname = "Quotes"\nobjective = "O1"\nunit = "quotes"\n{indicator}\n'
        f"[indicators.K1.readings]\n{readings}\n"
    )


def stand(on: str, objective: str = "", indicator: str = "", readings: str = "") -> State:
    """How K1 stands on a day."""
    return state_of(plan(objective, indicator, readings), "K1", date.fromisoformat(on))


def expected(on: str, objective: str = "", indicator: str = "") -> Band | None:
    """What is expected of K1 on a day."""
    return stand("2027-01-01", objective, indicator).path.at(date.fromisoformat(on))


LEVEL = "baseline = 100\nbaseline_date = 2026-12-31\ntarget = 465\ndeadline = 2027-12-31"


def level(figure: str) -> Band:
    """One figure expected."""
    return Band(Decimal(figure), Decimal(figure))


def test_the_path_runs_straight_from_baseline_to_target() -> None:
    """A day a unit; nothing before the baseline's day, the target from the due date on."""
    assert expected("2027-01-31", LEVEL) == level("131")
    assert expected("2026-12-30", LEVEL) is None
    assert expected("2028-05-01", LEVEL) == level("465")


def test_the_path_goes_through_the_checkpoints() -> None:
    """A seasonal objective is not late before its season."""
    objective = LEVEL + '\n[objectives.O1.checkpoints]\n"2027-06-30" = 100\n"2027-10-31" = 223'
    assert expected("2027-06-30", objective) == level("100")
    assert expected("2027-07-01", objective) == level("101")


def test_without_a_baseline_date_the_path_begins_with_the_plan() -> None:
    """The plan's first day."""
    objective = "baseline = 0\ntarget = 364\ndeadline = 2027-12-31"
    assert expected("2027-01-01", objective) == level("0")
    assert expected("2027-01-02", objective) == level("1")


@pytest.mark.parametrize(
    ("kind", "target", "end"),
    [("increase", 50, "250"), ("increase_percent", 50, "300"), ("at_least", 150, "150"), ("at_most", 150, "150")],
)
def test_each_kind_of_target_ends_at_its_level(kind: str, target: int, end: str) -> None:
    """An increase is added to the baseline, a percentage taken of it."""
    objective = f'baseline = 200\ntarget_kind = "{kind}"\ntarget = {target}\ndeadline = 2027-12-31'
    assert expected("2027-12-31", objective) == level(end)


def test_a_range_is_expected_all_along() -> None:
    """Within the range nothing is missing; outside, the gap is from the nearest edge."""
    objective = 'target_kind = "range"\ntarget = 40\ntarget_high = 60\ndeadline = 2027-12-31'
    assert expected("2027-03-01", objective) == Band(Decimal(40), Decimal(60))
    states = [stand("2027-04-01", objective, readings=f"2027-03-31 = {figure}") for figure in (50, 61, 30)]
    assert [(state.gap, state.status) for state in states] == [
        (Decimal(0), "on_path"),
        (Decimal(1), "on_path"),
        (Decimal(-10), "off"),
    ]


def test_what_is_maintained_is_expected_all_along() -> None:
    """Both sides of what is to be maintained are wrong."""
    objective = 'target_kind = "maintain"\nbaseline = 100\ndeadline = 2027-12-31'
    for figure, status in ((104, "on_path"), (106, "off"), (94, "off")):
        assert stand("2027-04-01", objective, readings=f"2027-03-31 = {figure}").status == status


def test_the_indicators_own_figures_come_first() -> None:
    """Its own target, due date and baseline, else its objective's."""
    own = "baseline = 10\ntarget = 20\ndue = 2027-01-11"
    assert expected("2027-01-06", LEVEL, own) == level("15")


def test_an_objective_of_another_unit_lends_no_baseline() -> None:
    """Visits do not start from euros."""
    objective = LEVEL.replace("baseline_date", "#") + '\n[indicators.K1]\nname = "Visits"'
    text = f'{HEAD}{objective}\nobjective = "O1"\nunit = "visits"\ntarget = 500\n'
    assert state_of(plan_of(text), "K1", date(2027, 5, 1)).aim.baseline is None


def test_what_is_summed_starts_from_nothing() -> None:
    """Readings add up within the year, whatever the last year came to; the path does too."""
    summed = 'aggregate = "sum"\nbaseline = 300\ntarget = 365\ndue = 2027-12-31'
    state = stand("2027-03-01", "", summed, "2026-12-31 = 40\n2027-01-31 = 30\n2027-02-28 = 20")
    assert state.last is not None
    assert (state.last.value, state.last.figure) == (Decimal(20), Decimal(50))
    assert state.expected == level("59")
    assert (state.gap, state.status) == (Decimal(-9), "off")


def test_an_average_is_that_of_the_year() -> None:
    """Last year's readings are not in it."""
    state = stand("2027-03-01", LEVEL, 'aggregate = "average"', "2026-12-31 = 40\n2027-01-31 = 30\n2027-02-28 = 20")
    assert state.last is not None
    assert state.last.figure == 25


@pytest.mark.parametrize(
    ("direction", "figure", "status"),
    [("up", 300, "on_path"), ("up", 100, "off"), ("down", 300, "off"), ("down", 100, "on_path"), ("stay", 300, "off")],
)
def test_which_side_of_the_path_is_wrong(direction: str, figure: int, status: str) -> None:
    """More is good for what should rise, bad for what should fall; both are bad for what should stay."""
    state = stand("2027-05-01", LEVEL, f'direction = "{direction}"', f"2027-04-10 = {figure}")
    assert state.expected == level("200")
    assert state.status == status


def test_the_tolerance_parts_what_is_noted_from_what_is_decided() -> None:
    """Ten per cent accepted: 180 of 200 is not off, 179 is; five where none is given."""
    for tolerance, figure, status in (("10", 180, False), ("10", 179, True), ("", 190, False), ("", 189, True)):
        given_ = f"tolerance = {tolerance}" if tolerance else ""
        assert stand("2027-04-11", LEVEL, given_, f"2027-04-10 = {figure}").is_red is status


def test_on_the_path_and_bound_to_leave_it_is_to_watch() -> None:
    """Within the tolerance now; the last readings lead past it."""
    state = stand("2027-05-02", LEVEL, "", "2027-04-10 = 200\n2027-04-30 = 211")
    assert (state.landing, state.landing_gap) == (Decimal("345.75"), Decimal("-119.25"))
    assert state.status == "watch"


def test_the_landing_of_what_is_summed_goes_on_as_it_went() -> None:
    """31 in the first 31 days: 365 at the end of the year."""
    state = stand("2027-02-01", "", 'aggregate = "sum"\ntarget = 400\ndue = 2027-12-31', "2027-01-31 = 31")
    assert (state.per_day, state.landing, state.landing_gap) == (Decimal(1), Decimal(365), Decimal(-35))


def test_readings_to_come_are_not_seen() -> None:
    """A day's dashboard knows nothing later."""
    assert stand("2027-04-11", LEVEL, "", "2027-04-10 = 200\n2027-06-30 = 1").status == "on_path"


def test_no_reading_no_path() -> None:
    """What is missing is said, never guessed."""
    assert stand("2027-04-11", LEVEL).status == "no_reading"
    for before in ("2026-06-30", "2026-12-31"):
        assert stand("2027-04-11", LEVEL, "", f"{before} = 90").status == "no_reading", "it tells where one started"
    assert stand("2027-04-11", "", "", "2027-03-31 = 90").status == "no_path"


def test_a_reading_is_late_after_its_days_of_grace() -> None:
    """January's is due on the 31st, and late from 11 February on."""
    for today, is_late in (("2027-02-10", False), ("2027-02-11", True)):
        state = stand(today, LEVEL, 'frequency = "monthly"')
        assert state.next_due == date(2027, 1, 31)
        assert (state.is_late, state.status) == (is_late, "late" if is_late else "no_reading")


@pytest.mark.parametrize(
    ("frequency", "read", "due"),
    [
        ("weekly", "2027-01-06", "2027-01-17"),
        ("monthly", "2027-01-31", "2027-02-28"),
        ("quarterly", "2027-03-31", "2027-06-30"),
        ("yearly", "2026-12-31", "2027-12-31"),
    ],
)
def test_the_next_reading_is_due_at_the_end_of_the_next_period(frequency: str, read: str, due: str) -> None:
    """Weeks to Sunday, months, quarters and years of the plan."""
    state = stand("2027-04-01", LEVEL, f'frequency = "{frequency}"', f"{read} = 200")
    assert state.next_due == date.fromisoformat(due)


def test_at_the_due_date_it_is_done_or_missed() -> None:
    """The verdict falls with the reading of the due date's period, and no further one is due."""
    for figure, status in ((465, "done"), (300, "missed")):
        state = stand("2028-01-05", LEVEL, 'frequency = "monthly"', f"2027-12-31 = {figure}")
        assert (state.status, state.next_due, state.is_late) == (status, None, False)
    assert stand("2028-01-05", LEVEL, 'frequency = "monthly"', "2027-11-30 = 434").status == "on_path"


def test_nothing_is_computed_across_a_break() -> None:
    """The path begins anew with the first reading after it; trend and landing know only what follows."""
    readings = "2027-01-31 = 131\n2027-02-28 = 159\n2027-04-01 = 20\n2027-05-01 = 50"
    state = stand("2027-05-02", LEVEL, "breaks = [2027-03-15]", readings)
    assert [reading.run for reading in state.series] == [0, 0, 1, 1]
    assert state.per_day == 1
    assert state.landing == 50 + 244
    assert state.expected is not None
    assert state.expected.low == Decimal("68.722628")  # 20 + 445 × 30 / 274


def test_a_break_starts_the_sum_again_towards_what_was_to_come() -> None:
    """After a break, a sum counts from nothing; what was expected before it is no longer."""
    summed = 'aggregate = "sum"\ntarget = 365\ndue = 2027-12-31\nbreaks = [2027-01-31]'
    state = stand("2027-03-01", "", summed, "2027-01-30 = 500\n2027-02-28 = 20")
    assert state.last is not None
    assert state.last.figure == 20
    assert state.expected == level("28")
    assert state.path.steps[-1].low == 334


def test_a_break_before_the_baseline_changes_nothing() -> None:
    """The baseline was measured as the readings are."""
    assert stand("2027-02-01", LEVEL, "breaks = [2026-06-30]", "2027-01-31 = 131").gap == 0


def test_the_part_of_the_way_that_is_gone() -> None:
    """A baseline of 40, a target of 60: 52 is 60 % of the way."""
    objective = "baseline = 40\ntarget = 60\ndeadline = 2027-12-31"
    assert stand("2027-07-01", objective, "", "2027-06-30 = 52").attained == 60


# --- with arithmetic of its own ----------------------------------------------------------------------------------

NUMBERS = st.decimals(-10_000, 10_000, places=2)
DAYS = st.dates(date(2027, 1, 1), date(2027, 12, 31))
SERIES = st.dictionaries(DAYS, NUMBERS, min_size=2, max_size=6)


@given(NUMBERS, NUMBERS, st.integers(2, 700), st.integers(0, 700))
def test_the_path_walks_in_equal_steps(baseline: Decimal, target: Decimal, length: int, at: int) -> None:
    """Added up day by day, the path is what it says; it never leaves the two ends."""
    due = date(2027, 1, 1) + timedelta(days=length)
    text = f"baseline = {baseline}\ntarget = {target}\ndeadline = {due}"
    band = expected((date(2027, 1, 1) + timedelta(days=at)).isoformat(), text)
    assert band is not None
    walked, step = Fraction(baseline), (Fraction(target) - Fraction(baseline)) / length
    for _ in range(min(at, length)):
        walked += step
    assert abs(Fraction(band.low) - walked) <= Fraction(1, 2_000_000)
    assert min(baseline, target) <= band.low <= max(baseline, target)


@given(SERIES)
def test_the_trend_is_the_line_of_least_squares(series: dict[date, Decimal]) -> None:
    """As the library for statistics draws it, and going on from the last reading."""
    readings = "\n".join(f"{day} = {figure}" for day, figure in series.items())
    state = stand("2027-12-31", LEVEL.replace("2027-12-31", "2028-06-30"), "", readings)
    days = sorted(series)
    line = statistics.linear_regression([day.toordinal() for day in days], [float(series[day]) for day in days])
    assert state.per_day is not None
    assert state.landing is not None
    assert float(state.per_day) == pytest.approx(line.slope, abs=1e-5)
    further = float(series[days[-1]]) + line.slope * (date(2028, 6, 30) - days[-1]).days
    assert float(state.landing) == pytest.approx(further, abs=1e-4)


@given(SERIES, NUMBERS)
def test_raising_the_last_reading_raises_its_gap_as_much(series: dict[date, Decimal], by: Decimal) -> None:
    """Expectation does not depend on what was read."""
    days = sorted(series)

    def gap(last: Decimal) -> Decimal:
        figures = {**series, days[-1]: last}
        readings = "\n".join(f"{day} = {figure}" for day, figure in figures.items())
        found = stand("2027-12-31", LEVEL, "", readings).gap
        assert found is not None
        return found

    assert gap(series[days[-1]] + by) - gap(series[days[-1]]) == by


@given(SERIES, DAYS)
def test_what_lies_before_a_break_counts_for_nothing_after_it(series: dict[date, Decimal], at: date) -> None:
    """Figures, gap, trend and landing are those of a plan that never held the earlier readings."""
    later = {day: figure for day, figure in series.items() if day >= at}
    for aggregate in ("sum", "average", "last"):
        own = f'aggregate = "{aggregate}"\nbreaks = [{at}]'
        states = [
            stand("2027-12-31", LEVEL, own, "\n".join(f"{day} = {figure}" for day, figure in kept.items()))
            for kept in (series, later)
        ]
        if later:
            told = [(s.last and s.last.figure, s.gap, s.status, s.landing, s.way) for s in states]
            assert told[0] == told[1]
